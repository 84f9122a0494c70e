import { eq } from 'drizzle-orm';
import { cases } from '#db/schema/legal-aid.ts';
import { refuse, type Result } from '#app/kernel/result.ts';
import { storeCaseFile, type CleanFile } from '../case-files.server.ts';
import { addWords, doInCase, done, type CaseRefusal, type DeedForm } from '../case-work.server.ts';
import type { DeskWork } from '../desk-staff.server.ts';
import { tellApplicant } from '../notify.server.ts';
import type { Message } from '../rules/contents.ts';

export type Writing = DeedForm & {
  /** May be empty when there is a file. */
  text: string;
  files: readonly CleanFile[];
  /** The case waits for the applicant's information. */
  asksForInformation: boolean;
};

/**
 * Writes to the applicant in the thread, sealed under the case's newest key. The turn is the applicant's then; the first
 * time sets the day of the first reply. The applicant is told with the constant sentence.
 */
export function writeToApplicant(
  work: DeskWork,
  { asksForInformation, files, text, ...form }: Writing,
): Promise<Result<{ done: true }, CaseRefusal | 'common.error.required'>> {
  return doInCase(work, form, { command: 'case.write', needs: 'own' }, async (at) => {
    if (text === '' && files.length === 0) return refuse('common.error.required', 'text');
    const { keys, subject, tx } = at;
    const content: Message = { text };
    if (text !== '') await addWords(at, work, { kind: 'message', visibility: 'public', content });
    const entry = {
      caseId: subject.id,
      organisationId: subject.organisationId,
      author: 'staff' as const,
      authorId: work.staff.id,
      visibility: 'public' as const,
      today: work.today,
    };
    for (const file of files) await storeCaseFile(tx, keys, entry, file);
    await tx
      .update(cases)
      .set({
        isWaitingForUs: false,
        firstReplyOn: subject.firstReplyOn ?? work.today,
        ...(asksForInformation ? { state: 'need_info' as const } : {}),
      })
      .where(eq(cases.id, subject.id));
    await tellApplicant(tx, subject.organisationId, subject.id);
    return done();
  });
}
