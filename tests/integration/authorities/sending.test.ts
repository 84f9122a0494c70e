import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerLetter } from '#app/features/authorities/commands/register-letter.server.ts';
import { sendLetter } from '#app/features/authorities/commands/send-letter.server.ts';
import { mailLetter } from '#app/features/authorities/jobs.server.ts';
import { getLetter } from '#app/features/authorities/queries.server.ts';
import { adminConnection, organisationId, seedStory } from '#tests/support/story.ts';
import { pdfText } from '#tests/support/pdf-text.ts';
import { atWork, byPost, drafted, edit, freshIssue, mails, stored, type Work } from './world.ts';

let sql: postgres.Sql;
let aide: Work;
beforeAll(async () => {
  await seedStory();
  sql = adminConnection();
  aide = await atWork(sql, 'astaracay', 'Aidə Kərimli');
}, 180_000);
afterAll(() => sql.end());

describe('sending a letter', () => {
  it('records post with day and register number, moves the report, and writes its history', async () => {
    const issueId = await freshIssue(sql, 'astaracay', { category: 'road_surface', region: 'AZ-AST' });
    const letterId = await drafted(aide, issueId);
    const sentOn = new Date(aide.now.getTime() - 2 * 86_400_000);
    expect(await sendLetter(aide, byPost(letterId, { sentOn, registerNumber: '118' }))).toMatchObject({ ok: true });
    expect(await stored(sql, letterId)).toMatchObject({
      state: 'sent',
      sent_via: 'post',
      sent_at: sentOn,
      register_number: '118',
    });
    const [issue] = await sql`select state from issues where id = ${issueId}`;
    expect(issue?.state).toBe('forwarded');
    const events =
      await sql`select kind, to_state, public_note, body_id is not null as named from issue_events where issue_id = ${issueId} order by created_at, kind`;
    expect(events).toMatchObject([
      { kind: 'letter', named: true },
      {
        kind: 'move',
        to_state: 'forwarded',
        public_note: 'Müraciət göndərildi: Azərbaycan Avtomobil Yolları Dövlət Agentliyi.',
        named: true,
      },
    ]);
    const trail = await sql`select action from audit_entries where subject_id = ${letterId}`;
    expect(trail.map((row) => row.action)).toEqual(['letter.drafted', 'letter.sent']);
    expect(await mails(sql)).toHaveLength(0);
  });

  it('leaves the state alone where a letter is no step forward, and refuses a day to come', async () => {
    const issueId = await freshIssue(sql, 'astaracay', { state: 'promised' });
    const letterId = await drafted(aide, issueId);
    expect(
      await sendLetter(aide, byPost(letterId, { sentOn: new Date(aide.now.getTime() + 86_400_000) })),
    ).toMatchObject({ ok: false, refusal: { field: 'sentOn' } });
    expect(await sendLetter(aide, byPost(letterId))).toMatchObject({ ok: true });
    const [issue] = await sql`select state from issues where id = ${issueId}`;
    expect(issue?.state).toBe('promised');
  });

  it('keeps the sheet as it left, encrypted, and lets only the register number change', async () => {
    const letterId = await drafted(aide, await freshIssue(sql, 'astaracay'));
    await sendLetter(aide, byPost(letterId));
    const id = await organisationId(sql, 'astaracay');
    await sql`update organisations set legal_name = 'Yeni ad' where id = ${id}`;
    const letter = await getLetter(aide.scope, letterId, aide.now);
    await sql`update organisations set legal_name = '“Astaraçay İcma Qrupu” İctimai Birliyi' where id = ${id}`;
    expect(letter?.sheet).toMatchObject({ isDraft: false, hasSigningLine: true });
    expect(letter?.sheet.from[0]).toBe('“Astaraçay İcma Qrupu” İctimai Birliyi');
    expect(String((await stored(sql, letterId)).printed_cipher)).toMatch(/^v1\./u);
    expect(await edit(aide, letterId, { text: 'Göndəriləndən sonra dəyişdirilmiş mətn' })).toMatchObject({
      ok: false,
      refusal: { code: 'authorities.error.already-sent' },
    });
    expect(await registerLetter(aide, { letterId, registerNumber: '77-A' })).toMatchObject({ ok: true });
    expect(await stored(sql, letterId)).toMatchObject({ register_number: '77-A', state: 'sent' });
  });

  it('is printed clean when it is ready, to be signed and posted, and marked while something is missing', async () => {
    const letterId = await drafted(aide, await freshIssue(sql, 'astaracay'));
    expect(await getLetter(aide.scope, letterId, aide.now)).toMatchObject({
      state: 'ready',
      sheet: { isDraft: false },
    });
    const id = await organisationId(sql, 'astaracay');
    await sql`update organisations set legal_name = null where id = ${id}`;
    const unready = await getLetter(aide.scope, letterId, aide.now);
    await sql`update organisations set legal_name = '“Astaraçay İcma Qrupu” İctimai Birliyi' where id = ${id}`;
    expect(unready).toMatchObject({ state: 'draft', sheet: { isDraft: true } });
  });

  it('mails once, whatever is sent or run twice, and answers go to the organisation', async () => {
    const issueId = await freshIssue(sql, 'astaracay', { category: 'road_surface', region: 'AZ-AST' });
    const letterId = await drafted(aide, issueId);
    const form = byPost(letterId, { channel: 'email' });
    const results = await Promise.all([sendLetter(aide, form), sendLetter(aide, form)]);
    expect(results.every((result) => result.ok)).toBe(true);
    expect(await sendLetter(aide, byPost(letterId, { channel: 'email' }))).toMatchObject({
      ok: false,
      refusal: { code: 'authorities.error.already-sent' },
    });
    const jobs = await sql`select count(*)::int as n from graphile_worker.jobs where task_identifier = 'letters:send'`;
    expect(jobs[0]?.n).toBe(1);
    const before = (await mails(sql)).length;
    const payload = { organisationId: aide.scope.organisationId, letterId };
    await Promise.all([mailLetter(payload, aide.now), mailLetter(payload, aide.now)]);
    await mailLetter(payload, aide.now);
    const found = (await mails(sql)).slice(before);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      to: 'aayda@qurum.invalid',
      replyTo: 'salam@astaracay.invalid',
      attachments: [{ name: expect.stringMatching(/^muraciet-\d+-1\.pdf$/u) as string }],
    });
    expect(await stored(sql, letterId)).toMatchObject({ mailed_at: aide.now });
  }, 180_000);

  it('writes about nothing that was withdrawn before the mail left', async () => {
    const issueId = await freshIssue(sql, 'astaracay', { category: 'road_surface' });
    const letterId = await drafted(aide, issueId);
    await sendLetter(aide, byPost(letterId, { channel: 'email' }));
    await sql`update issues set state = 'withdrawn' where id = ${issueId}`;
    const before = (await mails(sql)).length;
    await mailLetter({ organisationId: aide.scope.organisationId, letterId }, aide.now);
    expect(await mails(sql)).toHaveLength(before);
    expect(await stored(sql, letterId)).toMatchObject({ state: 'cancelled', mailed_at: null });
  });

  it('tells the authority nothing of the reporter, nor the exact place where that would', async () => {
    const esmira = await atWork(sql, 'xezeryeli', 'Esmira Talıblı', 'owner');
    const issueId = await freshIssue(sql, 'xezeryeli', {
      category: 'social_benefit',
      sensitivity: 1,
      exact_lat: 38.7543219,
      exact_lng: 48.8506587,
      title: 'Mən, Sədaqət, müavinət almıram',
      details: 'Qonşum Rasim bilir, evimiz mavi qapılıdır',
      place: 'Lənkəran, 3-cü döngə, ev 7',
      source: 'call',
      public_title: 'Müavinət gecikir',
      public_details: 'Ödəniş iki aydır gəlmir',
      public_place: 'Lənkəran şəhəri',
    });
    await sql`insert into issue_contacts (issue_id, organisation_id, contact_cipher, consent_version) values (${issueId}, ${esmira.scope.organisationId}, 'v1.qwertz', '1')`;
    const letterId = await drafted(esmira, issueId);
    expect(await edit(esmira, letterId, { withExactPlace: true })).toMatchObject({ ok: true });
    await sendLetter(esmira, byPost(letterId, { channel: 'email' }));
    const before = (await mails(sql)).length;
    await mailLetter({ organisationId: esmira.scope.organisationId, letterId }, esmira.now);
    const [mail] = (await mails(sql)).slice(before);
    const pdf = Buffer.from(mail?.attachments?.[0]?.base64 ?? '', 'base64');
    const everything = `${mail?.subject}\n${mail?.text}\n${mail?.html}\n${pdfText(pdf)}\n${pdf.toString('latin1')}`;
    expect(everything).toContain('Müavinət gecikir');
    for (const secret of ['Sədaqət', 'Rasim', 'mavi', 'döngə', '38.75', '48.85', 'v1.qwertz', 'zəng'])
      expect(everything, secret).not.toContain(secret);
    // The same search finds what a letter of an open category does carry.
    const open = await freshIssue(sql, 'astaracay', {
      category: 'road_surface',
      exact_lat: 38.7543219,
      exact_lng: 48.8506587,
    });
    const carried = await getLetter(aide.scope, await drafted(aide, open), aide.now);
    expect(carried?.sheet.facts.join('\n')).toContain('38.75432, 48.85066');
  }, 180_000);
});
