import type { MatchState } from './kinds.ts';

/** The two sides of an answer: whose entry it is, and who answered. */
export type Side = 'owner' | 'proposer';

/** What a side may do with an answer. Whoever says first that it happened is confirmed by the other one. */
export const MATCH_STEPS = ['agree', 'decline', 'take-back', 'done', 'confirm', 'cancel'] as const;
export type MatchStep = (typeof MATCH_STEPS)[number];

type Move = { from: MatchState; to: MatchState; by: readonly Side[] };

const MOVES: Record<MatchStep, Move> = {
  agree: { from: 'proposed', to: 'agreed', by: ['owner'] },
  decline: { from: 'proposed', to: 'declined', by: ['owner'] },
  'take-back': { from: 'proposed', to: 'taken_back', by: ['proposer'] },
  done: { from: 'agreed', to: 'done', by: ['owner', 'proposer'] },
  confirm: { from: 'done', to: 'confirmed', by: ['owner', 'proposer'] },
  cancel: { from: 'agreed', to: 'cancelled', by: ['owner', 'proposer'] },
};

/** Where a step leads, or null where this side may not take it now. `isDoneByUs`: we said that it happened; the other one confirms. */
export function stateAfter(
  step: MatchStep,
  { state, side, isDoneByUs }: { state: MatchState; side: Side; isDoneByUs: boolean },
): MatchState | null {
  const move = MOVES[step];
  if (move.from !== state || !move.by.includes(side)) return null;
  return step === 'confirm' && isDoneByUs ? null : move.to;
}

/** The steps open to a side now, in the order they are offered. */
export function stepsOpen(at: { state: MatchState; side: Side; isDoneByUs: boolean }): MatchStep[] {
  return MATCH_STEPS.filter((step) => stateAfter(step, at) !== null);
}
