import { useWords } from '#app/i18n/words-context.tsx';
import { StateSign } from '#app/ui/state-badge.tsx';
import type { CampaignState } from '../rules/lifecycle.ts';

export const LINKS = ['need', 'support', 'delivery', 'answer', 'change'] as const;

/** How far along the chain a state is: links before it are done, the one at it is where things stand. */
export function linkOf(state: CampaignState, wasDelivered: boolean): number {
  if (state === 'draft' || state === 'review') return 0;
  if (state === 'active') return 1;
  if (state === 'delivered') return 3;
  if (state === 'answered') return 4;
  if (state === 'paused') return wasDelivered ? 3 : 1;
  return LINKS.length;
}

/** Need → support → delivery → answer → what changed: where the campaign stands, at a glance and read aloud. */
export function CampaignChain({ state, wasDelivered }: { state: CampaignState; wasDelivered: boolean }) {
  const { t } = useWords();
  const at = linkOf(state, wasDelivered);
  const failed = state === 'not_won';
  return (
    <ol className="chain" aria-label={t('campaigns.chain')}>
      {LINKS.map((link, index) => {
        const step =
          index < at ? (failed && index === LINKS.length - 1 ? 'refused' : 'done') : index === at ? 'current' : 'todo';
        const tone =
          step === 'done' ? 'verified' : step === 'current' ? 'waiting' : step === 'refused' ? 'refused' : 'open';
        return (
          <li key={link} className={`chain-link chain-${step}`} aria-current={step === 'current' ? 'step' : undefined}>
            <StateSign tone={tone} size={20} />
            <span>{t(`campaigns.chain.${link}`)}</span>
            <span className="visually-hidden"> ({t(`kit.step.${step}`)})</span>
          </li>
        );
      })}
    </ol>
  );
}
