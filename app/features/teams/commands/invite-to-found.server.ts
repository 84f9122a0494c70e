import { createInvitation } from '#app/features/accounts/public.server.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { refuse, type Result } from '#app/kernel/result.ts';
import type { Log } from '#app/platform/log.server.ts';
import { mayHere, type StaffWork } from '#app/platform/staff-work.server.ts';

/**
 * A society hands a candidate a link with which she opens an account and founds a team of her own. It makes her a member of
 * nothing and works once; who used it is kept nowhere, and what the society sees of her team is hers to switch on afterwards.
 */
export async function inviteToFound(
  work: StaffWork & { log: Log; names: { az: string; en: string; ru: string } },
  { clientId, days }: { clientId: string; days: number },
  { locale, origin }: { locale: Locale; origin: string },
): Promise<Result<{ url: string }, 'common.error.not-allowed'>> {
  const { actor, log, names, now, scope } = work;
  if (!mayHere(work, 'society.see-teams')) return refuse('common.error.not-allowed');
  const made = await createInvitation(
    { scope, now, log },
    {
      organisationId: scope.organisationId,
      kind: 'link',
      // No membership comes of it (guards 050 `accept_invitation`); the column wants a role.
      role: 'reader',
      team: { role: 'candidate', memberUntil: null },
      days,
      maxUses: 1,
      inviterName: actor.name,
      organisationName: names[locale],
      locale,
      origin,
      clientId,
    },
  );
  return made.ok ? made : refuse('common.error.not-allowed');
}
