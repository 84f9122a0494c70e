import { useWords } from '#app/i18n/words-context.tsx';
import { regionName } from '#app/kernel/regions.ts';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { DataTable, type Column } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { FilterBar, type ActiveFilter } from '#app/ui/filter-bar.tsx';
import { FieldRow, Form } from '#app/ui/form.tsx';
import { Pagination } from '#app/ui/pagination.tsx';
import { placeText, regionOptions } from '#app/ui/place-text.ts';
import { SearchInput } from '#app/ui/search-box.tsx';
import { Select } from '#app/ui/select.tsx';
import { Section } from '#app/ui/stack.tsx';
import { Tabs } from '#app/ui/tabs.tsx';
import { EXPORT_PURPOSES, PERSON_ROLES, SPOKEN } from '../rules/kinds.ts';
import { peopleQuery, type PeopleFilters } from '../rules/people-filters.ts';
import type { PeoplePage, PersonLine, Tag } from '../views.ts';

export type PeopleListProps = {
  slug: string;
  filters: PeopleFilters;
  page: PeoplePage;
  tags: Tag[];
  searches: { id: string; name: string }[];
  may: { write: boolean; export: boolean; import: boolean };
};

/** An organisation's people: search, filters, a table that is cards on phones. */
export function PeopleList(props: PeopleListProps) {
  const { slug, filters, page, may } = props;
  const { t, to } = useWords();
  const href = (changes: Parameters<typeof peopleQuery>[1]) => to(paths.orgPeople(slug, peopleQuery(filters, changes)));
  return (
    <>
      <Tabs
        label={t('people.list.views')}
        items={(['active', 'archived'] as const).map((state) => ({
          label: t(`people.state.${state}`),
          href: href({ state }),
          current: filters.state === state,
        }))}
      />
      <Filters {...props} href={href} />
      {page.total > 0 && <p className="meta">{t('people.count', { count: page.total })}</p>}
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
      {may.export && page.total > 0 && (
        <Section title={t('people.export.title')} id="export">
          <p>{t('people.export.text', { count: page.total })}</p>
          <Form action={to(paths.orgPeopleTable(slug, peopleQuery(filters)))} label={t('people.export.title')}>
            <FieldRow>
              <Select
                name="purpose"
                label={t('people.export.purpose')}
                placeholder={null}
                options={EXPORT_PURPOSES.map((value) => ({ value, label: t(`people.export.purpose.${value}`) }))}
              />
            </FieldRow>
            <Button tone="secondary" icon="download">
              {t('people.export.action')}
            </Button>
          </Form>
        </Section>
      )}
    </>
  );
}

function Filters({
  slug,
  filters,
  tags,
  searches,
  href,
}: PeopleListProps & { href: (changes: Partial<Record<keyof PeopleFilters, undefined>>) => string }) {
  const { t, to, locale } = useWords();
  const search = searches.find(({ id }) => id === filters.search);
  const tag = tags.find(({ id }) => id === filters.tag);
  const active: ActiveFilter[] = [
    filters.q && { label: t('issues.public.filter.query', { text: filters.q }), href: href({ q: undefined }) },
    search && { label: search.name, href: href({ search: undefined }) },
    filters.role && { label: t(`people.role.${filters.role}`), href: href({ role: undefined }) },
    tag && { label: tag.name, href: href({ tag: undefined }) },
    filters.region && { label: regionName(filters.region, locale), href: href({ region: undefined }) },
    filters.language && { label: t(`people.language.${filters.language}`), href: href({ language: undefined }) },
  ].filter((filter): filter is ActiveFilter => Boolean(filter));
  return (
    <FilterBar
      action={to(paths.orgPeople(slug))}
      active={active}
      clearHref={to(paths.orgPeople(slug, peopleQuery({ state: filters.state })))}
      search={
        <SearchInput label={t('people.list.search')} placeholder={t('people.list.search')} defaultValue={filters.q} />
      }
      links={<a href={to(paths.orgSearches(slug))}>{t('people.search.title')}</a>}
    >
      <input type="hidden" name="state" value={filters.state} />
      {searches.length > 0 && (
        <Select
          name="search"
          label={t('people.search.one')}
          placeholder={t('common.all')}
          defaultValue={filters.search}
          options={searches.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <Select
        name="role"
        label={t('people.field.roles')}
        placeholder={t('common.all')}
        defaultValue={filters.role}
        options={PERSON_ROLES.map((value) => ({ value, label: t(`people.role.${value}`) }))}
      />
      {tags.length > 0 && (
        <Select
          name="tag"
          label={t('people.field.tags')}
          placeholder={t('common.all')}
          defaultValue={filters.tag}
          options={tags.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <Select
        name="region"
        label={t('people.field.region')}
        placeholder={t('common.all')}
        defaultValue={filters.region}
        options={regionOptions(locale)}
      />
      <Select
        name="language"
        label={t('people.field.languages')}
        placeholder={t('common.all')}
        defaultValue={filters.language}
        options={SPOKEN.map((value) => ({ value, label: t(`people.language.${value}`) }))}
      />
    </FilterBar>
  );
}

function Rows({ slug, page, filters, may }: PeopleListProps) {
  const { t, to, locale } = useWords();
  const columns: Column<PersonLine>[] = [
    {
      key: 'name',
      header: t('people.field.name'),
      phone: 'title',
      cell: (row) => <a href={to(paths.orgPerson(slug, row.id))}>{row.name}</a>,
    },
    { key: 'place', header: t('people.field.where'), cell: (row) => whereOf(row, locale) },
    {
      key: 'roles',
      header: t('people.field.roles'),
      cell: (row) =>
        PERSON_ROLES.filter((role) => row.roles.includes(role))
          .map((role) => t(`people.role.${role}`))
          .join(', '),
    },
    { key: 'tags', header: t('people.field.tags'), cell: (row) => row.tags.join(', ') },
  ];
  const isFiltered = peopleQuery({ ...filters, state: 'active' }) !== '';
  const empty =
    isFiltered || filters.state === 'archived' ? (
      <EmptyState title={t('people.list.none.title')}>{t('people.list.none.text')}</EmptyState>
    ) : (
      <EmptyState
        title={t('people.list.empty.title')}
        action={
          may.write ? (
            <ButtonLink tone="secondary" href={to(paths.orgNewPerson(slug))}>
              {t('people.new.action')}
            </ButtonLink>
          ) : undefined
        }
      >
        {t('people.list.empty.text')}
      </EmptyState>
    );
  return (
    <DataTable
      caption={t('people.list.title')}
      captionHidden
      columns={columns}
      rows={page.rows}
      rowKey={(row) => row.id}
      empty={empty}
    />
  );
}

/** "Astara, Kijəbə"; empty when nothing is known. */
export function whereOf(row: { region: string; place: string }, locale: 'az' | 'en' | 'ru'): string {
  return row.region === '' ? row.place : placeText(row, locale);
}
