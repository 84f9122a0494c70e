import { useWords } from '#app/i18n/words-context.tsx';
import { formatMoment } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { ButtonRow } from '#app/ui/button.tsx';
import { Paragraphs } from '#app/ui/paragraphs.tsx';
import { Columns, Section } from '#app/ui/stack.tsx';
import type { Returned } from '#app/ui/use-returned.ts';
import type { CampaignOverview } from '../campaign-detail.server.ts';
import { OUTCOMES, type Outcome } from '../rules/lifecycle.ts';
import { CampaignChain } from './campaign-chain.tsx';
import { Move, NextStep, type May } from './campaign-next-step.tsx';
import { DemandList } from './demand-list.tsx';

/** Moves that are there but not asked for: pausing and archiving. */
function QuietMoves({ state, clientId }: { state: CampaignOverview['campaign']['state']; clientId: string }) {
  const { t } = useWords();
  const isEnded = (OUTCOMES as readonly string[]).includes(state as Outcome);
  return (
    <ButtonRow>
      {(state === 'active' || state === 'delivered') && (
        <Move move="pause" clientId={clientId} tone="quiet">
          {t('campaigns.move.pause')}
        </Move>
      )}
      {(isEnded || state === 'draft' || state === 'paused') && (
        <Move move="archive" clientId={clientId} tone="quiet">
          {t('campaigns.move.archive')}
        </Move>
      )}
    </ButtonRow>
  );
}

/** A campaign's home in the workspace: where it stands, what comes next, its demands, need, people and history. */
export function CampaignOverviewView(props: {
  overview: CampaignOverview;
  slug: string;
  clientId: string;
  may: May;
  back: Returned;
}) {
  const { overview, slug, clientId, may } = props;
  const { t, to, locale } = useWords();
  const { campaign } = overview;
  const room = (name: Parameters<typeof paths.orgCampaignRoom>[2]) =>
    to(paths.orgCampaignRoom(slug, campaign.id, name));
  return (
    <>
      <CampaignChain state={campaign.state} wasDelivered={campaign.deliveredAt !== null} />
      <NextStep {...props} />
      <Columns
        aside={
          <>
            <Section
              title={t('campaigns.room.team')}
              id="team"
              actions={may.write && <a href={room('team')}>{t('campaigns.overview.change')}</a>}
            >
              <ul className="plain-list">
                {overview.team.map((person) => (
                  <li key={person.id}>
                    {person.name} <span className="meta">{person.task}</span>
                  </li>
                ))}
              </ul>
            </Section>
            <Section title={t('campaigns.overview.history')} id="history">
              <ul className="plain-list">
                {overview.history.map((step) => (
                  <li key={step.id}>
                    <p>
                      {step.kind === 'moved' && step.toState
                        ? t(`campaigns.state.${step.toState}`)
                        : t(`campaigns.step.${step.kind}`)}
                    </p>
                    <p className="meta">
                      {[formatMoment(step.createdAt, locale), step.by].filter(Boolean).join(' · ')}
                    </p>
                    {step.reason && <p>{t(`campaigns.reason.${step.reason}`)}</p>}
                    {step.note && <p>{step.note}</p>}
                  </li>
                ))}
              </ul>
            </Section>
            {may.write && <QuietMoves state={campaign.state} clientId={clientId} />}
          </>
        }
      >
        <Section
          title={t('campaigns.page.demands', { count: overview.demands.length })}
          id="demands"
          actions={<a href={room('demands')}>{t('campaigns.overview.change')}</a>}
        >
          <DemandList demands={overview.demands} lang={campaign.locale} />
        </Section>
        <Section
          title={t('campaigns.page.need')}
          id="need"
          actions={may.write && <a href={room('edit')}>{t('campaigns.overview.change')}</a>}
        >
          <p className="lead">{campaign.summary}</p>
          <Paragraphs text={campaign.story} lang={campaign.locale} />
          {overview.issues.length > 0 && (
            <ul className="link-list">
              {overview.issues.map((issue) => (
                <li key={issue.id}>
                  <a href={to(paths.orgIssue(slug, issue.id))}>{issue.title}</a>
                  <span className="meta">
                    {' '}
                    {issue.confirmations > 0 && t('issues.public.confirmed', { count: issue.confirmations })}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Section>
      </Columns>
    </>
  );
}
