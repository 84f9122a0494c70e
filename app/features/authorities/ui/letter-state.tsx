import type { LetterState } from '#app/features/authorities/rules/letter.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { StateBadge, type StateTone } from '#app/ui/state-badge.tsx';

const TONES: Record<LetterState, StateTone> = { draft: 'waiting', ready: 'open', sent: 'quiet', cancelled: 'refused' };

/** Where a letter stands, as colour, sign and word. */
export function LetterStateBadge({ state }: { state: LetterState }) {
  const { t } = useWords();
  return <StateBadge tone={TONES[state]}>{t(`authorities.state.${state}`)}</StateBadge>;
}
