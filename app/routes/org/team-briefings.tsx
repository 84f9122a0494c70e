import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listBriefings } from '#app/features/teams/briefings.server.ts';
import { CampaignRooms } from '#app/features/teams/ui/campaign-rooms.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { openRequest, requireMember } from '#app/platform/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { CardLink, CardList } from '#app/ui/card.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { StateBadge } from '#app/ui/state-badge.tsx';
import { campaignRooms } from './team-rooms.server.ts';

export const meta = titled('teams.briefings.title');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const at = requireMember(ctx, args.params.org, 'team.learn');
  const mayBrief = can(at.actor, 'team.brief', { organisationId: at.membership.organisationId });
  return {
    ...(await listBriefings(at.scope, { withTeam: mayBrief })),
    slug: at.membership.slug,
    rooms: campaignRooms(at),
    mayBrief,
    isArchived: ctx.url.searchParams.get('done') === 'archived',
  };
}

/** What the team has to know before its first shift, and who knows it. */
export default function TeamBriefings() {
  const { briefings, isBriefed, team, slug, rooms, mayBrief, isArchived } = useLoaderData<typeof loader>();
  const { t, to } = useWords();
  return (
    <Stack gap="large">
      <CampaignRooms slug={slug} rooms={rooms} current="briefings" />
      <PageTitle
        lead={t('teams.briefings.lead')}
        actions={
          mayBrief ? (
            <ButtonLink icon="plus" href={to(paths.teamNewBriefing(slug))}>
              {t('teams.briefing.new')}
            </ButtonLink>
          ) : undefined
        }
      >
        {t('teams.briefings.title')}
      </PageTitle>
      {isArchived && (
        <Notice tone="success" live>
          {t('teams.briefing.archived')}
        </Notice>
      )}
      {briefings.length > 0 && (
        <Notice tone={isBriefed ? 'success' : 'warning'}>
          {t(isBriefed ? 'teams.briefed.yes' : 'teams.briefed.no')}
        </Notice>
      )}
      {briefings.length === 0 ? (
        <EmptyState title={t('teams.briefings.none.title')} example={t('teams.briefings.none.example')}>
          {t('teams.briefings.none.text')}
        </EmptyState>
      ) : (
        <CardList label={t('teams.briefings.title')}>
          {briefings.map(({ id, title, isPassed }) => (
            <CardLink
              key={id}
              href={to(paths.teamBriefing(slug, id))}
              title={title}
              level={2}
              badge={
                <StateBadge tone={isPassed ? 'verified' : 'waiting'}>
                  {t(isPassed ? 'teams.briefing.passed' : 'teams.briefing.waiting')}
                </StateBadge>
              }
            />
          ))}
        </CardList>
      )}
      {mayBrief && briefings.length > 0 && (
        <Section title={t('teams.briefed.team')} id="team">
          <DataTable
            caption={t('teams.briefed.team')}
            captionHidden
            rows={team}
            rowKey={({ id }) => id}
            columns={[
              { key: 'name', header: t('teams.briefed.name'), phone: 'title', cell: ({ name }) => name },
              {
                key: 'state',
                header: t('teams.briefed.state'),
                phone: 'badge',
                cell: (one) => (
                  <StateBadge tone={one.isBriefed ? 'verified' : 'waiting'}>
                    {t(one.isBriefed ? 'teams.briefed' : 'teams.briefed.not-yet')}
                  </StateBadge>
                ),
              },
            ]}
          />
        </Section>
      )}
    </Stack>
  );
}
