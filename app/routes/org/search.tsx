import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listOwnCampaigns } from '#app/features/campaigns/campaign-list.server.ts';
import { CampaignStateLabel } from '#app/features/campaigns/ui/campaign-state.tsx';
import { StateLabel } from '#app/features/issues/ui/state-label.tsx';
import { searchPattern, searchWorkspace } from '#app/features/organisations/search-queries.server.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { openRequest, requireMember } from '#app/platform/request.server.ts';
import { titled } from '#app/routes/title.ts';
import { CardLink, CardList } from '#app/ui/card.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { SearchBox } from '#app/ui/search-box.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';

export const meta = titled('platform.search.title');

/** One box over what one may see here. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'organisation.enter');
  const here = { organisationId: membership.organisationId };
  const typed = (ctx.url.searchParams.get('q') ?? '').slice(0, 80);
  const may = { issues: can(actor, 'issue.read', here), letters: can(actor, 'letter.read', here) };
  const isAsked = searchPattern(typed) !== null;
  const found = await searchWorkspace(scope, may, typed);
  const campaigns =
    isAsked && can(actor, 'campaign.read', here) ? (await listOwnCampaigns(scope, { q: typed }, 1)).rows : [];
  return {
    slug: membership.slug,
    typed,
    may,
    isAsked,
    campaigns,
    isTooShort: typed.trim() !== '' && !isAsked,
    issues: found.issues.map((issue) => ({ ...issue, createdAt: issue.createdAt.toISOString() })),
    members: found.members,
    letters: found.letters.map(({ body, ...letter }) => ({ ...letter, body: body[ctx.locale] })),
  };
}

export default function WorkspaceSearch() {
  const { slug, typed, may, isAsked, isTooShort, issues, members, letters, campaigns } = useLoaderData<typeof loader>();
  const { t, to, locale } = useWords();
  const isEmpty = isAsked && issues.length + members.length + letters.length + campaigns.length === 0;
  return (
    <>
      <PageTitle
        lead={isAsked ? undefined : t(may.issues ? 'organisations.search.lead' : 'organisations.search.lead.names')}
      >
        {t('platform.search.title')}
      </PageTitle>
      <Stack gap="large">
        <SearchBox
          action={to(paths.orgSearch(slug))}
          label={t('platform.search.label')}
          placeholder={t(may.issues ? 'organisations.search.placeholder' : 'organisations.search.placeholder.names')}
          defaultValue={typed}
        />
        {isTooShort && <p>{t('platform.search.short')}</p>}
        {isEmpty && (
          <EmptyState title={t('platform.search.none.title', { typed })}>
            <p>{t('organisations.search.none')}</p>
          </EmptyState>
        )}
        {issues.length > 0 && (
          <Section title={t('organisations.nav.issues')} id="found-issues">
            <CardList>
              {issues.map((issue) => (
                <CardLink
                  key={issue.id}
                  href={to(paths.orgIssue(slug, issue.id))}
                  title={issue.title}
                  badge={<StateLabel state={issue.state} />}
                  meta={[
                    issue.ref === null ? null : `№ ${issue.ref}`,
                    issue.place,
                    formatDay(new Date(issue.createdAt), locale),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                />
              ))}
            </CardList>
          </Section>
        )}
        {campaigns.length > 0 && (
          <Section title={t('campaigns.list.title')} id="found-campaigns">
            <CardList>
              {campaigns.map((campaign) => (
                <CardLink
                  key={campaign.id}
                  href={to(paths.orgCampaign(slug, campaign.id))}
                  title={campaign.title}
                  badge={<CampaignStateLabel state={campaign.state} />}
                  meta={campaign.place}
                />
              ))}
            </CardList>
          </Section>
        )}
        {letters.length > 0 && (
          <Section title={t('organisations.nav.letters')} id="found-letters">
            <CardList>
              {letters.map((letter) => (
                <CardLink
                  key={letter.id}
                  href={to(paths.orgLetter(slug, letter.id))}
                  title={letter.subject}
                  meta={[
                    letter.body,
                    letter.registerNumber && t('organisations.search.register', { number: letter.registerNumber }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                />
              ))}
            </CardList>
          </Section>
        )}
        {members.length > 0 && (
          <Section
            title={t('organisations.members.title')}
            id="found-members"
            actions={<a href={to(paths.orgMembers(slug))}>{t('organisations.search.members')}</a>}
          >
            <ul className="grid gap-1">
              {members.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          </Section>
        )}
      </Stack>
    </>
  );
}
