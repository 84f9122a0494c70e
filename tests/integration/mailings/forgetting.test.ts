import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { behindLink } from '#app/features/mailings/commands/leave-mailings.server.ts';
import { forgetRecipients } from '#app/features/mailings/jobs.server.ts';
import { getMailing, listMailings } from '#app/features/mailings/queries.server.ts';
import { FORGET_MONTHS } from '#app/features/mailings/rules/pace.ts';
import { sendWaiting } from '#app/features/mailings/send-waiting.server.ts';
import { wordsFor } from '#app/i18n/words.ts';
import { LOCALES } from '#app/kernel/locale.ts';
import { closeWorkerPool } from '#app/platform/worker-sql.server.ts';
import { adminConnection } from '#tests/support/story.ts';
import { astaraAtWork } from '../issues/staff-world.ts';
import { later, lockedMessage, mailbox, NOON, sentMessage, somebody } from './mailings-world.ts';

const sql = adminConnection();
const at = astaraAtWork(sql);
beforeAll(async () => {
  await sql`delete from people`;
});
afterAll(async () => {
  await Promise.all([sql.end(), closeWorkerPool()]);
});

const after = (months: number, days: number) => {
  const moment = new Date(NOON);
  moment.setUTCMonth(moment.getUTCMonth() + months);
  return new Date(moment.getTime() + days * 86_400_000);
};
const receivers = (id: string) => sql<{ id: string }[]>`select id from mailing_recipients where mailing_id = ${id}`;

describe('a year after a message', () => {
  it('nobody knows who got it, and its numbers stand', async () => {
    await somebody(at.organisationId, 'birinci@sinaq.invalid');
    await somebody(at.organisationId, 'ikinci@sinaq.invalid');
    const id = await sentMessage(at.organiser);
    await sendWaiting({ mailer: mailbox({ 'ikinci@sinaq.invalid': 'no-address' }), now: () => NOON, perMinute: 1000 });
    const waits = await lockedMessage(at.organiser);
    const shown = async () => (await getMailing(at.organiser.scope, id, later(60)))?.figures;
    const before = await shown();
    expect(before).toMatchObject({ total: 2, sent: 1, bounced: 1 });
    const [row] = await receivers(id);

    await forgetRecipients(after(FORGET_MONTHS, -1));
    expect(await receivers(id)).toHaveLength(2);

    await forgetRecipients(after(FORGET_MONTHS, 1));
    expect(await receivers(id)).toHaveLength(0);
    expect(await shown()).toEqual(before);
    expect((await listMailings(at.organiser.scope)).find((line) => line.id === id)?.total).toBe(2);
    // Its link ends with it; what has not left yet keeps its receivers.
    expect(await behindLink(row?.id ?? '')).toBeUndefined();
    expect(await receivers(waits)).toHaveLength(2);
  });

  it('is what the page behind its link says', () => {
    for (const locale of LOCALES)
      for (const key of ['mailings.leave.term', 'mailings.leave.gone'] as const)
        expect(wordsFor(locale)(key)).toContain(String(FORGET_MONTHS));
  });
});
