import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listCapacity } from '#app/features/legal-aid/workload.server.ts';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { regionName } from '#app/kernel/regions.ts';
import { paths } from '#app/paths.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Stack } from '#app/ui/stack.tsx';
import { StateBadge } from '#app/ui/state-badge.tsx';
import { atDesk } from './at-desk.ts';

export const meta = titled('legal.nav.workload');

export async function loader(args: LoaderFunctionArgs) {
  const { slug, work } = await atDesk(args, 'lead');
  return { slug, loads: await listCapacity(work) };
}

/** Who has how much, and who can take more. */
export default function Workload() {
  const { loads, slug } = useLoaderData<typeof loader>();
  const { locale, t, to } = useWords();
  return (
    <Stack>
      <PageTitle lead={t('legal-desk.workload.lead')}>{t('legal.nav.workload')}</PageTitle>
      <DataTable
        caption={t('legal.nav.workload')}
        captionHidden
        rows={loads}
        rowKey={(row) => row.staffId}
        columns={[
          {
            key: 'name',
            header: t('legal-desk.people.name'),
            phone: 'title',
            cell: (row) => <a href={to(paths.deskMember(slug, row.staffId))}>{row.name}</a>,
          },
          {
            key: 'free',
            header: t('legal-desk.workload.free'),
            nowrap: true,
            phone: 'badge',
            cell: (row) =>
              !row.isOnDuty ? (
                <StateBadge tone="quiet">{t('legal-desk.off-duty')}</StateBadge>
              ) : row.open < row.capacity ? (
                <StateBadge tone="verified">
                  {t('legal-desk.capacity.places', { count: row.capacity - row.open })}
                </StateBadge>
              ) : (
                <StateBadge tone="late">{t('legal-desk.capacity.full')}</StateBadge>
              ),
          },
          {
            key: 'open',
            header: t('legal-desk.workload.open'),
            align: 'end',
            cell: (row) => `${row.open} / ${row.capacity}`,
          },
          { key: 'due', header: t('legal-desk.workload.due'), align: 'end', cell: (row) => row.dueSoon },
          { key: 'us', header: t('legal-desk.workload.us'), align: 'end', cell: (row) => row.waitingForUs },
          {
            key: 'role',
            header: t('legal-desk.people.role'),
            cell: (row) => (
              <>
                <span className="[overflow-wrap:normal]">{t(`legal.role.${row.role}`)}</span>
                <span className="meta block">{t(row.isBar ? 'legal.bar.yes' : 'legal.bar.no')}</span>
              </>
            ),
          },
          {
            key: 'regions',
            header: t('legal-desk.workload.regions'),
            cell: (row) =>
              row.regions.length === 0
                ? t('legal-desk.workload.anywhere')
                : row.regions.map((code) => regionName(code, locale)).join(', '),
          },
        ]}
      />
    </Stack>
  );
}
