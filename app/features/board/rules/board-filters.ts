import { regionsOfChoice } from '#app/kernel/regions.ts';
import { BOARD_CATEGORIES, BOARD_KINDS, type BoardCategory, type BoardKind } from './kinds.ts';

export type BoardFilters = { kind?: BoardKind; category?: BoardCategory; region?: string; q?: string };

/** Reads the board's filters from an address; what is not known is left out. */
export function parseBoardFilters(query: URLSearchParams): BoardFilters {
  const region = query.get('region') ?? '';
  const q = (query.get('q') ?? '').trim().slice(0, 80);
  const kind = BOARD_KINDS.find((one) => one === query.get('kind'));
  const category = BOARD_CATEGORIES.find((one) => one === query.get('category'));
  return {
    ...(kind && { kind }),
    ...(category && { category }),
    ...(regionsOfChoice(region).length > 0 && { region }),
    ...(q && { q }),
  };
}

/** The address' query for filters, with changes. */
export function boardQuery(
  filters: BoardFilters,
  changes: Partial<Record<keyof BoardFilters, string | undefined>> = {},
) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filters, ...changes })) if (value) query.set(name, value);
  const text = query.toString();
  return text ? `?${text}` : '';
}
