import type { ReactNode } from 'react';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay, formatMoment, noonOf } from '#app/kernel/dates.ts';
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
import type { DocumentView, PublicCampaign } from '../rules/views.ts';
import { CampaignChain } from './campaign-chain.tsx';
import { CampaignStateLabel } from './campaign-state.tsx';
import { DemandList } from './demand-list.tsx';
import { SupportMeter } from './support-meter.tsx';

/** Papers and evidence as links; ours open from here, others say that they lead away. */
export function DocumentList({
  documents,
  hrefOf,
}: {
  documents: readonly DocumentView[];
  hrefOf: (document: DocumentView) => string;
}) {
  const { t } = useWords();
  return (
    <ul className="link-list">
      {documents.map((document) => (
        <li key={document.id}>
          {document.fileName ? (
            <a href={hrefOf(document)}>{document.title}</a>
          ) : (
            <a href={document.url ?? ''} rel="noopener noreferrer nofollow">
              {document.title}
            </a>
          )}
          <span className="meta">
            {' '}
            {document.fileName ? sizeOf(document.bytes) : t('campaigns.document.elsewhere')}
          </span>
        </li>
      ))}
    </ul>
  );
}

const sizeOf = (bytes: number | null): string =>
  bytes === null ? '' : bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

/** What came of it, first thing on the page once a second person confirmed it. */
function Outcome({ campaign }: { campaign: PublicCampaign }) {
  const { t, to, locale } = useWords();
  const evidence = campaign.documents.filter((document) => document.kind === 'evidence');
  return (
    <Card tone={campaign.state === 'won' ? 'verified' : 'info'} as="section">
      <h2 id="outcome">{t('campaigns.page.outcome')}</h2>
      {campaign.before && (
        <>
          <h3>{t('campaigns.page.before')}</h3>
          <Paragraphs text={campaign.before} lang={campaign.locale} />
        </>
      )}
      {campaign.after && (
        <>
          <h3>{t('campaigns.page.after')}</h3>
          <Paragraphs text={campaign.after} lang={campaign.locale} />
        </>
      )}
      {evidence.length > 0 && (
        <DocumentList
          documents={evidence}
          hrefOf={(document) => to(paths.campaignDocument(campaign.slug, document.id))}
        />
      )}
      {campaign.verifiedOn && (
        <p className="meta">
          {campaign.verifier
            ? t('campaigns.page.verified-by', {
                who: campaign.verifier,
                day: formatDay(noonOf(campaign.verifiedOn), locale),
              })
            : t('campaigns.page.verified', { day: formatDay(noonOf(campaign.verifiedOn), locale) })}
        </p>
      )}
    </Card>
  );
}

function SupportBox({ campaign, now }: { campaign: PublicCampaign; now: Date }) {
  const { t, to, locale } = useWords();
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

/** Who leads it, with whom, its milestones and papers, and how to pass it on or object. */
function Aside({ campaign, share, now }: { campaign: PublicCampaign; share: ReactNode; now: Date }) {
  const { t, to, locale } = useWords();
  const papers = campaign.documents.filter((document) => document.kind !== 'evidence' && document.kind !== 'picture');
  return (
    <>
      <SupportBox campaign={campaign} now={now} />
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

/**
 * A published campaign as everybody sees it, complete without scripts. `delivery` (deliveries and answers) and `letter`
 * (write to the decision-maker yourself) come from their own rooms; `share` is the ways to pass it on.
 */
export function CampaignPageView({
  campaign,
  now,
  delivery,
  letter,
  share,
}: {
  campaign: PublicCampaign;
  now: Date;
  delivery?: ReactNode;
  letter?: ReactNode;
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
      <Columns aside={<Aside campaign={campaign} share={share} now={now} />}>
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
        {hasOutcome && <Outcome campaign={campaign} />}
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
