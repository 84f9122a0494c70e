import { sql } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';

/** Tasks and what each needs. Handlers may run twice; nothing may happen twice. */
export type Tasks = {
  'mail:send': { mailId: string };
  'issues:digest': Record<string, never>;
  'issues:digest-organisation': { organisationId: string };
  'letters:send': { organisationId: string; letterId: string };
  /** Writes to one signer: a link to confirm, or word that the support counts already. */
  'support:answer': { organisationId: string; campaignId: string; signerIndex: string };
  'support:tell': {
    organisationId: string;
    campaignId: string;
    subject: 'milestone' | 'reply';
    subjectId: string;
    after: string | null;
  };
  'support:recount': Record<string, never>;
  'support:anonymise': Record<string, never>;
  'campaigns:suggest': Record<string, never>;
  'campaigns:suggest-organisation': { organisationId: string };
  'campaigns:make-pack': { organisationId: string; packId: string };
  'campaigns:forget-packs': Record<string, never>;
  'campaigns:follow-up': Record<string, never>;
  'campaigns:send-letters': Record<string, never>;
  /** Checks or writes a table of people, as its row says. */
  'people:import': { organisationId: string; importId: string };
  'people:settle-merges': Record<string, never>;
  'tasks:forget-joining': Record<string, never>;
  /** Entries past their last day, and those that nobody answered. */
  'board:nightly': Record<string, never>;
  'board:nightly-organisation': { organisationId: string };
  /** Tells one side of an answer how it stands now. */
  'board:tell': { organisationId: string; matchId: string };
  'authorities:follow-up': Record<string, never>;
  'authorities:follow-up-organisation': { organisationId: string };
  /** Tells a member's devices that there is news behind a path; nothing of the news (accounts/push-devices.server.ts). */
  'push:send': { organisationId: string; userId: string; path: string };
  'files:delete': { keys: string[] };
  /** One constant sentence to people of a desk, or to the applicant of a case. */
  'legal:notify': { organisationId: string; staffIds: string[]; caseId: string | null; isUrgent?: boolean };
  /** Retention, check-ins, reminders of due dates: one job a desk. */
  'legal:nightly': Record<string, never>;
  'legal:nightly-desk': { organisationId: string };
  /** Opened keys that nobody uses any more. */
  'legal:sweep': Record<string, never>;
  /** Whoever is on duty learns of what cannot wait. */
  'legal:page': Record<string, never>;
  /** Sends what may leave of all messages to many, as fast as the rate allows. */
  'mailings:send': Record<string, never>;
  /** A message that came back for good, or that its reader complained of. */
  'mailings:returned': { recipientId: string; reason: 'bounce' | 'complaint' };
  'mailings:forget': Record<string, never>;
  /** Tells the holder of a place how it stands; `again`: they asked for their link once more; `isTakenOut`: a colleague ended it. */
  'events:answer': { organisationId: string; signUpId: string; again: boolean; isTakenOut?: boolean };
  /** Tells those who have a place, or wait, what changed at an event. */
  'events:tell': { organisationId: string; eventId: string };
  /** One neutral SMS to whoever left a telephone alone; `turn` counts from 1 what the gateway did not take. */
  'events:sms': { organisationId: string; signUpId: string; about: string; turn: number };
  /** Offers that ended, reminders, questions afterwards, events that are over. */
  'events:look': Record<string, never>;
  /** The reminder that stands next, sent to those with a place because a colleague asked for it now. */
  'events:remind': { organisationId: string; eventId: string };
  /** Who signed up for what is long over. */
  'events:forget': Record<string, never>;
  'audit:seal': Record<string, never>;
  housekeeping: Record<string, never>;
};

/** Anything that can run SQL inside the command's transaction. */
type Executor = Pick<Tx, 'execute'>;

/**
 * Puts work on the queue inside the transaction: it runs if, and only if, the command commits.
 * `key` makes a second enqueueing replace the first while it waits.
 */
export async function enqueue<Task extends keyof Tasks>(
  tx: Executor,
  task: Task,
  payload: Tasks[Task],
  options: { key?: string; runAt?: Date } = {},
): Promise<void> {
  await tx.execute(
    sql`select app.enqueue(${task}, ${JSON.stringify(payload)}::jsonb, ${options.key ?? null}, ${options.runAt?.toISOString() ?? null})`,
  );
}
