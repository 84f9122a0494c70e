import type { AgeBand, Gender } from './kinds.ts';

/** What one of two people may not have said and the other has. */
export type Facts = { region: string; place: string; ageBand: AgeBand | null; gender: Gender | null };
/** What the kept person took over, by the values it took: undoing clears them where they still stand. */
export type FilledFields = Partial<Facts>;

const FIELDS = ['region', 'place', 'ageBand', 'gender'] as const;

/** Facts of the joined person that the kept one lacks. A place is taken only with its region's gap or agreement. */
export function fillGaps(kept: Facts, gone: Facts): FilledFields {
  const filled: Record<string, unknown> = {};
  for (const field of FIELDS) if (!kept[field] && gone[field]) filled[field] = gone[field];
  if (filled.place && kept.region && kept.region !== gone.region) delete filled.place;
  return filled as FilledFields;
}

/** The fields to empty again: those that still hold what the merge brought. */
export function emptyAgain(kept: Facts, filled: FilledFields): FilledFields {
  const emptied: Record<string, unknown> = {};
  for (const field of FIELDS)
    if (filled[field] !== undefined && kept[field] === filled[field])
      emptied[field] = field === 'region' || field === 'place' ? '' : null;
  return emptied as FilledFields;
}
