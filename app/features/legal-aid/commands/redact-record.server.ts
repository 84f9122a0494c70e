import { and, eq, inArray } from 'drizzle-orm';
import { records } from '#db/schema/legal-aid.ts';
import { refuse, type Result } from '#app/kernel/result.ts';
import { selfKeys } from '../case-notes.server.ts';
import { addRecord, openRow, replaceRecord } from '../case-records.server.ts';
import { doInCase, done, type CaseRefusal, type DeedForm } from '../case-work.server.ts';
import type { DeskWork } from '../desk-staff.server.ts';
import { blankOut, REDACTABLE } from '../rules/redaction.ts';

export type Redaction = DeedForm & { recordId: string; passage: string };

/**
 * Blanks a passage of a text wherever it occurs, for everybody who reads it, the applicant included: the record is sealed
 * anew without it. Whoever blanked it keeps the whole as a note of their own, which nobody else can open. What a
 * colleague wrote is theirs to blank.
 */
export function redactRecord(
  work: DeskWork,
  { passage, recordId, ...form }: Redaction,
): Promise<Result<{ done: true }, CaseRefusal | 'legal-case.redaction.error.not-found'>> {
  return doInCase(work, form, { command: 'record.redact', needs: 'key' }, async ({ keys, subject, tx }) => {
    const [row] = await tx
      .select()
      .from(records)
      .where(
        and(
          eq(records.id, recordId),
          eq(records.caseId, subject.id),
          eq(records.keyKind, 'case'),
          inArray(records.kind, [...REDACTABLE]),
        ),
      )
      .for('update');
    if (!row) return refuse('legal-case.error.gone');
    if (row.author === 'staff' && row.authorId !== work.staff.id) return refuse('legal-case.error.not-yours');
    const { content } = openRow(row, keys);
    if (!content) return refuse('legal-case.error.no-key');
    const said = typeof content.text === 'string' ? content.text : '';
    const blanked = blankOut(said, passage);
    if (blanked === null) return refuse('legal-case.redaction.error.not-found', 'passage');
    await addRecord(
      tx,
      selfKeys(work.holder, keys),
      {
        caseId: subject.id,
        organisationId: subject.organisationId,
        kind: 'note',
        author: 'staff',
        authorId: work.staff.id,
        visibility: 'self',
        keyKind: 'self',
        today: work.today,
      },
      { text: said },
      subject.keyVersion,
    );
    await replaceRecord(tx, keys, { id: row.id, caseId: subject.id, kind: row.kind }, { ...content, text: blanked });
    return done();
  });
}
