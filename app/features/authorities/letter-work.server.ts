import { and, eq } from 'drizzle-orm';
import { letters } from '#db/schema/index.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { listDeadlines } from './deadlines.server.ts';

type MemberScope = Extract<Scope, { kind: 'member' }>;
const DAY = 86_400_000;
/** An answer that is due within so many days is looked at today. */
const SOON_DAYS = 3;

/** What letters and deliveries want today: answers overdue and due soon, letters ready to send, letters begun. Counts only. */
export async function countLetterWork(
  scope: MemberScope,
  now: Date,
): Promise<{ overdue: number; soon: number; ready: number; drafts: number }> {
  const { overdue, due } = await listDeadlines(scope, now);
  const soon = dayOf(new Date(now.getTime() + SOON_DAYS * DAY));
  const unsent = (state: 'ready' | 'draft') =>
    withScope(scope, (tx) =>
      tx.$count(letters, and(eq(letters.organisationId, scope.organisationId), eq(letters.state, state))),
    );
  return {
    overdue: overdue.length,
    soon: due.filter(({ due: answer }) => answer.due !== null && answer.due <= soon).length,
    ready: await unsent('ready'),
    drafts: await unsent('draft'),
  };
}
