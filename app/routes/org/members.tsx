import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listInvitations } from '#app/features/accounts/public.server.ts';
import { listMembers } from '#app/features/organisations/queries.server.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import { openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { titled } from '#app/routes/title.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { DataTable, type Column } from '#app/ui/data-table.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Stack } from '#app/ui/stack.tsx';

export const meta = titled('organisations.members.title');

const DONE = ['roles', 'ended'] as const;

/** Who works here. Volunteers and readers see names only; who manages members sees roles and dates, and may go on. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'organisation.see-members');
  if (membership.kind === 'team') throw seeOther(ctx, paths.orgTeam(membership.slug));
  const here = { organisationId: membership.organisationId };
  const mayManage = can(actor, 'organisation.manage-members', here);
  const mayKnow = can(actor, 'issue.moderate', here) || mayManage;
  const members = await listMembers(scope);
  const invitations = mayManage ? await withScope(scope, (tx) => listInvitations(tx, ctx.now)) : [];
  const done = ctx.url.searchParams.get('done');
  return {
    slug: membership.slug,
    self: actor.userId,
    mayManage,
    mayKnow,
    waiting: invitations.filter((invitation) => invitation.state === 'open').length,
    members: members.map(({ userId, name, roles, since }) =>
      mayKnow ? { userId, name, roles, since: since.toISOString() } : { userId, name, roles: [], since: null },
    ),
    done: DONE.find((key) => key === done) ?? null,
  };
}

export default function Members() {
  const { slug, self, mayManage, mayKnow, waiting, members, done } = useLoaderData<typeof loader>();
  const { t, to, locale } = useWords();
  type Row = (typeof members)[number];
  const columns: Column<Row>[] = [
    {
      key: 'name',
      header: t('organisations.members.name'),
      phone: 'title',
      cell: (row) => (
        <>
          {row.name}
          {row.userId === self && <span className="meta"> ({t('organisations.members.you')})</span>}
        </>
      ),
    },
    ...(mayKnow
      ? ([
          {
            key: 'roles',
            header: t('organisations.members.roles'),
            cell: (row) => row.roles.map((role) => t(`organisations.role.${role}`)).join(', '),
          },
          {
            key: 'since',
            header: t('organisations.members.since'),
            nowrap: true,
            cell: (row) => (row.since ? formatDay(new Date(row.since), locale) : ''),
          },
        ] satisfies Column<Row>[])
      : []),
    ...(mayManage
      ? ([
          {
            key: 'open',
            header: t('organisations.members.change'),
            phone: 'action',
            align: 'end',
            cell: (row) => (
              <a href={to(`${paths.orgMembers(slug)}/${row.userId}`)}>
                {t('organisations.members.change')}
                <span className="visually-hidden">: {row.name}</span>
              </a>
            ),
          },
        ] satisfies Column<Row>[])
      : []),
  ];
  return (
    <>
      <PageTitle
        meta={t('organisations.members.count', { count: members.length })}
        actions={
          mayManage ? (
            <ButtonLink icon="plus" href={to(`${paths.orgMembers(slug)}/invitations`)}>
              {t('organisations.members.invite')}
            </ButtonLink>
          ) : undefined
        }
      >
        {t('organisations.members.title')}
      </PageTitle>
      <Stack>
        {done && (
          <Notice tone="success" live>
            <p>{t(`organisations.members.done.${done}`)}</p>
          </Notice>
        )}
        {waiting > 0 && (
          <p>
            <a href={to(`${paths.orgMembers(slug)}/invitations#open`)}>
              {t('organisations.members.waiting', { count: waiting })}
            </a>
          </p>
        )}
        <DataTable
          caption={t('organisations.members.title')}
          captionHidden
          columns={columns}
          rows={members}
          rowKey={(row) => row.userId}
        />
        {!mayManage && (
          <p>
            <a href={to(`${paths.orgMembers(slug)}/${self}`)}>{t('organisations.members.leave')}</a>
          </p>
        )}
      </Stack>
    </>
  );
}
