import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportCase } from '#app/features/legal-aid/case-export.server.ts';
import { answerDesk } from '#app/features/legal-aid/commands/answer-desk.server.ts';
import { claimCase } from '#app/features/legal-aid/commands/claim-case.server.ts';
import { eraseByReceipt } from '#app/features/legal-aid/commands/erase-case.server.ts';
import { writeNote } from '#app/features/legal-aid/commands/keep-notes.server.ts';
import { writeToApplicant } from '#app/features/legal-aid/commands/write-to-applicant.server.ts';
import { readReceipt, type ReceiptWork } from '#app/features/legal-aid/receipt.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { addStaff, deskWork, makeCase, makeDesk, withCookie } from '#tests/integration/legal-aid/legal-world.ts';
import { adminConnection } from '#tests/support/story.ts';
import { unzip } from '#tests/support/unzip.ts';

const sql = adminConnection();
const temporary = mkdtempSync(join(tmpdir(), 'icma-export-'));
const before = process.env.TMPDIR;
let work: ReceiptWork;

beforeAll(async () => {
  const desk = await makeDesk(sql);
  const lawyer = await addStaff(sql, desk);
  const made = await makeCase(desk, {
    story: 'Həyətimdə <b>çuxur</b> qazıblar',
    identity: { name: 'Sınaq Adı', safe: { codeWord: 'şanapipik' } },
    answers: { flags: ['eviction'] },
  });
  const opened = await readReceipt(withCookie(made.cookie), new Date());
  if (!opened) throw new Error('The receipt did not open');
  work = opened;
  const files = [
    { name: '../şəkil.txt', bytes: Buffer.from('birinci'), isTooLarge: false },
    { name: '../şəkil.txt', bytes: Buffer.from('ikinci'), isTooLarge: false },
  ];
  await answerDesk(work, { clientId: newId(), text: 'Fayllar budur', files });
  const by = await deskWork(desk, lawyer);
  const form = () => ({ clientId: newId(), caseId: made.caseId });
  await claimCase(by, form());
  await writeNote(by, { ...form(), visibility: 'team', text: 'Komandaya deyilən söz' });
  await writeToApplicant(by, { ...form(), text: 'Hüquqşünasın cavabı', files: [], asksForInformation: false });
  process.env.TMPDIR = temporary;
}, 60_000);
afterAll(async () => {
  process.env.TMPDIR = before;
  rmSync(temporary, { recursive: true, force: true });
  await sql.end();
});

const listing = () =>
  readdirSync(process.env.DATA_DIR ?? '', { recursive: true })
    .map(String)
    .toSorted();
async function read(): Promise<Record<string, string>> {
  const stream = await exportCase(work, 'az');
  const pieces: Uint8Array[] = [];
  for await (const piece of stream ?? []) pieces.push(piece);
  return Object.fromEntries(
    Object.entries(unzip(Buffer.concat(pieces))).map(([name, bytes]) => [name, bytes.toString()]),
  );
}

describe('the applicant’s copy', () => {
  it('G28: is one zip made on the way; nothing of it stays in a temporary folder or beside the files', async () => {
    const files = listing();
    const entries = await read();
    expect(readdirSync(temporary)).toEqual([]);
    expect(listing()).toEqual(files);
    expect(Object.keys(entries)).toHaveLength(4);
    expect(Object.keys(entries).slice(0, 2)).toEqual(['index.html', 'case.json']);
    expect([entries[Object.keys(entries)[2] ?? ''], entries[Object.keys(entries)[3] ?? '']]).toEqual([
      'birinci',
      'ikinci',
    ]);
    expect(Object.keys(entries).filter((name) => /[/\\]/u.test(name))).toEqual([]);
  });

  it('says what the applicant may read, as text, and not what the desk says among itself', async () => {
    const entries = await read();
    const page = entries['index.html'] ?? '';
    for (const said of [
      'Həyətimdə &lt;b&gt;çuxur&lt;/b&gt; qazıblar',
      'Sınaq Adı',
      'şanapipik',
      'Hüquqşünasın cavabı',
      'Fayllar budur',
      'Evdən çıxarma',
    ])
      expect(page).toContain(said);
    expect(page).not.toMatch(/<script|src=|Komandaya|legal\.|undefined|null/u);
    const json = JSON.parse(entries['case.json'] ?? '{}') as { records: Record<string, unknown>[] };
    expect(json.records.length).toBeGreaterThan(4);
    // The files' own keys are nobody's business once the files are beside it.
    expect(json.records.filter((record) => 'key' in record)).toEqual([]);
  });

  it('is noted without content, and is gone with the case', async () => {
    const [entry] =
      await sql`select actor_kind, actor_id, reason from legal.audit_entries where action = 'case.export' limit 1`;
    expect(entry).toEqual({ actor_kind: 'applicant', actor_id: null, reason: null });
    await eraseByReceipt(work, { clientId: newId() });
    expect(await exportCase(work, 'az')).toBeNull();
  });
});
