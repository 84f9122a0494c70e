import { and, asc, eq, lte, ne, sql } from 'drizzle-orm';
import { publicSql, type Tx } from '#db/client.server.ts';
import { joinForms, joinSubmissions, tasks } from '#db/schema/index.ts';
import { newId } from '#app/kernel/ids.ts';
import { LIMITS } from './rules/kinds.ts';

/**
 * What other pillars ask of an organisation's tasks, inside the caller's transaction in a `member` or `system` scope of it:
 *
 * - `raiseTask(tx, organisationId, { title, details?, dueOn?, place?, raisedFor, by? })` → whether it is new; once by `raisedFor`
 * - `settleRaised(tx, organisationId, raisedFor, now)` → the matter is over: the task is done
 * - `joinAddress(of)` → the address (`/join/<slug>`) of the open form of an organisation or campaign, asked as a stranger
 * - `joinFormOf(tx, organisationId, campaignId)` → the campaign's form, open or closed
 * - `tasksToday(tx, { organisationId, userId }, today)` → one's own that are due, and how many join forms wait
 */
export async function raiseTask(
  tx: Tx,
  organisationId: string,
  task: {
    title: string;
    details?: string;
    /** `YYYY-MM-DD` in the country. */
    dueOn?: string | null;
    /** Where the matter stands, below `/org/:org`, with its slash: `/board/…`. */
    place?: string;
    /** Names the matter: `board-entry/<id>`. The same name is the same task. */
    raisedFor: string;
    by?: string | null;
  },
): Promise<boolean> {
  const made = await tx
    .insert(tasks)
    .values({
      id: newId(),
      organisationId,
      title: task.title.slice(0, LIMITS.title),
      details: (task.details ?? '').slice(0, LIMITS.details),
      dueOn: task.dueOn ?? null,
      place: task.place ?? '',
      raisedFor: task.raisedFor,
      createdBy: task.by ?? null,
    })
    .onConflictDoNothing()
    .returning({ id: tasks.id });
  return made.length > 0;
}

export async function settleRaised(tx: Tx, organisationId: string, raisedFor: string, now: Date): Promise<void> {
  await tx
    .update(tasks)
    .set({ state: 'done', doneAt: now, updatedAt: now })
    .where(and(eq(tasks.organisationId, organisationId), eq(tasks.raisedFor, raisedFor), ne(tasks.state, 'done')));
}

export type TasksToday = {
  due: { id: string; title: string; dueOn: string; isLate: boolean }[];
  /** Join forms that wait for a decision. */
  joining: number;
};

export async function tasksToday(
  tx: Tx,
  { organisationId, userId }: { organisationId: string; userId: string },
  today: string,
): Promise<TasksToday> {
  const due = await tx
    .select({ id: tasks.id, title: tasks.title, dueOn: sql<string>`${tasks.dueOn}::text` })
    .from(tasks)
    .where(
      and(
        eq(tasks.organisationId, organisationId),
        eq(tasks.assigneeId, userId),
        ne(tasks.state, 'done'),
        lte(tasks.dueOn, today),
      ),
    )
    .orderBy(asc(tasks.dueOn), asc(tasks.createdAt))
    .limit(20);
  const joining = await tx.$count(
    joinSubmissions,
    and(eq(joinSubmissions.organisationId, organisationId), eq(joinSubmissions.state, 'pending')),
  );
  return { due: due.map((task) => ({ ...task, isLate: task.dueOn < today })), joining };
}

/** The slug of the open join form of an organisation (its own), or of a campaign; undefined where there is none. */
export async function joinAddress(
  of: { organisationId: string } | { campaignId: string },
): Promise<string | undefined> {
  const [row] =
    'campaignId' in of
      ? await publicSql<{ slug: string }[]>`select slug from published.join_forms where campaign_id = ${of.campaignId}`
      : await publicSql<
          { slug: string }[]
        >`select slug from published.join_forms where organisation_id = ${of.organisationId} and campaign_id is null`;
  return row?.slug;
}

export type CampaignForm = { id: string; isOpen: boolean; pending: number };

/** The join form of a campaign; null where there is none yet. */
export async function joinFormOf(tx: Tx, organisationId: string, campaignId: string): Promise<CampaignForm | null> {
  const [form] = await tx
    .select({ id: joinForms.id, isOpen: joinForms.isOpen })
    .from(joinForms)
    .where(and(eq(joinForms.organisationId, organisationId), eq(joinForms.campaignId, campaignId)));
  if (!form) return null;
  const pending = await tx.$count(
    joinSubmissions,
    and(eq(joinSubmissions.formId, form.id), eq(joinSubmissions.state, 'pending')),
  );
  return { ...form, pending };
}
