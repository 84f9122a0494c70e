import { and, eq, inArray } from 'drizzle-orm';
import { files, records } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { getFile, putFile } from '#app/platform/files.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { cleanPicture, type PictureRefusal } from '#app/platform/pictures.server.ts';
import type { Keys } from './case-keys.server.ts';
import { addRecord, openRow, storeRecord, type NewRecord } from './case-records.server.ts';
import type { FileContent } from './rules/contents.ts';
import { CASE_FILE_MAX_BYTES, plainFileName, servedType, sniffFile } from './rules/file-kinds.ts';
import { concat, fromBase64, toBase64 } from './vault/bytes.ts';
import { openFileChunks, sealFileChunks, sealedFileSize, type ByteSource } from './vault/files.ts';
import { makeKey } from './vault/keys.ts';

/**
 * Files of a case. The bytes lie in the file store under a random name, sealed in chunks under a key of their own; that
 * key, the real name, the type and the size are in a record under the case's key. The record's id is part of every
 * chunk's context, so a body moved to another record does not open.
 */
export type FileRefusal = `legal-case.error.file-${'format' | 'large' | 'broken'}`;
export type SentFile = { name: string; bytes: Uint8Array; isTooLarge: boolean };
export type CleanFile = { name: string; type: string; bytes: Uint8Array; isVoice?: boolean };
/** Who adds the file, to which case, for whom to see. */
export type FileEntry = Omit<NewRecord, 'kind' | 'keyKind'>;

const REFUSALS: Record<PictureRefusal, FileRefusal> = {
  'picture-format': 'legal-case.error.file-format',
  'picture-too-large': 'legal-case.error.file-large',
  'picture-broken': 'legal-case.error.file-broken',
};

/**
 * Looks at what was sent: pictures are decoded and encoded anew, so that position, camera and hidden thumbnail are gone;
 * PDF, sound and plain text stay as they are. Refuses everything else and what is too large. `field` is the form's.
 */
export async function cleanCaseFile(file: SentFile, field = 'file'): Promise<Result<CleanFile, FileRefusal>> {
  if (file.isTooLarge || file.bytes.length > CASE_FILE_MAX_BYTES) return refuse('legal-case.error.file-large', field);
  const kind = sniffFile(file.bytes);
  if (kind === null) return refuse('legal-case.error.file-format', field);
  if (kind !== 'picture') return ok({ name: plainFileName(file.name, kind), type: kind, bytes: file.bytes });
  const picture = await cleanPicture(file.bytes);
  if (typeof picture === 'string') return refuse(REFUSALS[picture], field);
  return ok({ name: plainFileName(file.name, 'image/jpeg'), type: 'image/jpeg', bytes: picture.full });
}

/** Seals and stores a file with its record under the newest version of the case's key. `bytes` is counted, not believed. */
export async function storeCaseFile(
  tx: LegalTx,
  keys: Keys,
  entry: FileEntry,
  file: Omit<CleanFile, 'bytes'> & { bytes: Uint8Array | ByteSource },
): Promise<{ recordId: string }> {
  const recordId = entry.id ?? newId();
  const key = makeKey();
  let size = 0;
  const source = file.bytes instanceof Uint8Array ? [file.bytes] : file.bytes;
  const body = await collect(
    sealFileChunks(
      key,
      recordId,
      counted(source, (length) => (size += length)),
    ),
  );
  const content: FileContent = {
    name: file.name,
    type: file.type,
    bytes: size,
    key: toBase64(key),
    ...(file.isVoice ? { isVoice: true } : {}),
  };
  await addRecord(tx, keys, { ...entry, id: recordId, kind: 'file' }, content);
  await keepBody(tx, entry, recordId, body);
  return { recordId };
}

/** Stores a file that the browser sealed itself: body and record as they came. Refuses a body that no padded size gives. */
export async function storeSealedFile(
  tx: LegalTx,
  entry: FileEntry & { id: string },
  keyVersion: number,
  record: { nonce: Uint8Array; ciphertext: Uint8Array },
  body: Uint8Array,
): Promise<Result<{ recordId: string }, FileRefusal>> {
  if (body.length > sealedFileSize(CASE_FILE_MAX_BYTES)) return refuse('legal-case.error.file-large', 'file');
  if (body.length < sealedFileSize(0)) return refuse('legal-case.error.file-broken', 'file');
  await storeRecord(tx, { ...entry, kind: 'file' }, keyVersion, record);
  await keepBody(tx, entry, entry.id, body);
  return ok({ recordId: entry.id });
}

async function keepBody(tx: LegalTx, entry: FileEntry, recordId: string, body: Uint8Array): Promise<void> {
  const storageKey = `sealed/${newId()}`;
  await tx.insert(files).values({
    id: newId(),
    caseId: entry.caseId,
    organisationId: entry.organisationId,
    recordId,
    storageKey,
    storedBytes: body.length,
    madeOn: entry.today,
  });
  // Last: what follows a failure here is a row that is rolled back, and at worst a body that nothing opens.
  await putFile(storageKey, body);
}

/**
 * A file of a case, opened within this request; null when there is none, or the holder's keys do not reach its record.
 * `type` is by what the bytes are, never by what a record says. Throws VaultError for one that was tampered with.
 */
export async function readCaseFile(
  tx: LegalTx,
  keys: Keys,
  caseId: string,
  recordId: string,
): Promise<{ name: string; type: string; bytes: Uint8Array; isVoice: boolean } | null> {
  const [row] = await tx
    .select({ record: records, storageKey: files.storageKey })
    .from(files)
    .innerJoin(records, eq(records.id, files.recordId))
    .where(and(eq(files.caseId, caseId), eq(records.caseId, caseId), eq(files.recordId, recordId)));
  if (!row) return null;
  const content = openRow(row.record, keys).content as FileContent | null;
  const body = content && (await getFile(row.storageKey));
  if (!content || !body) return null;
  const bytes = await collect(openFileChunks(fromBase64(content.key), recordId, [body]));
  return { name: content.name, type: servedType(bytes), bytes, isVoice: content.isVoice ?? false };
}

/** Removes files of a case, rows now and bodies once the transaction is through: all of them, or those of these records. */
export async function deleteCaseFiles(tx: LegalTx, caseId: string, recordIds?: readonly string[]): Promise<void> {
  if (recordIds?.length === 0) return;
  const gone = await tx
    .delete(files)
    .where(and(eq(files.caseId, caseId), recordIds ? inArray(files.recordId, [...recordIds]) : undefined))
    .returning({ storageKey: files.storageKey, recordId: files.recordId });
  if (gone.length === 0) return;
  await tx.delete(records).where(
    inArray(
      records.id,
      gone.map((one) => one.recordId),
    ),
  );
  await enqueue(tx, 'files:delete', { keys: gone.map((one) => one.storageKey) });
}

async function collect(source: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of source) pieces.push(piece);
  return concat(...pieces);
}

async function* counted(source: ByteSource, count: (length: number) => void): AsyncGenerator<Uint8Array> {
  for await (const piece of source) {
    count(piece.length);
    yield piece;
  }
}
