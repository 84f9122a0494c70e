import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { listInvitations, revokeInvitation } from '#app/features/accounts/public.server.ts';
import { inviteToTeam } from '#app/features/teams/commands/invite-to-team.server.ts';
import { teamInvitationForm } from '#app/features/teams/forms.ts';
import { grantableTeamRoles } from '#app/features/teams/rules/roles.ts';
import { InvitationForm, MadeTeamLink, OpenTeamInvitations } from '#app/features/teams/ui/invitation-parts.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { qrDataUri } from '#app/platform/qr-code.server.ts';
import { seeOther } from '#app/platform/request.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { atTeam, doneOf, refusedAgent } from './at-team.server.ts';

export const meta = titled('teams.invite.title');

export async function loader(args: LoaderFunctionArgs) {
  const { by, ctx, membership, now, scope } = await atTeam(args, 'team.invite');
  const invitations = await withScope(scope, (tx) => listInvitations(tx, now));
  return {
    slug: membership.slug,
    roles: grantableTeamRoles(by),
    clientIds: { invite: newId(), revoke: newId() },
    open: invitations.flatMap(({ expiresAt, id, maxUses, memberUntil, state, teamRole, uses }) =>
      state === 'open' && teamRole
        ? [
            {
              id,
              role: teamRole,
              uses,
              maxUses,
              expiresAt: expiresAt.toISOString(),
              memberUntil: memberUntil?.toISOString() ?? null,
            },
          ]
        : [],
    ),
    done: doneOf(ctx, ['revoked']),
  };
}

/** Makes a link with its QR code, shown in this answer and nowhere else; or takes one back. */
export async function action(args: ActionFunctionArgs) {
  const work = await atTeam(args, 'team.invite');
  const { ctx, membership, now, scope } = work;
  const posted = await readForm(args.request, teamInvitationForm);
  if (!posted.ok) return unprocessable(posted.reply(), { made: null });
  const { value } = posted;
  if (value.intent === 'revoke') {
    const revoked = await revokeInvitation({ scope, now }, { invitationId: value.invitationId });
    if (!revoked.ok) return unprocessable(posted.reply({}, [revoked.refusal.code]), { made: null });
    return seeOther(ctx, paths.orgTeamInvitations(membership.slug), { done: 'revoked' });
  }
  const made = await inviteToTeam({ ...work, log: ctx.log, names: membership.names }, value, {
    locale: ctx.locale,
    origin: ctx.url.origin,
  });
  if (!made.ok) {
    const { code, field = '' } = made.refusal;
    return unprocessable(posted.reply(field ? { [field]: [code] } : {}, field ? [] : [code]), {
      made: null,
      refused: refusedAgent(ctx, code),
    });
  }
  const { url } = made.value;
  const title = ctx.t('teams.invite.made.title', { role: ctx.t(`teams.role.${value.role}`) });
  return data(
    { lastResult: null, made: { url, code: await qrDataUri(url), days: value.days, title } },
    { status: 200 },
  );
}

export default function TeamInvitations() {
  const { slug, roles, clientIds, open, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const invite = useReturned(answer?.lastResult, 'invite');
  const revoked = useReturned(answer?.lastResult, 'revoke');
  const { t, to } = useWords();
  return (
    <>
      <Breadcrumb
        items={[{ label: t('teams.title'), href: to(paths.orgTeam(slug)) }, { label: t('teams.invite.title') }]}
      />
      <PageTitle lead={t('teams.invite.lead')}>{t('teams.invite.title')}</PageTitle>
      <Stack gap="large">
        {done && (
          <Notice tone="success" live>
            <p>{t('organisations.invite.done.revoked')}</p>
          </Notice>
        )}
        <ErrorSummary errors={{ ...invite.errors, ...revoked.errors }} />
        {answer && 'refused' in answer && answer.refused && (
          <Notice tone="danger" live>
            {answer.refused}
          </Notice>
        )}
        {answer?.made ? (
          <MadeTeamLink
            {...answer.made}
            care={t('teams.invite.made.whoever')}
            again={to(paths.orgTeamInvitations(slug))}
          />
        ) : (
          <InvitationForm back={invite} clientId={clientIds.invite} roles={roles} />
        )}
        <Section title={t('organisations.invite.open')} id="open">
          <OpenTeamInvitations invitations={open} clientId={clientIds.revoke} />
        </Section>
      </Stack>
    </>
  );
}
