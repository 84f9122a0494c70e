/**
 * Whether a team may campaign for votes now, and if not, why and by which date. Pure: everything that asks for votes
 * (canvassing shifts, messages to voters, a candidate's public page, posters, share cards) goes through this one gate.
 */
import { formatMoment } from '#app/kernel/dates.ts';
import type { Day } from '#app/kernel/dated-rules/days.ts';
import type { Locale } from '#app/kernel/locale.ts';
import type { OrganisationKind } from '#app/kernel/actor.ts';
import { campaignWindow } from './calendar.ts';
import { AGENTS } from './municipality.ts';

/** What the operator has stated of the coming election. An empty payer or lawyer is one that was not stated. */
export type ElectionStatement = Readonly<{ day: Day | null; payer: string; lawyer: string; clearedOn: Day | null }>;

export const NOTHING_STATED: ElectionStatement = { day: null, payer: '', lawyer: '', clearedOn: null };

export const REFUSALS = [
  'elections.refused.not-a-team',
  'elections.refused.no-day',
  'elections.refused.no-payer',
  'elections.refused.no-clearance',
  'elections.refused.before-window',
  'elections.refused.after-window',
  'elections.refused.age',
  'elections.refused.citizenship',
  'elections.refused.not-confirmed',
  'elections.refused.agents-cap',
] as const;
export type RefusalCode = (typeof REFUSALS)[number];

/**
 * `code` is a key of the words; `date` is the moment that its sentence names: when the window opens or when it closed,
 * for everything else the moment at which it was so.
 */
export type ElectionRefusal = Readonly<{
  ok: false;
  code: RefusalCode;
  params: Readonly<Record<string, string | number>>;
  date: Date;
}>;
export type ElectionAnswer = Readonly<{ ok: true }> | ElectionRefusal;

export function refusedAt(code: RefusalCode, date: Date, params: ElectionRefusal['params'] = {}): ElectionRefusal {
  return { ok: false, code, params, date };
}

/** The gate. The order is that in which a team can do something about it: first what the operator owes, then the law's days. */
export function campaignGate(
  { day, payer, lawyer, clearedOn }: ElectionStatement,
  kind: OrganisationKind,
  now: Date,
): ElectionAnswer {
  // Legal persons, municipalities and foreign-funded societies do not campaign for votes; the candidate's own team does.
  if (kind !== 'team') return refusedAt('elections.refused.not-a-team', now);
  if (day === null) return refusedAt('elections.refused.no-day', now);
  if (payer === '') return refusedAt('elections.refused.no-payer', now);
  if (lawyer === '' || clearedOn === null) return refusedAt('elections.refused.no-clearance', now);
  const { from, until } = campaignWindow(day);
  if (now < from) return refusedAt('elections.refused.before-window', from);
  if (now >= until) return refusedAt('elections.refused.after-window', until);
  return { ok: true };
}

/** Whether a candidate with `registered` agents may have one more. */
export function mayHaveAgent(registered: number, now: Date): ElectionAnswer {
  return registered < AGENTS.most
    ? { ok: true }
    : refusedAt('elections.refused.agents-cap', now, { most: AGENTS.most });
}

/**
 * The refusal's sentence with its date; every sentence has a place for it. `t` are the page's words (the ground does not
 * know the catalogue). Refusals of other rooms that have this shape are said too.
 */
export function sayRefusal(
  t: (...args: never[]) => string,
  locale: Locale,
  { code, params, date }: Readonly<{ code: string; params: ElectionRefusal['params']; date: Date | string }>,
): string {
  const say = t as unknown as (key: string, vars: Record<string, string | number>) => string;
  return say(code, { ...params, date: formatMoment(new Date(date), locale) });
}
