import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay, noonOf } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/card.tsx';
import { Paragraphs } from '#app/ui/paragraphs.tsx';
import type { PublicCampaign } from '../rules/views.ts';
import { DocumentList } from './document-list.tsx';

/** What came of it, first thing on the page once a second person confirmed it. */
export function CampaignOutcome({ campaign }: { campaign: PublicCampaign }) {
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
