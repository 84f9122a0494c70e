import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sayRefusal } from '#app/features/elections/rules/campaign-gate.ts';
import { sendMailing } from '#app/features/mailings/commands/send-mailing.server.ts';
import { saveMailing } from '#app/features/mailings/commands/write-mailing.server.ts';
import { campaignAnswer, getMailing } from '#app/features/mailings/queries.server.ts';
import { sendWaiting } from '#app/features/mailings/send-waiting.server.ts';
import { wordsFor } from '#app/i18n/words.ts';
import { newId } from '#app/kernel/ids.ts';
import type { StaffWork } from '#app/platform/staff-work.server.ts';
import { closeWorkerPool } from '#app/platform/worker-sql.server.ts';
import { adminConnection } from '#tests/support/story.ts';
import { astaraAtWork, workAs } from '../issues/staff-world.ts';
import { draft, later, lockedMessage, mailbox, NOON, somebody } from './mailings-world.ts';

const sql = adminConnection();
const at = astaraAtWork(sql);
let team: StaffWork;
beforeAll(async () => {
  await sql`update organisations set kind = 'team', parent_id = null where slug = 'gunesli-sahil-cemiyyeti'`;
  await sql`update memberships set team_role = 'candidate' where organisation_id = (
    select id from organisations where slug = 'gunesli-sahil-cemiyyeti') and role = 'owner'`;
  await sql`delete from people`;
  team = { ...(await workAs(sql, 'perviz', 'gunesli')), now: NOON };
  await somebody(team.scope.organisationId, 'secici@sinaq.invalid');
  await somebody(at.organisationId, 'uzv@sinaq.invalid');
});
afterAll(async () => {
  await Promise.all([sql.end(), closeWorkerPool()]);
});

const state = (day: string | null) =>
  sql`insert into election_statements (id, day, payer, lawyer, cleared_on, stated_by)
    values (gen_random_uuid(), ${day}, 'Yerli cəmiyyət', 'Vəkil', '2026-11-01', ${at.organiser.scope.userId})`;
const send = (id: string, when: Date | null = null) => sendMailing(team, id, { clientId: newId(), at: when });

describe('messages that ask for votes', () => {
  it('are a candidate’s team’s alone, and whatever such a team writes outward is one', async () => {
    expect(await saveMailing({ ...at.organiser, now: NOON }, null, draft({ purpose: 'campaigning' }))).toMatchObject({
      refusal: { code: 'common.error.choose', field: 'purpose' },
    });
    expect(await saveMailing(team, null, draft({ purpose: 'news' }))).toMatchObject({
      refusal: { code: 'common.error.choose', field: 'purpose' },
    });
  });

  it('leave only inside the window, with the reason and the date said in three languages', async () => {
    const id = await lockedMessage(team, { purpose: 'campaigning' });
    await state(null);
    expect(await send(id)).toMatchObject({ refusal: { code: 'elections.refused.no-day' } });
    // Voting on 20 December: the window opens on 27 November.
    await state('2026-12-20');
    expect(await send(id)).toMatchObject({ refusal: { code: 'elections.refused.before-window' } });
    const answer = await campaignAnswer(team.scope, NOON);
    if (answer.ok) throw new Error('open');
    expect(sayRefusal(wordsFor('az'), 'az', answer)).toContain('27\u00a0noyabr');
    expect(sayRefusal(wordsFor('en'), 'en', answer)).toContain('November\u00a027');
    expect(sayRefusal(wordsFor('ru'), 'ru', answer)).toContain('27\u00a0ноября');
    // For an hour inside it, it may be set already.
    expect(await send(id, new Date('2026-11-28T08:00:00Z'))).toMatchObject({ ok: true });
    const box = mailbox();
    expect(await sendWaiting({ mailer: box, now: () => new Date('2026-11-28T08:01:00Z'), perMinute: 10 })).toBe(1);
  });

  it('stop by themselves when the day was moved after they were set', async () => {
    const id = await lockedMessage(team, { purpose: 'campaigning' });
    expect(await send(id, new Date('2026-11-29T08:00:00Z'))).toMatchObject({ ok: true });
    await state('2027-01-31');
    const box = mailbox();
    expect(await sendWaiting({ mailer: box, now: () => new Date('2026-11-29T08:01:00Z'), perMinute: 10 })).toBe(0);
    expect(await getMailing(team.scope, id, later(0))).toMatchObject({
      state: 'stopped',
      stopCode: 'elections.refused.before-window',
      figures: { waiting: 1, sent: 0 },
    });
  });
});
