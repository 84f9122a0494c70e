/**
 * Terms of law that a case may hang on, as dated data (the table A1–A16 of the pillar's legal sheet). Restated from the
 * sources named, not from the laws' own text: a lawyer confirms before anybody relies on one. What is believed only
 * (`low`) and what nobody knows (`readings` empty) never reaches an applicant or a public page.
 */
import { ANSWER_TERM, FORWARD_TERM, type LawFact } from '#app/features/authorities/rules/appeals-law.ts';
import type { DatedRule } from '#app/kernel/dated-rules/dated-rules.ts';

/** What sets a term running. */
export const TRIGGER_EVENTS = [
  'appeal-delivered',
  'answer-term-ended',
  'information-requested',
  'information-term-ended',
  'act-served',
  'complaint-filed',
  'complaint-decided',
  'refusal-received',
  'judgment-served',
  'ruling-served',
  'verdict-served',
  'administrative-judgment-served',
  'administrative-appeal-decided',
  'penalty-received',
  'penalty-appealed',
  'arrest-appealed',
  'final-decision',
] as const;
export type TriggerEvent = (typeof TRIGGER_EVENTS)[number];

/** One way to read a term. `hour` runs from the moment itself, all others from the next day. */
export type Reading = Readonly<{ count: number; unit: 'working' | 'calendar' | 'month' | 'hour' }>;

export type LegalRuleKey =
  | 'appeal.answer'
  | 'appeal.answer-with-study'
  | 'appeal.answer-extended'
  | 'appeal.forward'
  | 'information.answer'
  | 'information.answer-losing-value'
  | 'information.answer-danger'
  | 'information.extension-told'
  | 'information.extended'
  | 'complaint.file'
  | 'complaint.decision'
  | 'suit.contest'
  | 'suit.contest-after-complaint'
  | 'suit.oblige'
  | 'civil.appeal'
  | 'civil.ruling-appeal'
  | 'criminal.appeal'
  | 'administrative.appeal'
  | 'administrative.cassation'
  | 'penalty.file-sent'
  | 'penalty.file-sent-arrest'
  | 'penalty.appeal'
  | 'strasbourg.application';

export type LegalRule = Readonly<
  Omit<DatedRule<LegalRuleKey>, 'days' | 'unit'> & {
    /** The row of the legal sheet it comes from. */
    anchor: `A${number}`;
    law:
      | 'appeals'
      | 'information'
      | 'proceedings'
      | 'administrative-court'
      | 'civil'
      | 'criminal'
      | 'offences'
      | 'convention';
    event: TriggerEvent;
    /** Who has to act in time: the person (missing it loses a right) or the authority (after it, it is late). */
    whose: 'person' | 'authority';
    /** All ways to read the term; the earliest date counts. Empty: the number of days is not known. */
    readings: readonly Reading[];
  }
>;

const working = (count: number): Reading => ({ count, unit: 'working' });
const calendar = (count: number): Reading => ({ count, unit: 'calendar' });
const months = (count: number): Reading => ({ count, unit: 'month' });
const hours = (count: number): Reading => ({ count, unit: 'hour' });

/** What rules of one law have in common; the certainty of A9 and A12 is that of one decent source. */
const ALWAYS = { validFrom: null, validTo: null } as const;
const ofAppeals = ({ article, sources, certainty }: LawFact) =>
  ({
    law: 'appeals',
    whose: 'authority',
    article,
    sources,
    certainty,
    validFrom: '2015-09-30',
    validTo: null,
  }) as const;
const INFORMATION = {
  anchor: 'A6',
  law: 'information',
  event: 'information-requested',
  whose: 'authority',
  article: '24',
  sources: ['law.ungovr.org/records/az', 'cis-legislation.com rgn=11386'],
  validFrom: '2005-09-30',
  validTo: null,
} as const;
const BELIEVED = { sources: [], certainty: 'low', ...ALWAYS } as const;
const SUIT = {
  anchor: 'A9',
  law: 'administrative-court',
  whose: 'person',
  sources: ['nhmt-az.org'],
  certainty: 'medium',
  ...ALWAYS,
} as const;
const APPEAL = {
  anchor: 'A12',
  whose: 'person',
  article: '',
  sources: ['e-huquq.az'],
  certainty: 'medium',
  ...ALWAYS,
} as const;
const OFFENCE = {
  anchor: 'A14',
  law: 'offences',
  whose: 'authority',
  article: '128',
  sources: ['heftelik.az', 'huquqiyardim.az'],
  certainty: 'high',
  ...ALWAYS,
} as const;
const COURT = { anchor: 'A13', law: 'administrative-court', whose: 'person', readings: [], ...BELIEVED } as const;

export const LEGAL_RULES: readonly LegalRule[] = [
  rule('appeal.answer', 'appeal-delivered', [working(ANSWER_TERM.workingDays)], 'A1', ofAppeals(ANSWER_TERM)),
  rule(
    'appeal.answer-with-study',
    'appeal-delivered',
    [working(ANSWER_TERM.workingDaysWithStudy)],
    'A1',
    ofAppeals(ANSWER_TERM),
  ),
  rule(
    'appeal.answer-extended',
    'answer-term-ended',
    [working(ANSWER_TERM.workingDaysWithStudy)],
    'A1',
    ofAppeals(ANSWER_TERM),
  ),
  rule('appeal.forward', 'appeal-delivered', [working(FORWARD_TERM.workingDays)], 'A2', ofAppeals(FORWARD_TERM)),
  { key: 'information.answer', ...INFORMATION, readings: [working(7)], certainty: 'high' },
  { key: 'information.answer-losing-value', ...INFORMATION, readings: [hours(24)], certainty: 'high' },
  { key: 'information.answer-danger', ...INFORMATION, readings: [hours(48)], certainty: 'medium' },
  { key: 'information.extension-told', ...INFORMATION, readings: [working(5)], certainty: 'medium' },
  {
    key: 'information.extended',
    ...INFORMATION,
    event: 'information-term-ended',
    readings: [working(7)],
    certainty: 'medium',
  },
  // 30 days, or a year where the act did not say how to complain, and a month to decide: nobody could read the articles.
  {
    key: 'complaint.file',
    anchor: 'A8',
    law: 'proceedings',
    event: 'act-served',
    whose: 'person',
    readings: [calendar(30), months(12)],
    article: '73.1, 73.2',
    ...BELIEVED,
  },
  {
    key: 'complaint.decision',
    anchor: 'A8',
    law: 'proceedings',
    event: 'complaint-filed',
    whose: 'authority',
    readings: [months(1)],
    article: '',
    ...BELIEVED,
  },
  { key: 'suit.contest', ...SUIT, event: 'act-served', readings: [calendar(30)], article: '38.1' },
  {
    key: 'suit.contest-after-complaint',
    ...SUIT,
    event: 'complaint-decided',
    readings: [calendar(30)],
    article: '38.1',
  },
  { key: 'suit.oblige', ...SUIT, event: 'refusal-received', readings: [calendar(30)], article: '38.2' },
  // The source says a month; whoever counts thirty days must not be late either.
  { key: 'civil.appeal', ...APPEAL, law: 'civil', event: 'judgment-served', readings: [months(1), calendar(30)] },
  // Whether calendar or working days is not said.
  {
    key: 'civil.ruling-appeal',
    ...APPEAL,
    law: 'civil',
    event: 'ruling-served',
    readings: [calendar(10), working(10)],
  },
  {
    key: 'criminal.appeal',
    ...APPEAL,
    law: 'criminal',
    event: 'verdict-served',
    readings: [calendar(20), working(20)],
  },
  { key: 'administrative.appeal', ...COURT, event: 'administrative-judgment-served', article: '83' },
  { key: 'administrative.cassation', ...COURT, event: 'administrative-appeal-decided', article: '90' },
  { key: 'penalty.file-sent', ...OFFENCE, event: 'penalty-appealed', readings: [calendar(3)] },
  { key: 'penalty.file-sent-arrest', ...OFFENCE, event: 'arrest-appealed', readings: [calendar(0)] },
  // Kept so that such a case climbs in the queue at once.
  {
    key: 'penalty.appeal',
    anchor: 'A15',
    law: 'offences',
    event: 'penalty-received',
    whose: 'person',
    readings: [calendar(10)],
    article: '',
    ...BELIEVED,
  },
  {
    key: 'strasbourg.application',
    anchor: 'A16',
    law: 'convention',
    event: 'final-decision',
    whose: 'person',
    readings: [months(4)],
    article: '35',
    sources: ['herdis.is', 'gununsesi.info'],
    certainty: 'high',
    validFrom: '2022-02-01',
    validTo: null,
  },
];

function rule(
  key: LegalRuleKey,
  event: TriggerEvent,
  readings: readonly Reading[],
  anchor: LegalRule['anchor'],
  common: Omit<LegalRule, 'key' | 'event' | 'readings' | 'anchor'>,
): LegalRule {
  return { key, event, readings, anchor, ...common };
}
