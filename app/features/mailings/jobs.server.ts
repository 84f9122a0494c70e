import type { Task } from 'graphile-worker';
import { monthsBefore } from '#app/kernel/dates.ts';
import { openBulkMailer } from '#app/platform/bulk-mail.server.ts';
import { now } from '#app/platform/clock.server.ts';
import type { Tasks } from '#app/platform/jobs.server.ts';
import { openSmsGateway } from '#app/platform/sms-gateway.server.ts';
import { workerPool } from '#app/platform/worker-sql.server.ts';
import { stopKey } from './link.server.ts';
import { CAP, FORGET_MONTHS } from './rules/pace.ts';
import { sendWaiting } from './send-waiting.server.ts';

/** What came back for good, or was complained of: the address takes no mailings of any organisation any more. */
export async function takeReturned({ recipientId, reason }: Tasks['mailings:returned'], at: Date): Promise<boolean> {
  const sql = workerPool();
  const [row] = await sql<{ index: string | null }[]>`
    select app.return_mailing(${recipientId}, ${reason}, ${at}) as index`;
  if (!row?.index) return false;
  await sql`select app.stop_mailings_to(${stopKey(row.index)}, ${reason}, ${at})`;
  return true;
}

export async function forgetTouches(at: Date): Promise<void> {
  await workerPool()`select app.forget_touches(${at}, ${CAP.days})`;
}

/** Forgets who got the messages of long ago; their numbers stay. */
export async function forgetRecipients(at: Date): Promise<void> {
  await workerPool()`select app.forget_recipients(${monthsBefore(at, FORGET_MONTHS)})`;
}

export const mailingTasks: Record<string, Task> = {
  'mailings:send': async () => {
    await sendWaiting({ mailer: await openBulkMailer(), sms: openSmsGateway(), now });
  },
  'mailings:returned': async (payload) => {
    await takeReturned(payload as Tasks['mailings:returned'], now());
  },
  'mailings:forget': async () => {
    await forgetTouches(now());
    await forgetRecipients(now());
  },
};
