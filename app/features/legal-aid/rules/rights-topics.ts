/** The pages of the rights library: which terms and statements of law each one rests on. Their words are messages. */
import type { LegalFactId } from './legal-facts.ts';
import type { LegalRuleKey } from './legal-terms.ts';

export const RIGHTS_TOPICS = [
  'detained',
  'summons',
  'no-answer',
  'asked-about-post',
  'eviction',
  'protest',
  'dismissal',
  'information',
  'violence',
  'free-lawyer',
] as const;
export type RightsTopic = (typeof RIGHTS_TOPICS)[number];

type Ground = Readonly<{
  terms: readonly LegalRuleKey[];
  facts: readonly LegalFactId[];
  /** There is a term on this topic that is not sure enough to be told: the page says to call today. */
  hasUnsureTerm: boolean;
  /** The numbers to call stand before everything else. */
  isDanger?: true;
}>;

const NOTHING: Ground = { terms: [], facts: [], hasUnsureTerm: false };

export const RIGHTS_GROUND: Readonly<Record<RightsTopic, Ground>> = {
  detained: NOTHING,
  summons: NOTHING,
  'no-answer': {
    terms: ['appeal.answer', 'appeal.answer-with-study', 'appeal.answer-extended', 'appeal.forward', 'suit.oblige'],
    facts: ['anonymous-not-considered', 'repeat-unread', 'appeal-forms'],
    hasUnsureTerm: true,
  },
  'asked-about-post': NOTHING,
  eviction: {
    terms: ['suit.contest', 'suit.contest-after-complaint'],
    facts: ['complaint-chapter'],
    hasUnsureTerm: true,
  },
  protest: {
    terms: ['penalty.file-sent', 'penalty.file-sent-arrest'],
    facts: ['offence-route'],
    hasUnsureTerm: true,
  },
  dismissal: { ...NOTHING, hasUnsureTerm: true },
  information: {
    terms: [
      'information.answer',
      'information.answer-losing-value',
      'information.answer-danger',
      'information.extended',
      'information.extension-told',
      'suit.oblige',
    ],
    facts: ['information-no-reasons'],
    hasUnsureTerm: false,
  },
  violence: { ...NOTHING, isDanger: true },
  'free-lawyer': { terms: [], facts: ['court-representation', 'free-advocate'], hasUnsureTerm: false },
};

export function isRightsTopic(text: string | undefined): text is RightsTopic {
  return RIGHTS_TOPICS.some((topic) => topic === text);
}
