import type { ReactNode } from 'react';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay, formatMoment, noonOf } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Section } from '#app/ui/stack.tsx';
import { isSigningOpen } from '../rules/support.ts';
import type { PublicCampaign } from '../rules/views.ts';
import { DocumentList } from './document-list.tsx';
import { SupportMeter } from './support-meter.tsx';

function SupportBox({ campaign, now }: { campaign: PublicCampaign; now: Date }) {
  const { t, to, locale } = useWords();
  // A case from before brought its numbers nowhere.
  if (campaign.isPast && campaign.supporters === 0) return null;
  const isOpen = isSigningOpen(campaign, now);
  return (
    <section className="support-box" aria-labelledby="support">
      <h2 id="support" className="visually-hidden">
        {t('campaigns.page.support')}
      </h2>
      <SupportMeter supporters={campaign.supporters} goal={campaign.goal} />
      {isOpen ? (
        <div className="desk-only">
          <ButtonLink wide href={to(paths.campaignSign(campaign.slug))}>
            {t('campaigns.page.sign')}
          </ButtonLink>
        </div>
      ) : (
        !campaign.isPast && (
          <p className="meta">{t(campaign.isSigningPaused ? 'campaigns.page.paused' : 'campaigns.page.closed')}</p>
        )
      )}
      {isOpen && campaign.closesAt && (
        <p className="meta">{t('campaigns.page.closes', { moment: formatMoment(campaign.closesAt, locale) })}</p>
      )}
      {campaign.names.length > 0 && (
        <p className="meta">{t('campaigns.page.names', { names: campaign.names.join(', ') })}</p>
      )}
    </section>
  );
}

/** Who leads it, with whom, its milestones and papers, and how to pass it on or object. */
export function CampaignAside({
  campaign,
  join,
  share,
  now,
}: {
  campaign: PublicCampaign;
  join: ReactNode;
  share: ReactNode;
  now: Date;
}) {
  const { t, to, locale } = useWords();
  const papers = campaign.documents.filter((document) => document.kind !== 'evidence' && document.kind !== 'picture');
  return (
    <>
      <SupportBox campaign={campaign} now={now} />
      {join}
      {campaign.organisation && (
        <Section title={t('campaigns.page.who')} id="who">
          <p>
            <a href={to(paths.organisation(campaign.organisation.slug))}>{campaign.organisation.names[locale]}</a>
          </p>
          {campaign.partners.length > 0 && (
            <ul className="link-list">
              {campaign.partners.map((partner) => (
                <li key={partner.slug}>
                  <a href={to(paths.campaignPartner(campaign.slug, partner.slug))}>{partner.names[locale]}</a>
                </li>
              ))}
            </ul>
          )}
        </Section>
      )}
      {campaign.milestones.length > 0 && (
        <Section title={t('campaigns.page.milestones')} id="milestones">
          <ul className="plain-list">
            {campaign.milestones.map((milestone) => (
              <li key={milestone.id}>
                <b lang={campaign.locale}>{milestone.title}</b>
                <span className="meta">
                  {' '}
                  {[
                    milestone.supporters !== null && t('campaigns.supporters', { count: milestone.supporters }),
                    milestone.on && formatDay(noonOf(milestone.on), locale),
                    milestone.reachedAt && t('campaigns.page.reached', { day: formatDay(milestone.reachedAt, locale) }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {papers.length > 0 && (
        <Section title={t('campaigns.page.documents')} id="documents">
          <DocumentList
            documents={papers}
            hrefOf={(document) => to(paths.campaignDocument(campaign.slug, document.id))}
          />
        </Section>
      )}
      {share}
      <ul className="link-list no-print">
        <li>
          <a href={to(paths.campaignFlag(campaign.slug))}>{t('campaigns.page.flag')}</a>
        </li>
        <li>
          <a href={to(paths.campaignReply(campaign.slug))}>{t('campaigns.page.reply')}</a>
        </li>
      </ul>
    </>
  );
}
