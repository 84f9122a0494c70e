import { desc } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { invitations } from '#db/schema/index.ts';
import type { MemberRole } from '#app/kernel/actor.ts';
import { unseal } from '#app/platform/crypto.server.ts';
import { invitationState, type InvitationState } from './rules/invitations.ts';

export type InvitationRow = {
  id: string;
  kind: 'email' | 'link';
  role: MemberRole;
  /** Null for a link. */
  email: string | null;
  uses: number;
  maxUses: number;
  expiresAt: Date;
  createdAt: Date;
  createdBy: string;
  state: InvitationState;
};

/** The invitations of the organisation whose member scope `tx` is in, newest first; at most 200. */
export async function listInvitations(tx: Tx, now = new Date()): Promise<InvitationRow[]> {
  const rows = await tx.select().from(invitations).orderBy(desc(invitations.createdAt)).limit(200);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    role: row.role,
    email: row.emailCipher === null ? null : unseal(row.emailCipher, 'invitations.email'),
    uses: row.uses,
    maxUses: row.maxUses,
    expiresAt: row.expiresAt,
    createdAt: row.createdAt,
    createdBy: row.createdBy,
    state: invitationState(row, now),
  }));
}
