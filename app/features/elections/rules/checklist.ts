/** What a candidate has to do and hand in, counted back from voting day. */
import type { Certainty, DatedRule } from '#app/kernel/dated-rules/dated-rules.ts';
import { addDays, type Day } from '#app/kernel/dated-rules/days.ts';

export const TASK_KEYS = [
  'eligibility',
  'incompatible-posts',
  'nomination-papers',
  'nomination-decision',
  'election-account',
  'authorised-representative',
  'signature-sheets',
  'signature-protocol',
  'income-statement',
  'property-statement',
  'financial-report',
  'data-changes',
  'documents-handed-in',
  'registration-decision',
  'agents',
  'imprint',
  'observers',
  'silence',
  'final-financial-report',
] as const;
export type TaskKey = (typeof TASK_KEYS)[number];

/** `days` from voting day by which it is to be done. */
type ChecklistRule = DatedRule<TaskKey>;

const task = (
  key: TaskKey,
  days: number,
  article: string,
  sources: readonly string[],
  certainty: Certainty = 'high',
): ChecklistRule => ({ key, days, unit: 'calendar', article, sources, certainty, validFrom: null, validTo: null });

export const CHECKLIST: readonly ChecklistRule[] = [
  task('eligibility', -60, '212, 214', ['smdtaz.org', 'serqqapisi.az, 2019'], 'medium'),
  task('incompatible-posts', -60, '215', ['smdtaz.org'], 'medium'),
  task('nomination-papers', -58, '214', ['milli.az, 28.11.2024']),
  // Five days after the papers.
  task('nomination-decision', -53, '54', ['smdtaz.org'], 'medium'),
  // Five days after the nomination was confirmed.
  task('election-account', -48, '226.1', ['msk.gov.az, 2004']),
  task('authorised-representative', -48, '52, 64', ['msk.gov.az, 7/27-2 (2008)'], 'medium'),
  task('signature-sheets', -32, '56–57', ['te.gob.mx']),
  task('signature-protocol', -32, '58.1', ['te.gob.mx']),
  task('income-statement', -32, '58.1', ['te.gob.mx']),
  task('property-statement', -32, '58.1', ['te.gob.mx']),
  task('financial-report', -32, '58.1', ['te.gob.mx']),
  task('data-changes', -32, '58.1', ['te.gob.mx']),
  task('documents-handed-in', -30, '216', ['metbuat.az, 11.2019', 'metbuat.az, 12.2024']),
  // Seven days after the papers.
  task('registration-decision', -23, '60', ['metbuat.az, 11.2019']),
  task('agents', -23, '72, 220', ['msk.gov.az, 7/27-1 (2008)'], 'medium'),
  task('imprint', -23, '87.3', ['rights.az']),
  task('observers', -10, '40, 42', ['msk.gov.az, 30/118 (2006)']),
  task('silence', -1, '75', ['report.az, 01.2025']),
  // The day by which it is due was not found in any source.
  task('final-financial-report', 10, '94', [], 'low'),
];

export type ChecklistItem = ChecklistRule & Readonly<{ by: Day }>;
export type TaskState = 'done' | 'late' | 'soon' | 'open';

/** The list for the election of `votingDay`, in order of days. */
export function checklistFor(votingDay: Day): ChecklistItem[] {
  return CHECKLIST.map((rule) => ({ ...rule, by: addDays(votingDay, rule.days) })).toSorted((a, b) =>
    a.by.localeCompare(b.by),
  );
}

const SOON_DAYS = 3;
/** Late from the day after the last one. */
export function taskState(by: Day, doneOn: Day | null, today: Day): TaskState {
  if (doneOn !== null) return 'done';
  if (by < today) return 'late';
  return by <= addDays(today, SOON_DAYS) ? 'soon' : 'open';
}
