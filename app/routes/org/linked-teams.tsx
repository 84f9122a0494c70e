import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listLinkedTeams } from '#app/features/teams/links.server.ts';
import { SHARE_KINDS } from '#app/features/teams/rules/shares.ts';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay } from '#app/kernel/dates.ts';
import { openRequest, requireMember } from '#app/platform/request.server.ts';
import { DataTable, type Column } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Stack } from '#app/ui/stack.tsx';

export const meta = titled('teams.linked.title');

/** What one's society may see of candidates' teams: what each candidate switched on, in numbers. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { scope } = requireMember(ctx, args.params.org, 'society.see-teams');
  return { teams: await listLinkedTeams(scope) };
}

export default function LinkedTeams() {
  const { teams } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
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
    <Stack>
      <PageTitle lead={t('teams.linked.lead')}>{t('teams.linked.title')}</PageTitle>
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
    </Stack>
  );
}
