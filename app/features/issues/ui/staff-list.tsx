import { useWords } from '#app/i18n/words-context.tsx';
import { formatDayNear } from '#app/kernel/dates.ts';
import { regionName } from '#app/kernel/regions.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { DataTable, type Column } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { FilterBar, type ActiveFilter } from '#app/ui/filter-bar.tsx';
import { SearchInput } from '#app/ui/search-box.tsx';
import { Pagination } from '#app/ui/pagination.tsx';
import { Select } from '#app/ui/select.tsx';
import { Tabs } from '#app/ui/tabs.tsx';
import { staffFilterQuery, statesOfTab, STAFF_TABS, type StaffFilters, type StaffTab } from '../rules/staff-filters.ts';
import type { Colleague, ListLine, ListPage } from '../staff-views.ts';
import { CategorySelect } from './category-select.tsx';
import { placeText, regionOptions } from '#app/ui/place-text.ts';
import { StateLabel } from './state-label.tsx';

type Props = {
  slug: string;
  filters: StaffFilters;
  page: ListPage;
  tabs: Record<StaffTab, number>;
  colleagues: Colleague[];
  now: Date;
  mayEnter: boolean;
};

/** An organisation's reports: views, filters, a table that is cards on phones. */
export function StaffList(props: Props) {
  const { slug, filters, page, tabs } = props;
  const { t, to } = useWords();
  const href = (changes: Parameters<typeof staffFilterQuery>[1]) =>
    to(paths.orgIssues(slug, staffFilterQuery(filters, changes)));
  return (
    <>
      <Tabs
        label={t('issues.staff.list.views')}
        items={STAFF_TABS.map((tab) => ({
          label: t(`issues.staff.tab.${tab}`),
          href: href({ tab, state: undefined }),
          current: filters.tab === tab,
          count: tabs[tab],
        }))}
      />
      <Filters {...props} href={href} />
      <Rows {...props} />
      {page.rows.length > 0 && (
        <Pagination
          from={page.from}
          to={page.from + page.rows.length - 1}
          total={page.total}
          previousHref={page.before ? href({ before: page.before }) : null}
          nextHref={page.after ? href({ after: page.after }) : null}
        />
      )}
    </>
  );
}

function Filters({
  slug,
  filters,
  colleagues,
  page,
  href,
}: Props & { href: (changes: Partial<Record<keyof StaffFilters, undefined>>) => string }) {
  const { t, to, locale } = useWords();
  const assignee =
    filters.assignee === 'none'
      ? t('issues.staff.assignee.none')
      : colleagues.find(({ id }) => id === filters.assignee)?.name;
  const active: ActiveFilter[] = [
    filters.q && { label: t('issues.public.filter.query', { text: filters.q }), href: href({ q: undefined }) },
    filters.state && { label: t(`issues.state.${filters.state}`), href: href({ state: undefined }) },
    filters.category && { label: t(`category.${filters.category}`), href: href({ category: undefined }) },
    filters.region && { label: regionName(filters.region, locale), href: href({ region: undefined }) },
    assignee && { label: assignee, href: href({ assignee: undefined }) },
  ].filter((filter): filter is ActiveFilter => Boolean(filter));
  return (
    <FilterBar
      action={to(paths.orgIssues(slug))}
      active={active}
      clearHref={to(paths.orgIssues(slug, staffFilterQuery({ tab: filters.tab })))}
      search={
        <SearchInput
          label={t('issues.staff.list.search')}
          placeholder={t('issues.staff.list.search')}
          defaultValue={filters.q}
        />
      }
      links={
        page.total > 0 ? (
          <a href={to(`${paths.orgIssuesTable(slug)}${staffFilterQuery(filters)}`)}>{t('issues.staff.list.export')}</a>
        ) : undefined
      }
    >
      <input type="hidden" name="tab" value={filters.tab} />
      <Select
        name="state"
        label={t('issues.staff.column.state')}
        placeholder={t('common.all')}
        defaultValue={filters.state}
        options={statesOfTab(filters.tab).map((state) => ({ value: state, label: t(`issues.state.${state}`) }))}
      />
      <CategorySelect
        label={t('issues.staff.column.category')}
        placeholder={t('common.all')}
        defaultValue={filters.category}
      />
      <Select
        name="region"
        label={t('issues.form.region')}
        placeholder={t('common.all')}
        defaultValue={filters.region}
        options={regionOptions(locale)}
      />
      <Select
        name="assignee"
        label={t('issues.staff.column.assignee')}
        placeholder={t('common.all')}
        defaultValue={filters.assignee}
        options={[
          { value: 'none', label: t('issues.staff.assignee.none') },
          ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </FilterBar>
  );
}

function Rows({ slug, page, now, filters, mayEnter }: Props) {
  const { t, to, locale } = useWords();
  const columns: Column<ListLine>[] = [
    {
      key: 'title',
      header: t('issues.staff.column.what'),
      phone: 'title',
      cell: (row) => (
        <>
          <a href={to(paths.orgIssue(slug, row.id))}>{row.title}</a>
          <span className="meta block">
            {[
              t(`category.${row.category}`),
              row.ref !== null && t('issues.public.number', { number: String(row.ref) }),
              row.photos > 0 && t('issues.staff.photos', { count: row.photos }),
              row.awaitsUs && t('issues.staff.awaits-us'),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </>
      ),
    },
    {
      key: 'state',
      header: t('issues.staff.column.state'),
      phone: 'badge',
      cell: (row) => <StateLabel state={row.state} />,
    },
    { key: 'place', header: t('issues.staff.column.where'), cell: (row) => placeText(row, locale) },
    { key: 'assignee', header: t('issues.staff.column.assignee'), cell: (row) => row.assignee ?? '' },
    {
      key: 'date',
      header: t('issues.staff.column.received'),
      nowrap: true,
      cell: (row) => formatDayNear(row.createdAt, now, locale),
    },
  ];
  const isFiltered = staffFilterQuery({ ...filters, tab: 'queue' }) !== '';
  const empty = isFiltered ? (
    <EmptyState title={t('issues.staff.list.none.title')}>{t('issues.staff.list.none.text')}</EmptyState>
  ) : (
    <EmptyState
      title={t(`issues.staff.list.empty.${filters.tab}`)}
      action={
        mayEnter ? (
          <ButtonLink tone="secondary" href={to(paths.orgIssueEntry(slug))}>
            {t('issues.staff.entry.action')}
          </ButtonLink>
        ) : undefined
      }
    >
      {t('issues.staff.list.empty.text')}
    </EmptyState>
  );
  return (
    <DataTable
      caption={t('issues.staff.list.title')}
      captionHidden
      columns={columns}
      rows={page.rows}
      rowKey={(row) => row.id}
      empty={empty}
    />
  );
}
