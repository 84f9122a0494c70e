import { useWords } from '#app/i18n/words-context.tsx';
import { StateBadge, type StateTone } from '#app/ui/state-badge.tsx';
import type { PartnerState } from '../rules/lifecycle.ts';

const TONES: Record<PartnerState, StateTone> = {
  invited: 'waiting',
  accepted: 'verified',
  declined: 'quiet',
  left: 'quiet',
};

export function PartnerStateLabel({ state }: { state: PartnerState }) {
  const { t } = useWords();
  return <StateBadge tone={TONES[state]}>{t(`spread.partner.state.${state}`)}</StateBadge>;
}
