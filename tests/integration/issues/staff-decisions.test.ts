import { afterAll, describe, expect, it } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { adminConnection } from '#tests/support/story.ts';
import {
  WORDS,
  astaraAtWork,
  change,
  countsOf,
  decision,
  issueCalled,
  newReport,
  publication,
  workAs,
} from './staff-world.ts';

const sql = adminConnection();
const at = astaraAtWork(sql);
afterAll(() => sql.end());

const load = () =>
  Promise.all([
    import('#app/features/issues/commands/publish-issue.server.ts'),
    import('#app/features/issues/commands/hold-issue.server.ts'),
    import('#app/features/issues/commands/reject-issue.server.ts'),
    import('#app/features/issues/commands/move-issue.server.ts'),
    import('#app/features/issues/commands/edit-wording.server.ts'),
  ]).then(
    (modules) =>
      Object.assign({}, ...modules) as (typeof modules)[0] &
        (typeof modules)[1] &
        (typeof modules)[2] &
        (typeof modules)[3] &
        (typeof modules)[4],
  );
const stateOf = async (issueId: string) =>
  (await sql<{ state: string }[]>`select state from issues where id = ${issueId}`)[0]?.state;
const aBody = async () => (await sql<{ id: string }[]>`select id from bodies limit 1`)[0]?.id ?? '';

describe('publishing', () => {
  it('gives the number, the day and the WORDS, writes history and trail, and is counted at once', async () => {
    const { publishIssue } = await load();
    const report = await newReport(sql, at.organisationId);
    const before = await countsOf(sql);
    const result = await publishIssue(at.moderator, publication(report));
    expect(result).toMatchObject({ ok: true, value: { state: 'published' } });
    const [row] =
      await sql`select ref, state, published_at, public_title, public_details, public_place, title, is_public from issues where id = ${report.issueId}`;
    expect(row).toMatchObject({
      state: 'published',
      public_title: 'Bazarda zibil',
      public_details: 'Yeşik yoxdur.',
      public_place: 'Pensər',
      is_public: true,
    });
    expect(row?.title).toMatch(/^Yeni bildiriş/);
    expect(Number(row?.ref)).toBeGreaterThan(1000);
    expect(row?.published_at).toEqual(at.moderator.now);
    expect(await countsOf(sql)).toEqual({ totals: before.totals + 1, cells: before.cells + 1 });
    const [event] =
      await sql`select from_state, to_state, actor_id, actor_role from issue_events where issue_id = ${report.issueId} and to_state = 'published'`;
    expect(event).toEqual({
      from_state: 'received',
      to_state: 'published',
      actor_id: at.moderator.scope.userId,
      actor_role: 'moderator',
    });
    const trail =
      await sql`select action from audit_entries where subject_id = ${report.issueId} and action = 'issue.published'`;
    expect(trail).toHaveLength(1);
  });

  it('happens once when the form is sent five times, also at the same moment', async () => {
    const { publishIssue } = await load();
    const report = await newReport(sql, at.organisationId);
    const before = await countsOf(sql);
    const form = publication(report);
    const results = await Promise.all(Array.from({ length: 5 }, () => publishIssue(at.moderator, form)));
    for (const result of results) expect(result).toEqual(results[0]);
    expect(results[0]).toMatchObject({ ok: true });
    expect((await countsOf(sql)).totals).toBe(before.totals + 1);
    expect(
      await sql`select 1 from issue_events where issue_id = ${report.issueId} and to_state = 'published'`,
    ).toHaveLength(1);
  });

  it('keeps number and day when a page taken down comes back', async () => {
    const { holdIssue, publishIssue } = await load();
    const report = await newReport(sql, at.organisationId);
    await publishIssue(at.moderator, publication(report));
    const [first] = await sql`select ref, published_at, title from issues where id = ${report.issueId}`;
    const again = await issueCalled(sql, String(first?.title));
    expect(await holdIssue(at.moderator, decision(again))).toMatchObject({
      ok: true,
      value: { state: 'held', ref: Number(first?.ref) },
    });
    const held = await issueCalled(sql, String(first?.title));
    await publishIssue({ ...at.moderator, now: new Date(Date.now() + 1000) }, { ...held, clientId: newId(), note: '' });
    const [second] = await sql`select ref, published_at, public_title from issues where id = ${report.issueId}`;
    expect(second).toEqual({ ref: first?.ref, published_at: first?.published_at, public_title: 'Bazarda zibil' });
  });

  it('blurs the public point again when the category becomes sensitive', async () => {
    const { publishIssue } = await load();
    const report = await newReport(sql, at.organisationId);
    await publishIssue(at.moderator, { ...publication(report), wording: { ...WORDS, category: 'employment' } });
    const [row] = await sql`select sensitivity, exact_lat, public_lat, theme from issues where id = ${report.issueId}`;
    expect(row).toMatchObject({ sensitivity: 1, exact_lat: 38.6139, theme: 'social' });
    expect(row?.public_lat).not.toBe(row?.exact_lat);
  });
});

describe('refusals', () => {
  it.each(['issue.hold', 'issue.reject'] as const)('%s without a reason, and nothing changes', async (which) => {
    const { holdIssue, rejectIssue } = await load();
    const report = await newReport(sql, at.organisationId);
    const command = which === 'issue.hold' ? holdIssue : rejectIssue;
    expect(await command(at.moderator, { ...decision(report), reason: '' })).toEqual({
      ok: false,
      refusal: { code: 'issues.staff.error.reason', field: 'reason' },
    });
    expect(await stateOf(report.issueId)).toBe('received');
    expect(await command(at.moderator, decision(report))).toMatchObject({ ok: true });
  });

  it('an answer without its body, its reason or a word for everybody', async () => {
    const { moveIssue } = await load();
    const report = await issueCalled(sql, 'Leysandan sonra çay evləri təhdid edir');
    expect(report.state).toBe('promised');
    const move = change(report, 'done_claimed');
    expect(await moveIssue(at.organiser, move)).toMatchObject({
      refusal: { code: 'issues.staff.error.body', field: 'bodyId' },
    });
    expect(await moveIssue(at.organiser, { ...move, bodyId: newId() })).toMatchObject({
      refusal: { code: 'issues.staff.error.body' },
    });
    const bodyId = await aBody();
    expect(await moveIssue(at.organiser, { ...move, bodyId, note: '' })).toMatchObject({
      refusal: { code: 'issues.staff.error.note', field: 'note' },
    });
    expect(await moveIssue(at.organiser, { ...move, bodyId, reason: '' })).toMatchObject({
      refusal: { code: 'issues.staff.error.reason', field: 'reason' },
    });
    expect(await moveIssue(at.organiser, { ...move, bodyId })).toMatchObject({
      ok: true,
      value: { state: 'done_claimed' },
    });
  });

  it('moves that the table does not have', async () => {
    const { moveIssue, publishIssue } = await load();
    const report = await newReport(sql, at.organisationId);
    expect(await moveIssue(at.organiser, change(report, 'forwarded'))).toMatchObject({
      refusal: { code: 'common.error.not-allowed' },
    });
    expect(await moveIssue(at.organiser, change(report, 'published'))).toMatchObject({
      refusal: { code: 'common.error.not-allowed' },
    });
    await publishIssue(at.moderator, publication(report));
    expect(await moveIssue(at.organiser, change(report, 'withdrawn'))).toMatchObject({
      refusal: { code: 'common.error.changed-meanwhile' },
    });
  });

  it('people without the right', async () => {
    const { editWording, holdIssue, moveIssue, publishIssue } = await load();
    const report = await newReport(sql, at.organisationId);
    const refused = { ok: false, refusal: { code: 'common.error.not-allowed' } };
    for (const who of [at.organiser, at.reader, at.volunteer]) {
      expect(await publishIssue(who, publication(report))).toEqual(refused);
      expect(await holdIssue(who, decision(report))).toEqual(refused);
      expect(await editWording(who, { ...report, clientId: newId(), wording: WORDS })).toEqual(refused);
    }
    await publishIssue(at.moderator, publication(report));
    const [row] = await sql<{ title: string }[]>`select title from issues where id = ${report.issueId}`;
    const now = await issueCalled(sql, row?.title ?? '');
    for (const who of [at.moderator, at.reader, at.volunteer])
      expect(await moveIssue(who, change(now, 'forwarded'))).toEqual(refused);
    expect(await moveIssue(at.organiser, change(now, 'forwarded'))).toMatchObject({ ok: true });
  });

  it('another organisation, which learns nothing', async () => {
    const { editWording, holdIssue, publishIssue, rejectIssue } = await load();
    const { getStaffIssue } = await import('#app/features/issues/staff-issue.server.ts');
    const report = await newReport(sql, at.organisationId);
    const unknown = { ok: false, refusal: { code: 'issues.staff.error.unknown' } };
    expect(await publishIssue(at.stranger, publication(report))).toEqual(unknown);
    expect(await holdIssue(at.stranger, decision(report))).toEqual(unknown);
    expect(await rejectIssue(at.stranger, decision(report))).toEqual(unknown);
    expect(await editWording(at.stranger, { ...report, clientId: newId(), wording: WORDS })).toEqual(unknown);
    expect(await getStaffIssue(at.stranger.scope, report.issueId, new Date())).toBeUndefined();
    expect(await stateOf(report.issueId)).toBe('received');
  });

  it('categories that are never stored as a report', async () => {
    const { editWording, publishIssue } = await load();
    const report = await newReport(sql, at.organisationId);
    const wording = { ...WORDS, category: 'violence_support' } as const;
    const refused = { ok: false, refusal: { code: 'issues.form.error.sensitive', field: 'category' } };
    expect(await publishIssue(at.moderator, { ...publication(report), wording })).toEqual(refused);
    expect(await editWording(at.moderator, { ...report, clientId: newId(), wording })).toEqual(refused);
    expect(await stateOf(report.issueId)).toBe('received');
  });
});

describe('two people at one report', () => {
  it('the second is told, and can decide on what is there now', async () => {
    const { publishIssue, rejectIssue } = await load();
    const report = await newReport(sql, at.organisationId);
    const owner = await workAs(sql, 'sahin', 'astaracay');
    expect(await publishIssue(at.moderator, publication(report))).toMatchObject({ ok: true });
    expect(await rejectIssue(owner, decision(report))).toEqual({
      ok: false,
      refusal: { code: 'common.error.changed-meanwhile' },
    });
    expect(await stateOf(report.issueId)).toBe('published');
  });

  it('a page left open under its old form id does not pass for a repetition', async () => {
    const { editWording } = await load();
    const report = await newReport(sql, at.organisationId);
    const form = { ...report, clientId: newId() };
    expect(await editWording(at.moderator, { ...form, wording: WORDS })).toMatchObject({ ok: true });
    expect(await editWording(at.moderator, { ...form, wording: WORDS })).toMatchObject({ ok: true });
    expect(await editWording(at.moderator, { ...form, wording: { ...WORDS, title: 'Başqa sözlər' } })).toEqual({
      ok: false,
      refusal: { code: 'common.error.changed-meanwhile' },
    });
    const [row] = await sql`select public_title, title from issues where id = ${report.issueId}`;
    expect(row?.public_title).toBe('Bazarda zibil');
    expect(await sql`select 1 from issue_events where issue_id = ${report.issueId} and kind = 'edit'`).toHaveLength(1);
  });
});

describe('the end of a report', () => {
  it('takes the contact with it', async () => {
    const { moveIssue, publishIssue } = await load();
    const title = 'Əlaqəli bildiriş';
    const report = await newReport(sql, at.organisationId, {
      title,
      contact: { value: '+994501112233', consentVersion: 'test' },
    });
    await publishIssue(at.moderator, publication(report));
    const open = await issueCalled(sql, title);
    expect(await sql`select 1 from issue_contacts where issue_id = ${report.issueId}`).toHaveLength(1);
    expect(await moveIssue(at.organiser, change(open, 'closed'))).toMatchObject({ ok: true });
    expect(await sql`select 1 from issue_contacts where issue_id = ${report.issueId}`).toHaveLength(0);
  });
});
