import type { BodyFilter } from '#app/features/authorities/bodies.server.ts';
import { BODY_KINDS, isBodyKind } from '#app/features/authorities/rules/body-kinds.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { compareAz } from '#app/kernel/az-text.ts';
import { REGIONS, regionName } from '#app/kernel/regions.ts';
import { paths } from '#app/paths.ts';
import { FilterBar } from '#app/ui/filter-bar.tsx';
import { SearchInput } from '#app/ui/search-box.tsx';
import { Select } from '#app/ui/select.tsx';

/** Search and filters over the instance's bodies. */
export function BodyFilters({ filter }: { filter: BodyFilter }) {
  const { t, to, locale } = useWords();
  const without = (name: 'kind' | 'region' | 'email'): string => {
    const rest = Object.entries({
      q: filter.words,
      kind: filter.kind,
      region: filter.region,
      email: filter.email,
      [name]: '',
    });
    const query = new URLSearchParams(rest.filter(([, value]) => value !== ''));
    return to(paths.adminBodies(query.size > 0 ? `?${query}` : ''));
  };
  const regions = REGIONS.map(({ code }) => ({ value: code, label: regionName(code, locale, 'full') })).sort((a, b) =>
    compareAz(a.label, b.label),
  );
  const active = [
    ...(isBodyKind(filter.kind) ? [{ label: t(`authorities.kind.${filter.kind}`), href: without('kind') }] : []),
    ...(filter.region
      ? [
          {
            label: filter.region === 'country' ? t('authorities.bodies.country') : regionName(filter.region, locale),
            href: without('region'),
          },
        ]
      : []),
    ...(filter.email === 'with' || filter.email === 'without'
      ? [{ label: t(`authorities.bodies.filter.email.${filter.email}`), href: without('email') }]
      : []),
  ];
  return (
    <FilterBar
      action={to(paths.adminBodies())}
      active={active}
      clearHref={to(paths.adminBodies())}
      search={<SearchInput label={t('authorities.bodies.search')} defaultValue={filter.words} />}
    >
      <Select
        name="kind"
        label={t('authorities.bodies.filter.kind')}
        placeholder={t('common.all')}
        options={BODY_KINDS.map((kind) => ({ value: kind, label: t(`authorities.kind.${kind}`) }))}
        defaultValue={filter.kind}
      />
      <Select
        name="region"
        label={t('authorities.bodies.filter.region')}
        placeholder={t('common.all')}
        options={[{ value: 'country', label: t('authorities.bodies.country') }, ...regions]}
        defaultValue={filter.region}
      />
      <Select
        name="email"
        label={t('authorities.bodies.filter.email')}
        placeholder={t('common.all')}
        options={(['with', 'without'] as const).map((value) => ({
          value,
          label: t(`authorities.bodies.filter.email.${value}`),
        }))}
        defaultValue={filter.email}
      />
    </FilterBar>
  );
}
