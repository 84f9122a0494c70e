import { OPPOSITE, type BoardCategory, type BoardKind } from './kinds.ts';
import { nearness } from './nearness.ts';

/** What the rule needs to know of an entry. Days are `YYYY-MM-DD`, both ends included. */
export type Pairable = {
  id: string;
  kind: BoardKind;
  category: BoardCategory;
  region: string;
  startsOn: string;
  endsOn: string;
};

/** Why two entries are shown together. */
export type Reason = { where: 'same' | 'near'; from: string; until: string };
export type Suggestion<Own extends Pairable, Other extends Pairable> = { own: Own; other: Other; reason: Reason };

/**
 * Why these two may belong together, or null: a need and an offer of one category, in one region or in neighbouring ones,
 * whose times overlap. Nothing else counts, and the reader is told all of it.
 */
export function reasonFor(own: Pairable, other: Pairable): Reason | null {
  if (other.kind !== OPPOSITE[own.kind] || other.category !== own.category) return null;
  const where = nearness(own.region, other.region);
  if (where === 'far') return null;
  const from = own.startsOn > other.startsOn ? own.startsOn : other.startsOn;
  const until = own.endsOn < other.endsOn ? own.endsOn : other.endsOn;
  return from > until ? null : { where, from, until };
}

/** Every pair that has a reason: the same region first, then whichever can begin earlier. */
export function suggest<Own extends Pairable, Other extends Pairable>(
  own: readonly Own[],
  others: readonly Other[],
): Suggestion<Own, Other>[] {
  return own
    .flatMap((one) =>
      others.flatMap((other) => {
        const reason = reasonFor(one, other);
        return reason ? [{ own: one, other, reason }] : [];
      }),
    )
    .sort(
      (a, b) =>
        Number(a.reason.where === 'near') - Number(b.reason.where === 'near') ||
        a.reason.from.localeCompare(b.reason.from) ||
        a.other.id.localeCompare(b.other.id),
    );
}
