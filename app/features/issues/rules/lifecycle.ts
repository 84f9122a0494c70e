/**
 * The life of a report (issue 2, part 9): received → held | rejected | published → forwarded → acknowledged →
 * answered (promised | refused | referred | done claimed) → verified fixed | disputed → closed; withdrawn from any.
 * "The authority says it is done" (done_claimed) and "people saw that it is done" (verified_fixed) are different
 * states on purpose and never look alike.
 */
export const ISSUE_STATES = [
  'received',
  'held',
  'rejected',
  'published',
  'forwarded',
  'acknowledged',
  'promised',
  'refused',
  'referred',
  'done_claimed',
  'verified_fixed',
  'disputed',
  'closed',
  'withdrawn',
] as const;
export type IssueState = (typeof ISSUE_STATES)[number];

/** Waiting for a moderator. */
export const QUEUE_STATES = ['received', 'held'] as const satisfies readonly IssueState[];
/** Everything a stranger may see. The database's `is_public` column repeats this set; a test compares them. */
export const PUBLIC_STATES = [
  'published',
  'forwarded',
  'acknowledged',
  'promised',
  'refused',
  'referred',
  'done_claimed',
  'verified_fixed',
  'disputed',
  'closed',
] as const satisfies readonly IssueState[];
/** What an authority answered, as the organisation recorded it: claims, not facts. */
export const ANSWER_STATES = [
  'promised',
  'refused',
  'referred',
  'done_claimed',
] as const satisfies readonly IssueState[];

/** The four groups by which lists and the map are filtered and counted. */
export const STATE_GROUPS = ['open', 'claimed', 'fixed', 'closed'] as const;
export type StateGroup = (typeof STATE_GROUPS)[number];

const GROUP_OF: Record<(typeof PUBLIC_STATES)[number], StateGroup> = {
  published: 'open',
  forwarded: 'open',
  acknowledged: 'open',
  promised: 'open',
  refused: 'open',
  referred: 'open',
  disputed: 'open',
  done_claimed: 'claimed',
  verified_fixed: 'fixed',
  closed: 'closed',
};

export function isPublicState(state: IssueState): state is (typeof PUBLIC_STATES)[number] {
  return (PUBLIC_STATES as readonly IssueState[]).includes(state);
}

/** The group of a public state; undefined for states that nobody outside sees. */
export function stateGroup(state: IssueState): StateGroup | undefined {
  return isPublicState(state) ? GROUP_OF[state] : undefined;
}

/** Who moves a report: moderators decide on publication, organisers follow the authority, the reporter owns withdrawal and dispute. */
export type Mover = 'moderator' | 'organiser' | 'reporter';

const ANSWERS = [...ANSWER_STATES] as IssueState[];

const NEXT: Record<IssueState, Partial<Record<Mover, readonly IssueState[]>>> = {
  received: { moderator: ['held', 'rejected', 'published'] },
  held: { moderator: ['rejected', 'published'] },
  // A rejection can be taken back, which puts the report before a moderator again.
  rejected: { moderator: ['held'] },
  // `held` from a public state takes the page down while something is checked.
  published: { moderator: ['held'], organiser: ['forwarded', 'verified_fixed', 'closed'] },
  forwarded: { moderator: ['held'], organiser: ['acknowledged', ...ANSWERS, 'verified_fixed', 'closed'] },
  acknowledged: { moderator: ['held'], organiser: [...ANSWERS, 'verified_fixed', 'closed'] },
  promised: {
    moderator: ['held'],
    organiser: ['refused', 'referred', 'done_claimed', 'verified_fixed', 'disputed', 'closed'],
  },
  refused: {
    moderator: ['held'],
    organiser: ['forwarded', 'promised', 'done_claimed', 'verified_fixed', 'disputed', 'closed'],
  },
  referred: {
    moderator: ['held'],
    organiser: [
      'forwarded',
      'acknowledged',
      'promised',
      'refused',
      'done_claimed',
      'verified_fixed',
      'disputed',
      'closed',
    ],
  },
  done_claimed: { moderator: ['held'], organiser: ['verified_fixed', 'disputed', 'closed'], reporter: ['disputed'] },
  verified_fixed: { moderator: ['held'], organiser: ['disputed', 'closed'], reporter: ['disputed'] },
  disputed: {
    moderator: ['held'],
    organiser: ['forwarded', 'promised', 'refused', 'referred', 'done_claimed', 'verified_fixed', 'closed'],
  },
  closed: { moderator: ['held'], organiser: ['disputed'], reporter: ['disputed'] },
  withdrawn: {},
};

/** The states a mover may choose next. Withdrawal is the reporter's from any state but itself. */
export function nextStates(state: IssueState, mover: Mover): readonly IssueState[] {
  const own = NEXT[state][mover] ?? [];
  return mover === 'reporter' && state !== 'withdrawn' ? [...own, 'withdrawn'] : own;
}

export function canMove(from: IssueState, to: IssueState, mover: Mover): boolean {
  return nextStates(from, mover).includes(to);
}
