import { and, eq } from 'drizzle-orm';
import { records } from '#db/schema/legal-aid.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { storeCaseFile } from '../case-files.server.ts';
import { replaceRecord } from '../case-records.server.ts';
import { addWords, doInCase, type CaseRefusal, type DeedForm } from '../case-work.server.ts';
import type { DeskWork } from '../desk-staff.server.ts';
import { readDocument } from '../documents.server.ts';
import { paperDocx } from '../paper-docx.server.ts';
import type { DocumentContent } from '../rules/contents.ts';
import { composePaper } from '../rules/papers.ts';

export type KeepDocument = DeedForm & { id: string | null } & DocumentContent;

/** Seals a new paper of a case, or seals one anew with other particulars. Only who made it changes it. */
export function keepDocument(
  work: DeskWork,
  { fields, id, template, title, ...form }: KeepDocument,
): Promise<Result<{ id: string }, CaseRefusal>> {
  const content: DocumentContent = { title, template, fields };
  return doInCase(work, form, { command: 'document.keep', needs: 'key' }, async ({ keys, subject, tx }) => {
    if (id === null) {
      const made = newId();
      await addWords({ keys, subject, tx }, work, { id: made, kind: 'document', visibility: 'team', content });
      return ok({ id: made });
    }
    const [own] = await tx
      .select({ id: records.id })
      .from(records)
      .where(
        and(
          eq(records.id, id),
          eq(records.caseId, subject.id),
          eq(records.kind, 'document'),
          eq(records.authorId, work.staff.id),
        ),
      );
    if (!own) return refuse('legal-case.error.not-yours');
    await replaceRecord(tx, keys, { id, caseId: subject.id, kind: 'document' }, content);
    return ok({ id });
  });
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Puts a paper as it stands now into the case as a sealed file; the plain one is never written anywhere. */
export function fileDocument(
  work: DeskWork,
  { documentId, ...form }: DeedForm & { documentId: string },
): Promise<Result<{ recordId: string }, CaseRefusal>> {
  return doInCase(work, form, { command: 'document.file', needs: 'key' }, async ({ keys, subject, tx }) => {
    const found = await readDocument(tx, keys, subject.id, documentId);
    if (!found) return refuse('legal-case.error.gone');
    const bytes = await paperDocx(composePaper(found.template, found.known));
    const stored = await storeCaseFile(
      tx,
      keys,
      {
        caseId: subject.id,
        organisationId: subject.organisationId,
        author: 'staff',
        authorId: work.staff.id,
        visibility: 'team',
        today: work.today,
      },
      { name: `${fileName(found.title)}.docx`, type: DOCX, bytes },
    );
    return ok({ recordId: stored.recordId });
  });
}

/** A title as a file's name: letters, digits and spaces. */
export function fileName(title: string): string {
  const plain = title
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .trim()
    .slice(0, 80);
  return plain || 'sened';
}
