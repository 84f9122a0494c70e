import type { SubmissionResult } from '@conform-to/react';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay } from '#app/kernel/dates.ts';
import { regionName } from '#app/kernel/regions.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { DataTable, type Column } from '#app/ui/data-table.tsx';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FilterBar } from '#app/ui/filter-bar.tsx';
import { Form } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Pagination } from '#app/ui/pagination.tsx';
import { Select } from '#app/ui/select.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { ASSURANCES, SIGNATURE_STATES, SUPPORT_CHANNELS } from '../rules/support.ts';
import { EXPORT_PURPOSES } from '../support-forms.ts';
import type { PeopleFilters, PeoplePage, PersonLine } from '../support-people.server.ts';
import type { Totals } from '../support-totals.server.ts';
import { JudgeForm } from './sheet-page.tsx';

type Props = {
  slug: string;
  id: string;
  totals: Totals;
  common: number;
  people: PeoplePage | null;
  filters: PeopleFilters;
  queries: { here: string; before: string | null; after: string | null };
  brake: { isPaused: boolean } | null;
  clientIds: Record<'judge' | 'brake', string>;
  lastResult?: SubmissionResult<string[]> | null;
};

/** Who supports: exact numbers for everybody at work, people only for those who may see them. */
export function SupportRoom(props: Props) {
  const { totals, common, people, brake, clientIds, lastResult } = props;
  const { t } = useWords();
  const back = useReturned(lastResult);
  return (
    <Stack gap="large">
      <ErrorSummary errors={back.errors} />
      {brake && (
        <Notice
          tone={brake.isPaused ? 'danger' : 'info'}
          title={t(brake.isPaused ? 'support.brake.paused' : 'support.brake.running')}
          actions={
            <Form clientId={clientIds.brake} inline>
              <Button
                tone={brake.isPaused ? 'primary' : 'secondary'}
                name="intent"
                value={brake.isPaused ? 'resume' : 'pause'}
              >
                {t(brake.isPaused ? 'support.brake.resume' : 'support.brake.pause')}
              </Button>
            </Form>
          }
        />
      )}
      <Numbers totals={totals} common={common} />
      {people && <People {...props} people={people} />}
    </Stack>
  );
}

function Numbers({ totals, common }: { totals: Totals; common: number }) {
  const { t, locale } = useWords();
  const part = (items: { term: string; count: number }[]) =>
    items.filter(({ count }) => count !== 0).map(({ term, count }) => ({ term, detail: String(count) }));
  const regions = Object.entries(totals.byRegion)
    .map(([code, count]) => ({ term: regionName(code, locale), count }))
    .sort((a, b) => b.count - a.count || a.term.localeCompare(b.term, locale));
  return (
    <Section title={t('support.numbers')} id="numbers">
      <p className="num">{t('support.numbers.own', { count: totals.total })}</p>
      {common !== totals.total && <p className="meta">{t('support.numbers.common', { count: common })}</p>}
      {totals.total === 0 ? (
        <EmptyState title={t('support.numbers.none')}>{t('support.numbers.none.text')}</EmptyState>
      ) : (
        <Stack>
          <h3>{t('support.people.channel')}</h3>
          <DefinitionList
            items={part(
              SUPPORT_CHANNELS.map((key) => ({ term: t(`support.channel.${key}`), count: totals.byChannel[key] })),
            )}
          />
          <h3>{t('support.people.assurance')}</h3>
          <DefinitionList
            items={part(
              ASSURANCES.map((key) => ({ term: t(`support.assurance.${key}`), count: totals.byAssurance[key] })),
            )}
          />
          <h3>{t('support.sign.region')}</h3>
          <DefinitionList items={part(regions)} />
        </Stack>
      )}
    </Section>
  );
}

function People({ slug, id, people, filters, queries, clientIds }: Props & { people: PeoplePage }) {
  const { t, to, locale } = useWords();
  const room = paths.orgCampaignRoom(slug, id, 'support');
  const columns: Column<PersonLine>[] = [
    {
      key: 'name',
      header: t('support.sign.name'),
      phone: 'title',
      cell: (row) => (
        <>
          {row.name}
          <span className="meta block">{row.contact}</span>
        </>
      ),
    },
    {
      key: 'state',
      header: t('support.people.state'),
      phone: 'badge',
      cell: (row) =>
        [t(`support.state.${row.state}`), row.reason && t(`support.reason.${row.reason}`)].filter(Boolean).join(': '),
    },
    {
      key: 'place',
      header: t('support.sign.region'),
      cell: (row) => [regionName(row.region, locale), row.village].filter(Boolean).join(', '),
    },
    {
      key: 'channel',
      header: t('support.people.channel'),
      nowrap: true,
      cell: (row) => (
        <>
          {t(`support.channel.${row.channel}`)}
          <span className="meta block">{t(`support.assurance.${row.assurance}`)}</span>
        </>
      ),
    },
    { key: 'at', header: t('support.people.at'), nowrap: true, cell: (row) => formatDay(new Date(row.at), locale) },
    {
      key: 'judge',
      header: t('support.people.judge'),
      phone: 'action',
      cell: (row) => <JudgeForm signature={row.id} state={row.state} clientId={clientIds.judge} />,
    },
  ];
  const active = [
    filters.state && { label: t(`support.state.${filters.state}`), href: to(room) },
    filters.channel && { label: t(`support.channel.${filters.channel}`), href: to(room) },
  ].filter((entry) => entry !== undefined);
  return (
    <Section title={t('support.people')} id="people">
      <p className="meta">{t('support.people.text')}</p>
      <FilterBar action={to(room)} active={active} clearHref={to(room)}>
        <Select
          name="state"
          label={t('support.people.state')}
          placeholder={t('common.all')}
          defaultValue={filters.state}
          options={SIGNATURE_STATES.map((value) => ({ value, label: t(`support.state.${value}`) }))}
        />
        <Select
          name="channel"
          label={t('support.people.channel')}
          placeholder={t('common.all')}
          defaultValue={filters.channel}
          options={SUPPORT_CHANNELS.map((value) => ({ value, label: t(`support.channel.${value}`) }))}
        />
      </FilterBar>
      <DataTable
        caption={t('support.people')}
        captionHidden
        columns={columns}
        rows={people.rows}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('support.people.none')}>{t('support.people.none.text')}</EmptyState>}
      />
      {people.rows.length > 0 && (
        <>
          <Pagination
            from={people.from}
            to={people.from + people.rows.length - 1}
            total={people.total}
            previousHref={queries.before === null ? null : to(room + queries.before)}
            nextHref={queries.after === null ? null : to(room + queries.after)}
          />
          <Form action={to(paths.orgSupportTable(slug, id, queries.here))} label={t('support.export')}>
            <Select
              name="purpose"
              label={t('support.export.purpose')}
              hint={t('support.export.hint')}
              placeholder={null}
              defaultValue="check"
              options={EXPORT_PURPOSES.map((value) => ({ value, label: t(`support.export.purpose.${value}`) }))}
            />
            <Button tone="secondary">{t('support.export')}</Button>
          </Form>
        </>
      )}
    </Section>
  );
}
