import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { CardLink } from '#app/ui/card.tsx';
import { placeText } from '#app/ui/place-text.ts';
import type { CampaignCard } from '../rules/views.ts';
import { CampaignStateLabel } from './campaign-state.tsx';
import { SupportMeter } from './support-meter.tsx';

/** A published campaign in a list: how it stands, what it asks, who leads it, how many support it. */
export function CampaignCardLink({ campaign, level }: { campaign: CampaignCard; level?: 2 | 3 }) {
  const { to, locale } = useWords();
  const isForeign = campaign.locale !== locale;
  const facts = [campaign.organisation?.names[locale], placeText(campaign, locale)];
  return (
    <CardLink
      href={to(paths.campaign(campaign.slug))}
      title={isForeign ? <span lang={campaign.locale}>{campaign.title}</span> : campaign.title}
      badge={<CampaignStateLabel state={campaign.state} />}
      meta={facts.filter(Boolean).join(' · ')}
      level={level}
    >
      <p lang={isForeign ? campaign.locale : undefined}>{campaign.summary}</p>
      {!campaign.isPast && <SupportMeter supporters={campaign.supporters} goal={campaign.goal} compact />}
    </CardLink>
  );
}
