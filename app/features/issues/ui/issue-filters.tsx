import { useWords } from '#app/i18n/words-context.tsx';
import { regionName } from '#app/kernel/regions.ts';
import { paths } from '#app/paths.ts';
import { FilterBar, type ActiveFilter } from '#app/ui/filter-bar.tsx';
import { LinkMore } from '#app/ui/link-more.tsx';
import { SearchInput } from '#app/ui/search-box.tsx';
import { Select } from '#app/ui/select.tsx';
import { issueQuery, withoutFilter, type IssueFilters } from '../public-filters.ts';
import { THEMES } from '../rules/categories.ts';
import { STATE_GROUPS } from '../rules/lifecycle.ts';
import { CategorySelect } from './category-select.tsx';
import { regionOptions } from '#app/ui/place-text.ts';

/** The filters as a GET form, on the list and on its map; each leads to the other with the same filters. */
export function IssueFilterBar({ filters, on = 'list' }: { filters: IssueFilters; on?: 'list' | 'map' }) {
  const { t, to, locale } = useWords();
  const [here, there] = on === 'list' ? [paths.issues, paths.map] : [paths.map, paths.issues];
  const words: Record<keyof IssueFilters, string | undefined> = {
    region: filters.region && regionName(filters.region, locale),
    theme: filters.theme && t(`theme.${filters.theme}`),
    category: filters.category && t(`category.${filters.category}`),
    group: filters.group && t(`issues.group.${filters.group}`),
    q: filters.q && t('issues.public.filter.query', { text: filters.q }),
  };
  const active = (Object.keys(words) as (keyof IssueFilters)[]).flatMap((key): ActiveFilter[] => {
    const label = words[key];
    return label === undefined ? [] : [{ label, href: to(here(issueQuery(withoutFilter(filters, key)))) }];
  });
  return (
    <FilterBar
      action={to(here())}
      active={active}
      clearHref={to(here())}
      search={
        <SearchInput
          label={t('issues.public.search')}
          placeholder={t('issues.public.search')}
          defaultValue={filters.q}
        />
      }
      links={
        <LinkMore href={to(there(issueQuery(filters)))}>
          {t(on === 'list' ? 'issues.public.on-map' : 'issues.map.as-list')}
        </LinkMore>
      }
    >
      <Select
        name="region"
        label={t('issues.public.filter.region')}
        options={regionOptions(locale)}
        defaultValue={filters.region}
        placeholder={t('common.all')}
      />
      <CategorySelect
        label={t('issues.public.filter.category')}
        defaultValue={filters.category}
        placeholder={t('common.all')}
      />
      <Select
        name="theme"
        label={t('issues.public.filter.theme')}
        options={THEMES.map((theme) => ({ value: theme, label: t(`theme.${theme}`) }))}
        defaultValue={filters.theme}
        placeholder={t('common.all')}
      />
      <Select
        name="group"
        label={t('issues.public.filter.group')}
        options={STATE_GROUPS.map((group) => ({ value: group, label: t(`issues.group.${group}`) }))}
        defaultValue={filters.group}
        placeholder={t('common.all')}
      />
    </FilterBar>
  );
}
