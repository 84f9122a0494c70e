import { DESK_ROLES, type MemberRole, type TeamRole } from '#app/kernel/actor.ts';

/** How long an invitation lives, in days: one in a mailbox is short-lived, one on a poster has to last a meeting or two. */
export const INVITATION_DAYS = { email: { usual: 3, most: 14 }, link: { usual: 7, most: 30 } } as const;
/** How many people one link or QR code may bring in. */
export const LINK_USES = { usual: 20, most: 200 } as const;

/** A link or QR code is for volunteers only: whoever photographs it may use it. */
export function fitsLink(role: MemberRole): boolean {
  return role === 'volunteer';
}

/**
 * Owners and organisers invite; only an owner (or the operator, for the first one) makes somebody an owner. The lead of a
 * legal desk invites to the desk.
 */
export function mayInvite(inviter: MemberRole | 'operator', role: MemberRole): boolean {
  if (inviter === 'operator') return role === 'owner';
  if (inviter === 'legal_lead') return (DESK_ROLES as readonly MemberRole[]).includes(role);
  return inviter === 'owner' || (inviter === 'organiser' && role !== 'owner');
}

/** A society's invitation to found a candidate's team: worth an account and a place to begin, and no membership of anything. */
export const isFounding = ({ teamRole }: { teamRole: TeamRole | null }): boolean => teamRole === 'candidate';

export type InvitationState = 'open' | 'used' | 'expired' | 'revoked';
type Dates = { revokedAt: Date | null; expiresAt: Date; uses: number; maxUses: number };

/** What an invitation is worth at a moment; having been revoked says more than having run out. */
export function invitationState(invitation: Dates, now: Date): InvitationState {
  if (invitation.revokedAt) return 'revoked';
  if (invitation.uses >= invitation.maxUses) return 'used';
  return invitation.expiresAt <= now ? 'expired' : 'open';
}
