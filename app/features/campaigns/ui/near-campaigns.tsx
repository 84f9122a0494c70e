import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { CampaignState } from '../rules/lifecycle.ts';

type Near = {
  id: string;
  slug: string | null;
  title: string;
  state: CampaignState;
  organisation: Record<'az' | 'en' | 'ru', string> | null;
};

/** Shown once before a campaign begins that looks like another one. Inside the form: the button sends it as typed. */
export function NearCampaigns({ near, org }: { near: readonly Near[]; org: string }) {
  const { t, to, locale } = useWords();
  return (
    <Notice tone="warning" live title={t('spread.near.title', { count: near.length })}>
      <p>{t('spread.near.text')}</p>
      <ul className="link-list">
        {near.map((campaign) => (
          <li key={campaign.id}>
            <a href={to(campaign.slug ? paths.campaign(campaign.slug) : paths.orgCampaign(org, campaign.id))}>
              {campaign.title}
            </a>
            <span className="meta">
              {' '}
              {[campaign.organisation?.[locale], t(`campaigns.state.${campaign.state}`)].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      <p>
        <Button name="anyway" value="on" tone="secondary">
          {t('spread.near.anyway')}
        </Button>
      </p>
    </Notice>
  );
}
