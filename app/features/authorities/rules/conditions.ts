/**
 * Whether a letter may go. Appeals without a sender's name and address are not considered (law on citizens' appeals,
 * art. 6.3–6.4, `appeals-law.ts`): a registered organisation gives its legal name, legal address and representative, an
 * unregistered one a member who agreed to be named. What is missing is said in these codes; the letter stays a draft.
 */
import { findPersonalData } from '#app/features/issues/rules/personal-data-hints.ts';
import { isBodyKind, reachOf } from './body-kinds.ts';
import { REPEAT_RULE } from './appeals-law.ts';

export const LETTER_CONDITIONS = [
  'issue-not-public',
  'no-body',
  'body-inactive',
  'addressee-unnamed',
  'no-legal-name',
  'no-legal-address',
  'no-representative',
  'no-signatory',
] as const;
export type LetterCondition = (typeof LETTER_CONDITIONS)[number];

/** Who stands behind the letter. */
export type Sender =
  | Readonly<{
      kind: 'registered';
      legalName: string | null;
      legalAddress: string | null;
      representativeName: string | null;
      representativePost: string | null;
    }>
  | Readonly<{ kind: 'unregistered'; signatory: Readonly<{ fullName: string; address: string }> | null }>;

export type LetterFacts = Readonly<{
  /** Only what strangers may read already goes into a letter. */
  isIssuePublic: boolean;
  body: Readonly<{ kind: string; isActive: boolean }> | null;
  /** The addressee's name as the organiser wrote it, if they did. */
  addressee: string | null;
  sender: Sender;
}>;

const isBlank = (value: string | null): boolean => value === null || value.trim() === '';

/** What keeps the letter from being sent, in the order in which it is said; empty when it may go. */
export function unmetConditions({ isIssuePublic, body, addressee, sender }: LetterFacts): LetterCondition[] {
  const unmet: LetterCondition[] = [];
  if (!isIssuePublic) unmet.push('issue-not-public');
  if (!body) unmet.push('no-body');
  else if (!body.isActive) unmet.push('body-inactive');
  // “Whoever owns the place” is no addressee until somebody says who that is.
  if (body && isBodyKind(body.kind) && reachOf(body.kind) === 'owner' && isBlank(addressee))
    unmet.push('addressee-unnamed');
  if (sender.kind === 'unregistered') {
    if (!sender.signatory) unmet.push('no-signatory');
    return unmet;
  }
  if (isBlank(sender.legalName)) unmet.push('no-legal-name');
  if (isBlank(sender.legalAddress)) unmet.push('no-legal-address');
  if (isBlank(sender.representativeName)) unmet.push('no-representative');
  return unmet;
}

/** What an organiser should look at before sending; none of it keeps the letter back. */
export const LETTER_CAUTIONS = ['not-in-azerbaijani', 'municipality-unnamed', 'repeated', 'personal-data'] as const;
export type LetterCaution = (typeof LETTER_CAUTIONS)[number];

/** `wording` is the report's public text; `sentBefore` counts letters about it to the same body within a year. */
export function cautions(
  facts: LetterFacts,
  more: { issueLocale: string; wording: string; text: string; sentBefore: number },
): LetterCaution[] {
  const found: LetterCaution[] = [];
  if (more.issueLocale !== 'az' && more.wording !== '' && more.text.includes(more.wording))
    found.push('not-in-azerbaijani');
  if (facts.body && isBodyKind(facts.body.kind) && reachOf(facts.body.kind) === 'local' && isBlank(facts.addressee))
    found.push('municipality-unnamed');
  if (more.sentBefore >= REPEAT_RULE.answers) found.push('repeated');
  if (findPersonalData(more.text).length > 0) found.push('personal-data');
  return found;
}
