import { afterAll, describe, expect, it } from 'vitest';
import { checkImport } from '#app/features/issues/commands/check-import.server.ts';
import { importIssues } from '#app/features/issues/commands/import-issues.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { adminConnection } from '#tests/support/story.ts';
import { astaraAtWork, workAs } from './staff-world.ts';

const sql = adminConnection();
const at = astaraAtWork(sql);
afterAll(() => sql.end());

const HEAD = 'Tarix;Başlıq;Təsvir;Rayon;Yer;Kateqoriya;Enlik;Uzunluq';
const bytes = (text: string) => new TextEncoder().encode(text);
const row = (title: string, changes: Partial<Record<'date' | 'place' | 'category', string>> = {}) =>
  [
    changes.date ?? '09.05.2024',
    title,
    'Təsviri',
    'Astara',
    changes.place ?? 'Kijəbə',
    changes.category ?? 'İçməli su təchizatı',
    '',
    '',
  ].join(';');
const table = (...rows: string[]) => bytes([HEAD, ...rows].join('\r\n'));
const imported = () =>
  sql<
    { title: string; state: string; source: string; created_at: Date }[]
  >`select title, state, source, created_at from issues where source = 'import' and organisation_id = ${at.organisationId} order by created_at`;
/** The day a report of the story came, as a table would say it. */
const dayOf = async (title: string) =>
  (
    await sql<
      { day: string }[]
    >`select to_char(created_at at time zone 'Asia/Baku', 'DD.MM.YYYY') as day from issues where title = ${title}`
  )[0]?.day ?? '';
const forget = () => sql`delete from issues where source = 'import' and organisation_id = ${at.organisationId}`;

describe('bringing in old reports', () => {
  it('does exactly what the dry run said, and the dry run writes nothing', async () => {
    const clientId = newId();
    const file = table(
      row('Boru partlayıb'),
      row('Kran sızır', { date: '2024-06-01' }),
      row('BORU  partlayib', { place: 'kijebe' }),
      row('Zibil yeşiyi yoxdur', {
        place: 'Pensər, bazarın arxası',
        date: await dayOf('Zibil yeşiyi yoxdur'),
      }),
    );
    const preview = await checkImport(at.organiser, { clientId, bytes: file });
    expect(preview).toMatchObject({
      ok: true,
      value: { counts: { ready: 2, duplicates: 2, wrong: 0 }, encoding: 'utf-8', ignored: [] },
    });
    expect(preview.ok && preview.value.rows.map(({ line, outcome }) => [line, outcome])).toEqual([
      [2, 'ready'],
      [3, 'ready'],
      [4, 'repeated'],
      [5, 'known'],
    ]);
    expect(await imported()).toHaveLength(0);
    expect(await importIssues(at.organiser, { fileId: clientId, locale: 'az' })).toEqual({
      ok: true,
      value: { imported: 2, duplicates: 2 },
    });
    const rows = await imported();
    expect(rows.map(({ title, state }) => [title, state])).toEqual([
      ['Boru partlayıb', 'held'],
      ['Kran sızır', 'held'],
    ]);
    const events = await sql<{ to_state: string; created_at: Date; actor_id: string }[]>`
      select e.to_state, e.created_at, e.actor_id from issue_events e join issues i on i.id = e.issue_id where i.title = 'Boru partlayıb' order by e.created_at`;
    expect(events.map(({ to_state }) => to_state)).toEqual(['received', 'held']);
    expect(events[0]?.created_at).toEqual(new Date('2024-05-09T08:00:00Z'));
    expect(events[0]?.actor_id).toBe(at.organiser.scope.userId);
  });

  it('happens once: the same confirmation, and the same file again', async () => {
    await forget();
    const file = table(row('Bir dəfə'));
    const clientId = newId();
    await checkImport(at.organiser, { clientId, bytes: file });
    const results = await Promise.all(
      [1, 2, 3].map(() => importIssues(at.organiser, { fileId: clientId, locale: 'az' })),
    );
    for (const result of results) expect(result).toEqual({ ok: true, value: { imported: 1, duplicates: 0 } });
    expect(await imported()).toHaveLength(1);
    const again = newId();
    expect(await checkImport(at.organiser, { clientId: again, bytes: file })).toMatchObject({
      value: { counts: { ready: 0, duplicates: 1 } },
    });
    expect(await importIssues(at.organiser, { fileId: again, locale: 'az' })).toEqual({
      ok: false,
      refusal: { code: 'issues.staff.import.error.nothing' },
    });
    expect(await imported()).toHaveLength(1);
  });

  it('brings nothing in while one row is wrong, and names every wrong cell', async () => {
    await forget();
    const clientId = newId();
    const file = table(row('Yaxşı sətir'), row('', { date: 'dünən', category: 'Erkən nikah' }));
    const preview = await checkImport(at.organiser, { clientId, bytes: file });
    expect(preview).toMatchObject({ ok: true, value: { counts: { ready: 1, wrong: 1 } } });
    expect(preview.ok && preview.value.rows[1]?.errors).toEqual([
      { column: 'date', code: 'date' },
      { column: 'title', code: 'required' },
      { column: 'category', code: 'sensitive' },
    ]);
    expect(await importIssues(at.organiser, { fileId: clientId, locale: 'az' })).toEqual({
      ok: false,
      refusal: { code: 'issues.staff.import.error.wrong-rows' },
    });
    expect(await imported()).toHaveLength(0);
  });

  it('is for owners and organisers, each with their own file', async () => {
    const clientId = newId();
    const file = table(row('Başqasının faylı'));
    const refused = { ok: false, refusal: { code: 'common.error.not-allowed' } };
    expect(await checkImport(at.moderator, { clientId, bytes: file })).toEqual(refused);
    await checkImport(at.organiser, { clientId, bytes: file });
    expect(await importIssues(at.moderator, { fileId: clientId, locale: 'az' })).toEqual(refused);
    const elsewhere = await workAs(sql, 'perviz', 'gunesli');
    expect(await importIssues(elsewhere, { fileId: clientId, locale: 'az' })).toEqual({
      ok: false,
      refusal: { code: 'issues.staff.import.error.gone' },
    });
    expect(await importIssues(at.organiser, { fileId: newId(), locale: 'az' })).toEqual({
      ok: false,
      refusal: { code: 'issues.staff.import.error.gone' },
    });
  });

  it('keeps the waiting file unreadable', async () => {
    const clientId = newId();
    await checkImport(at.organiser, { clientId, bytes: table(row('Gizli sətir')) });
    const { importKeyOf } = await import('#app/features/issues/commands/check-import.server.ts');
    const { getFile } = await import('#app/platform/files.server.ts');
    const kept = new TextDecoder().decode(
      (await getFile(importKeyOf(at.organiser.scope, clientId).key)) ?? new Uint8Array(),
    );
    expect(kept).toMatch(/^v1\./);
    expect(kept).not.toContain('Gizli');
  });

  it.each([
    ['nothing', new Uint8Array(), 'no-file'],
    ['a picture', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0x10]), 'not-a-table'],
    ['names alone', bytes(HEAD), 'empty'],
    ['other columns', bytes('Ad;Telefon\nRəna;050'), 'columns'],
    ['an unclosed quote', bytes(`${HEAD}\n"09.05.2024;${'x;'.repeat(40_000)}`), 'not-a-table'],
    ['too many bytes', new Uint8Array(2 * 1024 * 1024 + 1).fill(65), 'too-large'],
    [
      'too many rows',
      bytes([HEAD, ...Array.from({ length: 1001 }, (_, at) => row(`Sətir ${at}`))].join('\n')),
      'too-many-rows',
    ],
  ])('refuses %s', async (_what, file, code) => {
    const result = await checkImport(at.organiser, { clientId: newId(), bytes: file });
    expect(result).toMatchObject({ ok: false, refusal: { code: `issues.staff.import.error.${code}` } });
  });

  it('takes a thousand rows in one go, in the file’s order', async () => {
    await forget();
    const clientId = newId();
    await checkImport(at.organiser, {
      clientId,
      bytes: table(...Array.from({ length: 1000 }, (_, at) => row(`Sətir ${String(at).padStart(4, '0')}`))),
    });
    expect(await importIssues(at.organiser, { fileId: clientId, locale: 'az' })).toMatchObject({
      ok: true,
      value: { imported: 1000 },
    });
    const titles = (await imported()).map(({ title }) => title);
    expect(titles).toHaveLength(1000);
    expect(titles).toEqual(titles.toSorted());
  });

  it('knows a report that came by another way on the same day', async () => {
    const [own] = await sql<{ title: string; place: string; day: string }[]>`
      select title, place, to_char((select min(created_at) from issue_events e where e.issue_id = i.id) at time zone 'Asia/Baku', 'DD.MM.YYYY') as day
      from issues i where organisation_id = ${at.organisationId} and source = 'web' limit 1`;
    const same = await checkImport(at.organiser, {
      clientId: newId(),
      bytes: table(row(own?.title ?? '', { place: own?.place, date: own?.day })),
    });
    expect(same).toMatchObject({ value: { counts: { ready: 0, duplicates: 1 } } });
    const otherDay = await checkImport(at.organiser, {
      clientId: newId(),
      bytes: table(row(own?.title ?? '', { place: own?.place, date: '01.01.2020' })),
    });
    expect(otherDay).toMatchObject({ value: { counts: { ready: 1, duplicates: 0 } } });
  });
});
