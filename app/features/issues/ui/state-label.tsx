import { useWords } from '#app/i18n/words-context.tsx';
import { StateBadge, type StateTone } from '#app/ui/state-badge.tsx';
import type { StepState } from '#app/ui/timeline.tsx';
import type { IssueState } from '../rules/lifecycle.ts';

/**
 * How each state looks, in one place for citizens and staff. `claimed` is only ever what an authority says about being
 * done, `verified` only what people saw: the two never share a look.
 */
const TONES: Record<IssueState, StateTone> = {
  received: 'waiting',
  held: 'waiting',
  rejected: 'refused',
  published: 'open',
  forwarded: 'open',
  acknowledged: 'open',
  promised: 'waiting',
  refused: 'refused',
  referred: 'open',
  done_claimed: 'claimed',
  verified_fixed: 'verified',
  disputed: 'late',
  closed: 'quiet',
  withdrawn: 'quiet',
};

/** A move that simply happened is `done`; claims, refusals and disputes keep a sign of their own. */
const STEPS: Record<StateTone, StepState> = {
  verified: 'done',
  claimed: 'claimed',
  waiting: 'done',
  late: 'late',
  refused: 'refused',
  open: 'done',
  quiet: 'done',
};

export function stateTone(state: IssueState): StateTone {
  return TONES[state];
}

/** The sign of a move to this state in a timeline. */
export function stateStep(state: IssueState): StepState {
  return STEPS[TONES[state]];
}

/** A report's state as a badge. */
export function StateLabel({ state }: { state: IssueState }) {
  const { t } = useWords();
  return <StateBadge tone={TONES[state]}>{t(`issues.state.${state}`)}</StateBadge>;
}
