import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaffWork } from '#app/features/issues/staff-work.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { adminConnection, seedStory } from '#tests/support/story.ts';
import { issueCalled, newReport, workAs } from './staff-world.ts';

const sharp = createRequire(import.meta.url)('sharp') as typeof import('sharp').default;
const sql = adminConnection();
let moderator: StaffWork;
let organiser: StaffWork;
let reader: StaffWork;
let volunteer: StaffWork;
let stranger: StaffWork;
let organisationId: string;

beforeAll(async () => {
  await seedStory();
  moderator = await workAs(sql, 'rena', 'astaracay');
  organiser = await workAs(sql, 'aide', 'astaracay');
  reader = await workAs(sql, 'xalide', 'astaracay');
  volunteer = await workAs(sql, 'samir', 'astaracay');
  stranger = await workAs(sql, 'irina', 'gunesli');
  organisationId = moderator.scope.organisationId;
}, 60_000);
afterAll(() => sql.end());

const refused = { ok: false, refusal: { code: 'common.error.not-allowed' } };
const unknown = { ok: false, refusal: { code: 'issues.staff.error.unknown' } };
const trailOf = async (subjectId: string) =>
  (await sql<{ action: string }[]>`select action from audit_entries where subject_id = ${subjectId} order by id`).map(
    ({ action }) => action,
  );

describe('questions to the reporter', () => {
  it('reach the receipt, are answered there, and are read by saying so', async () => {
    const { askReporter } = await import('#app/features/issues/commands/ask-reporter.server.ts');
    const { readAnswer } = await import('#app/features/issues/commands/read-answer.server.ts');
    const { answerOrganisation } = await import('#app/features/issues/commands/answer-organisation.server.ts');
    const { issueId } = await newReport(sql, organisationId);
    const question = { issueId, clientId: newId(), body: 'Nə vaxtdandır?' };
    expect(await askReporter(moderator, question)).toMatchObject({ ok: true });
    expect(await askReporter(moderator, question)).toMatchObject({ ok: true });
    const [asked] =
      await sql`select awaits, (select count(*)::int from issue_messages m where m.issue_id = i.id) as messages from issues i where id = ${issueId}`;
    expect(asked).toEqual({ awaits: 'reporter', messages: 1 });
    await answerOrganisation(
      { holder: { issueId, organisationId }, now: new Date() },
      { clientId: newId(), text: 'İki həftədir.' },
    );
    const { getToday } = await import('#app/features/issues/staff-today.server.ts');
    expect((await getToday(moderator.scope, new Date())).answers.map(({ id }) => id)).toContain(issueId);
    expect(await readAnswer(moderator, { issueId, clientId: newId() })).toMatchObject({ ok: true });
    expect((await getToday(moderator.scope, new Date())).answers.map(({ id }) => id)).not.toContain(issueId);
  });

  it('are not for readers, strangers, or reports that nobody holds a receipt of', async () => {
    const { askReporter } = await import('#app/features/issues/commands/ask-reporter.server.ts');
    const { issueId } = await newReport(sql, organisationId);
    const question = () => ({ issueId, clientId: newId(), body: 'Nə vaxtdandır?' });
    expect(await askReporter(reader, question())).toEqual(refused);
    expect(await askReporter(volunteer, question())).toEqual(refused);
    expect(await askReporter(stranger, question())).toEqual(unknown);
    await sql`update issues set source = 'import' where id = ${issueId}`;
    expect(await askReporter(moderator, question())).toEqual(refused);
  });
});

describe('assignment', () => {
  it('goes to people of the organisation only', async () => {
    const { assignIssue } = await import('#app/features/issues/commands/assign-issue.server.ts');
    const { issueId } = await newReport(sql, organisationId);
    const give = (who: StaffWork, assigneeId: string | null) =>
      assignIssue(who, { issueId, clientId: newId(), assigneeId });
    expect(await give(organiser, moderator.scope.userId)).toMatchObject({ ok: true });
    expect(await give(organiser, stranger.scope.userId)).toEqual({
      ok: false,
      refusal: { code: 'issues.staff.error.assignee', field: 'assigneeId' },
    });
    expect(await give(moderator, null)).toEqual(refused);
    expect(await give(stranger, null)).toEqual(unknown);
    expect(await sql`select assignee_id from issues where id = ${issueId}`).toEqual([
      { assignee_id: moderator.scope.userId },
    ]);
    expect(await trailOf(issueId)).toEqual(['issue.submitted', 'issue.assign']);
  });
});

describe('a contact', () => {
  it('is opened on demand, by those who may, and each opening is written down', async () => {
    const { showContact } = await import('#app/features/issues/commands/show-contact.server.ts');
    const { issueId } = await newReport(sql, organisationId, {
      contact: { value: '+994501112233', consentVersion: 'test' },
    });
    expect(await showContact(reader, { issueId })).toEqual(refused);
    expect(await showContact(stranger, { issueId })).toEqual({
      ok: false,
      refusal: { code: 'issues.staff.error.no-contact' },
    });
    expect(await showContact(moderator, { issueId })).toEqual({ ok: true, value: { contact: '+994501112233' } });
    expect(await trailOf(issueId)).toEqual(['issue.submitted', 'issue.see-contact']);
  });

  it('stands neither in the page’s data nor in the table to take away', async () => {
    const { getStaffIssue } = await import('#app/features/issues/staff-issue.server.ts');
    const { exportIssues } = await import('#app/features/issues/staff-export.server.ts');
    const { wordsFor } = await import('#app/i18n/words.ts');
    const { issueId } = await newReport(sql, organisationId, {
      contact: { value: '+994507654321', consentVersion: 'test' },
      title: '=HYPERLINK("x")',
      place: '@yer; "dırnaq"',
    });
    const view = await getStaffIssue(moderator.scope, issueId, new Date());
    expect(view?.hasContact).toBe(true);
    expect(JSON.stringify(view)).not.toContain('507654321');
    const table = await exportIssues(moderator.scope, { tab: 'all' }, { t: wordsFor('az'), locale: 'az' });
    expect(table).not.toContain('507654321');
    expect(table).not.toContain('38.6139');
    expect(table.startsWith('\ufeffNömrə;')).toBe(true);
    expect(table).toContain(`"'=HYPERLINK(""x"")"`);
    expect(table).not.toMatch(/(^|;|")[=@+]/m);
  });
});

describe('pictures', () => {
  const picture = async () => {
    const full = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#ffffff' } })
      .jpeg()
      .toBuffer();
    return { full, thumb: full, width: 400, height: 300 };
  };
  /** Brightness of a stored picture at a place given in parts of its sides. */
  const brightness = async (bytes: Uint8Array, x: number, y: number) => {
    const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
    return data[(Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels];
  };

  it('are blacked out for good: new bytes, a new name, the old files for deletion', async () => {
    const { blackOutPhoto } = await import('#app/features/issues/commands/black-out-photo.server.ts');
    const { getFile } = await import('#app/platform/files.server.ts');
    const { platformTasks } = await import('#app/platform/tasks.server.ts');
    const { issueId } = await newReport(sql, organisationId, {}, [await picture()]);
    const [before] = await sql<
      { id: string; full_key: string; thumb_key: string }[]
    >`select id, full_key, thumb_key from issue_photos where issue_id = ${issueId}`;
    if (!before) throw new Error('no picture');
    const form = {
      issueId,
      photoId: before.id,
      clientId: newId(),
      boxes: [{ x: 0.5, y: 0.5, width: 0.25, height: 0.25 }],
    };
    expect(await blackOutPhoto(stranger, form)).toEqual(unknown);
    expect(await blackOutPhoto(organiser, form)).toEqual(refused);
    expect(await blackOutPhoto(moderator, { ...form, boxes: [] })).toMatchObject({
      refusal: { code: 'issues.staff.error.no-boxes' },
    });
    const result = await blackOutPhoto(moderator, form);
    expect(result).toMatchObject({ ok: true });

    const [after] = await sql<
      { id: string; full_key: string; thumb_key: string; redacted_at: Date | null }[]
    >`select id, full_key, thumb_key, redacted_at from issue_photos where issue_id = ${issueId}`;
    expect(after?.id).not.toBe(before.id);
    expect(after?.redacted_at).not.toBeNull();
    for (const key of [after?.full_key, after?.thumb_key]) {
      const bytes = await getFile(key ?? '');
      expect(await brightness(bytes ?? new Uint8Array(), 0.6, 0.6)).toBeLessThan(30);
      expect(await brightness(bytes ?? new Uint8Array(), 0.1, 0.1)).toBeGreaterThan(220);
    }
    const [job] = await sql<{ payload: { keys: string[] } }[]>`
      select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'files:delete' order by j.id desc limit 1`;
    expect(job?.payload.keys).toEqual([before.full_key, before.thumb_key]);
    await platformTasks['files:delete']?.(job?.payload, undefined as never);
    expect(await getFile(before.full_key)).toBeNull();
    expect(await getFile(before.thumb_key)).toBeNull();

    // The same form again finds what it made; another one finds that this picture is no more.
    expect(await blackOutPhoto(moderator, form)).toEqual(result);
    expect(await blackOutPhoto(moderator, { ...form, clientId: newId() })).toEqual(unknown);
    expect(await sql`select 1 from issue_events where issue_id = ${issueId} and kind = 'photo_redacted'`).toHaveLength(
      1,
    );
  });

  it('are left out and shown again', async () => {
    const { hidePhoto } = await import('#app/features/issues/commands/hide-photo.server.ts');
    const { issueId } = await newReport(sql, organisationId, {}, [await picture()]);
    const [photo] = await sql<{ id: string }[]>`select id from issue_photos where issue_id = ${issueId}`;
    const hide = (who: StaffWork, isHidden: boolean) =>
      hidePhoto(who, { issueId, photoId: photo?.id ?? '', clientId: newId(), isHidden });
    await sql`update issues set state = 'published', ref = nextval('issue_ref_seq'), public_title = title where id = ${issueId}`;
    const shown = async () => (await sql`select 1 from published.issue_photos where id = ${photo?.id ?? ''}`).length;
    expect(await hide(reader, true)).toEqual(refused);
    expect(await hide(stranger, true)).toEqual(unknown);
    expect(await shown()).toBe(1);
    expect(await hide(moderator, true)).toMatchObject({ ok: true });
    expect(await shown()).toBe(0);
    expect(await hide(moderator, false)).toMatchObject({ ok: true });
    expect(await shown()).toBe(1);
  });

  it('are read by the organisation only', async () => {
    const { readStaffPhoto } = await import('#app/features/issues/staff-issue.server.ts');
    const { issueId } = await newReport(sql, organisationId, {}, [await picture()]);
    const [photo] = await sql<{ id: string }[]>`select id from issue_photos where issue_id = ${issueId}`;
    expect(await readStaffPhoto(moderator.scope, issueId, photo?.id ?? '', 'thumb')).not.toBeNull();
    expect(await readStaffPhoto(stranger.scope, issueId, photo?.id ?? '', 'thumb')).toBeNull();
    expect(await readStaffPhoto(moderator.scope, newId(), photo?.id ?? '', 'thumb')).toBeNull();
  });
});

describe('what people say about pages', () => {
  const flagsOf = async () =>
    sql<
      { id: string; kind: string; issue_id: string }[]
    >`select id, kind, issue_id from issue_flags where organisation_id = ${organisationId} and state = 'open'`;

  it('is dismissed with a reason, by a moderator, once', async () => {
    const { decideFlag } = await import('#app/features/issues/commands/decide-flag.server.ts');
    const flag = (await flagsOf()).find(({ kind }) => kind === 'untrue');
    const form = { flagId: flag?.id ?? '', clientId: newId(), accept: false, reason: '' };
    expect(await decideFlag(organiser, form)).toEqual(refused);
    expect(await decideFlag(stranger, form)).toEqual(unknown);
    expect(await decideFlag(moderator, form)).toMatchObject({
      refusal: { code: 'issues.staff.error.reason', field: 'reason' },
    });
    expect(await decideFlag(moderator, { ...form, reason: 'Yerində baxılıb' })).toMatchObject({ ok: true });
    expect(await decideFlag(moderator, { ...form, clientId: newId(), reason: 'Yenə' })).toMatchObject({
      refusal: { code: 'issues.staff.error.flag-decided' },
    });
    expect((await flagsOf()).map(({ id }) => id)).not.toContain(flag?.id);
  });

  it('as a body’s reply stands on the page once accepted, and its contact is gone', async () => {
    const { decideFlag } = await import('#app/features/issues/commands/decide-flag.server.ts');
    const { flagIssue } = await import('#app/features/issues/commands/flag-issue.server.ts');
    const { showFlagContact } = await import('#app/features/issues/commands/show-flag-contact.server.ts');
    const [page] = await sql<
      { ref: string }[]
    >`select ref from issues where organisation_id = ${organisationId} and is_public and ref is not null limit 1`;
    const reply = { bodyName: 'Su idarəsi', signatory: 'Növbətçi', contact: 'info@su.invalid', consentVersion: 'test' };
    await flagIssue(
      { clientKey: 'test', now: new Date() },
      {
        ref: Number(page?.ref),
        clientId: newId(),
        locale: 'az',
        kind: 'body_reply',
        text: 'Boru dəyişdiriləcək.',
        reply,
      },
    );
    const [flag] = await sql<{ id: string }[]>`select id from issue_flags where text = 'Boru dəyişdiriləcək.'`;
    const flagId = flag?.id ?? '';
    const published = () => sql`select 1 from published.body_replies where id = ${flagId}`;
    expect(await published()).toHaveLength(0);
    expect(await showFlagContact(reader, { flagId })).toEqual(refused);
    expect(await showFlagContact(moderator, { flagId })).toEqual({ ok: true, value: { contact: 'info@su.invalid' } });
    expect(await decideFlag(moderator, { flagId, clientId: newId(), accept: true, reason: '' })).toMatchObject({
      ok: true,
      value: { kind: 'body_reply', accept: true },
    });
    expect(await published()).toHaveLength(1);
    expect(await sql`select contact_cipher from issue_flags where id = ${flagId}`).toEqual([{ contact_cipher: null }]);
  });
});

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
    const first = await enterReport(volunteer, form, []);
    expect(first.ok && first.value.code).toMatch(/^[1-4]\d{27}$/);
    const again = await enterReport(volunteer, form, []);
    expect(again).toMatchObject({ ok: true, value: { code: first.ok ? first.value.code : '', isRepeat: true } });
    const rows =
      await sql`select state, source, entered_by, organisation_id from issues where title = 'Qapıda deyilib'`;
    expect(rows).toEqual([
      { state: 'received', source: 'visit', entered_by: volunteer.scope.userId, organisation_id: organisationId },
    ]);
  });

  it('is not for readers, and stores no violence, no broken picture and no place abroad', async () => {
    const { enterReport } = await import('#app/features/issues/commands/enter-report.server.ts');
    expect(await enterReport(reader, entry(), [])).toEqual(refused);
    expect(await enterReport(volunteer, { ...entry(), category: 'early_marriage' }, [])).toMatchObject({
      refusal: { code: 'issues.form.error.sensitive' },
    });
    expect(await enterReport(volunteer, { ...entry(), point: { lat: 41.7, lng: 44.8 } }, [])).toMatchObject({
      refusal: { code: 'issues.form.error.outside' },
    });
    const bytes = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>');
    expect(await enterReport(volunteer, entry(), [{ bytes, isTooLarge: false }])).toMatchObject({
      refusal: { code: 'issues.form.error.photo-format', field: 'photos' },
    });
    const large = { bytes: new Uint8Array(), isTooLarge: true };
    expect(await enterReport(volunteer, entry(), [large])).toMatchObject({
      refusal: { code: 'issues.form.error.photo-large' },
    });
  });
});

describe('the list', () => {
  it('shows another organisation nothing', async () => {
    const { countTabs, listStaffIssues } = await import('#app/features/issues/staff-list.server.ts');
    const { getToday } = await import('#app/features/issues/staff-today.server.ts');
    const own = await listStaffIssues(stranger.scope, { tab: 'all' }, {});
    const ours = await sql<{ id: string }[]>`select id from issues where organisation_id = ${organisationId}`;
    expect(ours.length).toBeGreaterThan(5);
    const theirs = new Set(own.rows.map(({ id }) => id));
    expect(ours.filter(({ id }) => theirs.has(id))).toEqual([]);
    const total = (
      await sql<
        { n: number }[]
      >`select count(*)::int as n from issues where organisation_id = ${stranger.scope.organisationId}`
    )[0]?.n;
    expect((await countTabs(stranger.scope, { tab: 'all' })).all).toBe(total);
    const today = await getToday(stranger.scope, new Date());
    expect(
      today.queue.concat(today.unforwarded as never).filter(({ id }) => ours.some((one) => one.id === id)),
    ).toEqual([]);
  });

  it('turns its pages without losing or repeating a row, forwards and back', async () => {
    const { listStaffIssues } = await import('#app/features/issues/staff-list.server.ts');
    // Many at the same moment: the order must not depend on the clock alone.
    await sql`insert into issues (id, organisation_id, client_id, category, theme, region, title, locale, created_at)
      select gen_random_uuid(), ${organisationId}, gen_random_uuid(), 'gas', 'infrastructure', 'AZ-AST', 'Qaz ' || n, 'az', now() - (n / 40) * interval '1 minute' from generate_series(1, 75) n`;
    const filters = { tab: 'queue', category: 'gas' } as const;
    const seen: string[] = [];
    const starts: number[] = [];
    let page = await listStaffIssues(moderator.scope, filters, {});
    const first = page.rows.map(({ id }) => id);
    for (;;) {
      seen.push(...page.rows.map(({ id }) => id));
      starts.push(page.from);
      if (!page.after) break;
      page = await listStaffIssues(moderator.scope, filters, { after: page.after });
    }
    expect(new Set(seen).size).toBe(75);
    expect(seen).toHaveLength(75);
    expect(starts).toEqual([1, 31, 61]);
    while (page.before) page = await listStaffIssues(moderator.scope, filters, { before: page.before });
    expect(page.rows.map(({ id }) => id)).toEqual(first);
    expect(page.total).toBe(75);
  });

  it('finds words in the reporter’s text and the public one, folded, and takes signs as letters', async () => {
    const { listStaffIssues } = await import('#app/features/issues/staff-list.server.ts');
    await newReport(sql, organisationId, { title: 'Şəhidlər küçəsində işıq 100% yanmır' });
    const found = async (q: string) =>
      (await listStaffIssues(moderator.scope, { tab: 'all', q }, {})).rows.map(({ title }) => title);
    expect(await found('sehidler kucesinde')).toEqual(['Şəhidlər küçəsində işıq 100% yanmır']);
    expect(await found('кючесинде ишыг')).toEqual(['Şəhidlər küçəsində işıq 100% yanmır']);
    expect(await found('100% yan')).toEqual(['Şəhidlər küçəsində işıq 100% yanmır']);
    expect(await found('100_ yan')).toEqual([]);
    const [page] = await sql<
      { ref: string; title: string }[]
    >`select ref, public_title as title from issues where organisation_id = ${organisationId} and is_public and ref is not null and public_title is not null limit 1`;
    expect(await found(String(page?.ref))).toContain(page?.title);
  });

  it('sees what may be the same: near and of one theme, or lately of one category', async () => {
    const { getStaffIssue } = await import('#app/features/issues/staff-issue.server.ts');
    const place = { lat: 38.7, lng: 48.7 };
    const { issueId } = await newReport(sql, organisationId, { category: 'bridge', point: place });
    const titles = { near: 'Yaxın yol', far: 'Uzaq yol', same: 'Eyni kateqoriya', old: 'Köhnə körpü' };
    await newReport(sql, organisationId, {
      category: 'road_surface',
      title: titles.near,
      point: { lat: 38.7018, lng: 48.7 },
    });
    await newReport(sql, organisationId, {
      category: 'road_surface',
      title: titles.far,
      point: { lat: 38.703, lng: 48.7 },
    });
    await newReport(sql, organisationId, { category: 'bridge', title: titles.same, point: null });
    const old = await newReport(sql, organisationId, { category: 'bridge', title: titles.old, point: null });
    await sql`update issues set created_at = now() - interval '91 days' where id = ${old.issueId}`;
    const near = (await getStaffIssue(moderator.scope, issueId, new Date()))?.near ?? [];
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
    expect(await sendDigest({ organisationId }, morning)).toBe(1);
    expect(await sendDigest({ organisationId }, morning)).toBe(0);
    expect(await sendDigest({ organisationId }, new Date('2026-11-23T19:00:00Z'))).toBe(0);
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
    const titles = await sql<{ title: string }[]>`select title from issues where organisation_id = ${organisationId}`;
    for (const { title } of titles) expect(mail.text + mail.html).not.toContain(title);
    expect(mail.text).not.toContain(issueId);
    expect(await sendDigest({ organisationId }, new Date('2026-11-23T20:30:00Z'))).toBe(1);
  });

  it('stays away when nothing waits', async () => {
    const { sendDigest } = await import('#app/features/issues/jobs.server.ts');
    const [quiet] = await sql<{ id: string }[]>`select id from organisations o where state = 'approved'
      and not exists (select 1 from issues i where i.organisation_id = o.id and (state in ('received', 'held') or awaits = 'organisation'))
      and not exists (select 1 from issue_flags f where f.organisation_id = o.id and state = 'open') limit 1`;
    expect(await sendDigest({ organisationId: quiet?.id ?? '' }, new Date('2026-11-25T04:30:00Z'))).toBe(0);
  });
});
