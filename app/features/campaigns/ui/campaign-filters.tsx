import { THEMES } from '#app/features/issues/rules/categories.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { regionName } from '#app/kernel/regions.ts';
import { FilterBar, type ActiveFilter } from '#app/ui/filter-bar.tsx';
import { regionOptions } from '#app/ui/place-text.ts';
import { SearchInput } from '#app/ui/search-box.tsx';
import { Select } from '#app/ui/select.tsx';
import { campaignQuery, type CampaignFilters } from '../rules/campaign-filters.ts';
import { CAMPAIGN_GROUPS, CAMPAIGN_STATES } from '../rules/lifecycle.ts';

/** The filters as a GET form, for the public list (`group`) and the workspace's (`state`). `here` makes the list's address. */
export function CampaignFilterBar({
  filters,
  here,
  inside,
}: {
  filters: CampaignFilters;
  here: (query?: string) => string;
  inside?: boolean;
}) {
  const { t, to, locale } = useWords();
  const words: Record<keyof CampaignFilters, string | undefined> = {
    region: filters.region && regionName(filters.region, locale),
    theme: filters.theme && t(`theme.${filters.theme}`),
    group: filters.group && t(`campaigns.group.${filters.group}`),
    state: filters.state && t(`campaigns.state.${filters.state}`),
    q: filters.q && t('campaigns.filter.query', { text: filters.q }),
  };
  const active = (Object.keys(words) as (keyof CampaignFilters)[]).flatMap((key): ActiveFilter[] => {
    const label = words[key];
    const { [key]: _dropped, ...rest } = filters;
    return label === undefined ? [] : [{ label, href: to(here(campaignQuery(rest))) }];
  });
  return (
    <FilterBar
      action={to(here())}
      active={active}
      clearHref={to(here())}
      search={
        <SearchInput label={t('campaigns.search')} placeholder={t('campaigns.search')} defaultValue={filters.q} />
      }
    >
      <Select
        name="region"
        label={t('campaigns.form.region')}
        options={regionOptions(locale)}
        defaultValue={filters.region}
        placeholder={t('common.all')}
      />
      <Select
        name="theme"
        label={t('campaigns.filter.theme')}
        options={THEMES.map((theme) => ({ value: theme, label: t(`theme.${theme}`) }))}
        defaultValue={filters.theme}
        placeholder={t('common.all')}
      />
      {inside ? (
        <Select
          name="state"
          label={t('campaigns.filter.state')}
          options={CAMPAIGN_STATES.map((state) => ({ value: state, label: t(`campaigns.state.${state}`) }))}
          defaultValue={filters.state}
          placeholder={t('common.all')}
        />
      ) : (
        <Select
          name="group"
          label={t('campaigns.filter.state')}
          options={CAMPAIGN_GROUPS.map((group) => ({ value: group, label: t(`campaigns.group.${group}`) }))}
          defaultValue={filters.group}
          placeholder={t('common.all')}
        />
      )}
    </FilterBar>
  );
}
