import { and, eq, gt, isNull, or } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { memberships, users } from '#db/schema/index.ts';
import { compareAz } from '#app/kernel/az-text.ts';
import { now } from '#app/platform/clock.server.ts';

const standing = (tx: Tx, organisationId: string, userId?: string) =>
  tx
    .selectDistinct({ id: users.id, name: users.name })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        eq(memberships.organisationId, organisationId),
        isNull(memberships.endedAt),
        or(isNull(memberships.expiresAt), gt(memberships.expiresAt, now())),
        isNull(users.deletedAt),
        userId === undefined ? undefined : eq(users.id, userId),
      ),
    );

/** Who works in the organisation of this scope, by name: to choose somebody who answers for a thing. */
export async function colleagues(tx: Tx, organisationId: string): Promise<{ id: string; name: string }[]> {
  return (await standing(tx, organisationId)).sort((a, b) => compareAz(a.name, b.name));
}

/** Whether somebody works there. */
export async function isColleague(tx: Tx, organisationId: string, userId: string): Promise<boolean> {
  return (await standing(tx, organisationId, userId)).length > 0;
}
