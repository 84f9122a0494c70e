import { data, type HeadersFunction, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { campaignsOfOrganisation } from '#app/features/campaigns/public-queries.server.ts';
import { CampaignCardLink } from '#app/features/campaigns/ui/campaign-card.tsx';
import campaignStyles from '#app/features/campaigns/ui/campaign.css?url';
import { comingEventsOf } from '#app/features/events/public-events.server.ts';
import { EventCardLink } from '#app/features/events/ui/event-card.tsx';
import { STATE_GROUPS } from '#app/features/issues/rules/lifecycle.ts';
import { StateLabel } from '#app/features/issues/ui/state-label.tsx';
import { joinAddress } from '#app/features/tasks/public.server.ts';
import { findOrganisation } from '#app/features/organisations/public-queries.server.ts';
import { townIn } from '#app/features/organisations/town-point.server.ts';
import { choicesOf } from '#app/features/organisations/rules/directory.ts';
import { OrganisationCards } from '#app/features/organisations/ui/directory-parts.tsx';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay } from '#app/kernel/dates.ts';
import { formatPhone } from '#app/kernel/phone.ts';
import { regionName } from '#app/kernel/regions.ts';
import { paths } from '#app/paths.ts';
import { notFound, openRequest } from '#app/platform/request.server.ts';
import { namedTitle } from '#app/routes/title.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { CardLink, CardList } from '#app/ui/card.tsx';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Columns, Section } from '#app/ui/stack.tsx';

export const handle = { width: 'wide' };
export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data: page }) => namedTitle(page?.organisation.name);
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: campaignStyles }];

/** An organisation as everybody sees it: what it is, where it works, how to reach it, what it works on. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const page = await findOrganisation(args.params.slug ?? '');
  if (!page) throw notFound();
  const { organisation, parent, members, totals, newest } = page;
  const card = ({ slug, kind, names, about, town, regions }: typeof organisation) => ({
    slug,
    kind,
    name: names[ctx.locale],
    about: about[ctx.locale],
    town: townIn(town, regions, ctx.locale),
  });
  const [campaigns, events] = await Promise.all([campaignsOfOrganisation(organisation.id), comingEventsOf(organisation.id, ctx.now)]);
  const joinSlug = (await joinAddress({ organisationId: organisation.id })) ?? null;
  return data(
    {
      joinSlug,
      campaigns,
      events,
      slug: organisation.slug,
      organisation: {
        kind: organisation.kind,
        name: organisation.names[ctx.locale],
        about: organisation.about[ctx.locale],
        town: townIn(organisation.town, organisation.regions, ctx.locale),
        foundedYear: organisation.foundedYear,
        email: organisation.email,
        phone: organisation.phone,
        isRegistered: organisation.isRegistered,
        regions: choicesOf(organisation.regions),
      },
      parent: parent ? card(parent) : null,
      members: members.map(card),
      totals,
      newest,
    },
    ctx.actor.kind === 'anonymous' ? { headers: { 'Cache-Control': 'public, max-age=0, s-maxage=5' } } : undefined,
  );
}

export default function Organisation() {
  const { organisation, parent, members, totals, newest, campaigns, events, joinSlug, slug } = useLoaderData<typeof loader>();
  const { t, to, locale } = useWords();
  // A network reads for regions without an organisation, and may have nothing of its own to show.
  const isNetwork = organisation.kind === 'network';
  const facts = [
    { term: t('organisations.page.regions'), detail: organisation.regions.map((code) => regionName(code, locale)).join(', ') },
    { term: t('organisations.page.town'), detail: organisation.town },
    { term: t('organisations.page.founded'), detail: organisation.foundedYear },
    { term: t('organisations.page.registered'), detail: t(organisation.isRegistered ? 'organisations.page.registered.yes' : 'organisations.page.registered.no') },
    { term: t('organisations.page.network'), detail: parent && <a href={to(paths.organisation(parent.slug))}>{parent.name}</a> },
    { term: t('organisations.page.email'), detail: organisation.email && <a href={`mailto:${organisation.email}`}>{organisation.email}</a> },
    { term: t('organisations.page.phone'), detail: organisation.phone && <a href={`tel:${organisation.phone}`}>{formatPhone(organisation.phone)}</a> },
  ];
  return (
    <>
      <Breadcrumb items={[{ label: t('organisations.directory.title'), href: to(paths.organisations()) }, { label: organisation.name }]} />
      <PageTitle
        meta={t(`organisations.kind.${organisation.kind}`)}
        lead={organisation.about}
        actions={
          <>
            <ButtonLink icon="plus" href={to(paths.newIssue())}>
              {t('common.nav.report')}
            </ButtonLink>
            {joinSlug && (
              <ButtonLink tone="secondary" href={to(paths.join(joinSlug))}>
                {t('tasks.join.title')}
              </ButtonLink>
            )}
          </>
        }
      >
        {organisation.name}
      </PageTitle>
      <Columns
        aside={
          <>
            <Section title={t('organisations.page.facts')} id="facts">
              <DefinitionList items={facts} />
            </Section>
          </>
        }
      >
        {(!isNetwork || newest.length > 0) && (
          <>
        <Section title={t('organisations.page.totals')} id="totals">
          <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4">
            {STATE_GROUPS.map((group) => (
              <div key={group} className="flex flex-col-reverse justify-end rounded-card border border-line bg-card p-3">
                <dt className="text-sm text-muted">{t(`issues.group.${group}`)}</dt>
                <dd className="num text-2xl">{totals[group]}</dd>
              </div>
            ))}
          </dl>
        </Section>
        <Section title={t('organisations.page.newest')} id="newest">
          {newest.length === 0 ? (
            <EmptyState title={t('organisations.page.none.title')} action={<ButtonLink href={to(paths.newIssue())}>{t('common.nav.report')}</ButtonLink>}>
              <p>{t('organisations.page.none.text')}</p>
            </EmptyState>
          ) : (
            <CardList>
              {newest.map((issue) => (
                <CardLink
                  key={issue.ref}
                  href={to(paths.issue(issue.ref))}
                  title={issue.title}
                  badge={<StateLabel state={issue.state} />}
                  meta={[issue.place || regionName(issue.region, locale), formatDay(new Date(issue.publishedAt), locale)].join(' · ')}
                />
              ))}
            </CardList>
          )}
        </Section>
          </>
        )}
        {campaigns.length > 0 && (
          <Section title={t('campaigns.list.title')} id="campaigns">
            <CardList>
              {campaigns.map((campaign) => (
                <CampaignCardLink key={campaign.id} campaign={campaign} />
              ))}
            </CardList>
          </Section>
        )}
        {events.length > 0 && (
          <Section title={t('events.list.title')} id="events" actions={<a href={to(paths.organisationCalendar(slug))}>{t('events.calendar.subscribe')}</a>}>
            <CardList>
              {events.map((event) => (
                <EventCardLink key={event.id} event={event} />
              ))}
            </CardList>
          </Section>
        )}
        {members.length > 0 && (
          <Section title={t('organisations.page.members')} id="network-members">
            <OrganisationCards organisations={members} />
          </Section>
        )}
      </Columns>
    </>
  );
}
