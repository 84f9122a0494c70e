import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { cases, records } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Keys } from './case-keys.server.ts';
import type { RecordKeyKind, RecordKind, Visibility } from './rules/desk.ts';
import { fromUtf8, utf8 } from './vault/bytes.ts';
import { openRecord, sealRecord, type RecordPlace } from './vault/records.ts';

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

/** The place a record is bound to: table, case, record, kind and key version. The browser's sealing uses the same. */
export function placeOf(caseId: string, recordId: string, kind: RecordKind, keyVersion: number): RecordPlace {
  return { table: 'records', caseId, recordId, field: kind, keyVersion };
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
  const sealed = sealRecord(key, placeOf(entry.caseId, id, entry.kind, version), utf8(JSON.stringify(content)));
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
  const sealed = sealRecord(
    key,
    placeOf(record.caseId, record.id, record.kind, version),
    utf8(JSON.stringify(content)),
  );
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

/** Opens one row. */
export function openRow({ ciphertext, nonce, ...row }: typeof records.$inferSelect, keys: Keys): OpenedRecord {
  const key = keys.get(row.keyVersion);
  if (!key) return { ...row, content: null };
  const opened = openRecord(key, placeOf(row.caseId, row.id, row.kind, row.keyVersion), { nonce, ciphertext });
  return { ...row, content: JSON.parse(fromUtf8(opened)) as Content };
}
