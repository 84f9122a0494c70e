import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { countCampaignWork } from '#app/features/campaigns/campaign-list.server.ts';
import { countSuggestions } from '#app/features/campaigns/suggest-campaigns.server.ts';
import { getToday } from '#app/features/issues/staff-today.server.ts';
import { StaffToday } from '#app/features/issues/ui/staff-today.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDayNear } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { openRequest, requireMember } from '#app/platform/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Lattice } from '#app/ui/lattice.tsx';
import { Notice } from '#app/ui/notice.tsx';

export const meta = titled('issues.staff.today.name');

/** The workspace's home. Who may not read reports gets what they may do: writing one down. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'organisation.enter');
  const here = { organisationId: membership.organisationId };
  const may = {
    moderate: can(actor, 'issue.moderate', here),
    follow: can(actor, 'issue.follow', here),
    ask: can(actor, 'issue.ask', here),
    enter: can(actor, 'issue.enter', here),
  };
  const mayRead = can(actor, 'issue.read', here);
  const work = await countCampaignWork(scope);
  const campaigns = {
    reviews: can(actor, 'campaign.review', here) ? work.reviews : 0,
    outcomes: can(actor, 'campaign.confirm-outcome', here) ? work.outcomes : 0,
    invitations: can(actor, 'campaign.write', here) ? work.invitations : 0,
  };
  const suggestions = can(actor, 'campaign.write', here) ? await countSuggestions(scope) : 0;
  return {
    slug: membership.slug,
    may,
    campaigns,
    suggestions,
    now: ctx.now,
    today: mayRead ? await getToday(scope, ctx.now) : null,
  };
}

export default function Today() {
  const { slug, may, campaigns, suggestions, now, today } = useLoaderData<typeof loader>();
  const { t, to, locale } = useWords();
  return (
    <>
      <PageTitle
        actions={
          may.enter && today ? (
            <ButtonLink tone="secondary" icon="plus" href={to(paths.orgIssueEntry(slug))}>
              {t('issues.staff.entry.action')}
            </ButtonLink>
          ) : undefined
        }
      >
        {t('issues.staff.today.title', { date: formatDayNear(now, now, locale) })}
      </PageTitle>
      <Lattice shape="line" className="mb-6 hidden lg:block" />
      {(['reviews', 'outcomes', 'invitations'] as const).map(
        (kind) =>
          campaigns[kind] > 0 && (
            <Notice
              key={kind}
              tone="info"
              actions={
                <a href={to(paths.orgCampaigns(slug, kind === 'reviews' ? '?state=review' : ''))}>{t('common.show')}</a>
              }
            >
              {t(`campaigns.org.${kind}`, { count: campaigns[kind] })}
            </Notice>
          ),
      )}
      {suggestions > 0 && (
        <Notice tone="info" actions={<a href={to(paths.orgSuggestions(slug))}>{t('common.show')}</a>}>
          {t('spread.suggestions.waiting', { count: suggestions })}
        </Notice>
      )}
      {today ? (
        <StaffToday today={today} now={now} slug={slug} may={may} />
      ) : (
        <EmptyState
          title={t('issues.staff.today.volunteer.title')}
          example={t('issues.staff.today.volunteer.example')}
          action={
            may.enter ? (
              <ButtonLink href={to(paths.orgIssueEntry(slug))}>{t('issues.staff.entry.action')}</ButtonLink>
            ) : undefined
          }
        >
          {t('issues.staff.today.volunteer.text')}
        </EmptyState>
      )}
    </>
  );
}
