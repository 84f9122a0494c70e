import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { cases, records } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Keys } from './case-keys.server.ts';
import type { RecordKeyKind, RecordKind, Visibility } from './rules/desk.ts';
import { fromUtf8, utf8 } from './vault/bytes.ts';
import { VaultError } from './vault/errors.ts';
import { openRecord, sealRecord, type RecordPlace, type Said } from './vault/records.ts';

/** What is sealed: plain JSON, a shape for each kind (rules/contents.ts). */
export type Content = Record<string, unknown>;

export type NewRecord = {
  /** Given by the browser when it sealed the record itself; random otherwise. */
  id?: string;
  caseId: string;
  organisationId: string;
  kind: RecordKind;
  author: 'applicant' | 'organiser' | 'staff' | 'system';
  authorId?: string | null;
  visibility: Visibility;
  keyKind?: RecordKeyKind;
  today: string;
};

type Placed = { id: string; caseId: string; kind: RecordKind } & Said;

/** The place a record is bound to: table, case, record, kind, key version, author and readers. The browser's sealing uses the same. */
function placeOf({ author, authorId, caseId, id, kind, visibility }: Placed, keyVersion: number): RecordPlace {
  return { table: 'records', caseId, recordId: id, field: kind, keyVersion, said: { author, authorId, visibility } };
}

/** Seals and stores a record under the newest version in `keys` (or `version`). Returns its id. */
export async function addRecord(
  tx: LegalTx,
  keys: Keys,
  entry: NewRecord,
  content: Content,
  version: number = Math.max(...keys.keys()),
): Promise<string> {
  const id = entry.id ?? newId();
  const key = keys.get(version);
  if (!key) throw new Error('No key to seal with');
  const place = placeOf({ ...entry, id, authorId: entry.authorId ?? null }, version);
  const sealed = sealRecord(key, place, utf8(JSON.stringify(content)));
  await storeRecord(tx, { ...entry, id }, version, sealed);
  return id;
}

/** Stores what is sealed already (in the browser). */
export async function storeRecord(
  tx: LegalTx,
  { author, authorId, caseId, id, keyKind, kind, organisationId, today, visibility }: NewRecord & { id: string },
  keyVersion: number,
  { ciphertext, nonce }: { nonce: Uint8Array; ciphertext: Uint8Array },
): Promise<void> {
  const [row] = await tx
    .update(cases)
    .set({
      nextSeq: sql`${cases.nextSeq} + 1`,
      paddedLength: sql`${cases.paddedLength} + ${ciphertext.length}`,
      lastOn: today,
    })
    .where(eq(cases.id, caseId))
    .returning({ next: cases.nextSeq });
  if (!row) throw new Error('No such case');
  await tx.insert(records).values({
    id,
    caseId,
    organisationId,
    seq: row.next - 1,
    kind,
    author,
    authorId: authorId ?? null,
    visibility,
    keyKind: keyKind ?? 'case',
    keyVersion,
    nonce,
    ciphertext,
    madeOn: today,
  });
}

/** Seals a record anew with other words, under the newest version. */
export async function replaceRecord(
  tx: LegalTx,
  keys: Keys,
  record: { id: string; caseId: string; kind: RecordKind },
  content: Content,
): Promise<void> {
  const version = Math.max(...keys.keys());
  const key = keys.get(version);
  if (!key) throw new Error('No key to seal with');
  const [row] = await tx.select().from(records).where(eq(records.id, record.id));
  if (row?.caseId !== record.caseId || row.kind !== record.kind) throw new Error('No such record');
  const sealed = sealRecord(key, placeOf(row, version), utf8(JSON.stringify(content)));
  await tx
    .update(records)
    .set({ ...sealed, keyVersion: version })
    .where(eq(records.id, record.id));
}

/** A record with its words; `content` is null where the holder was not granted that version of the key. */
export type OpenedRecord = Omit<typeof records.$inferSelect, 'nonce' | 'ciphertext'> & { content: Content | null };

/** Records of a case in their order, opened as far as the keys reach. Throws VaultError for one that was tampered with. */
export async function readRecords(
  tx: LegalTx,
  keys: Keys,
  caseId: string,
  { kinds, keyKind = 'case' }: { kinds?: readonly RecordKind[]; keyKind?: RecordKeyKind } = {},
): Promise<OpenedRecord[]> {
  const rows = await tx
    .select()
    .from(records)
    .where(
      and(
        eq(records.caseId, caseId),
        eq(records.keyKind, keyKind),
        kinds ? inArray(records.kind, [...kinds]) : sql`true`,
      ),
    )
    .orderBy(asc(records.seq));
  return rows.map((row) => openRow(row, keys));
}

/** Opens one row; one that was sealed before author and readers were bound to it, as it was then. */
export function openRow({ ciphertext, nonce, ...row }: typeof records.$inferSelect, keys: Keys): OpenedRecord {
  const key = keys.get(row.keyVersion);
  if (!key) return { ...row, content: null };
  const { said, ...before } = placeOf(row, row.keyVersion);
  const sealed = { nonce, ciphertext };
  let opened: Uint8Array;
  try {
    opened = openRecord(key, { ...before, ...(said ? { said } : {}) }, sealed);
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
    opened = openRecord(key, before, sealed);
  }
  return { ...row, content: JSON.parse(fromUtf8(opened)) as Content };
}
