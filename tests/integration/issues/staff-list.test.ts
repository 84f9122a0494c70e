import { afterAll, describe, expect, it } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { adminConnection } from '#tests/support/story.ts';
import { astaraAtWork, issueCalled, newReport } from './staff-world.ts';

const sql = adminConnection();
const at = astaraAtWork(sql);
afterAll(() => sql.end());

const refused = { ok: false, refusal: { code: 'common.error.not-allowed' } };

describe('entry for somebody at the door', () => {
  const entry = () =>
    ({
      clientId: newId(),
      category: 'waste',
      region: 'AZ-AST',
      place: 'Pensər',
      title: 'Qapıda deyilib',
      details: '',
      point: null,
      contact: null,
      locale: 'az',
      source: 'visit',
    }) as const;

  it('waits for a moderator, names who wrote it down, and gives a receipt', async () => {
    const { enterReport } = await import('#app/features/issues/commands/enter-report.server.ts');
    const form = entry();
    const first = await enterReport(at.volunteer, form, []);
    expect(first.ok && first.value.code).toMatch(/^[1-4]\d{27}$/);
    const again = await enterReport(at.volunteer, form, []);
    expect(again).toMatchObject({ ok: true, value: { code: first.ok ? first.value.code : '', isRepeat: true } });
    const rows =
      await sql`select state, source, entered_by, organisation_id from issues where title = 'Qapıda deyilib'`;
    expect(rows).toEqual([
      { state: 'received', source: 'visit', entered_by: at.volunteer.scope.userId, organisation_id: at.organisationId },
    ]);
  });

  it('is not for readers, and stores no violence, no broken picture and no place abroad', async () => {
    const { enterReport } = await import('#app/features/issues/commands/enter-report.server.ts');
    expect(await enterReport(at.reader, entry(), [])).toEqual(refused);
    expect(await enterReport(at.volunteer, { ...entry(), category: 'early_marriage' }, [])).toMatchObject({
      refusal: { code: 'issues.form.error.sensitive' },
    });
    expect(await enterReport(at.volunteer, { ...entry(), point: { lat: 41.7, lng: 44.8 } }, [])).toMatchObject({
      refusal: { code: 'issues.form.error.outside' },
    });
    const bytes = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>');
    expect(await enterReport(at.volunteer, entry(), [{ bytes, isTooLarge: false }])).toMatchObject({
      refusal: { code: 'issues.form.error.photo-format', field: 'photos' },
    });
    const large = { bytes: new Uint8Array(), isTooLarge: true };
    expect(await enterReport(at.volunteer, entry(), [large])).toMatchObject({
      refusal: { code: 'issues.form.error.photo-large' },
    });
  });
});

describe('the list', () => {
  it('shows another organisation nothing', async () => {
    const { countTabs, listStaffIssues } = await import('#app/features/issues/staff-list.server.ts');
    const { getToday } = await import('#app/features/issues/staff-today.server.ts');
    const own = await listStaffIssues(at.stranger.scope, { tab: 'all' }, {});
    const ours = await sql<{ id: string }[]>`select id from issues where organisation_id = ${at.organisationId}`;
    expect(ours.length).toBeGreaterThan(5);
    const theirs = new Set(own.rows.map(({ id }) => id));
    expect(ours.filter(({ id }) => theirs.has(id))).toEqual([]);
    const total = (
      await sql<
        { n: number }[]
      >`select count(*)::int as n from issues where organisation_id = ${at.stranger.scope.organisationId}`
    )[0]?.n;
    expect((await countTabs(at.stranger.scope, { tab: 'all' })).all).toBe(total);
    const today = await getToday(at.stranger.scope, new Date());
    expect(
      today.queue.concat(today.unforwarded as never).filter(({ id }) => ours.some((one) => one.id === id)),
    ).toEqual([]);
  });

  it('turns its pages without losing or repeating a row, forwards and back', async () => {
    const { listStaffIssues } = await import('#app/features/issues/staff-list.server.ts');
    // Many at the same moment: the order must not depend on the clock alone.
    await sql`insert into issues (id, organisation_id, client_id, category, theme, region, title, locale, created_at)
      select gen_random_uuid(), ${at.organisationId}, gen_random_uuid(), 'gas', 'infrastructure', 'AZ-AST', 'Qaz ' || n, 'az', now() - (n / 40) * interval '1 minute' from generate_series(1, 75) n`;
    const filters = { tab: 'queue', category: 'gas' } as const;
    const seen: string[] = [];
    const starts: number[] = [];
    let page = await listStaffIssues(at.moderator.scope, filters, {});
    const first = page.rows.map(({ id }) => id);
    for (;;) {
      seen.push(...page.rows.map(({ id }) => id));
      starts.push(page.from);
      if (!page.after) break;
      page = await listStaffIssues(at.moderator.scope, filters, { after: page.after });
    }
    expect(new Set(seen).size).toBe(75);
    expect(seen).toHaveLength(75);
    expect(starts).toEqual([1, 31, 61]);
    while (page.before) page = await listStaffIssues(at.moderator.scope, filters, { before: page.before });
    expect(page.rows.map(({ id }) => id)).toEqual(first);
    expect(page.total).toBe(75);
  });

  it('finds words in the reporter’s text and the public one, folded, and takes signs as letters', async () => {
    const { listStaffIssues } = await import('#app/features/issues/staff-list.server.ts');
    await newReport(sql, at.organisationId, { title: 'Şəhidlər küçəsində işıq 100% yanmır' });
    const found = async (q: string) =>
      (await listStaffIssues(at.moderator.scope, { tab: 'all', q }, {})).rows.map(({ title }) => title);
    expect(await found('sehidler kucesinde')).toEqual(['Şəhidlər küçəsində işıq 100% yanmır']);
    expect(await found('кючесинде ишыг')).toEqual(['Şəhidlər küçəsində işıq 100% yanmır']);
    expect(await found('100% yan')).toEqual(['Şəhidlər küçəsində işıq 100% yanmır']);
    expect(await found('100_ yan')).toEqual([]);
    const [page] = await sql<
      { ref: string; title: string }[]
    >`select ref, public_title as title from issues where organisation_id = ${at.organisationId} and is_public and ref is not null and public_title is not null limit 1`;
    expect(await found(String(page?.ref))).toContain(page?.title);
  });

  it('sees what may be the same: near and of one theme, or lately of one category', async () => {
    const { getStaffIssue } = await import('#app/features/issues/staff-issue.server.ts');
    const place = { lat: 38.7, lng: 48.7 };
    const { issueId } = await newReport(sql, at.organisationId, { category: 'bridge', point: place });
    const titles = { near: 'Yaxın yol', far: 'Uzaq yol', same: 'Eyni kateqoriya', old: 'Köhnə körpü' };
    await newReport(sql, at.organisationId, {
      category: 'road_surface',
      title: titles.near,
      point: { lat: 38.7018, lng: 48.7 },
    });
    await newReport(sql, at.organisationId, {
      category: 'road_surface',
      title: titles.far,
      point: { lat: 38.703, lng: 48.7 },
    });
    await newReport(sql, at.organisationId, { category: 'bridge', title: titles.same, point: null });
    const old = await newReport(sql, at.organisationId, { category: 'bridge', title: titles.old, point: null });
    await sql`update issues set created_at = now() - interval '91 days' where id = ${old.issueId}`;
    const near = (await getStaffIssue(at.moderator.scope, issueId, new Date()))?.near ?? [];
    const found = near.map(({ title }) => title);
    expect(found).toContain(titles.near);
    expect(found).toContain(titles.same);
    expect(found).not.toContain(titles.far);
    expect(found).not.toContain(titles.old);
    expect(near.find(({ title }) => title === titles.near)?.metres).toBe(200);
  });
});

describe('the morning letter', () => {
  it('goes to each moderator once a day, in their language, and says nothing of any report', async () => {
    const { sendDigest } = await import('#app/features/issues/jobs.server.ts');
    const { openMail } = await import('#app/platform/mail.server.ts');
    const { issueId } = await issueCalled(sql, 'Zibil yeşiyi yoxdur');
    await sql`delete from mails`;
    const morning = new Date('2026-11-23T04:30:00Z');
    expect(await sendDigest({ organisationId: at.organisationId }, morning)).toBe(1);
    expect(await sendDigest({ organisationId: at.organisationId }, morning)).toBe(0);
    expect(await sendDigest({ organisationId: at.organisationId }, new Date('2026-11-23T19:00:00Z'))).toBe(0);
    const [row] = await sql<
      { id: string; to_cipher: string; subject: string; content_cipher: string; created_at: Date }[]
    >`select * from mails`;
    const mail = openMail({
      id: row?.id,
      subject: row?.subject,
      toCipher: row?.to_cipher,
      contentCipher: row?.content_cipher,
      createdAt: row?.created_at,
    } as never);
    expect(mail.to).toBe('rena@astaracay.invalid');
    expect(mail.subject).toBe('İcma: bu gün gözləyənlər');
    expect(mail.text).toContain('/org/astaracay-icma-qrupu');
    const titles = await sql<
      { title: string }[]
    >`select title from issues where organisation_id = ${at.organisationId}`;
    for (const { title } of titles) expect(mail.text + mail.html).not.toContain(title);
    expect(mail.text).not.toContain(issueId);
    expect(await sendDigest({ organisationId: at.organisationId }, new Date('2026-11-23T20:30:00Z'))).toBe(1);
  });

  it('stays away when nothing waits', async () => {
    const { sendDigest } = await import('#app/features/issues/jobs.server.ts');
    const [quiet] = await sql<{ id: string }[]>`select id from organisations o where state = 'approved'
      and not exists (select 1 from issues i where i.organisation_id = o.id and (state in ('received', 'held') or awaits = 'organisation'))
      and not exists (select 1 from issue_flags f where f.organisation_id = o.id and state = 'open') limit 1`;
    expect(await sendDigest({ organisationId: quiet?.id ?? '' }, new Date('2026-11-25T04:30:00Z'))).toBe(0);
  });
});
