import type { letters } from '#db/schema/index.ts';
import type { Calendar } from '#app/kernel/dated-rules/calendar.ts';
import { answerDueBy, type AnswerDue } from './calendar.server.ts';
import { isAwaited } from './rules/follow-up.ts';

/** Null where nothing is awaited: not sent, answered, a reminder (the first letter's term has passed already), or the report moved on. */
export function dueOf(
  calendar: Calendar,
  letter: Pick<typeof letters.$inferSelect, 'state' | 'purpose' | 'sentAt' | 'answeredOn' | 'withStudy'>,
  issueState: string,
): AnswerDue | null {
  if (
    letter.state !== 'sent' ||
    letter.purpose === 'reminder' ||
    !letter.sentAt ||
    letter.answeredOn ||
    !isAwaited(issueState)
  )
    return null;
  return answerDueBy(calendar, letter.sentAt, { withStudy: letter.withStudy });
}
