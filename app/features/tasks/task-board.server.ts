import { and, asc, desc, eq, isNull, ne, sql } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { campaigns, memberships, people, tasks, users } from '#db/schema/index.ts';
import { namesOf } from '#app/features/people/public.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { isStanding } from '#app/platform/standing.server.ts';
import type { TaskState } from './rules/kinds.ts';
import type { Whose } from './rules/due.ts';

type MemberScope = Extract<Scope, { kind: 'member' }>;

export type TaskLine = {
  id: string;
  title: string;
  state: TaskState;
  dueOn: string | null;
  /** Who does it; null for nobody yet. A volunteer's name is shown to those who may read the people. */
  who: { name: string; isMe: boolean } | null;
  campaign: string | null;
};

/** So many of a column; of what is done the latest. */
const MOST = 100;
const MOST_DONE = 15;

/** What is to be done: by the day it is due, then what came first; what is done last, the latest first. */
export function listTasks(
  scope: MemberScope,
  whose: Whose,
  { mayReadPeople }: { mayReadPeople: boolean },
): Promise<TaskLine[]> {
  return withScope(scope, async (tx) => {
    const here = and(
      eq(tasks.organisationId, scope.organisationId),
      whose === 'mine' ? eq(tasks.assigneeId, scope.userId) : undefined,
      whose === 'free' ? and(isNull(tasks.assigneeId), isNull(tasks.personId)) : undefined,
    );
    const waiting = await lines(tx)
      .where(and(here, ne(tasks.state, 'done')))
      .orderBy(sql`${tasks.dueOn} asc nulls last`, asc(tasks.createdAt))
      .limit(MOST * 3);
    const done = await lines(tx)
      .where(and(here, eq(tasks.state, 'done')))
      .orderBy(desc(tasks.doneAt))
      .limit(MOST_DONE);
    return named(tx, scope, [...waiting, ...done], mayReadPeople);
  });
}

const lines = (tx: Tx) =>
  tx
    .select({
      id: tasks.id,
      title: tasks.title,
      state: tasks.state,
      dueOn: tasks.dueOn,
      assigneeId: tasks.assigneeId,
      personId: tasks.personId,
      colleague: users.name,
      campaign: campaigns.title,
    })
    .from(tasks)
    .leftJoin(users, eq(users.id, tasks.assigneeId))
    .leftJoin(campaigns, eq(campaigns.id, tasks.campaignId));

async function named(
  tx: Tx,
  scope: MemberScope,
  rows: Awaited<ReturnType<ReturnType<typeof lines>['execute']>>,
  mayReadPeople: boolean,
): Promise<TaskLine[]> {
  const ids = rows.map(({ personId }) => personId).filter((id) => id !== null);
  const names = mayReadPeople ? await namesOf(tx, scope.organisationId, ids) : new Map<string, string>();
  return rows.map(({ assigneeId, personId, colleague, ...row }) => ({
    ...row,
    who: assigneeId
      ? { name: colleague ?? '', isMe: assigneeId === scope.userId }
      : personId
        ? { name: names.get(personId) ?? '', isMe: false }
        : null,
  }));
}

export type TaskFacts = typeof tasks.$inferSelect;

export function getTask(scope: MemberScope, id: string): Promise<TaskFacts | undefined> {
  return withScope(scope, async (tx) => {
    const [row] = await tx
      .select()
      .from(tasks)
      .where(and(eq(tasks.id, id), eq(tasks.organisationId, scope.organisationId)));
    return row;
  });
}

export type TaskChoices = {
  colleagues: { id: string; name: string }[];
  volunteers: { id: string; name: string }[];
  campaigns: { id: string; title: string }[];
};
/** A select holds so many; more are found on the people's list, whose pages lead to a new task. */
const MOST_CHOICES = 200;

/** To whom a task may be given and which campaign it may belong to. `keep`: a volunteer who is chosen already. */
export function listChoices(
  scope: MemberScope,
  { mayReadPeople, keep }: { mayReadPeople: boolean; keep: string | null },
): Promise<TaskChoices> {
  const { organisationId } = scope;
  return withScope(scope, async (tx) => {
    const colleagues = await tx
      .selectDistinct({ id: users.id, name: users.name })
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(
        and(
          eq(memberships.organisationId, organisationId),
          isStanding(),
          sql`(${memberships.expiresAt} is null or ${memberships.expiresAt} > now())`,
        ),
      )
      .orderBy(users.name);
    const volunteers = mayReadPeople
      ? await tx
          .select({ id: people.id, name: people.name })
          .from(people)
          .where(
            and(
              eq(people.organisationId, organisationId),
              eq(people.state, 'active'),
              sql`(${people.id} = ${keep}::uuid or ${people.id} in (select k.person_id from people_marks k
                where k.organisation_id = ${organisationId} and k.kind = 'role' and k.value = 'volunteer'))`,
            ),
          )
          .orderBy(sql`${people.id} = ${keep}::uuid desc nulls last`, people.nameKey)
          .limit(MOST_CHOICES)
      : [];
    const open = await tx
      .select({ id: campaigns.id, title: campaigns.title })
      .from(campaigns)
      .where(and(eq(campaigns.organisationId, organisationId), eq(campaigns.isPast, false)))
      .orderBy(desc(campaigns.updatedAt))
      .limit(MOST_CHOICES);
    return { colleagues, volunteers, campaigns: open };
  });
}
