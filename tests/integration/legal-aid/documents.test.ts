import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openKeys } from '#app/features/legal-aid/case-keys.server.ts';
import { readCaseFile } from '#app/features/legal-aid/case-files.server.ts';
import { fileDocument, fileName, keepDocument } from '#app/features/legal-aid/commands/keep-document.server.ts';
import { listDocuments, readDocument, storyOf } from '#app/features/legal-aid/documents.server.ts';
import { withLegalScope } from '#app/features/legal-aid/legal-scope.server.ts';
import { documentForm } from '#app/features/legal-aid/rules/document-forms.ts';
import { getFile } from '#app/platform/files.server.ts';
import { adminConnection } from '#tests/support/story.ts';
import { unzipText } from '#tests/support/unzip.ts';
import { addStaff, deskWork, makeCase, makeDesk, type Desk, type DeskPerson } from './legal-world.ts';

const sql = adminConnection();
let desk: Desk;
let lawyer: DeskPerson;
let other: DeskPerson;
beforeAll(async () => {
  desk = await makeDesk(sql);
  lawyer = await addStaff(sql, desk, 'lawyer', { isBar: true });
  other = await addStaff(sql, desk);
});
afterAll(() => sql.end());

const FACTS = 'Su xəttinin smetası Göyçay bələdiyyəsində açıqlanmayıb';
const wish = (caseId: string, over: Partial<Parameters<typeof keepDocument>[1]> = {}) => ({
  clientId: randomUUID(),
  caseId,
  id: null,
  title: 'Smeta üzrə sorğu',
  template: 'information_request',
  fields: { addressee: 'Göyçay bələdiyyəsi', demands: FACTS },
  ...over,
});
const keep = async (caseId: string, over = {}, by = lawyer) =>
  keepDocument(await deskWork(desk, by), wish(caseId, over));
async function opened(caseId: string, by = lawyer) {
  const work = await deskWork(desk, by);
  return withLegalScope(work.scope, async (tx) =>
    listDocuments(tx, await openKeys(tx, work.holder, 'case', caseId), caseId),
  );
}

describe('a document of a case', () => {
  it('is sealed, read by who holds the case, and changed only by who made it', async () => {
    const { caseId } = await makeCase(desk);
    const made = await keep(caseId);
    if (!made.ok) throw new Error(made.refusal.code);
    expect(await opened(caseId, other)).toMatchObject([
      { title: 'Smeta üzrə sorğu', template: 'information_request', known: { demands: FACTS } },
    ]);
    const [row] = await sql<
      { text: string }[]
    >`select string_agg(r::text, '') as text from legal.records r where case_id = ${caseId}`;
    expect(row?.text).not.toMatch(/Göyçay|Smeta/u);
    expect(await keep(caseId, { id: made.value.id, title: 'Başqası' }, other)).toMatchObject({
      refusal: { code: 'legal-case.error.not-yours' },
    });
    expect(await keep(caseId, { id: made.value.id, title: 'Düzəldilmiş sorğu' })).toMatchObject({ ok: true });
    expect(await opened(caseId)).toMatchObject([{ title: 'Düzəldilmiş sorğu' }]);
  });

  it('begins with what the applicant told', async () => {
    const { caseId } = await makeCase(desk, { story: 'Evimizə bildiriş gəlib' });
    const work = await deskWork(desk, lawyer);
    await withLegalScope(work.scope, async (tx) => {
      const keys = await openKeys(tx, work.holder, 'case', caseId);
      expect(await storyOf(tx, keys, caseId)).toBe('Evimizə bildiriş gəlib');
    });
  });

  it('goes into the case as a sealed file that opens again and rests nowhere in clear', async () => {
    const { caseId } = await makeCase(desk);
    const made = await keep(caseId);
    if (!made.ok) throw new Error(made.refusal.code);
    const work = await deskWork(desk, lawyer);
    const filed = await fileDocument(work, { clientId: randomUUID(), caseId, documentId: made.value.id });
    if (!filed.ok) throw new Error(filed.refusal.code);
    await withLegalScope(work.scope, async (tx) => {
      const keys = await openKeys(tx, work.holder, 'case', caseId);
      const file = await readCaseFile(tx, keys, caseId, filed.value.recordId);
      expect(file?.name).toBe('Smeta üzrə sorğu.docx');
      expect(unzipText(file?.bytes ?? new Uint8Array(), 'word/document.xml')).toContain(FACTS);
    });
    const [row] = await sql<
      { storage_key: string }[]
    >`select storage_key from legal.files where record_id = ${filed.value.recordId}`;
    const body = Buffer.from((await getFile(row?.storage_key ?? '')) ?? []);
    expect(body.length).toBeGreaterThan(4096);
    for (const clear of ['PK\u0003\u0004', 'word/document.xml', FACTS]) expect(body.includes(clear)).toBe(false);
  });

  it('of another case, another desk or somebody kept out is not there', async () => {
    const [mine, theirs] = [await makeCase(desk), await makeCase(desk, { keptOut: [other.staffId] })];
    const made = await keep(theirs.caseId);
    if (!made.ok) throw new Error(made.refusal.code);
    const { id } = made.value;
    expect(await keep(theirs.caseId, {}, other)).toMatchObject({ refusal: { code: 'legal-case.error.gone' } });
    const work = await deskWork(desk, lawyer);
    expect(await fileDocument(work, { clientId: randomUUID(), caseId: mine.caseId, documentId: id })).toMatchObject({
      refusal: { code: 'legal-case.error.gone' },
    });
    expect(await keep(mine.caseId, { id })).toMatchObject({ ok: false });
    await withLegalScope(work.scope, async (tx) => {
      const keys = await openKeys(tx, work.holder, 'case', theirs.caseId);
      expect(await readDocument(tx, keys, mine.caseId, id)).toBeNull();
    });
    const stranger = await makeDesk(sql);
    expect(await keepDocument(await deskWork(stranger, stranger.lead), wish(mine.caseId))).toMatchObject({
      refusal: { code: 'legal-case.error.gone' },
    });
  });
});

describe('its form', () => {
  const form = { clientId: randomUUID(), template: 'suit', title: 'İddia' };
  it('takes a paper without particulars, and nothing odd', () => {
    expect(documentForm.safeParse(form)).toMatchObject({
      success: true,
      data: { id: null, haste: 'none', suit: 'contest', facts: '', signedOn: '' },
    });
    for (const wrong of [
      { template: 'divorce' },
      { title: '' },
      { id: 'x' },
      { actOn: '2026-02-30' },
      { haste: 'now' },
      { facts: 'a'.repeat(12_001) },
    ])
      expect(documentForm.safeParse({ ...form, ...wrong }).success, JSON.stringify(wrong).slice(0, 40)).toBe(false);
  });

  it('names the file by letters only', () => {
    expect(fileName('Şikayət: "RİH"/../№ 5\r\nX')).toBe('Şikayət RİH 5X');
    expect(fileName('///')).toBe('sened');
  });
});
