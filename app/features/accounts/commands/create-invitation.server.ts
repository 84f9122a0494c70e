import type { Tx } from '#db/client.server.ts';
import { invitations } from '#db/schema/index.ts';
import type { MemberRole, TeamRole } from '#app/kernel/actor.ts';
import { normaliseEmail } from '#app/kernel/email.ts';
import { newId } from '#app/kernel/ids.ts';
import { localisePath, type Locale } from '#app/kernel/locale.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { paths } from '#app/paths.ts';
import { audit } from '#app/platform/audit.server.ts';
import { blindIndex, hashedId, hmac, seal, tokenHash } from '#app/platform/crypto.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import type { Log } from '#app/platform/log.server.ts';
import { sendMail } from '#app/platform/mail.server.ts';
import { invitationLetter } from '../letters.server.ts';
import { fitsLink, INVITATION_DAYS, LINK_USES, mayInvite } from '../rules/invitations.ts';

export type InvitationInput = {
  /** The transaction of a command that this is a part of, opened in `scope`; without one it opens its own. */
  tx?: Tx;
  organisationId: string;
  kind: 'email' | 'link';
  role: MemberRole;
  /** Into a candidate's team: the role there, and until when the membership lasts. Its rules are the caller's (features/teams). */
  team?: { role: TeamRole; memberUntil: Date | null };
  /** Required for `email`, ignored for `link`. */
  email?: string;
  /** For `link` only. */
  maxUses?: number;
  days?: number;
  inviterName: string;
  /** As it is called in `locale`. */
  organisationName: string;
  locale: Locale;
  /** `https://host`, without a path. */
  origin: string;
  /** The form's id: the same id gives the same invitation and one letter. */
  clientId?: string;
};

type Opened = { scope: Extract<Scope, { kind: 'member' | 'operator' }>; now: Date; log: Log };
type Refused =
  | 'accounts.invite.error.rank'
  | 'accounts.invite.error.link-role'
  | 'common.error.email'
  | 'accounts.invite.error.limits';

/**
 * Invites into an organisation. The token stands in the returned address only; the table holds its hash. For `email`
 * the letter leaves in the same transaction, and the invitation is worth one acceptance by an account with that
 * address; for `link` the caller shows the address and its QR code.
 * Refuses a role above the inviter's own right, a link for anything but volunteers, and days or uses beyond the limits.
 */
export async function createInvitation(
  { scope, now, log }: Opened,
  input: InvitationInput,
): Promise<Result<{ invitationId: string; url: string }, Refused>> {
  const { kind, locale, organisationId, origin, role } = input;
  if (!mayInvite(scope.kind === 'operator' ? 'operator' : scope.role, role))
    return refuse('accounts.invite.error.rank', 'role');
  if (kind === 'link' && !input.team && !fitsLink(role)) return refuse('accounts.invite.error.link-role', 'role');
  const email = kind === 'email' ? normaliseEmail(input.email ?? '') : null;
  if (kind === 'email' && email === null) return refuse('common.error.email', 'email');
  const days = input.days ?? INVITATION_DAYS[kind].usual;
  const maxUses = kind === 'email' ? 1 : (input.maxUses ?? LINK_USES.usual);
  if (!isWithin(days, INVITATION_DAYS[kind].most)) return refuse('accounts.invite.error.limits', 'days');
  if (!isWithin(maxUses, LINK_USES.most)) return refuse('accounts.invite.error.limits', 'maxUses');

  // Bound to the organisation as well, so that a form's id used elsewhere finds nothing here.
  const form = `${organisationId}/${scope.userId}/${input.clientId ?? newId()}`;
  const invitationId = hashedId(form);
  const token = Buffer.from(hmac('invitation', form), 'hex').toString('base64url');
  const url = origin + localisePath(paths.invitation(token), locale);

  const write = async (tx: Tx): Promise<void> => {
    const written = await tx
      .insert(invitations)
      .values({
        id: invitationId,
        organisationId,
        kind,
        role,
        teamRole: input.team?.role ?? null,
        memberUntil: input.team?.memberUntil ?? null,
        emailCipher: email === null ? null : seal(email, 'invitations.email'),
        emailIndex: email === null ? null : blindIndex('email', email),
        tokenHash: tokenHash(token),
        maxUses,
        expiresAt: new Date(now.getTime() + days * 86_400_000),
        createdBy: scope.userId,
        createdAt: now,
      })
      .onConflictDoNothing();
    if (written.count === 0) return;
    if (email !== null) await sendMail(tx, invitationLetter({ to: email, url, days, ...input }));
    await audit(tx, scope, { action: 'invitation.create', subjectType: 'invitation', subjectId: invitationId });
  };
  await (input.tx ? write(input.tx) : withScope(scope, write));
  log.info({ kind }, 'invitation created');
  return ok({ invitationId, url });
}

const isWithin = (value: number, most: number): boolean => Number.isInteger(value) && value >= 1 && value <= most;
