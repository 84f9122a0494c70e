import { eq } from 'drizzle-orm';
import { cases } from '#db/schema/legal-aid.ts';
import { addDays } from '#app/kernel/dated-rules/days.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { cleanCaseFile, storeCaseFile, type CleanFile, type FileRefusal, type SentFile } from '../case-files.server.ts';
import { openKeys } from '../case-keys.server.ts';
import { addRecord } from '../case-records.server.ts';
import { withLegalScope } from '../legal-scope.server.ts';
import { tellStaff } from '../notify.server.ts';
import { onceHere } from '../once-here.server.ts';
import type { ReceiptWork } from '../receipt.server.ts';
import { ENDED, RETENTION_DAYS } from '../rules/lifecycle.ts';

export type DeskAnswerRefusal = FileRefusal | 'common.error.required' | 'legal-intake.error.gone';

/** The applicant writes in the thread, with files if there are any: sealed under the newest version of the case's key. */
export async function answerDesk(
  work: ReceiptWork,
  { clientId, files, text }: { clientId: string; text: string; files: readonly SentFile[] },
): Promise<Result<{ done: true }, DeskAnswerRefusal>> {
  if (text === '' && files.length === 0) return refuse('common.error.required', 'text');
  const clean: CleanFile[] = [];
  for (const file of files) {
    const cleaned = await cleanCaseFile(file, 'files');
    if (!cleaned.ok) return cleaned;
    clean.push(cleaned.value);
  }
  const { caseId, holder, scope, today } = work;
  const { organisationId } = scope;
  return withLegalScope(scope, (tx) =>
    onceHere<{ done: true }, DeskAnswerRefusal>(
      tx,
      { clientId, command: 'answer-desk', owner: caseId, today },
      async () => {
        const [subject] = await tx.select().from(cases).where(eq(cases.id, caseId)).for('update');
        if (!subject || subject.state === 'draft' || subject.state === 'erased')
          return refuse('legal-intake.error.gone');
        const keys = await openKeys(tx, holder, 'case', caseId);
        const entry = { caseId, organisationId, author: 'applicant', visibility: 'public', today } as const;
        if (text !== '') await addRecord(tx, keys, { ...entry, kind: 'message' }, { text });
        for (const file of clean) await storeCaseFile(tx, keys, entry, file);
        const keepFor = RETENTION_DAYS[subject.state];
        await tx
          .update(cases)
          .set({
            isWaitingForUs: true,
            // A case that ended is kept longer when its applicant still writes.
            ...(ENDED.some((state) => state === subject.state) && keepFor !== null
              ? { retentionUntil: addDays(today, keepFor), retentionWarnedOn: null }
              : {}),
          })
          .where(eq(cases.id, caseId));
        if (subject.claimedBy) await tellStaff(tx, organisationId, [subject.claimedBy]);
        return ok({ done: true as const });
      },
    ),
  );
}
