import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { placeText } from '#app/ui/place-text.ts';
import type { CampaignLine } from '../campaign-list.server.ts';
import { CampaignStateLabel } from './campaign-state.tsx';

type Row = CampaignLine & { supporters: number };

/** The workspace's list: a table on desks, cards on phones. */
export function CampaignTable({
  rows,
  slug,
  mayWrite,
  isFiltered,
}: {
  rows: readonly Row[];
  slug: string;
  mayWrite: boolean;
  isFiltered: boolean;
}) {
  const { t, to, locale } = useWords();
  return (
    <DataTable<Row>
      caption={t('campaigns.list.title')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      empty={
        isFiltered ? (
          <EmptyState title={t('campaigns.org.nothing.title')}>{t('campaigns.org.nothing.text')}</EmptyState>
        ) : (
          <EmptyState
            title={t('campaigns.org.empty.title')}
            example={t('campaigns.org.empty.example')}
            action={
              mayWrite ? (
                <ButtonLink href={to(paths.orgNewCampaign(slug))}>{t('campaigns.new.action')}</ButtonLink>
              ) : undefined
            }
          >
            {t('campaigns.org.empty.text')}
          </EmptyState>
        )
      }
      columns={[
        {
          key: 'state',
          header: t('campaigns.column.state'),
          phone: 'badge',
          nowrap: true,
          cell: (row) => <CampaignStateLabel state={row.state} />,
        },
        {
          key: 'title',
          header: t('campaigns.column.title'),
          phone: 'title',
          cell: (row) => (
            <>
              <a href={to(paths.orgCampaign(slug, row.id))}>{row.title}</a>
              {row.proposed && <span className="meta"> {t('campaigns.org.waits-outcome')}</span>}
              {row.isHidden && <span className="meta"> {t('campaigns.org.is-hidden')}</span>}
            </>
          ),
        },
        { key: 'place', header: t('campaigns.column.place'), cell: (row) => placeText(row, locale) },
        {
          key: 'demands',
          header: t('campaigns.column.demands'),
          align: 'end',
          nowrap: true,
          cell: (row) => `${row.demandsMet} / ${row.demands}`,
        },
        {
          key: 'supporters',
          header: t('campaigns.column.own-supporters'),
          align: 'end',
          nowrap: true,
          cell: (row) => <span className="num">{row.supporters}</span>,
        },
        {
          key: 'updated',
          header: t('campaigns.column.updated'),
          nowrap: true,
          cell: (row) => formatDay(row.updatedAt, locale),
        },
      ]}
    />
  );
}
