/**
 * How urgent a case is, by what was ticked and what is due. Every point names its rule, so that a lawyer sees why; a
 * person may overrule with a reason.
 */
import type { Day } from '#app/kernel/dated-rules/days.ts';
import { refuse, type Result } from '#app/kernel/result.ts';
import { daysLeft } from './deadlines.ts';
import { BANDS, FLAGS, type Band, type Flag } from './desk.ts';

export const RED_WITHIN_DAYS = 3;
export const AMBER_WITHIN_DAYS = 10;

/** Why a case is where it is. `deadline` is a term somebody named without a date. */
export type BandRule = Flag | 'overdue' | 'due-within-3' | 'due-within-10';
export type BandPoint = Readonly<{ rule: BandRule; band: Exclude<Band, 'green'>; score: number }>;

export type BandChoice = Readonly<{ band: Band; reason: string }>;
export type Banded = Readonly<{
  band: Band;
  /** Within a band the higher comes first. */
  score: number;
  points: readonly BandPoint[];
  /** What the rules said, where a person decided otherwise. */
  overruled: Band | null;
}>;

const FLAG_POINTS: Record<Flag, Omit<BandPoint, 'rule'>> = {
  detention: { band: 'red', score: 100 },
  violence: { band: 'red', score: 90 },
  eviction: { band: 'red', score: 70 },
  summons: { band: 'red', score: 60 },
  deadline: { band: 'amber', score: 25 },
  retaliation: { band: 'amber', score: 20 },
};

/**
 * The band of a case. `dueOn` are the days by which the person must have acted, of all that is open in it; those of low
 * certainty too: they are not shown to the applicant, but they raise the band. An authority's lateness is no haste.
 */
export function bandOf({
  flags,
  dueOn,
  today,
  choice = null,
}: {
  flags: readonly Flag[];
  dueOn: readonly Day[];
  today: Day;
  choice?: BandChoice | null;
}): Banded {
  const points = FLAGS.filter((flag) => flags.includes(flag)).map((rule) => ({ rule, ...FLAG_POINTS[rule] }));
  const next = dueOn.toSorted()[0];
  const due = next === undefined ? null : duePoint(daysLeft(next, today));
  const all: BandPoint[] = due ? [due, ...points] : points;
  const reckoned = BANDS.find((band) => all.some((point) => point.band === band)) ?? 'green';
  return {
    band: choice?.band ?? reckoned,
    score: all.reduce((sum, point) => sum + point.score, 0),
    points: all,
    overruled: choice && choice.band !== reckoned ? reckoned : null,
  };
}

function duePoint(left: number): BandPoint | null {
  if (left < 0) return { rule: 'overdue', band: 'red', score: 85 };
  if (left <= RED_WITHIN_DAYS) return { rule: 'due-within-3', band: 'red', score: 80 - left };
  if (left <= AMBER_WITHIN_DAYS) return { rule: 'due-within-10', band: 'amber', score: 40 - left };
  return null;
}

/** A person's own judgement of a band; refused without a reason. */
export function chooseBand(band: Band, reason: string): Result<BandChoice, 'legal-case.error.reason'> {
  const said = reason.trim();
  return said === '' ? refuse('legal-case.error.reason', 'reason') : { ok: true, value: { band, reason: said } };
}
