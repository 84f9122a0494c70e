import { useWords } from '#app/i18n/words-context.tsx';

/** How many support it, of how many are wished for. The bar never says more than the words. */
export function SupportMeter({ supporters, goal, compact }: { supporters: number; goal: number; compact?: boolean }) {
  const { t } = useWords();
  const share = Math.min(100, Math.round((supporters / Math.max(1, goal)) * 100));
  return (
    <div className={compact ? 'meter meter-compact' : 'meter'}>
      <p>
        <b className="num">{t('campaigns.supporters', { count: supporters })}</b>
        <span className="meta">
          {' '}
          {supporters >= goal ? t('campaigns.goal.reached', { goal }) : t('campaigns.goal.of', { goal })}
        </span>
      </p>
      <div className="meter-bar" aria-hidden="true">
        <span style={{ width: `${share}%` }} />
      </div>
    </div>
  );
}
