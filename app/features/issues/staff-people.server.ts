import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { memberships, organisationRegions, users } from '#db/schema/index.ts';
import { compareAz } from '#app/kernel/az-text.ts';
import { choiceOf } from '#app/kernel/regions.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import type { Colleague } from './staff-views.ts';

type MemberScope = Extract<Scope, { kind: 'member' }>;

/** Who works in the organisation now, in the order of an Azerbaijani list; a person with two roles stands once. */
export async function readColleagues(tx: Tx, scope: MemberScope): Promise<Colleague[]> {
  const rows = await tx
    .select({ id: users.id, name: users.name, role: memberships.role })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.organisationId, scope.organisationId), isNull(memberships.endedAt)));
  const people = [...Map.groupBy(rows, ({ id }) => id)];
  return people
    .map(([id, held]) => ({ id, name: held[0]?.name ?? '', roles: held.map(({ role }) => role) }))
    .sort((a, b) => compareAz(a.name, b.name));
}

export function listColleagues(scope: MemberScope): Promise<Colleague[]> {
  return withScope(scope, (tx) => readColleagues(tx, scope));
}

/** Where the organisation works, when that is one place: chosen beforehand in the form for a visitor. A choice's code. */
export function firstRegion(scope: MemberScope): Promise<string | undefined> {
  return withScope(scope, async (tx) => {
    const rows = await tx
      .select({ region: organisationRegions.region })
      .from(organisationRegions)
      .where(eq(organisationRegions.organisationId, scope.organisationId));
    const choices = new Set(rows.map(({ region }) => choiceOf(region)));
    return choices.size === 1 ? [...choices][0] : undefined;
  });
}
