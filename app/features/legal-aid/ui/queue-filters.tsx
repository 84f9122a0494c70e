import { useWords } from '#app/i18n/words-context.tsx';
import { regionName, REGIONS } from '#app/kernel/regions.ts';
import { paths } from '#app/paths.ts';
import { FilterBar } from '#app/ui/filter-bar.tsx';
import { Select } from '#app/ui/select.tsx';
import { BANDS, LABELS, TRACKS } from '../rules/desk.ts';
import {
  chosenFacets,
  DUE_WITHIN,
  QUEUE_STATES,
  queueQuery,
  TURNS,
  withoutFacet,
  type Facet,
  type QueueFilters,
} from '../rules/queue-filters.ts';

/** The words of a chosen facet: how a filter, and a view made of it, is named. */
export function useFacetName(): (filters: QueueFilters, facet: Facet) => string {
  const { locale, t } = useWords();
  return (filters, facet) => {
    switch (facet) {
      case 'whose':
        return t(`legal-desk.whose.${filters.whose}`);
      case 'state':
        return filters.state === 'open' || filters.state === 'ended'
          ? t(`legal-desk.state.${filters.state}`)
          : t(`legal.state.${filters.state}`);
      case 'band':
        return filters.band ? t(`legal.band.${filters.band}`) : '';
      case 'track':
        return filters.track ? t(`legal.track.${filters.track}`) : '';
      case 'region':
        return filters.region ? regionName(filters.region, locale) : '';
      case 'label':
        return filters.label ? t(`legal.label.${filters.label}`) : '';
      case 'turn':
        return filters.turn ? t(filters.turn === 'us' ? 'legal.waiting.us' : 'legal.waiting.applicant') : '';
      case 'due':
        return filters.due ? dueName(t, filters.due) : '';
    }
  };
}

const dueName = (t: ReturnType<typeof useWords>['t'], days: (typeof DUE_WITHIN)[number]): string =>
  days === '0' ? t('legal-desk.due-within.today') : t('legal-desk.due-within', { count: Number(days) });

/** A view's name: its facets in words. */
export function useViewName(): (filters: QueueFilters) => string {
  const name = useFacetName();
  const { t } = useWords();
  return (filters) => {
    const facets = chosenFacets(filters);
    return facets.length === 0 ? t('legal-desk.whose.all') : facets.map((facet) => name(filters, facet)).join(', ');
  };
}

/** The filters of the queue. */
export function QueueFilterBar({ filters, slug }: { filters: QueueFilters; slug: string }) {
  const { locale, t, to } = useWords();
  const name = useFacetName();
  const here = (next: QueueFilters) => to(paths.desk(slug, queueQuery(next)));
  return (
    <FilterBar
      action={to(paths.desk(slug))}
      active={chosenFacets(filters)
        .filter((facet) => facet !== 'whose')
        .map((facet) => ({ label: name(filters, facet), href: here(withoutFacet(filters, facet)) }))}
      clearHref={to(paths.desk(slug))}
    >
      {filters.whose !== 'all' && <input type="hidden" name="whose" value={filters.whose} />}
      <Select
        name="band"
        label={t('legal-desk.queue.band')}
        placeholder={t('legal-desk.any')}
        options={BANDS.map((value) => ({ value, label: t(`legal.band.${value}`) }))}
        defaultValue={filters.band ?? ''}
      />
      <Select
        name="state"
        label={t('legal-desk.state')}
        placeholder={null}
        options={QUEUE_STATES.map((value) => ({
          value,
          label: value === 'open' || value === 'ended' ? t(`legal-desk.state.${value}`) : t(`legal.state.${value}`),
        }))}
        defaultValue={filters.state}
      />
      <Select
        name="due"
        label={t('legal-desk.queue.due')}
        placeholder={t('legal-desk.any')}
        options={DUE_WITHIN.map((value) => ({ value, label: dueName(t, value) }))}
        defaultValue={filters.due ?? ''}
      />
      <Select
        name="track"
        label={t('legal-desk.track')}
        placeholder={t('legal-desk.any')}
        options={TRACKS.map((value) => ({ value, label: t(`legal.track.${value}`) }))}
        defaultValue={filters.track ?? ''}
      />
      <Select
        name="region"
        label={t('legal-desk.region')}
        placeholder={t('legal-desk.any')}
        options={REGIONS.map(({ code }) => ({ value: code, label: regionName(code, locale) })).sort((a, b) =>
          a.label.localeCompare(b.label, locale),
        )}
        defaultValue={filters.region ?? ''}
      />
      <Select
        name="label"
        label={t('legal-desk.label')}
        placeholder={t('legal-desk.any')}
        options={LABELS.map((value) => ({ value, label: t(`legal.label.${value}`) }))}
        defaultValue={filters.label ?? ''}
      />
      <Select
        name="turn"
        label={t('legal-desk.turn')}
        placeholder={t('legal-desk.any')}
        options={TURNS.map((value) => ({
          value,
          label: t(value === 'us' ? 'legal.waiting.us' : 'legal.waiting.applicant'),
        }))}
        defaultValue={filters.turn ?? ''}
      />
    </FilterBar>
  );
}
