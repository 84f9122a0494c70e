import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { invitations } from '#db/schema/index.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';

type Opened = { scope: Extract<Scope, { kind: 'member' }>; now: Date };

/** Makes an invitation of one's organisation worthless. Doing it twice is done once; an unknown or foreign one is refused. */
export async function revokeInvitation(
  { scope, now }: Opened,
  { tx, invitationId }: { tx?: Tx; invitationId: string },
): Promise<Result<undefined, 'accounts.invite.error.unknown'>> {
  const write = async (inside: Tx) => {
    const [found] = await inside
      .select({ revokedAt: invitations.revokedAt })
      .from(invitations)
      .where(eq(invitations.id, invitationId));
    if (!found) return refuse('accounts.invite.error.unknown');
    if (found.revokedAt === null) {
      await inside
        .update(invitations)
        .set({ revokedAt: now })
        .where(and(eq(invitations.id, invitationId), isNull(invitations.revokedAt)));
      await audit(inside, scope, { action: 'invitation.revoke', subjectType: 'invitation', subjectId: invitationId });
    }
    return ok();
  };
  return tx ? write(tx) : withScope(scope, write);
}
