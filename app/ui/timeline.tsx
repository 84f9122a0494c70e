import type { ReactNode } from 'react';
import { useWords } from '#app/i18n/words-context.tsx';
import { StateSign, type StateTone } from './state-badge.tsx';

/** Where a step stands. `claimed` is said by somebody and not seen by anybody. */
export type StepState = 'done' | 'claimed' | 'current' | 'late' | 'refused' | 'todo';

export type TimelineStep = {
  key?: string;
  state: StepState;
  title: ReactNode;
  /** When and by whom, one muted line. */
  meta?: ReactNode;
  /** What was said, in the words of the one who said it. */
  note?: ReactNode;
};

const signs: Record<StepState, StateTone> = {
  done: 'verified',
  claimed: 'claimed',
  current: 'waiting',
  late: 'late',
  refused: 'refused',
  todo: 'open',
};

/** What happened so far and what comes next, oldest first. */
export function Timeline({ steps, label }: { steps: readonly TimelineStep[]; label?: string }) {
  const { t } = useWords();
  return (
    <ol className="timeline" aria-label={label}>
      {steps.map((step, at) => (
        <li
          key={step.key ?? at}
          className={`step step-${step.state}`}
          aria-current={step.state === 'current' ? 'step' : undefined}
        >
          <StateSign tone={signs[step.state]} size={24} />
          <div>
            <p className="step-title">
              {step.title}
              <span className="visually-hidden"> ({t(`kit.step.${step.state}`)})</span>
            </p>
            {step.meta && <p className="meta">{step.meta}</p>}
            {step.note && <div className="step-note">{step.note}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
