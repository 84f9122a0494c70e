import { isDay, type Day } from '#app/kernel/dated-rules/days.ts';
import { isId } from '#app/kernel/ids.ts';

/** What the desk's trail may be narrowed to; the address says it, so nothing of it is anybody's words. */
export type TrailFilters = {
  number?: number;
  /** A staff id, or everybody of a kind. */
  person?: string;
  action?: string;
  from?: Day;
  to?: Day;
};

/** Reads an address; what is no filter is left out, never an error. */
export function parseTrailFilters(query: URLSearchParams): TrailFilters {
  const get = (name: string): string => query.get(name)?.trim() ?? '';
  const [action, from, number, person, to] = ['action', 'from', 'number', 'person', 'to'].map(get) as [
    string,
    string,
    string,
    string,
    string,
  ];
  return {
    ...(/^\d{1,9}$/u.test(number) ? { number: Number(number) } : {}),
    ...(isId(person) || person === 'applicant' || person === 'system' ? { person } : {}),
    ...(/^[a-z-]{1,30}(\.[a-z-]{1,40}){1,2}$/u.test(action) ? { action } : {}),
    ...(isDay(from) ? { from } : {}),
    ...(isDay(to) ? { to } : {}),
  };
}

/** The filters as an address ends, without those named; begins with `?` or is empty. */
export function trailQuery(filters: TrailFilters, more: Record<string, string> = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filters, ...more })) query.set(name, String(value));
  return query.size === 0 ? '' : `?${query.toString()}`;
}
