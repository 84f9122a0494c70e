import { useWords } from '#app/i18n/words-context.tsx';

/** Where one is in a form of several pages: a bar of pieces, the step's name and "Addım 2 / 4". `current` counts from 1. */
export function ProgressSteps({ steps, current }: { steps: readonly string[]; current: number }) {
  const { t } = useWords();
  return (
    <div className="progress-steps">
      <p>
        <b>{steps[current - 1]}</b>
        <span className="meta">{t('kit.steps.position', { current, total: steps.length })}</span>
      </p>
      <ol aria-hidden="true">
        {steps.map((step, at) => (
          <li key={step} className={at < current ? 'is-done' : undefined} />
        ))}
      </ol>
    </div>
  );
}
