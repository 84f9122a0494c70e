import type { StaffRole } from './desk.ts';

/**
 * The states of a case (specification, section 2.5). A draft is the applicant's alone; `advice` is one answer,
 * `representation` acting for somebody; `erased` leaves a number and nothing else.
 */
export const CASE_STATES = [
  'draft',
  'new',
  'claimed',
  'need_info',
  'advice',
  'representation',
  'referred_out',
  'not_taken',
  'closed',
  'erased',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** Somebody at the desk has it in hand. */
export const IN_HAND = ['claimed', 'need_info', 'advice', 'representation'] as const satisfies readonly CaseState[];
/** Stands in the queue. */
export const OPEN_STATES = ['new', ...IN_HAND] as const satisfies readonly CaseState[];
/** Work is over; retention runs. */
export const ENDED = ['referred_out', 'not_taken', 'closed'] as const satisfies readonly CaseState[];

/** Who may move a case: the applicant with the receipt, the lawyer who holds it, the lead, the nightly job. */
export type Mover = 'applicant' | 'holder' | 'lead' | 'lawyer' | 'system';

type Step = Readonly<{ from: CaseState; to: CaseState; by: readonly Mover[]; needsReason: boolean }>;

const step = (from: CaseState, to: CaseState, by: readonly Mover[], needsReason = false): Step => ({
  from,
  to,
  by,
  needsReason,
});

/** Every step there is; rights belong to the step, as in a request tracker's lifecycle. Reopening re-dates retention. */
export const STEPS: readonly Step[] = [
  step('draft', 'new', ['applicant']),
  step('draft', 'erased', ['applicant', 'system']),
  step('new', 'claimed', ['lawyer', 'lead']),
  step('new', 'not_taken', ['lead', 'lawyer'], true),
  step('new', 'erased', ['applicant']),
  ...IN_HAND.flatMap((from) => [
    ...IN_HAND.filter((to) => to !== from).map((to) => step(from, to, ['holder', 'lead'])),
    step(from, 'new', ['holder', 'lead'], true),
    step(from, 'referred_out', ['holder', 'lead'], true),
    step(from, 'not_taken', ['holder', 'lead'], true),
    step(from, 'closed', ['holder', 'lead'], true),
    step(from, 'erased', ['applicant']),
  ]),
  ...ENDED.flatMap((from) => [
    step(from, 'claimed', ['holder', 'lead'], true),
    step(from, 'erased', ['applicant', 'lead', 'system']),
  ]),
];

export function stepBetween(from: CaseState, to: CaseState): Step | undefined {
  return STEPS.find((entry) => entry.from === from && entry.to === to);
}

/** Whether the mover may take the case from one state to the other. */
export function mayMove(from: CaseState, to: CaseState, by: Mover): boolean {
  return stepBetween(from, to)?.by.includes(by) ?? false;
}

/** In what capacity somebody at the desk acts on a case, strongest first. */
export function moversOf(staff: { id: string; role: StaffRole }, claimedBy: string | null): readonly Mover[] {
  if (staff.role === 'custodian') return [];
  return [
    ...(staff.role === 'lead' ? (['lead'] as const) : []),
    ...(claimedBy === staff.id ? (['holder'] as const) : []),
    'lawyer',
  ];
}

/** Days until a case of that state is erased, from its last step; null is kept while work goes on. */
export const RETENTION_DAYS: Readonly<Record<CaseState, number | null>> = {
  draft: 7,
  new: null,
  claimed: null,
  need_info: null,
  advice: null,
  representation: null,
  referred_out: 90,
  not_taken: 30,
  closed: 180,
  erased: null,
};
/** Nothing is kept longer, unless the applicant extends it or a legal hold stands. */
export const RETENTION_CAP_DAYS = 3 * 365;
/** The thread warns the applicant this many days before. */
export const RETENTION_WARNING_DAYS = 14;
