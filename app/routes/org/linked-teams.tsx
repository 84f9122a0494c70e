import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { listInvitations, revokeInvitation } from '#app/features/accounts/public.server.ts';
import { inviteToFound } from '#app/features/teams/commands/invite-to-found.server.ts';
import { foundingForm } from '#app/features/teams/forms.ts';
import { listLinkedTeams } from '#app/features/teams/links.server.ts';
import { SHARE_KINDS } from '#app/features/teams/rules/shares.ts';
import { FoundingForm, OpenFoundings } from '#app/features/teams/ui/founding-parts.tsx';
import { MadeTeamLink } from '#app/features/teams/ui/invitation-parts.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { qrDataUri } from '#app/platform/qr-code.server.ts';
import { openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { DataTable, type Column } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { useReturned } from '#app/ui/use-returned.ts';

export const meta = titled('teams.linked.title');

/** What one's society may see of candidates' teams: what each candidate switched on, in numbers. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership, scope } = requireMember(ctx, args.params.org, 'society.see-teams');
  const invitations = await withScope(scope, (tx) => listInvitations(tx, ctx.now, { founding: true }));
  return {
    slug: membership.slug,
    teams: await listLinkedTeams(scope),
    open: invitations
      .filter(({ state }) => state === 'open')
      .map(({ expiresAt, id }) => ({ id, expiresAt: expiresAt.toISOString() })),
    clientIds: { found: newId(), revoke: newId() },
    isRevoked: ctx.url.searchParams.get('done') === 'revoked',
  };
}

/** Makes a link for a candidate, shown in this answer and nowhere else; or takes one back. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'society.see-teams');
  const posted = await readForm(args.request, foundingForm);
  if (!posted.ok) return unprocessable(posted.reply(), { made: null });
  const { value } = posted;
  if (value.intent === 'revoke') {
    const revoked = await revokeInvitation({ scope, now: ctx.now }, { invitationId: value.invitationId });
    if (!revoked.ok) return unprocessable(posted.reply({}, [revoked.refusal.code]), { made: null });
    return seeOther(ctx, paths.orgLinkedTeams(membership.slug), { done: 'revoked' });
  }
  const work = { actor, scope, now: ctx.now, log: ctx.log, names: membership.names };
  const made = await inviteToFound(work, value, { locale: ctx.locale, origin: ctx.url.origin });
  if (!made.ok) return unprocessable(posted.reply({}, [made.refusal.code]), { made: null });
  const { url } = made.value;
  return data({ lastResult: null, made: { url, code: await qrDataUri(url), days: value.days } }, { status: 200 });
}

export default function LinkedTeams() {
  const { slug, teams, open, clientIds, isRevoked } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const back = useReturned(answer?.lastResult, 'found');
  const revoked = useReturned(answer?.lastResult, 'revoke');
  const { t, to, locale } = useWords();
  type Row = (typeof teams)[number];
  const columns: Column<Row>[] = [
    { key: 'name', header: t('teams.linked.team'), phone: 'title', cell: (row) => row.name },
    ...SHARE_KINDS.map((share): Column<Row> => ({
      key: share,
      header: t(`teams.share.${share}`),
      cell: (row) =>
        row.shares.includes(share) ? (
          row.counts[share] === null ? (
            t('teams.linked.few')
          ) : (
            <span className="num">{row.counts[share]}</span>
          )
        ) : (
          <span className="text-muted">{t('teams.linked.closed')}</span>
        ),
    })),
    {
      key: 'since',
      header: t('teams.linked.since'),
      nowrap: true,
      cell: (row) => formatDay(new Date(row.since), locale),
    },
  ];
  return (
    <Stack gap="large">
      <PageTitle lead={t('teams.linked.lead')}>{t('teams.linked.title')}</PageTitle>
      {isRevoked && !answer && (
        <Notice tone="success" live>
          <p>{t('organisations.invite.done.revoked')}</p>
        </Notice>
      )}
      <ErrorSummary errors={{ ...back.errors, ...revoked.errors }} />
      <DataTable
        caption={t('teams.linked.title')}
        captionHidden
        columns={columns}
        rows={teams}
        rowKey={(row) => row.id}
        empty={
          <EmptyState title={t('teams.linked.none.title')}>
            <p>{t('teams.linked.none.text')}</p>
          </EmptyState>
        }
      />
      <Section title={t('teams.found.invite')} id="found">
        <p>{t('teams.found.invite.text')}</p>
        {answer?.made ? (
          <MadeTeamLink
            {...answer.made}
            title={t('teams.found.made')}
            care={t('teams.found.care')}
            again={to(paths.orgLinkedTeams(slug))}
          />
        ) : (
          <FoundingForm back={back} clientId={clientIds.found} />
        )}
        <OpenFoundings invitations={open} clientId={clientIds.revoke} />
      </Section>
    </Stack>
  );
}
