import { useWords } from '#app/i18n/words-context.tsx';
import { StateBadge, type StateTone } from '#app/ui/state-badge.tsx';
import type { MailingState } from '../rules/kinds.ts';

const TONES: Record<MailingState, StateTone> = {
  draft: 'quiet',
  locked: 'waiting',
  scheduled: 'waiting',
  sending: 'open',
  sent: 'claimed',
  stopped: 'refused',
};

export function MessageState({ state }: { state: MailingState }) {
  const { t } = useWords();
  return <StateBadge tone={TONES[state]}>{t(`mailings.state.${state}`)}</StateBadge>;
}
