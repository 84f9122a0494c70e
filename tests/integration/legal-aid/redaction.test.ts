import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openKeys } from '#app/features/legal-aid/case-keys.server.ts';
import { openRow, readRecords } from '#app/features/legal-aid/case-records.server.ts';
import { selfKeys } from '#app/features/legal-aid/case-notes.server.ts';
import { writeNote } from '#app/features/legal-aid/commands/keep-notes.server.ts';
import { redactRecord } from '#app/features/legal-aid/commands/redact-record.server.ts';
import { withLegalScope } from '#app/features/legal-aid/legal-scope.server.ts';
import { BLANKED, blankOut } from '#app/features/legal-aid/rules/redaction.ts';
import { readReceipt } from '#app/features/legal-aid/receipt.server.ts';
import { adminConnection } from '#tests/support/story.ts';
import { VaultError } from '#app/features/legal-aid/vault/errors.ts';
import {
  addStaff,
  deskWork,
  makeCase,
  makeDesk,
  readsOf,
  withCookie,
  type Desk,
  type DeskPerson,
} from './legal-world.ts';

const sql = adminConnection();
let desk: Desk;
let lawyer: DeskPerson;
let other: DeskPerson;
beforeAll(async () => {
  desk = await makeDesk(sql);
  lawyer = await addStaff(sql, desk);
  other = await addStaff(sql, desk);
});
afterAll(() => sql.end());

const STORY = 'Qonşum Şahin Vəliyev görüb. Şahin Vəliyev şahid ola bilər.';
const recordOf = async (caseId: string, kind: string) => {
  const [row] = await sql<
    { id: string }[]
  >`select id from legal.records where case_id = ${caseId} and kind = ${kind} order by seq desc limit 1`;
  return row?.id ?? '';
};
const blank = async (caseId: string, recordId: string, passage: string, by = lawyer) =>
  redactRecord(await deskWork(desk, by), { clientId: randomUUID(), caseId, recordId, passage });

describe('a blanked passage', () => {
  it('is gone for every holder and the applicant, wherever it stood; whoever blanked it alone keeps the whole', async () => {
    const { caseId, cookie } = await makeCase(desk, { story: STORY });
    const before = await sql<
      { ciphertext: Buffer }[]
    >`select ciphertext from legal.records where case_id = ${caseId} and kind = 'story'`;
    expect(await blank(caseId, await recordOf(caseId, 'story'), 'Şahin Vəliyev')).toMatchObject({ ok: true });
    const blanked = { text: `Qonşum ${BLANKED} görüb. ${BLANKED} şahid ola bilər.` };
    expect(await readsOf(desk, other, caseId)).toContainEqual(blanked);
    for (const person of [other, desk.lead])
      expect(JSON.stringify(await readsOf(desk, person, caseId))).not.toContain('Vəliyev');
    const after = await sql<
      { ciphertext: Buffer }[]
    >`select ciphertext from legal.records where case_id = ${caseId} and kind = 'story'`;
    expect(after[0]?.ciphertext.equals(before[0]?.ciphertext ?? Buffer.alloc(0))).toBe(false);
    const receipt = await readReceipt(withCookie(cookie), new Date());
    if (!receipt) throw new Error('No receipt');
    const theirs = await withLegalScope(receipt.scope, async (tx) =>
      readRecords(tx, await openKeys(tx, receipt.holder, 'case', caseId), caseId),
    );
    expect(JSON.stringify(theirs)).not.toContain('Vəliyev');

    // The whole, under a key of one's own: not even with the case's key and the row in hand does a colleague open it.
    const open = async (person: DeskPerson) => {
      const work = await deskWork(desk, person);
      return withLegalScope(work.scope, async (tx) => {
        const keys = selfKeys(work.holder, await openKeys(tx, work.holder, 'case', caseId));
        return (await readRecords(tx, keys, caseId, { keyKind: 'self' })).map(({ content }) => content);
      });
    };
    expect(await open(lawyer)).toEqual([{ text: STORY }]);
    expect(await open(other)).toEqual([]);
    // Even with the row itself in hand.
    const [row] = await sql<Sealed[]>`select * from legal.records where case_id = ${caseId} and key_kind = 'self'`;
    const theirKeys = await keysOf(other, caseId);
    expect(() => openRow(rowOf(row as Sealed), theirKeys)).toThrow(VaultError);
    expect(openRow(rowOf(row as Sealed), await keysOf(lawyer, caseId)).content).toEqual({ text: STORY });
  });

  it('is refused where it does not occur, in what a colleague wrote, and in another case', async () => {
    const { caseId } = await makeCase(desk, { story: STORY });
    const another = await makeCase(desk, { story: STORY, keptOut: [other.staffId] });
    const story = await recordOf(caseId, 'story');
    expect(await blank(caseId, story, 'Şahin Əliyev')).toMatchObject({
      refusal: { code: 'legal-case.redaction.error.not-found' },
    });
    await writeNote(await deskWork(desk, other), {
      clientId: randomUUID(),
      caseId,
      text: 'Həmkarın qeydi',
      visibility: 'team',
    });
    const note = await recordOf(caseId, 'note');
    expect(await blank(caseId, note, 'Həmkarın')).toMatchObject({ refusal: { code: 'legal-case.error.not-yours' } });
    expect(await blank(caseId, note, 'Həmkarın', other)).toMatchObject({ ok: true });
    expect(await blank(caseId, await recordOf(another.caseId, 'story'), 'Şahin')).toMatchObject({
      refusal: { code: 'legal-case.error.gone' },
    });
    expect(await blank(another.caseId, await recordOf(another.caseId, 'story'), 'Şahin', other)).toMatchObject({
      ok: false,
    });
    expect(await blank(caseId, await recordOf(caseId, 'answers'), 'person')).toMatchObject({ ok: false });
  });
});

type Sealed = {
  id: string;
  case_id: string;
  key_version: number;
  kind: 'note';
  author: string;
  author_id: string | null;
  visibility: string;
  nonce: Buffer;
  ciphertext: Buffer;
};
const rowOf = (row: Sealed) =>
  ({
    id: row.id,
    caseId: row.case_id,
    keyVersion: row.key_version,
    kind: row.kind,
    author: row.author,
    authorId: row.author_id,
    visibility: row.visibility,
    nonce: row.nonce,
    ciphertext: row.ciphertext,
  }) as unknown as Parameters<typeof openRow>[0];
async function keysOf(person: DeskPerson, caseId: string) {
  const work = await deskWork(desk, person);
  return withLegalScope(work.scope, async (tx) =>
    selfKeys(work.holder, await openKeys(tx, work.holder, 'case', caseId)),
  );
}

describe('blanking', () => {
  it.each([
    ['Şəki, Şəki', 'Şəki', `${BLANKED}, ${BLANKED}`],
    ['a.b', '.', `a${BLANKED}b`],
    // Composed and decomposed letters are the same.
    ['Şirin', 'S\u0327irin', BLANKED],
    ['abc', 'd', null],
    ['abc', '', null],
  ])('of %j: %j gives %j', (said, passage, left) => {
    expect(blankOut(said, passage)).toBe(left);
  });
});
