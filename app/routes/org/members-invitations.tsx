import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { createInvitation, listInvitations, revokeInvitation } from '#app/features/accounts/public.server.ts';
import { invitationForm } from '#app/features/organisations/forms.ts';
import { qrDataUri } from '#app/platform/qr-code.server.ts';
import { grantableRoles } from '#app/features/organisations/rules/membership.ts';
import {
  EmailInvitation,
  LinkInvitation,
  MadeLink,
  OpenInvitations,
} from '#app/features/organisations/ui/invitation-parts.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { notFound, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { titled } from '#app/routes/title.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Columns, Section, Stack } from '#app/ui/stack.tsx';

export const meta = titled('organisations.invite.title');

const DONE = ['invited', 'revoked'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership, scope } = requireMember(ctx, args.params.org, 'organisation.manage-members');
  if (membership.kind === 'team') throw seeOther(ctx, paths.orgTeam(membership.slug));
  const invitations = await withScope(scope, (tx) => listInvitations(tx, ctx.now));
  const done = ctx.url.searchParams.get('done');
  return {
    slug: membership.slug,
    organisation: membership.names[ctx.locale],
    clientIds: { email: newId(), link: newId(), revoke: newId() },
    roles: grantableRoles(membership.roles),
    open: invitations
      .filter((one) => one.state === 'open')
      .map(({ id, kind, role, email, uses, maxUses, expiresAt }) => ({
        id,
        kind,
        role,
        email,
        uses,
        maxUses,
        expiresAt: expiresAt.toISOString(),
      })),
    done: DONE.find((key) => key === done) ?? null,
  };
}

/** Sends an invitation by mail, makes a link with its QR code (shown here and nowhere else), or takes one back. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'organisation.manage-members');
  if (membership.kind === 'team') throw notFound();
  const posted = await readForm(args.request, invitationForm);
  if (!posted.ok) return unprocessable(posted.reply(), { made: null });
  const { value } = posted;
  const here = `${paths.orgMembers(membership.slug)}/invitations`;
  if (value.intent === 'revoke') {
    const result = await revokeInvitation({ scope, now: ctx.now }, { invitationId: value.invitationId });
    if (!result.ok) return unprocessable(posted.reply({}, [result.refusal.code]), { made: null });
    return seeOther(ctx, here, { done: 'revoked' });
  }
  const result = await createInvitation(
    { scope, now: ctx.now, log: ctx.log },
    {
      organisationId: membership.organisationId,
      inviterName: actor.name,
      organisationName: membership.names[value.intent === 'email' ? value.locale : ctx.locale],
      origin: ctx.url.origin,
      clientId: value.clientId,
      ...(value.intent === 'email'
        ? { kind: 'email', role: value.role, email: value.email, locale: value.locale }
        : { kind: 'link', role: 'volunteer', days: value.days, maxUses: value.maxUses, locale: ctx.locale }),
    },
  );
  if (!result.ok) {
    const { code, field = '' } = result.refusal;
    return unprocessable(posted.reply(field ? { [field]: [code] } : {}, field ? [] : [code]), { made: null });
  }
  if (value.intent === 'email') return seeOther(ctx, here, { done: 'invited' });
  // The address stands in this answer only; the same form gives the same address, so that a reload shows it again.
  return data(
    { lastResult: null, made: { url: result.value.url, code: await qrDataUri(result.value.url), days: value.days } },
    { status: 200 },
  );
}

export default function Invitations() {
  const { slug, organisation, clientIds, roles, open, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const byEmail = useReturned(answer?.lastResult, 'email');
  const byLink = useReturned(answer?.lastResult, 'link');
  const revoked = useReturned(answer?.lastResult, 'revoke');
  const { t, to } = useWords();
  return (
    <>
      <Breadcrumb
        items={[
          { label: t('organisations.members.title'), href: to(paths.orgMembers(slug)) },
          { label: t('organisations.invite.title') },
        ]}
      />
      <PageTitle>{t('organisations.invite.title')}</PageTitle>
      <Stack gap="large">
        {done && (
          <Notice tone="success" live>
            <p>{t(`organisations.invite.done.${done}`)}</p>
          </Notice>
        )}
        <ErrorSummary errors={{ ...byEmail.errors, ...byLink.errors, ...revoked.errors }} />
        {answer?.made ? (
          <MadeLink
            url={answer.made.url}
            code={answer.made.code}
            days={answer.made.days}
            organisation={organisation}
            again={to(`${paths.orgMembers(slug)}/invitations`)}
          />
        ) : (
          <Columns aside={<LinkInvitation back={byLink} clientId={clientIds.link} />}>
            <EmailInvitation back={byEmail} clientId={clientIds.email} roles={roles} />
          </Columns>
        )}
        <Section title={t('organisations.invite.open')} id="open">
          <OpenInvitations invitations={open} clientId={clientIds.revoke} />
        </Section>
      </Stack>
    </>
  );
}
