import { useWords } from '#app/i18n/words-context.tsx';
import { StateBadge, type StateTone } from '#app/ui/state-badge.tsx';
import type { CampaignState, DemandState } from '../rules/lifecycle.ts';

const TONES: Record<CampaignState, StateTone> = {
  draft: 'quiet',
  review: 'waiting',
  active: 'open',
  paused: 'quiet',
  delivered: 'waiting',
  answered: 'claimed',
  won: 'verified',
  partly_won: 'claimed',
  not_won: 'refused',
  archived: 'quiet',
};
/** "The authority says it is done" and "people saw that it is done" never share a look. */
const DEMAND_TONES: Record<DemandState, StateTone> = {
  open: 'open',
  promised: 'waiting',
  done_claimed: 'claimed',
  verified: 'verified',
  refused: 'refused',
  expired: 'late',
};

export function CampaignStateLabel({ state }: { state: CampaignState }) {
  const { t } = useWords();
  return <StateBadge tone={TONES[state]}>{t(`campaigns.state.${state}`)}</StateBadge>;
}

export function DemandStateLabel({ state }: { state: DemandState }) {
  const { t } = useWords();
  return <StateBadge tone={DEMAND_TONES[state]}>{t(`campaigns.demand.state.${state}`)}</StateBadge>;
}
