import type { ReactNode } from 'react';
import { useWords } from '#app/i18n/words-context.tsx';
import type { OrganisationKind } from '#app/kernel/actor.ts';
import { formatDay } from '#app/kernel/dates.ts';
import type { Names } from '#app/kernel/regions.ts';
import { paths } from '#app/paths.ts';
import { DataTable, type Column } from '#app/ui/data-table.tsx';
import { StateBadge, type StateTone } from '#app/ui/state-badge.tsx';
import type { OrganisationState } from '../rules/lifecycle.ts';

const TONES: Record<OrganisationState, StateTone> = {
  applied: 'waiting',
  approved: 'verified',
  refused: 'refused',
  suspended: 'late',
  closed: 'quiet',
};

export function OrganisationState({ state }: { state: OrganisationState }) {
  const { t } = useWords();
  return <StateBadge tone={TONES[state]}>{t(`organisations.state.${state}`)}</StateBadge>;
}

type Row = {
  id: string;
  names: Names;
  kind: OrganisationKind;
  state: OrganisationState;
  town: string;
  createdAt: string;
};

/** Organisations as the operator goes through them. */
export function ApplicationTable({
  caption,
  rows,
  empty,
}: {
  caption: string;
  rows: readonly Row[];
  empty: ReactNode;
}) {
  const { t, to, locale } = useWords();
  const columns: Column<Row>[] = [
    {
      key: 'name',
      header: t('platform.admin.organisation'),
      phone: 'title',
      cell: (row) => <a href={to(`${paths.adminOrganisations()}/${row.id}`)}>{row.names[locale]}</a>,
    },
    { key: 'kind', header: t('platform.admin.kind'), cell: (row) => t(`organisations.kind.${row.kind}`) },
    { key: 'town', header: t('organisations.page.town'), cell: (row) => row.town },
    {
      key: 'since',
      header: t('platform.admin.applied'),
      nowrap: true,
      cell: (row) => formatDay(new Date(row.createdAt), locale),
    },
    {
      key: 'state',
      header: t('platform.admin.state'),
      phone: 'badge',
      cell: (row) => <OrganisationState state={row.state} />,
    },
  ];
  return (
    <DataTable caption={caption} captionHidden columns={columns} rows={rows} rowKey={(row) => row.id} empty={empty} />
  );
}
