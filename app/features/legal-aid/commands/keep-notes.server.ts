import { and, eq } from 'drizzle-orm';
import { dates, staff } from '#db/schema/legal-aid.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { addRecord } from '../case-records.server.ts';
import { addWords, doInCase, done, type CaseRefusal, type DeedForm } from '../case-work.server.ts';
import type { DeskWork } from '../desk-staff.server.ts';
import { selfKeys } from '../case-notes.server.ts';
import { tellStaff } from '../notify.server.ts';
import type { DateContent, Note } from '../rules/contents.ts';

/** A note for those who hold the case, or for oneself alone: the latter is sealed so that nobody else opens it. */
export function writeNote(
  work: DeskWork,
  { text, visibility, ...form }: DeedForm & { text: string; visibility: 'team' | 'self' },
): Promise<Result<{ done: true }, CaseRefusal>> {
  return doInCase(work, form, { command: 'note.write', needs: 'key', audit: false }, async (at) => {
    const { keys, subject, tx } = at;
    const content: Note = { text };
    if (visibility === 'team') await addWords(at, work, { kind: 'note', visibility, content });
    else
      await addRecord(
        tx,
        selfKeys(work.holder, keys),
        {
          caseId: subject.id,
          organisationId: subject.organisationId,
          kind: 'note',
          author: 'staff',
          authorId: work.staff.id,
          visibility,
          keyKind: 'self',
          today: work.today,
        },
        content,
        subject.keyVersion,
      );
    return done();
  });
}

export type NewTask = DeedForm & { title: string; dueOn: string | null; staffId: string };

/** A task for oneself or a colleague who holds the case; whoever gets it is told with the constant sentence. */
export function addTask(
  work: DeskWork,
  { dueOn, staffId, title, ...form }: NewTask,
): Promise<Result<{ id: string }, CaseRefusal | 'common.error.choose'>> {
  return doInCase(work, form, { command: 'task.add', needs: 'hand', audit: false }, async (at) => {
    const { subject, tx } = at;
    const { organisationId } = subject;
    const [assignee] = await tx
      .select({ role: staff.role, state: staff.state })
      .from(staff)
      .where(and(eq(staff.id, staffId), eq(staff.organisationId, organisationId)));
    if (assignee?.state !== 'vouched' || assignee.role === 'custodian') return refuse('common.error.choose', 'staff');
    const content: DateContent = { title };
    const recordId = await addWords(at, work, { kind: 'date', visibility: 'team', content });
    const id = newId();
    await tx.insert(dates).values({
      id,
      caseId: subject.id,
      organisationId,
      kind: 'task',
      dueOn,
      staffId,
      recordId,
      madeOn: work.today,
    });
    if (staffId !== work.staff.id) await tellStaff(tx, organisationId, [staffId]);
    return ok({ id });
  });
}

/** Marks a task as done or dropped, or opens it again. */
export function endTask(
  work: DeskWork,
  { taskId, to, ...form }: DeedForm & { taskId: string; to: 'open' | 'done' | 'dropped' },
): Promise<Result<{ done: true }, CaseRefusal>> {
  return doInCase(work, form, { command: `task.${to}`, needs: 'key', audit: false }, async ({ subject, tx }) => {
    const [changed] = await tx
      .update(dates)
      .set({ state: to, doneOn: to === 'open' ? null : work.today })
      .where(and(eq(dates.id, taskId), eq(dates.caseId, subject.id), eq(dates.kind, 'task')))
      .returning({ id: dates.id });
    return changed ? done() : refuse('legal-case.error.gone');
  });
}
