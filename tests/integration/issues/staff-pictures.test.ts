import { createRequire } from 'node:module';
import { afterAll, describe, expect, it } from 'vitest';
import type { StaffWork } from '#app/platform/staff-work.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { adminConnection } from '#tests/support/story.ts';
import { astaraAtWork, newReport, whitePicture } from './staff-world.ts';

const sharp = createRequire(import.meta.url)('sharp') as typeof import('sharp').default;
const sql = adminConnection();
const at = astaraAtWork(sql);
afterAll(() => sql.end());

const refused = { ok: false, refusal: { code: 'common.error.not-allowed' } };
const unknown = { ok: false, refusal: { code: 'issues.staff.error.unknown' } };

describe('pictures', () => {
  /** Brightness of a stored picture at a place given in parts of its sides. */
  const brightness = async (bytes: Uint8Array, x: number, y: number) => {
    const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
    return data[(Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels];
  };

  it('are blacked out for good: new bytes, a new name, the old files for deletion', async () => {
    const { blackOutPhoto } = await import('#app/features/issues/commands/black-out-photo.server.ts');
    const { getFile } = await import('#app/platform/files.server.ts');
    const { platformTasks } = await import('#app/platform/tasks.server.ts');
    const { issueId } = await newReport(sql, at.organisationId, {}, [await whitePicture()]);
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
    expect(await blackOutPhoto(at.stranger, form)).toEqual(unknown);
    expect(await blackOutPhoto(at.organiser, form)).toEqual(refused);
    expect(await blackOutPhoto(at.moderator, { ...form, boxes: [] })).toMatchObject({
      refusal: { code: 'issues.staff.error.no-boxes' },
    });
    const result = await blackOutPhoto(at.moderator, form);
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
    expect(await blackOutPhoto(at.moderator, form)).toEqual(result);
    expect(await blackOutPhoto(at.moderator, { ...form, clientId: newId() })).toEqual(unknown);
    expect(await sql`select 1 from issue_events where issue_id = ${issueId} and kind = 'photo_redacted'`).toHaveLength(
      1,
    );
  });

  it('are left out and shown again', async () => {
    const { hidePhoto } = await import('#app/features/issues/commands/hide-photo.server.ts');
    const { issueId } = await newReport(sql, at.organisationId, {}, [await whitePicture()]);
    const [photo] = await sql<{ id: string }[]>`select id from issue_photos where issue_id = ${issueId}`;
    const hide = (who: StaffWork, isHidden: boolean) =>
      hidePhoto(who, { issueId, photoId: photo?.id ?? '', clientId: newId(), isHidden });
    await sql`update issues set state = 'published', ref = nextval('issue_ref_seq'), public_title = title where id = ${issueId}`;
    const shown = async () => (await sql`select 1 from published.issue_photos where id = ${photo?.id ?? ''}`).length;
    expect(await hide(at.reader, true)).toEqual(refused);
    expect(await hide(at.stranger, true)).toEqual(unknown);
    expect(await shown()).toBe(1);
    expect(await hide(at.moderator, true)).toMatchObject({ ok: true });
    expect(await shown()).toBe(0);
    expect(await hide(at.moderator, false)).toMatchObject({ ok: true });
    expect(await shown()).toBe(1);
  });

  it('are read by the organisation only', async () => {
    const { readStaffPhoto } = await import('#app/features/issues/staff-issue.server.ts');
    const { issueId } = await newReport(sql, at.organisationId, {}, [await whitePicture()]);
    const [photo] = await sql<{ id: string }[]>`select id from issue_photos where issue_id = ${issueId}`;
    expect(await readStaffPhoto(at.moderator.scope, issueId, photo?.id ?? '', 'thumb')).not.toBeNull();
    expect(await readStaffPhoto(at.stranger.scope, issueId, photo?.id ?? '', 'thumb')).toBeNull();
    expect(await readStaffPhoto(at.moderator.scope, newId(), photo?.id ?? '', 'thumb')).toBeNull();
  });
});

describe('what people say about pages', () => {
  const flagsOf = async () =>
    sql<
      { id: string; kind: string; issue_id: string }[]
    >`select id, kind, issue_id from issue_flags where organisation_id = ${at.organisationId} and state = 'open'`;

  it('is dismissed with a reason, by a moderator, once', async () => {
    const { decideFlag } = await import('#app/features/issues/commands/decide-flag.server.ts');
    const flag = (await flagsOf()).find(({ kind }) => kind === 'untrue');
    const form = { flagId: flag?.id ?? '', clientId: newId(), accept: false, reason: '' };
    expect(await decideFlag(at.organiser, form)).toEqual(refused);
    expect(await decideFlag(at.stranger, form)).toEqual(unknown);
    expect(await decideFlag(at.moderator, form)).toMatchObject({
      refusal: { code: 'issues.staff.error.reason', field: 'reason' },
    });
    expect(await decideFlag(at.moderator, { ...form, reason: 'Yerində baxılıb' })).toMatchObject({ ok: true });
    expect(await decideFlag(at.moderator, { ...form, clientId: newId(), reason: 'Yenə' })).toMatchObject({
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
    >`select ref from issues where organisation_id = ${at.organisationId} and is_public and ref is not null limit 1`;
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
    expect(await showFlagContact(at.reader, { flagId })).toEqual(refused);
    expect(await showFlagContact(at.moderator, { flagId })).toEqual({
      ok: true,
      value: { contact: 'info@su.invalid' },
    });
    expect(await decideFlag(at.moderator, { flagId, clientId: newId(), accept: true, reason: '' })).toMatchObject({
      ok: true,
      value: { kind: 'body_reply', accept: true },
    });
    expect(await published()).toHaveLength(1);
    expect(await sql`select contact_cipher from issue_flags where id = ${flagId}`).toEqual([{ contact_cipher: null }]);
  });
});
