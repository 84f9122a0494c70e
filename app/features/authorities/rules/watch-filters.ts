/** Filters of watched decisions: the list, the public page and both exports read the same. */
import { isId } from '#app/kernel/ids.ts';
import { regionsForChoice } from '#app/kernel/regions.ts';
import { DECISION_KINDS, type DecisionKind } from './watch.ts';

export type WatchFilters = {
  bodyId: string | null;
  kind: DecisionKind | null;
  year: number | null;
  /** A choice's code. */
  region: string | null;
};

const isKind = (value: string | null): value is DecisionKind =>
  (DECISION_KINDS as readonly (string | null)[]).includes(value);

/** Nonsense is passed over. */
export function parseWatchFilters(query: URLSearchParams): WatchFilters {
  const [body, kind, region] = [query.get('body'), query.get('kind'), query.get('region')];
  const year = /^(?:19|20)\d\d$/u.test(query.get('year') ?? '') ? Number(query.get('year')) : null;
  return {
    bodyId: isId(body ?? undefined) ? body : null,
    kind: isKind(kind) ? kind : null,
    year,
    region: regionsForChoice().some((choice) => choice.code === region) ? region : null,
  };
}

export function watchQuery({ bodyId, kind, year, region }: WatchFilters): string {
  const query = new URLSearchParams({
    ...(bodyId ? { body: bodyId } : {}),
    ...(kind ? { kind } : {}),
    ...(year ? { year: String(year) } : {}),
    ...(region ? { region } : {}),
  });
  return query.size > 0 ? `?${query}` : '';
}
