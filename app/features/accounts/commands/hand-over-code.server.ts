import { randomInt } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { authDb } from '#db/client.server.ts';
import { accountTokens, memberships, users } from '#db/schema/index.ts';
import type { MemberRole } from '#app/kernel/actor.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { hmac } from '#app/platform/crypto.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { isStanding } from '#app/platform/standing.server.ts';
import { groupDigits, HANDOVER_DIGITS, HANDOVER_HOURS } from '../rules/codes.ts';
import { mayHandOver, type HandOverRefusal } from '../rules/handover.ts';

type Opened = { scope: Extract<Scope, { kind: 'member' }>; now: Date };

/** What is stored of a code: eight digits have too little chance for a plain hash, so the key stays outside the database. */
export function handOverHash(userId: string, digits: string): string {
  return hmac('handover-code', `${userId}:${digits}`);
}

/**
 * A one-time code for a colleague who has no e-mail, to be said or written down; with it and a contact the colleague sets
 * a new password. Valid 24 hours, once. See rules/handover.ts for who gets none.
 */
export async function handOverCode(
  { scope, now }: Opened,
  { userId }: { userId: string },
): Promise<Result<{ code: string }, HandOverRefusal>> {
  const person = await readColleague(userId);
  const refused =
    person === null
      ? 'accounts.handover.error.unknown'
      : mayHandOver({ userId: scope.userId, organisationId: scope.organisationId, role: scope.role }, person);
  if (refused) return refuse(refused);
  const digits = String(randomInt(10 ** HANDOVER_DIGITS)).padStart(HANDOVER_DIGITS, '0');
  await withScope(scope, async (tx) => {
    await tx.insert(accountTokens).values({
      id: newId(),
      userId,
      purpose: 'handover_code',
      tokenHash: handOverHash(userId, digits),
      expiresAt: new Date(now.getTime() + HANDOVER_HOURS * 3_600_000),
      createdBy: scope.userId,
      createdAt: now,
    });
    await audit(tx, scope, { action: 'account.hand-over-code', subjectType: 'user', subjectId: userId });
  });
  return ok({ code: groupDigits(digits) });
}

/** Read through the sign-in door: an organisation sees neither who is the operator nor where else somebody works. */
async function readColleague(userId: string) {
  const [user] = await authDb
    .select({ userId: users.id, isOperator: users.isOperator, emailIndex: users.emailIndex })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.deletedAt)));
  if (!user) return null;
  const held = await authDb
    .select({ organisationId: memberships.organisationId, role: memberships.role })
    .from(memberships)
    .where(and(eq(memberships.userId, userId), isStanding()));
  return {
    userId,
    isOperator: user.isOperator,
    hasEmail: user.emailIndex !== null,
    held: held as { organisationId: string; role: MemberRole }[],
  };
}
