import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personForContact } from '#app/features/people/public.server.ts';
import { moveTask, removeTask, saveTask } from '#app/features/tasks/commands/keep-task.server.ts';
import type { TaskForm } from '#app/features/tasks/forms.ts';
import { raiseTask, settleRaised, tasksToday } from '#app/features/tasks/public.server.ts';
import { getTask, listTasks } from '#app/features/tasks/task-board.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import type { StaffWork } from '#app/platform/staff-work.server.ts';
import { adminConnection } from '#tests/support/story.ts';
import { astaraAtWork } from '../issues/staff-world.ts';

const sql = adminConnection();
const at = astaraAtWork(sql);
/** The story's own are not counted here. */
beforeAll(() => sql`delete from tasks`);
afterAll(() => sql.end());

const task = (changes: Partial<TaskForm> = {}): TaskForm => ({
  clientId: newId(),
  title: 'Bələdiyyəyə zəng',
  details: '',
  dueOn: null,
  who: '',
  campaignId: null,
  ...changes,
});
const add = async (changes: Partial<TaskForm> = {}) => {
  const saved = await saveTask(at.organiser, null, task(changes));
  if (!saved.ok) throw new Error(saved.refusal.code);
  return saved.value.taskId;
};
const move = (work: StaffWork, id: string, to: 'open' | 'doing' | 'waiting' | 'done') =>
  moveTask(work, id, { clientId: newId(), to });
const all = { mayReadPeople: true };

describe('tasks', () => {
  it('stand by the day they are due, sent five times once, mine and nobody’s apart', async () => {
    const form = task({ title: 'Sonra', dueOn: '2026-04-02' });
    const five = await Promise.all([1, 2, 3, 4, 5].map(() => saveTask(at.organiser, null, form)));
    expect(new Set(five.map((saved) => saved.ok && saved.value.taskId)).size).toBe(1);
    await add({ title: 'Günsüz' });
    await add({ title: 'Əvvəl', dueOn: '2026-04-01', who: `user:${at.organiser.scope.userId}` });
    const titles = async (whose: 'ours' | 'mine' | 'free') =>
      (await listTasks(at.organiser.scope, whose, all)).map(({ title }) => title);
    expect(await titles('ours')).toEqual(['Əvvəl', 'Sonra', 'Günsüz']);
    expect(await titles('mine')).toEqual(['Əvvəl']);
    expect(await titles('free')).toEqual(['Sonra', 'Günsüz']);
  });

  it('are taken by whoever begins them, and a volunteer moves no other’s', async () => {
    const id = await add();
    expect(await move(at.volunteer, id, 'doing')).toMatchObject({ ok: true });
    expect(await getTask(at.organiser.scope, id)).toMatchObject({
      assigneeId: at.volunteer.scope.userId,
      state: 'doing',
    });
    const theirs = await add({ who: `user:${at.organiser.scope.userId}` });
    expect(await move(at.volunteer, theirs, 'done')).toMatchObject({ refusal: { code: 'tasks.error.taken' } });
    expect(await move(at.moderator, theirs, 'done')).toMatchObject({ ok: true });
    expect(await saveTask(at.volunteer, null, task())).toMatchObject({ refusal: { code: 'common.error.not-allowed' } });
    expect(await move(at.reader, id, 'done')).toMatchObject({ refusal: { code: 'common.error.not-allowed' } });
  });

  it('done by a volunteer without an account go into their timeline once', async () => {
    const scope = { kind: 'system', organisationId: at.organisationId } as const;
    const personId = await withScope(scope, (tx) =>
      personForContact(tx, at.organisationId, { name: 'İş Görən', phone: '0508001001' }, { now: new Date() }),
    );
    const id = await add({ who: `person:${personId}` });
    for (const to of ['doing', 'done', 'open', 'done'] as const) await move(at.organiser, id, to);
    const rows =
      await sql`select 1 from people_moments where person_id = ${personId} and kind = 'volunteering' and subject_id = ${id}`;
    expect(rows).toHaveLength(1);
    const named = await listTasks(at.volunteer.scope, 'ours', { mayReadPeople: false });
    expect(named.find((line) => line.id === id)?.who).toEqual({ name: '', isMe: false });
  });

  it('of another organisation are neither seen, nor given, nor moved', async () => {
    const id = await add();
    expect(await listTasks(at.stranger.scope, 'ours', all)).toEqual([]);
    expect(await getTask(at.stranger.scope, id)).toBeUndefined();
    expect(await move(at.stranger, id, 'done')).toMatchObject({ refusal: { code: 'tasks.error.gone' } });
    expect(await removeTask(at.stranger, id, { clientId: newId() })).toMatchObject({
      refusal: { code: 'tasks.error.gone' },
    });
    const foreign = `user:${at.stranger.scope.userId}`;
    expect(await saveTask(at.organiser, null, task({ who: foreign }))).toEqual({
      ok: false,
      refusal: { code: 'tasks.error.choose', field: 'who' },
    });
    expect(await saveTask(at.organiser, null, task({ who: `person:${newId()}` }))).toMatchObject({
      refusal: { code: 'people.error.gone', field: 'who' },
    });
  });

  it('are raised by other rooms once, and settled when the matter is over', async () => {
    const scope = { kind: 'system', organisationId: at.organisationId } as const;
    const raisedFor = `board-entry/${newId()}`;
    const raise = () =>
      withScope(scope, (tx) =>
        raiseTask(tx, at.organisationId, { title: 'Cavabsız ehtiyac', dueOn: '2026-03-01', raisedFor }),
      );
    expect([await raise(), await raise()]).toEqual([true, false]);
    const [row] = await sql<{ id: string }[]>`select id from tasks where raised_for = ${raisedFor}`;
    await move(at.organiser, row?.id as string, 'doing');
    const today = () =>
      withScope(at.organiser.scope, (tx) =>
        tasksToday(tx, { organisationId: at.organisationId, userId: at.organiser.scope.userId }, '2026-03-02'),
      );
    expect((await today()).due).toEqual([
      { id: row?.id, title: 'Cavabsız ehtiyac', dueOn: '2026-03-01', isLate: true },
    ]);
    await withScope(scope, (tx) => settleRaised(tx, at.organisationId, raisedFor, new Date()));
    expect((await today()).due).toEqual([]);
  });
});
