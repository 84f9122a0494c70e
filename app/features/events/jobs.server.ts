import { sql } from 'drizzle-orm';
import type { Task } from 'graphile-worker';
import { appDb } from '#db/client.server.ts';
import { monthsBefore } from '#app/kernel/dates.ts';
import { now as clock } from '#app/platform/clock.server.ts';
import type { Tasks } from '#app/platform/jobs.server.ts';
import { openSmsGateway } from '#app/platform/sms-gateway.server.ts';
import { lookAtEvents, remindByHand } from './look.server.ts';
import { FORGET_MONTHS } from './rules/kinds.ts';
import { sendSms } from './sms.server.ts';
import { answerHolder, tellChange } from './telling.server.ts';

/** Forgets who signed up for what is long over; tells how many sign-ups. */
export async function forgetSignUps(at: Date): Promise<number> {
  const before = monthsBefore(at, FORGET_MONTHS).toISOString();
  const rows = await appDb.execute<{ n: number }>(
    sql`select app.forget_sign_ups(${before}::timestamptz, ${at.toISOString()}::timestamptz) as n`,
  );
  return rows[0]?.n ?? 0;
}

export const eventTasks: Record<string, Task> = {
  'events:answer': async (payload) => answerHolder(payload as Tasks['events:answer'], clock()),
  'events:tell': async (payload) => {
    await tellChange(payload as Tasks['events:tell'], clock());
  },
  'events:remind': async (payload) => void (await remindByHand(payload as Tasks['events:remind'], clock())),
  'events:forget': async () => void (await forgetSignUps(clock())),
  'events:sms': (payload) => sendSms(payload as Tasks['events:sms'], openSmsGateway(), clock()),
  'events:look': async () => {
    await lookAtEvents(clock());
  },
};
