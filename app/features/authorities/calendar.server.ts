import { publicSql } from '#db/client.server.ts';
import { calendarOf, type Calendar, type TableStatus } from '#app/kernel/dated-rules/calendar.ts';
import { dueDate, type DatedRule, type Due } from '#app/kernel/dated-rules/dated-rules.ts';
import type { Day } from '#app/kernel/dated-rules/days.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { answerTerm, isPublicTerm, type TermKey } from './rules/answer-terms.ts';

type YearRow = { year: number; is_sample: boolean; on: string | null; is_workday: boolean | null };

/** The holiday tables that may be reckoned by: confirmed years, and the demo's samples. */
export async function readCalendar(): Promise<Calendar> {
  const rows = await publicSql<YearRow[]>`
    select y.year, y.is_sample, to_char(h."on", 'YYYY-MM-DD') as "on", h.is_workday
    from published.holiday_years y left join published.holidays h on h.year = y.year`;
  const years = new Map<number, { year: number; status: TableStatus; days: { on: Day; isWorkday: boolean }[] }>();
  for (const { year, is_sample, on, is_workday } of rows) {
    const table = years.get(year) ?? { year, status: is_sample ? 'sample' : 'confirmed', days: [] };
    if (on !== null) table.days.push({ on, isWorkday: is_workday ?? false });
    years.set(year, table);
  }
  return calendarOf([...years.values()]);
}

/** When an answer is due, in a plain shape for pages and jobs. */
export type AnswerDue = {
  /** `YYYY-MM-DD`; null when there is no calendar or no such law on that day. */
  due: Day | null;
  rule: DatedRule<TermKey> | null;
  calendar: TableStatus | 'missing';
  /** The year without a confirmed table: “no confirmed calendar for 2027”. */
  missingYear: number | null;
};

/** The same for many letters with one reading of the tables. */
export function answerDueBy(calendar: Calendar, deliveredOn: Day | Date, { withStudy = false } = {}): AnswerDue {
  const from = typeof deliveredOn === 'string' ? deliveredOn : dayOf(deliveredOn);
  const rule = answerTerm(from, { withStudy });
  if (!rule) return { due: null, rule: null, calendar: 'missing', missingYear: null };
  return { rule, ...plain(dueDate(rule, from, calendar)) };
}

function plain(due: Due): Omit<AnswerDue, 'rule'> {
  if (due.kind === 'no-calendar') return { due: null, calendar: 'missing', missingYear: due.year };
  return { due: due.on, calendar: due.calendar === 'sample' ? 'sample' : 'confirmed', missingYear: null };
}

/**
 * When the answer to what was delivered on a day (`YYYY-MM-DD`, or a moment: its day in Baku) is due by the law on
 * appeals, counted from the next day. `withStudy` is the longer term. Without a confirmed (or sample) calendar for a
 * year that is touched there is no due day.
 */
export async function answerDue(deliveredOn: Day | Date, options: { withStudy?: boolean } = {}): Promise<AnswerDue> {
  return answerDueBy(await readCalendar(), deliveredOn, options);
}

/**
 * What strangers may be told about the answer to the latest letter on a published report: its last day, if it is awaited,
 * the law is sure and a calendar is there; null otherwise. The answered, and reminders, are left out.
 */
export async function publicAnswerDue(ref: number): Promise<{ due: Day; isSample: boolean } | null> {
  const [letter] = await publicSql<{ sent_on: Day; with_study: boolean }[]>`
    select to_char(sent_on, 'YYYY-MM-DD') as sent_on, with_study from published.issue_letters
    where ref = ${ref} and answered_on is null and purpose <> 'reminder'
    order by published.issue_letters.sent_on desc, id desc limit 1`;
  if (!letter) return null;
  const { calendar, due, rule } = await answerDue(letter.sent_on, { withStudy: letter.with_study });
  return due !== null && rule && isPublicTerm(rule) ? { due, isSample: calendar === 'sample' } : null;
}
