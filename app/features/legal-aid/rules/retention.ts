import { addDays, type Day } from '#app/kernel/dated-rules/days.ts';
import { RETENTION_CAP_DAYS, RETENTION_DAYS, RETENTION_WARNING_DAYS, type CaseState } from './lifecycle.ts';

/** What retention looks at; all of it stands in clear. */
export type Retained = Readonly<{
  state: CaseState;
  openedOn: Day;
  lastOn: Day;
  closedOn: Day | null;
  /** A day that somebody set: the applicant who wants it kept longer. */
  retentionUntil: Day | null;
  retentionWarnedOn: Day | null;
  isOnHold: boolean;
}>;

/**
 * The day after which a case is erased; null while work goes on or a legal hold stands. A day that was set goes before the
 * rule, and only such a day goes beyond the cap of three years.
 */
export function retentionEnd({ closedOn, isOnHold, lastOn, openedOn, retentionUntil, state }: Retained): Day | null {
  const days = RETENTION_DAYS[state];
  if (days === null || isOnHold) return null;
  if (retentionUntil !== null) return retentionUntil;
  const end = addDays(closedOn ?? lastOn, days);
  const cap = addDays(openedOn, RETENTION_CAP_DAYS);
  return end < cap ? end : cap;
}

/**
 * What the night has to do with a case. Nothing that was handed in goes without a warning that had its fourteen days; a
 * draft goes without one, its page says so from the start.
 */
export function retentionStep(subject: Retained, today: Day): 'keep' | 'warn' | 'erase' {
  const end = retentionEnd(subject);
  if (end === null) return 'keep';
  if (subject.state === 'draft') return today > end ? 'erase' : 'keep';
  if (subject.retentionWarnedOn === null) return today >= addDays(end, -RETENTION_WARNING_DAYS) ? 'warn' : 'keep';
  return today > end && today >= addDays(subject.retentionWarnedOn, RETENTION_WARNING_DAYS) ? 'erase' : 'keep';
}

/** Where the thread shows that the end is near, without a word that would need a key; null when there is nothing to say. */
export function retentionWarning(subject: Retained): { warnedOn: Day; erasedAfter: Day } | null {
  const end = retentionEnd(subject);
  if (end === null || subject.retentionWarnedOn === null) return null;
  const least = addDays(subject.retentionWarnedOn, RETENTION_WARNING_DAYS);
  return { warnedOn: subject.retentionWarnedOn, erasedAfter: end > least ? end : least };
}

/** Days before a date on which whoever has it in hand is reminded. */
export const REMIND_DAYS_BEFORE = [7, 3, 1, 0] as const;
