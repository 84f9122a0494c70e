/**
 * The intake as a row of questions: which are asked of whom, in which order, and how honest an answer can be given before
 * anybody writes a long story. Choices only; words are nowhere in here.
 */
import type { Answers, Identity } from './contents.ts';
import { CAMPAIGN_NEEDS, FLAGS, MATTERS, TRACKS } from './desk.ts';
import type { RightsTopic } from './rights-topics.ts';

/** Everything that has a page of its own, in its order. */
export const INTAKE_STEPS = [
  'start',
  'receipt',
  'danger',
  'track',
  'matter',
  'need',
  'stage',
  'region',
  'dates',
  'answer',
  'kept-out',
  'consent',
  'contact',
  'story',
  'files',
  'check',
  'done',
] as const;
export type IntakeStep = (typeof INTAKE_STEPS)[number];
/** What is answered with the draft open: the first page has no draft yet, the last none any more. */
export type DraftStep = Exclude<IntakeStep, 'start' | 'done'>;

export const STAGES = ['nothing', 'written', 'answered', 'refused', 'court'] as const;
export const CHANNELS = ['here', 'phone', 'email', 'messenger', 'visit'] as const;
export { CAMPAIGN_NEEDS, FLAGS, MATTERS, TRACKS };

/** Changes when a part of the consent changes its meaning. */
export const LEGAL_CONSENT_VERSION = 'legal-request/2026-11';

export const MAX_REQUEST_FILES = 5;
export const INTAKE_LIMITS = {
  name: 120,
  address: 200,
  hours: 120,
  codeWord: 60,
  story: 12_000,
  message: 6000,
} as const;

/** What was sealed in the browser and lies in the case already: its version of the case's (or the name's) key. */
export type SealedPart = { version: number; recordId: string };

/** A request in the making; sealed as a whole under a key that only the holder of the receipt has. */
export type Draft = {
  /** Shown again while the request is not handed in. */
  digits: string;
  answered: DraftStep[];
  answers: Partial<Answers>;
  keptOut: string[];
  consentVersion?: string;
  identity?: Identity;
  /** For the constant sentence. Leaves the draft for a column under the application's key, as the page says. */
  noticeEmail?: string;
  story?: string;
  /** Where the browser sealed, the words are not in here. */
  sealed?: { story?: SealedPart; identity?: SealedPart };
};

/** The questions of this request, by what was answered so far. */
export function draftSteps({ answers }: Pick<Draft, 'answers'>): DraftStep[] {
  const isCampaign = answers.track === 'campaign';
  return INTAKE_STEPS.filter((step): step is DraftStep => {
    if (step === 'start' || step === 'done') return false;
    if (step === 'matter' || step === 'stage') return !isCampaign;
    if (step === 'need') return isCampaign;
    return true;
  });
}

/** The first question that waits for an answer. */
export function nextStep(draft: Pick<Draft, 'answers' | 'answered'>): DraftStep {
  return draftSteps(draft).find((step) => !draft.answered.includes(step)) ?? 'check';
}

/** Whether a page may be opened: everything before it is answered. */
export function mayOpen(draft: Pick<Draft, 'answers' | 'answered'>, step: DraftStep): boolean {
  const steps = draftSteps(draft);
  return steps.includes(step) && steps.indexOf(step) <= steps.indexOf(nextStep(draft));
}

/** The page before this one; undefined on the first. */
export function stepBefore(draft: Pick<Draft, 'answers'>, step: DraftStep): DraftStep | undefined {
  const steps = draftSteps(draft);
  return steps[steps.indexOf(step) - 1];
}

export const LIKELIHOODS = ['yes', 'maybe', 'no'] as const;
export type Likelihood = (typeof LIKELIHOODS)[number];
/** Why we cannot promise. Each has a sentence. */
export const DOUBTS = ['court', 'family', 'other', 'training', 'late'] as const;
export type Doubt = (typeof DOUBTS)[number];

export type EarlyAnswer = { likely: Likelihood; doubts: Doubt[]; topics: RightsTopic[] };

/**
 * An honest yes, maybe or no before the long story. Danger is never turned away; "no" is no refusal either: the request
 * may still be sent, but nobody should write for an hour without knowing.
 */
export function earlyAnswer(answers: Partial<Answers>, today: string): EarlyAnswer {
  const flags = answers.flags ?? [];
  const doubts: Doubt[] = [
    ...(answers.stage === 'court' || answers.matter === 'court' ? (['court'] as const) : []),
    ...(answers.matter === 'family' ? (['family'] as const) : []),
    ...(answers.matter === 'other' ? (['other'] as const) : []),
    ...(answers.need === 'training' ? (['training'] as const) : []),
    ...(answers.dueOn !== undefined && answers.dueOn < today ? (['late'] as const) : []),
  ];
  const likely: Likelihood =
    flags.length > 0
      ? doubts.length > 0
        ? 'maybe'
        : 'yes'
      : answers.matter === 'other' && answers.stage === 'nothing'
        ? 'no'
        : doubts.length > 0
          ? 'maybe'
          : 'yes';
  return { likely, doubts, topics: topicsFor(answers) };
}

const BY_FLAG = {
  detention: 'detained',
  summons: 'summons',
  eviction: 'eviction',
  violence: 'violence',
} as const satisfies Partial<Record<(typeof FLAGS)[number], RightsTopic>>;
const BY_MATTER: Readonly<Record<(typeof MATTERS)[number], readonly RightsTopic[]>> = {
  administration: ['no-answer', 'information'],
  court: ['free-lawyer'],
  police: ['detained', 'summons'],
  work: ['dismissal'],
  housing: ['eviction'],
  land: ['no-answer'],
  benefits: ['no-answer', 'free-lawyer'],
  family: ['violence', 'free-lawyer'],
  other: ['free-lawyer'],
};

/** Pages of the rights library that help meanwhile: at most three. */
function topicsFor({ flags = [], matter, need, track }: Partial<Answers>): RightsTopic[] {
  const found: RightsTopic[] = flags.flatMap((flag) =>
    flag in BY_FLAG ? [BY_FLAG[flag as keyof typeof BY_FLAG]] : [],
  );
  if (track !== 'campaign' && matter) found.push(...BY_MATTER[matter]);
  if (track === 'campaign')
    found.push(need === 'assembly_notice' ? 'protest' : need === 'member_threat' ? 'summons' : 'information');
  return [...new Set(found)].slice(0, 3);
}
