import { DECISION_KINDS } from '#app/features/authorities/rules/watch.ts';
import { watchQuery, type WatchFilters } from '#app/features/authorities/rules/watch-filters.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { regionName, regionsForChoice, type Names } from '#app/kernel/regions.ts';
import { FilterBar } from '#app/ui/filter-bar.tsx';
import { Select } from '#app/ui/select.tsx';

type Props = {
  filters: WatchFilters;
  /** Bodies that may be chosen: those that something was watched of. */
  bodies: readonly { id: string; names: Names }[];
  /** Years that may be chosen, newest first. */
  years: readonly number[];
  here: (query?: string) => string;
};

/** By body, kind, year and region; the same for the workspace and for everybody. */
export function WatchFilter({ filters, bodies, years, here }: Props) {
  const { t, to, locale } = useWords();
  const without = (key: keyof WatchFilters) => to(here(watchQuery({ ...filters, [key]: null })));
  const body = bodies.find((one) => one.id === filters.bodyId);
  const active = [
    ...(body ? [{ label: body.names[locale], href: without('bodyId') }] : []),
    ...(filters.kind ? [{ label: t(`watch.kind.${filters.kind}`), href: without('kind') }] : []),
    ...(filters.year ? [{ label: String(filters.year), href: without('year') }] : []),
    ...(filters.region ? [{ label: regionName(filters.region, locale), href: without('region') }] : []),
  ];
  return (
    <FilterBar action={to(here())} active={active} clearHref={to(here())}>
      <Select
        name="body"
        label={t('watch.filter.body')}
        placeholder={t('watch.filter.all')}
        options={bodies.map(({ id, names }) => ({ value: id, label: names[locale] }))}
        defaultValue={filters.bodyId ?? ''}
      />
      <Select
        name="kind"
        label={t('watch.filter.kind')}
        placeholder={t('watch.filter.all')}
        options={DECISION_KINDS.map((kind) => ({ value: kind, label: t(`watch.kind.${kind}`) }))}
        defaultValue={filters.kind ?? ''}
      />
      <Select
        name="year"
        label={t('watch.filter.year')}
        placeholder={t('watch.filter.all')}
        options={years.map((year) => ({ value: String(year), label: String(year) }))}
        defaultValue={filters.year ? String(filters.year) : ''}
      />
      <Select
        name="region"
        label={t('watch.filter.region')}
        placeholder={t('watch.filter.all')}
        options={regionsForChoice().map(({ code }) => ({ value: code, label: regionName(code, locale) }))}
        defaultValue={filters.region ?? ''}
      />
    </FilterBar>
  );
}
