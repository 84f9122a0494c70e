import { and, eq } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { campaigns, memberships, tasks } from '#db/schema/index.ts';
import { tellDevices } from '#app/features/accounts/public.server.ts';
import { recordMoment, whyNotAtWork } from '#app/features/people/public.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { paths } from '#app/paths.ts';
import { audit } from '#app/platform/audit.server.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import { isStanding } from '#app/platform/standing.server.ts';
import type { TaskForm } from '../forms.ts';
import type { TaskState } from '../rules/kinds.ts';

type Refused =
  | 'common.error.not-allowed'
  | 'tasks.error.gone'
  | 'tasks.error.choose'
  | 'tasks.error.taken'
  | 'people.error.gone'
  | 'people.error.minor-team'
  | 'people.error.guardian';

/** Writes a new task, or another content of a known one. Sent twice it is one. */
export function saveTask(
  work: StaffWork,
  taskId: string | null,
  { clientId, ...form }: TaskForm,
): Promise<Result<{ taskId: string }, Refused>> {
  const content = [taskId, form];
  return workOnce<{ taskId: string }, Refused>(work, { command: 'tasks.save', clientId, content }, async (tx) => {
    if (!mayHere(work, 'task.write')) return refuse('common.error.not-allowed');
    const { organisationId, userId } = work.scope;
    const { who, campaignId, ...said } = form;
    const given = whoOf(who);
    const wrong = await whyNot(tx, work, given, campaignId);
    if (wrong) return wrong;
    const values = { ...said, dueOn: said.dueOn, campaignId, ...given };
    const id = taskId ?? newId();
    const ours = and(eq(tasks.id, id), eq(tasks.organisationId, organisationId));
    const [before] = await tx.select({ assigneeId: tasks.assigneeId }).from(tasks).where(ours);
    if (taskId === null) await tx.insert(tasks).values({ ...values, id, organisationId, createdBy: userId });
    else {
      const changed = await tx
        .update(tasks)
        .set({ ...values, updatedAt: work.now })
        .where(ours)
        .returning({ id: tasks.id });
      if (changed.length === 0) return refuse('tasks.error.gone');
    }
    if (given.assigneeId !== (before?.assigneeId ?? null)) await tellAssignee(tx, work, id, given.assigneeId);
    await audit(tx, work.scope, {
      action: taskId === null ? 'tasks.added' : 'tasks.edited',
      subjectType: 'task',
      subjectId: id,
    });
    return ok({ taskId: id });
  });
}

/** The devices of whoever was given a task by somebody else. */
async function tellAssignee(tx: Tx, work: StaffWork, taskId: string, assigneeId: string | null): Promise<void> {
  const { organisationId, userId } = work.scope;
  const slug = work.actor.memberships.find((entry) => entry.organisationId === organisationId)?.slug;
  if (assigneeId === null || assigneeId === userId || slug === undefined) return;
  await tellDevices(tx, { organisationId, userId: assigneeId, path: paths.orgTask(slug, taskId) }, work.now);
}

type Given = { assigneeId: string | null; personId: string | null };

/** `user:<id>`, `person:<id>` or nobody. */
function whoOf(who: string): Given {
  const [kind, id = null] = who.split(':');
  return { assigneeId: kind === 'user' ? id : null, personId: kind === 'person' ? id : null };
}

async function whyNot(
  tx: Tx,
  { scope }: StaffWork,
  { assigneeId, personId }: Given,
  campaignId: string | null,
): Promise<Result<never, Refused> | undefined> {
  const { organisationId } = scope;
  if (assigneeId !== null) {
    const colleague = and(
      eq(memberships.organisationId, organisationId),
      eq(memberships.userId, assigneeId),
      isStanding(),
    );
    if ((await tx.$count(memberships, colleague)) === 0) return refuse('tasks.error.choose', 'who');
  }
  if (personId !== null) {
    const why = await whyNotAtWork(tx, organisationId, personId);
    if (why) return refuse(why, 'who');
  }
  if (campaignId !== null) {
    const ours = and(eq(campaigns.id, campaignId), eq(campaigns.organisationId, organisationId));
    if ((await tx.$count(campaigns, ours)) === 0) return refuse('tasks.error.choose', 'campaignId');
  }
  return undefined;
}

/**
 * Moves a task to another column. A volunteer moves what is theirs; whoever moves a task of nobody's takes it. What a
 * volunteer without an account has done goes into their timeline.
 */
export function moveTask(
  work: StaffWork,
  taskId: string,
  { clientId, to }: { clientId: string; to: TaskState },
): Promise<Result<undefined, Refused>> {
  return workOnce<undefined, Refused>(work, { command: 'tasks.move', clientId, content: [taskId, to] }, async (tx) => {
    if (!mayHere(work, 'task.take')) return refuse('common.error.not-allowed');
    const { organisationId, userId } = work.scope;
    const [task] = await tx
      .select()
      .from(tasks)
      .where(and(eq(tasks.id, taskId), eq(tasks.organisationId, organisationId)))
      .for('update');
    if (!task) return refuse('tasks.error.gone');
    const isFree = task.assigneeId === null && task.personId === null;
    if (!isFree && task.assigneeId !== userId && !mayHere(work, 'task.write')) return refuse('tasks.error.taken');
    await tx
      .update(tasks)
      .set({
        state: to,
        updatedAt: work.now,
        doneAt: to === 'done' ? work.now : null,
        ...(isFree && to !== 'open' ? { assigneeId: userId } : {}),
      })
      .where(eq(tasks.id, taskId));
    if (to === 'done' && task.personId !== null)
      await recordMoment(tx, organisationId, {
        personId: task.personId,
        kind: 'volunteering',
        about: task.title,
        subjectId: taskId,
        at: work.now,
        by: userId,
      });
    await audit(tx, work.scope, { action: 'tasks.moved', subjectType: 'task', subjectId: taskId });
    return ok();
  });
}

export function removeTask(
  work: StaffWork,
  taskId: string,
  { clientId }: { clientId: string },
): Promise<Result<undefined, Refused>> {
  return workOnce<undefined, Refused>(work, { command: 'tasks.remove', clientId, content: taskId }, async (tx) => {
    if (!mayHere(work, 'task.write')) return refuse('common.error.not-allowed');
    const gone = await tx
      .delete(tasks)
      .where(and(eq(tasks.id, taskId), eq(tasks.organisationId, work.scope.organisationId)))
      .returning({ id: tasks.id });
    if (gone.length === 0) return refuse('tasks.error.gone');
    await audit(tx, work.scope, { action: 'tasks.removed', subjectType: 'task', subjectId: taskId });
    return ok();
  });
}
