import { data, type HeadersFunction, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { countryPath, MAP_BOX, mapPoint } from '#app/features/organisations/directory-map.server.ts';
import { countByRegion, listOrganisations } from '#app/features/organisations/public-queries.server.ts';
import { arrangeDirectory } from '#app/features/organisations/rules/directory.ts';
import { townIn } from '#app/features/organisations/town-point.server.ts';
import { DirectoryMap } from '#app/features/organisations/ui/directory-map.tsx';
import { EmptyRegions, NobodyHere, OrganisationCards, RegionGroup } from '#app/features/organisations/ui/directory-parts.tsx';
import { useWords } from '#app/i18n/words-context.tsx';
import { regionName, regionsForChoice, regionsOfChoice } from '#app/kernel/regions.ts';
import { paths } from '#app/paths.ts';
import { openRequest } from '#app/platform/request.server.ts';
import { titled } from '#app/routes/title.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { regionOptions } from '#app/ui/place-text.ts';
import { Select } from '#app/ui/select.tsx';
import { Columns, Section } from '#app/ui/stack.tsx';

export const handle = { width: 'wide' };
export const meta = titled('organisations.directory.title');
export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

/** The directory by region; with `?region=` the one region, with who reads its reports when nobody works there. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const asked = ctx.url.searchParams.get('region') ?? '';
  const region = regionsForChoice().some((choice) => choice.code === asked) ? asked : null;
  const [organisations, counts] = await Promise.all([listOrganisations(), countByRegion()]);
  const cards = organisations.map(({ slug, kind, names, about, town, regions, lat, lng }) => ({
    slug,
    kind,
    name: names[ctx.locale],
    about: about[ctx.locale],
    town: townIn(town, regions, ctx.locale),
    regions,
    point: lat === null || lng === null ? null : mapPoint(lat, lng),
  }));
  const { served, empty, networks } = arrangeDirectory(cards);
  const collator = new Intl.Collator(ctx.locale);
  const byName = <Code,>(codeOf: (one: Code) => string) => (a: Code, b: Code) => collator.compare(regionName(codeOf(a), ctx.locale), regionName(codeOf(b), ctx.locale));
  const problems = (code: string) => regionsOfChoice(code).reduce((sum, one) => sum + (counts.get(one) ?? 0), 0);
  return data(
    {
      region,
      served: [...served].sort(byName(({ choice }) => choice.code)).map((place) => ({ code: place.choice.code, organisations: place.organisations, problems: problems(place.choice.code) })),
      empty: empty.map((choice) => choice.code).sort(byName((code) => code)),
      networks,
      map: { outline: countryPath(), ...MAP_BOX },
    },
    ctx.actor.kind === 'anonymous' ? { headers: { 'Cache-Control': 'public, max-age=0, s-maxage=5' } } : undefined,
  );
}

export default function Organisations() {
  const { region, served, empty, networks, map } = useLoaderData<typeof loader>();
  const { t, to, locale } = useWords();
  const shown = region === null ? served : served.filter((place) => place.code === region);
  const everybody = [...new Map([...served.flatMap((place) => place.organisations), ...networks].map((one) => [one.slug, one])).values()];
  const dots = everybody.flatMap(({ slug, name, kind, point }) =>
    point ? [{ href: to(paths.organisation(slug)), name, isNetwork: kind === 'network', ...point }] : [],
  );
  return (
    <>
      <PageTitle
        lead={t('organisations.directory.lead')}
        actions={
          <ButtonLink tone="secondary" icon="plus" href={to(paths.apply())}>
            {t('organisations.directory.apply')}
          </ButtonLink>
        }
      >
        {t('organisations.directory.title')}
      </PageTitle>
      <Columns
        aside={
          <>
            <DirectoryMap outline={map.outline} width={map.width} height={map.height} dots={dots} />
            {networks.length > 0 && (
              <Section title={t('organisations.directory.networks')} id="networks">
                <p className="text-muted">{t('organisations.directory.networks.text')}</p>
                <OrganisationCards organisations={networks} />
              </Section>
            )}
          </>
        }
      >
        <form method="get" action={to(paths.organisations())} className="flex flex-wrap items-end gap-3" aria-label={t('organisations.directory.filter')}>
          <div className="min-w-56 flex-1">
            <Select
              name="region"
              label={t('organisations.directory.region')}
              placeholder={t('organisations.directory.region.all')}
              defaultValue={region ?? ''}
              options={regionOptions(locale)}
            />
          </div>
          <Button tone="secondary">{t('common.show')}</Button>
        </form>
        {region !== null && shown.length === 0 && <NobodyHere region={region} network={networks[0] ?? null} />}
        {shown.length > 0 && (
          <div className="grid gap-x-6 gap-y-8 lg:grid-cols-2">
            {shown.map((place) => (
              <RegionGroup key={place.code} place={place} />
            ))}
          </div>
        )}
        {region === null && <EmptyRegions codes={empty} hasNetwork={networks.length > 0} />}
      </Columns>
    </>
  );
}
