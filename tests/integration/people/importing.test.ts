import { afterAll, describe, expect, it } from 'vitest';
import {
  advanceImport,
  getImport,
  runImport,
  startImport,
} from '#app/features/people/commands/import-people.server.ts';
import { addPerson } from '#app/features/people/commands/add-person.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { adminConnection } from '#tests/support/story.ts';
import { astaraAtWork } from '../issues/staff-world.ts';
import { form } from './people-world.ts';

const sql = adminConnection();
const at = astaraAtWork(sql);
afterAll(() => sql.end());

const bytes = (...lines: string[]) => new TextEncoder().encode(lines.join('\r\n'));
const people = async () =>
  (await sql<{ n: number }[]>`select count(*)::int as n from people where organisation_id = ${at.organisationId}`)[0]
    ?.n ?? 0;

/** Uploads, checks under the guessed mapping, and writes if asked; tells the report. */
async function bring(table: Uint8Array, isWriting: boolean) {
  const started = await startImport(at.organiser, { clientId: newId(), bytes: table });
  if (!started.ok) return started.refusal.code;
  const { importId } = started.value as { importId: string };
  const row = await getImport(at.organiser.scope, importId);
  const mapping = row?.mapping ?? [];
  const run = () => runImport({ organisationId: at.organisationId, importId }, new Date());
  expect(await advanceImport(at.organiser, importId, { to: 'checking', mapping })).toMatchObject({ ok: true });
  await run();
  const checked = await getImport(at.organiser.scope, importId);
  if (!isWriting) return checked?.report;
  expect(await advanceImport(at.organiser, importId, { to: 'running' })).toMatchObject({ ok: true });
  await run();
  const done = await getImport(at.organiser.scope, importId);
  expect(done?.state).toBe('done');
  expect(done?.report).toEqual(checked?.report);
  expect(await advanceImport(at.organiser, importId, { to: 'running' })).toMatchObject({ ok: false });
  return done?.report;
}

const TABLE = bytes(
  'Soyad;Ad;Телефон;E-mail;Rayon;Kənd;Rollar;Etiketlər',
  'İdxalova;Aygün;050 600 10 01;AYGUN@sinaq.invalid;Astara;Kijəbə;könüllü;Su',
  'IDXALOVA;Aygun;+994506001001;;Astara;Kijebe kəndi;;',
  'Tanış;Elvin;(050) 600-10-02;;Астара;Пенсер;;Su',
  ';;0506001003;;;;;',
  'Səhv;Sətir;12345;nə;Narniya;;uçan;',
  'Ailəli;Kamil;0506001001;;;;;',
);

describe('bringing in people', () => {
  it('shows first, writes nothing by that, then does exactly what it showed, once', async () => {
    await addPerson(at.organiser, form({ name: 'Tanış Elvin', phone: '+994506001002', place: 'Pensər' }));
    const before = await people();
    const counts = { new: 2, changed: 1, matched: 0, repeated: 1, refused: 2 };
    expect(await bring(TABLE, false)).toMatchObject({
      counts,
      refused: [
        { line: 5, errors: [{ field: 'name', code: 'required' }] },
        {
          line: 6,
          errors: [
            { field: 'phone', code: 'phone' },
            { field: 'email', code: 'email' },
            { field: 'region', code: 'region' },
            { field: 'roles', code: 'role' },
          ],
        },
      ],
    });
    expect(await people()).toBe(before);
    expect(await bring(TABLE, true)).toMatchObject({ counts });
    expect(await people()).toBe(before + 2);
    expect(await bring(TABLE, true)).toMatchObject({
      counts: { new: 0, changed: 0, matched: 3, repeated: 1, refused: 2 },
    });
    expect(await people()).toBe(before + 2);
  });

  it('takes namesakes of one village for two when their telephones differ', async () => {
    const first = bytes('Ad soyad,Telefon,Rayon,Kənd', 'Adaş Adaşov,0506002001,Astara,Zeyd');
    const second = bytes('Ad soyad,Telefon,Rayon,Kənd', 'Adaş Adaşov,0506002002,Astara,Zeyd');
    expect(await bring(first, true)).toMatchObject({ counts: { new: 1 } });
    expect(await bring(second, true)).toMatchObject({ counts: { new: 1 } });
  });

  it('refuses what is no table, and a stranger sees no import', async () => {
    expect(await bring(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 1]), false)).toBe('people.import.error.not-a-table');
    expect(await bring(bytes('Ad'), false)).toBe('people.import.error.empty');
    const started = await startImport(at.organiser, { clientId: newId(), bytes: TABLE });
    const { importId } = (started as { value: { importId: string } }).value;
    expect(await getImport(at.stranger.scope, importId)).toBeUndefined();
    expect(await startImport(at.moderator, { clientId: newId(), bytes: TABLE })).toMatchObject({ ok: false });
  });

  it('reads 50,000 rows within 150 MB over idle', async () => {
    const lines = ['Ad soyad;Telefon;Rayon;Kənd'];
    for (let n = 0; n < 50_000; n += 1)
      lines.push(
        `Çoxlu Sınaq${n % 997};+99455${String(1_000_000 + n)};${n % 500 === 499 ? 'Narniya' : 'Astara'};Kənd ${n % 89}`,
      );
    const table = bytes(...lines);
    lines.length = 0;
    const started = await startImport(at.organiser, { clientId: newId(), bytes: table });
    const { importId } = (started as { value: { importId: string } }).value;
    const row = await getImport(at.organiser.scope, importId);
    await sql`update people_imports set state = 'checking', mapping = ${sql.json((row?.mapping ?? []) as never)} where id = ${importId}`;
    globalThis.gc?.();
    const idle = process.memoryUsage().rss;
    let most = idle;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
    const from = performance.now();
    await runImport({ organisationId: at.organisationId, importId }, new Date());
    clearInterval(watch);
    const over = Math.round((most - idle) / 1_048_576);
    process.stdout.write(
      `dry run of 50,000 rows: ${over} MB over idle, ${((performance.now() - from) / 1000).toFixed(1)} s\n`,
    );
    expect((await getImport(at.organiser.scope, importId))?.report?.counts).toMatchObject({
      new: 49_900,
      refused: 100,
    });
    expect(over).toBeLessThanOrEqual(150);
  }, 120_000);
});
