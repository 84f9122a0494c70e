import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listCampaigns } from '#app/features/campaigns/public-queries.server.ts';
import { CampaignStateLabel } from '#app/features/campaigns/ui/campaign-state.tsx';
import { StateLabel } from '#app/features/issues/ui/state-label.tsx';
import { searchPattern, searchPublic } from '#app/features/organisations/search-queries.server.ts';
import { townIn } from '#app/features/organisations/town-point.server.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { choiceOf, regionName } from '#app/kernel/regions.ts';
import { paths } from '#app/paths.ts';
import { placeLabel } from '#app/platform/gazetteer/gazetteer.server.ts';
import { openRequest } from '#app/platform/request.server.ts';
import { titled } from '#app/routes/title.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { CardLink, CardList } from '#app/ui/card.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { SearchBox } from '#app/ui/search-box.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';

export const meta = titled('platform.search.title');

/** One box over everything public: organisations, places, problems. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const typed = (ctx.url.searchParams.get('q') ?? '').slice(0, 80);
  const isAsked = searchPattern(typed) !== null;
  const [found, campaigns] = await Promise.all([searchPublic(typed), isAsked ? listCampaigns({ q: typed }, {}, 8) : null]);
  const places = found.places.map((place) => ({ label: placeLabel(place, ctx.locale), region: choiceOf(place.region), kind: place.kind, name: place.names.az }));
  return {
    typed,
    isAsked,
    campaigns: campaigns?.items ?? [],
    isTooShort: typed.trim() !== '' && !isAsked,
    organisations: found.organisations.map(({ slug, names, kind, town, regions }) => ({ slug, name: names[ctx.locale], kind, town: townIn(town, regions, ctx.locale) })),
    // A town and its district of one name are one line.
    places: [...new Map(places.map((place) => [`${place.label}/${place.region}`, place])).values()],
    issues: found.issues,
  };
}

export default function Search() {
  const { typed, isAsked, isTooShort, organisations, places, issues, campaigns } = useLoaderData<typeof loader>();
  const { t, to, locale } = useWords();
  const isEmpty = isAsked && organisations.length + places.length + issues.length + campaigns.length === 0;
  return (
    <>
      <PageTitle lead={isAsked ? undefined : t('platform.search.lead')}>{t('platform.search.title')}</PageTitle>
      <Stack gap="large">
        <SearchBox action={to('/search')} label={t('platform.search.label')} placeholder={t('platform.search.placeholder')} defaultValue={typed} />
        {isTooShort && <p>{t('platform.search.short')}</p>}
        {isEmpty && (
          <EmptyState title={t('platform.search.none.title', { typed })} action={<ButtonLink href={to(paths.newIssue())}>{t('common.nav.report')}</ButtonLink>}>
            <p>{t('platform.search.none.text')}</p>
          </EmptyState>
        )}
        {organisations.length > 0 && (
          <Section title={t('platform.search.organisations')} id="found-organisations">
            <CardList>
              {organisations.map((one) => (
                <CardLink key={one.slug} href={to(paths.organisation(one.slug))} title={one.name} meta={[t(`organisations.kind.${one.kind}`), one.town].filter(Boolean).join(' · ')} />
              ))}
            </CardList>
          </Section>
        )}
        {places.length > 0 && (
          <Section title={t('platform.search.places')} id="found-places">
            <ul className="grid gap-x-6 sm:grid-cols-2">
              {places.map((place) => (
                <li key={place.label}>
                  <a
                    className="inline-flex min-h-11 items-center"
                    href={to(paths.issues(place.kind === 'region' ? `?region=${place.region}` : `?region=${place.region}&q=${encodeURIComponent(place.name)}`))}
                  >
                    {place.label}
                  </a>
                </li>
              ))}
            </ul>
          </Section>
        )}
        {campaigns.length > 0 && (
          <Section title={t('campaigns.list.title')} id="found-campaigns">
            <CardList>
              {campaigns.map((campaign) => (
                <CardLink key={campaign.id} href={to(paths.campaign(campaign.slug))} title={campaign.title} badge={<CampaignStateLabel state={campaign.state} />} meta={campaign.organisation?.names[locale]} />
              ))}
            </CardList>
          </Section>
        )}
        {issues.length > 0 && (
          <Section title={t('platform.search.issues')} id="found-issues">
            <CardList>
              {issues.map((issue) => (
                <CardLink key={issue.ref} href={to(paths.issue(issue.ref))} title={issue.title} badge={<StateLabel state={issue.state} />} meta={issue.place || regionName(issue.region, locale)} />
              ))}
            </CardList>
          </Section>
        )}
      </Stack>
    </>
  );
}
