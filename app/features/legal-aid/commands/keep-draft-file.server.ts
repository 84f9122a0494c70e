import { and, eq } from 'drizzle-orm';
import { files, records } from '#db/schema/legal-aid.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import {
  cleanCaseFile,
  deleteCaseFiles,
  storeCaseFile,
  storeSealedFile,
  type CleanFile,
  type FileRefusal,
  type SentFile,
} from '../case-files.server.ts';
import { openRow } from '../case-records.server.ts';
import { DRAFT_VERSION, lockDraft } from '../draft.server.ts';
import { withLegalScope } from '../legal-scope.server.ts';
import { onceHere } from '../once-here.server.ts';
import type { ReceiptWork } from '../receipt.server.ts';
import type { FileContent } from '../rules/contents.ts';
import type { SealedInput } from '../rules/intake-forms.ts';
import { MAX_REQUEST_FILES } from '../rules/intake.ts';
import { acceptVersion, type SealedRefusal } from '../sealed-part.server.ts';

export type DraftFileRefusal =
  | FileRefusal
  | SealedRefusal
  | 'legal-intake.error.handed-in'
  | 'legal-intake.error.files-most'
  | 'legal-intake.error.file-missing';
/** A file of the request in the making; name and type are unknown here where the browser sealed it. */
export type DraftFile = {
  recordId: string;
  storedBytes: number;
  name: string | null;
  type: string | null;
  isVoice: boolean;
};

/** Files that came with the page: cleaned and sealed here. All of them or none. */
export async function keepDraftFiles(
  work: ReceiptWork,
  clientId: string,
  sent: readonly SentFile[],
): Promise<Result<undefined, DraftFileRefusal>> {
  if (sent.length === 0) return refuse('legal-intake.error.file-missing', 'files');
  const clean: CleanFile[] = [];
  for (const file of sent.slice(0, MAX_REQUEST_FILES + 1)) {
    const cleaned = await cleanCaseFile(file, 'files');
    if (!cleaned.ok) return cleaned;
    clean.push(cleaned.value);
  }
  const { caseId, scope, today } = work;
  return withLegalScope(scope, (tx) =>
    onceHere(tx, { clientId, command: 'draft-file', owner: caseId, today }, async () => {
      const open = await lockDraft(tx, work);
      if (!open) return refuse('legal-intake.error.handed-in' as const);
      const kept = await tx.select({ id: files.id }).from(files).where(eq(files.caseId, caseId));
      if (kept.length + clean.length > MAX_REQUEST_FILES)
        return refuse('legal-intake.error.files-most' as const, 'files');
      const entry = {
        caseId,
        organisationId: scope.organisationId,
        author: 'applicant',
        visibility: 'public',
        today,
      } as const;
      for (const file of clean) await storeCaseFile(tx, open.keys, entry, file);
      return ok(undefined);
    }),
  );
}

/** One file that the browser sealed: the body as it came, its record and the key's grants in `sealed`. */
export async function keepSealedFile(
  work: ReceiptWork,
  clientId: string,
  sealed: SealedInput,
  body: Uint8Array,
): Promise<Result<undefined, DraftFileRefusal>> {
  const { caseId, scope, today } = work;
  return withLegalScope(scope, (tx) =>
    onceHere(tx, { clientId, command: 'draft-file', owner: caseId, today }, async () => {
      const open = await lockDraft(tx, work);
      if (!open) return refuse('legal-intake.error.handed-in' as const);
      const kept = await tx.select({ id: files.id }).from(files).where(eq(files.caseId, caseId));
      if (kept.length >= MAX_REQUEST_FILES) return refuse('legal-intake.error.files-most' as const, 'files');
      const accepted = await acceptVersion(tx, work, open, 'file', sealed);
      if (!accepted.ok) return accepted;
      const entry = {
        id: sealed.recordId,
        caseId,
        organisationId: scope.organisationId,
        author: 'applicant',
        visibility: 'public',
        today,
      } as const;
      const stored = await storeSealedFile(tx, entry, sealed.version, accepted.value, body);
      return stored.ok ? ok(undefined) : stored;
    }),
  );
}

/** Takes a file away again. One that is not there is away already. */
export async function dropDraftFile(work: ReceiptWork, recordId: string): Promise<void> {
  await withLegalScope(work.scope, async (tx) => {
    if (await lockDraft(tx, work)) await deleteCaseFiles(tx, work.caseId, [recordId]);
  });
}

/** What is attached so far. */
export async function listDraftFiles(work: ReceiptWork): Promise<DraftFile[]> {
  return withLegalScope(work.scope, async (tx) => {
    const open = await lockDraft(tx, work);
    if (!open) return [];
    const rows = await tx
      .select({ record: records, storedBytes: files.storedBytes })
      .from(files)
      .innerJoin(records, eq(records.id, files.recordId))
      .where(and(eq(files.caseId, work.caseId), eq(records.kind, 'file')))
      .orderBy(records.seq);
    return rows.map(({ record, storedBytes }) => {
      const content =
        record.keyVersion === DRAFT_VERSION ? (openRow(record, open.keys).content as FileContent | null) : null;
      return {
        recordId: record.id,
        storedBytes,
        name: content?.name ?? null,
        type: content?.type ?? null,
        isVoice: content?.isVoice ?? false,
      };
    });
  });
}
