import { createInvitation } from '#app/features/accounts/public.server.ts';
import type { Locale } from '#app/kernel/locale.ts';
import type { Result } from '#app/kernel/result.ts';
import type { Log } from '#app/platform/log.server.ts';
import type { DeskWork } from '../desk-staff.server.ts';

/**
 * A lead invites somebody to the desk by mail, through the accounts' invitations. It opens nothing: whoever accepts makes
 * keys, and a lead vouches for them face to face.
 */
export async function inviteStaff(
  { actor, now, scope: { organisationId }, staff }: DeskWork,
  {
    clientId,
    email,
    locale,
    log,
    origin,
    role,
  }: {
    clientId: string;
    email: string;
    locale: Locale;
    log: Log;
    origin: string;
    role: 'lawyer' | 'custodian' | 'legal_lead';
  },
): Promise<Result<{ invitationId: string }>> {
  const names = actor.memberships.find((one) => one.organisationId === organisationId)?.names;
  return createInvitation(
    { scope: { kind: 'member', organisationId, userId: actor.userId, role: 'legal_lead' }, now, log },
    {
      organisationId,
      kind: 'email',
      role,
      email,
      inviterName: staff.shownName,
      organisationName: names?.[locale] ?? '',
      locale,
      origin,
      clientId,
    },
  );
}
