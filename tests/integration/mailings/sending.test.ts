import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lockAudience, unlockAudience } from '#app/features/mailings/commands/lock-audience.server.ts';
import { sendMailing, stopMailing, testMailing } from '#app/features/mailings/commands/send-mailing.server.ts';
import { saveMailing } from '#app/features/mailings/commands/write-mailing.server.ts';
import { getMailing, listMailings, readChoices } from '#app/features/mailings/queries.server.ts';
import { sendWaiting } from '#app/features/mailings/send-waiting.server.ts';
import { withdrawConsent } from '#app/features/people/public.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import { closeWorkerPool } from '#app/platform/worker-sql.server.ts';
import { adminConnection } from '#tests/support/story.ts';
import type { StaffWork } from '#app/platform/staff-work.server.ts';
import { astaraAtWork, workAs } from '../issues/staff-world.ts';
import { draft, later, lockedMessage, mailbox, NOON, sentMessage, somebody } from './mailings-world.ts';

const sql = adminConnection();
const at = astaraAtWork(sql);
/** The story's own people agreed to other things; each test begins with nobody. */
let neighbour: StaffWork;
beforeAll(async () => {
  await sql`delete from people`;
  neighbour = { ...(await workAs(sql, 'perviz', 'gunesli')), now: NOON };
});
afterAll(async () => {
  await sql`delete from mailings`;
  await Promise.all([sql.end(), closeWorkerPool()]);
});

async function afresh(): Promise<void> {
  await sql`delete from mailings`;
  await sql`delete from people`;
  await sql`delete from mailing_touches`;
  await sql`delete from mailing_stops`;
}
const run = (mailer: ReturnType<typeof mailbox>, now = NOON, perMinute = 1000) =>
  sendWaiting({ mailer, now: () => now, perMinute });
const page = async (id: string, now = NOON) => {
  const found = await getMailing(at.organiser.scope, id, now);
  if (!found) throw new Error('no message');
  return found;
};

describe('a message to many', () => {
  it('reaches each address once in a language of its person, and says how many others are left out and why', async () => {
    await afresh();
    await somebody(at.organisationId, 'bir@sinaq.invalid', { languages: ['ru'] });
    await somebody(at.organisationId, 'iki@sinaq.invalid', { languages: ['tly'] });
    await somebody(at.organisationId, 'ortaq@sinaq.invalid', { name: 'Aytən Birinci' });
    await somebody(at.organisationId, 'ortaq@sinaq.invalid', { name: 'Zaur İkinci' });
    await somebody(at.organisationId, 'yox@sinaq.invalid', { agrees: false });
    await somebody(at.organisationId, '', { name: 'Ünvansız' });
    const texts = { az: { subject: 'Yığıncaq', text: 'Gəlin' }, ru: { subject: 'Собрание', text: 'Приходите' } };
    const id = await sentMessage(at.organiser, { texts });
    expect((await page(id)).reach).toEqual({ reached: 3, noConsent: 1, noContact: 1, sameContact: 1 });
    const box = mailbox();
    expect(await run(box)).toBe(3);
    expect(box.to()).toEqual(['bir@sinaq.invalid', 'iki@sinaq.invalid', 'ortaq@sinaq.invalid']);
    expect(box.letters.find(({ to }) => to.startsWith('bir'))?.subject).toBe('Собрание');
    expect(box.letters.find(({ to }) => to.startsWith('iki'))?.subject).toBe('Yığıncaq');
    expect(box.letters.every(({ text, unsubscribeUrl }) => text.includes(unsubscribeUrl))).toBe(true);
    expect(await page(id)).toMatchObject({ state: 'sent', figures: { total: 3, sent: 3, waiting: 0, unknown: 0 } });
    expect(await run(box)).toBe(0);
    expect(box.letters).toHaveLength(3);
  });

  it('enqueues fifty thousand people by one statement', async () => {
    await afresh();
    await sql.unsafe(`create table counted (n serial, rows integer);
      create function count_statement() returns trigger language plpgsql security definer as
        $$ begin insert into counted (rows) select count(*) from made; return null; end $$;
      create trigger counting after insert on mailing_recipients referencing new table as made for each statement execute function count_statement()`);
    try {
      await sql`insert into people (id, organisation_id, name, created_at)
        select gen_random_uuid(), ${at.organisationId}, 'Sınaq ' || n, now() from generate_series(1, 50000) n`;
      await sql`insert into people_contacts (id, origin_id, person_id, organisation_id, kind, cipher, contact_index)
        select gen_random_uuid(), id, id, organisation_id, 'email', 'v1.x', 'sinaq-' || id from people`;
      await sql`insert into people_consents (id, origin_id, person_id, organisation_id, purpose, channel, text_version, given_at)
        select gen_random_uuid(), id, id, organisation_id, 'news', 'email', '2026-11', now() from people`;
      // As the server does by itself a minute after an import.
      await sql`analyze people, people_contacts, people_consents`;
      await sentMessage(at.organiser);
      expect([...(await sql`select rows from counted`)]).toEqual([{ rows: 50_000 }]);
    } finally {
      await sql.unsafe(
        'drop trigger counting on mailing_recipients; drop function count_statement; drop table counted',
      );
    }
    await afresh();
  }, 180_000);

  it('is sent once by a held Enter key, whatever the forms call themselves', async () => {
    await afresh();
    await somebody(at.organisationId, 'enter@sinaq.invalid');
    const id = await lockedMessage(at.organiser);
    const clientId = newId();
    const work = { ...at.organiser, now: NOON };
    const same = await Promise.all([1, 2, 3, 4, 5].map(() => sendMailing(work, id, { clientId, at: null })));
    expect(same.every(({ ok }) => ok)).toBe(true);
    // As two tabs, or two colleagues, do it: forms with ids of their own, at once.
    const another = await lockedMessage(at.organiser);
    const tabs = await Promise.all(
      [1, 2, 3, 4, 5].map(() => sendMailing(work, another, { clientId: newId(), at: later(60) })),
    );
    expect(tabs.filter(({ ok }) => ok)).toHaveLength(1);
    const others = await Promise.all([1, 2, 3].map(() => sendMailing(work, id, { clientId: newId(), at: null })));
    expect(others.map((result) => !result.ok && result.refusal.code)).toEqual(
      Array.from({ length: 3 }, () => 'mailings.error.not-locked'),
    );
    const box = mailbox();
    await Promise.all([run(box), run(box), run(box)]);
    expect(box.letters).toHaveLength(1);
    expect(await sql`select 1 from audit_entries where action = 'message.sent' and subject_id = ${id}`).toHaveLength(1);
  });

  it('waits for its hour, and stops when it is told to', async () => {
    await afresh();
    await somebody(at.organisationId, 'sonra@sinaq.invalid');
    const work = { ...at.organiser, now: NOON };
    const id = await lockedMessage(at.organiser);
    const past = await sendMailing(work, id, { clientId: newId(), at: later(-5) });
    expect(past).toMatchObject({ refusal: { code: 'mailings.error.when' } });
    expect(await sendMailing(work, id, { clientId: newId(), at: later(90) })).toMatchObject({ ok: true });
    const box = mailbox();
    expect(await run(box, later(89))).toBe(0);
    expect(await stopMailing(work, id, { clientId: newId() })).toMatchObject({ ok: true });
    expect(await run(box, later(91))).toBe(0);
    expect(await page(id)).toMatchObject({ state: 'stopped', figures: { waiting: 1, sent: 0 } });
  });

  it('does not reach who took the consent back after the list was locked, nor whom it was opened and locked without', async () => {
    await afresh();
    const leaver = await somebody(at.organisationId, 'getdi@sinaq.invalid');
    await somebody(at.organisationId, 'qaldi@sinaq.invalid');
    const id = await lockedMessage(at.organiser);
    const work = { ...at.organiser, now: NOON };
    expect(await saveMailing(work, id, draft())).toMatchObject({ refusal: { code: 'mailings.error.not-a-draft' } });
    await unlockAudience(work, id, { clientId: newId() });
    expect(await page(id)).toMatchObject({ state: 'draft', figures: null });
    await lockAudience(work, id, { clientId: newId() });
    await sendMailing(work, id, { clientId: newId(), at: null });
    await withScope({ kind: 'system', organisationId: at.organisationId }, (tx) =>
      withdrawConsent(tx, at.organisationId, leaver, { channel: 'email', now: NOON }),
    );
    const box = mailbox();
    await run(box);
    expect(box.to()).toEqual(['qaldi@sinaq.invalid']);
    expect((await page(id)).figures).toMatchObject({ sent: 1, withdrawn: 1 });
  });

  it('thanks those who were seen at an event, and nobody who only had a place', async () => {
    await afresh();
    const came = await somebody(at.organisationId, 'geldi@sinaq.invalid');
    const missed = await somebody(at.organisationId, 'gelmedi@sinaq.invalid');
    await somebody(at.organisationId, 'basqa@sinaq.invalid');
    const [event, shift] = [newId(), newId()];
    await sql`insert into events (id, organisation_id, kind, state, audience, title, locale, region, created_by)
      values (${event}, ${at.organisationId}, 'training', 'ended', 'public', 'Təlim', 'az', 'AZ-AST', ${at.organiser.scope.userId})`;
    await sql`insert into event_shifts (id, organisation_id, event_id, starts_at, ends_at, capacity)
      values (${shift}, ${at.organisationId}, ${event}, ${NOON}, ${later(60)}, 10)`;
    for (const [person, seen] of [
      [came, NOON],
      [missed, null],
    ] as const)
      await sql`insert into event_sign_ups (id, organisation_id, event_id, shift_id, client_id, state, way, person_cipher, person_id, consent_version, locale, attended_at)
        values (${newId()}, ${at.organisationId}, ${event}, ${shift}, ${newId()}, 'registered', 'web', 'v1.x', ${person}, '1', 'az', ${seen})`;
    expect((await readChoices(at.organiser.scope)).events).toContainEqual({ id: event, name: 'Təlim' });
    expect((await readChoices(neighbour.scope)).events.map(({ id }) => id)).not.toContain(event);
    await sentMessage(at.organiser, { audience: 'event', audienceId: event });
    const box = mailbox();
    await run(box);
    expect(box.to()).toEqual(['geldi@sinaq.invalid']);
    expect(await saveMailing(neighbour, null, draft({ audience: 'event', audienceId: event }))).toMatchObject({
      refusal: { code: 'common.error.choose', field: 'audience' },
    });
  });

  it('goes to its writer alone as a test, in each language', async () => {
    await afresh();
    await somebody(at.organisationId, 'hami@sinaq.invalid');
    const texts = { az: { subject: 'Bir', text: 'Bir' }, en: { subject: 'One', text: 'One' } };
    const id = await lockedMessage(at.organiser, { texts });
    const before = await sql`select id from mails`;
    expect(await testMailing({ ...at.organiser, now: NOON }, id, { clientId: newId() })).toMatchObject({ ok: true });
    const mails = await sql<{ subject: string }[]>`select subject from mails order by subject`;
    expect(mails.length - before.length).toBe(2);
    expect(mails.map(({ subject }) => subject)).toEqual(expect.arrayContaining(['Bir', 'One']));
    expect(await page(id)).toMatchObject({ testedAt: NOON, figures: { waiting: 1 } });
  });

  it('tries again what surely did not leave, and gives up in the end', async () => {
    await afresh();
    await somebody(at.organisationId, 'mesgul@sinaq.invalid');
    const id = await sentMessage(at.organiser);
    const box = mailbox({ 'mesgul@sinaq.invalid': 'later' });
    await run(box);
    await run(box, later(5));
    expect(box.letters).toHaveLength(1);
    for (const minutes of [11, 80, 340, 1500]) await run(box, later(minutes));
    expect(box.letters).toHaveLength(5);
    expect(await page(id, later(1600))).toMatchObject({ state: 'sent', figures: { failed: 1, waiting: 0 } });
  });

  it('is not seen, changed or sent by another organisation, nor sent by a colleague who may only read', async () => {
    await afresh();
    await somebody(at.organisationId, 'ozge@sinaq.invalid');
    const id = await lockedMessage(at.organiser);
    expect(await getMailing(neighbour.scope, id, NOON)).toBeUndefined();
    expect((await listMailings(neighbour.scope)).length).toBe(0);
    for (const result of [
      await sendMailing(neighbour, id, { clientId: newId(), at: null }),
      await unlockAudience(neighbour, id, { clientId: newId() }),
      await testMailing(neighbour, id, { clientId: newId() }),
    ])
      expect(result).toMatchObject({ refusal: { code: 'mailings.error.gone' } });
    for (const colleague of [at.moderator, at.volunteer, at.reader])
      expect(await sendMailing({ ...colleague, now: NOON }, id, { clientId: newId(), at: null })).toMatchObject({
        refusal: { code: 'common.error.not-allowed' },
      });
    for (const kind of ['citizen', 'operator'] as const) {
      const scope =
        kind === 'citizen' ? { kind, organisationId: at.organisationId } : { kind, userId: at.organiser.scope.userId };
      const rows = await withScope(scope, (tx) =>
        tx.execute('select 1 from mailings union all select 1 from mailing_recipients'),
      );
      expect(rows).toHaveLength(0);
    }
    expect(await page(id)).toMatchObject({ state: 'locked' });
  });
});
