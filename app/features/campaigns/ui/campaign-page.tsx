import type { ReactNode } from 'react';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay } from '#app/kernel/dates.ts';
import { choiceOf, regionName } from '#app/kernel/regions.ts';
import { paths } from '#app/paths.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Paragraphs } from '#app/ui/paragraphs.tsx';
import { placeText } from '#app/ui/place-text.ts';
import { Columns, Section } from '#app/ui/stack.tsx';
import { SubmitBar } from '#app/ui/submit-bar.tsx';
import { campaignQuery } from '../rules/campaign-filters.ts';
import { isSigningOpen } from '../rules/support.ts';
import type { PublicCampaign } from '../rules/views.ts';
import { CampaignAside } from './campaign-aside.tsx';
import { CampaignChain } from './campaign-chain.tsx';
import { CampaignOutcome } from './campaign-outcome.tsx';
import { CampaignStateLabel } from './campaign-state.tsx';
import { DemandList } from './demand-list.tsx';
import { SupportMeter } from './support-meter.tsx';

function Need({ campaign }: { campaign: PublicCampaign }) {
  const { t, to, locale } = useWords();
  return (
    <Section title={t('campaigns.page.need')} id="need">
      <Paragraphs text={campaign.story} lang={campaign.locale} />
      {campaign.peopleAffected !== null && <p>{t('campaigns.page.affected', { count: campaign.peopleAffected })}</p>}
      {campaign.issues.length > 0 && (
        <>
          <h3>{t('campaigns.page.issues', { count: campaign.issues.length })}</h3>
          <ul className="link-list">
            {campaign.issues.map((issue) => (
              <li key={issue.ref}>
                <a href={to(paths.issue(issue.ref))}>{issue.title}</a>
                <span className="meta">
                  {' '}
                  {[
                    placeText(issue, locale),
                    issue.confirmations > 0 && t('issues.public.confirmed', { count: issue.confirmations }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function News({ campaign }: { campaign: PublicCampaign }) {
  const { t, locale } = useWords();
  return (
    <Section title={t('campaigns.page.news')} id="news">
      {campaign.news.map((item) => (
        <Card key={item.id} as="article">
          <h3 lang={campaign.locale}>{item.title}</h3>
          <p className="meta">{formatDay(item.at, locale)}</p>
          <Paragraphs text={item.text} lang={campaign.locale} />
        </Card>
      ))}
    </Section>
  );
}

/**
 * A published campaign as everybody sees it, complete without scripts. `delivery` (deliveries and answers) and `letter`
 * (write to the decision-maker yourself) come from their own rooms; `join` leads to the form of those who want to
 * help, `share` is the ways to pass it on.
 */
export function CampaignPageView({
  campaign,
  now,
  delivery,
  letter,
  join,
  share,
}: {
  campaign: PublicCampaign;
  now: Date;
  delivery?: ReactNode;
  letter?: ReactNode;
  join?: ReactNode;
  share?: ReactNode;
}) {
  const { t, to, locale } = useWords();
  const region = choiceOf(campaign.region);
  const isOpen = isSigningOpen(campaign, now);
  const hasOutcome = campaign.before !== null || campaign.after !== null;
  return (
    <article className="stack campaign">
      <Breadcrumb
        items={[
          { label: t('campaigns.list.title'), href: to(paths.campaigns()) },
          { label: regionName(region, locale), href: to(paths.campaigns(campaignQuery({ region }))) },
          { label: campaign.title },
        ]}
      />
      <Columns aside={<CampaignAside campaign={campaign} join={join} share={share} now={now} />}>
        <div className="stack">
          {campaign.picture && (
            <img
              className="campaign-picture"
              src={paths.campaignDocument(campaign.slug, campaign.picture)}
              alt=""
              width={1200}
              height={630}
            />
          )}
          <PageTitle
            badge={<CampaignStateLabel state={campaign.state} />}
            lead={<span lang={campaign.locale}>{campaign.summary}</span>}
            meta={[placeText(campaign, locale), campaign.organisation?.names[locale]].filter(Boolean).join(' · ')}
          >
            <span lang={campaign.locale}>{campaign.title}</span>
          </PageTitle>
          {campaign.locale !== locale && <p className="meta">{t(`issues.public.language.${campaign.locale}`)}</p>}
          <CampaignChain state={campaign.state} wasDelivered={campaign.deliveredAt !== null} />
          {!campaign.isPast && (
            <div className="phone-only">
              <SupportMeter supporters={campaign.supporters} goal={campaign.goal} />
            </div>
          )}
          {campaign.isPast && <Notice tone="info">{t('campaigns.page.past')}</Notice>}
          {campaign.state === 'paused' && <Notice tone="warning">{t('campaigns.page.is-paused')}</Notice>}
        </div>
        {hasOutcome && <CampaignOutcome campaign={campaign} />}
        <Section title={t('campaigns.page.demands', { count: campaign.demands.length })} id="demands">
          <DemandList demands={campaign.demands} lang={campaign.locale} />
        </Section>
        {delivery}
        {letter}
        <Need campaign={campaign} />
        {campaign.news.length > 0 && <News campaign={campaign} />}
        {campaign.bodyReplies.length > 0 && (
          <Section title={t('issues.public.replies')} id="replies">
            {campaign.bodyReplies.map((reply) => (
              <Card key={reply.id} tone="info" as="article">
                <Paragraphs text={reply.text} />
                <p className="meta">
                  {t('issues.public.reply.signed', {
                    signatory: reply.signatory,
                    body: reply.bodyName,
                    date: formatDay(reply.at, locale),
                  })}
                </p>
              </Card>
            ))}
          </Section>
        )}
      </Columns>
      {isOpen && (
        <div className="contents md:hidden">
          <SubmitBar>
            <ButtonLink wide href={to(paths.campaignSign(campaign.slug))}>
              {t('campaigns.page.sign')}
            </ButtonLink>
          </SubmitBar>
        </div>
      )}
    </article>
  );
}
