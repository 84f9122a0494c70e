/**
 * What is known of the law besides terms (rows A3–A7, A10, A11, A14, A17, A19, A22 of the legal sheet), with where it was
 * read and how sure it is. Pages and papers take their statements of law from here, by id; what is only believed is never
 * stated as law.
 */
import { SENDER_RULE } from '#app/features/authorities/rules/appeals-law.ts';
import type { Certainty } from '#app/kernel/dated-rules/dated-rules.ts';

export const LEGAL_FACT_IDS = [
  'anonymous-not-considered',
  'repeat-unread',
  'appeal-forms',
  'information-no-reasons',
  'complaint-chapter',
  'suit-kinds',
  'offence-route',
  'court-representation',
  'body-representation',
  'free-advocate',
  'advocate-secrecy',
] as const;
export type LegalFactId = (typeof LEGAL_FACT_IDS)[number];

export type LegalFact = Readonly<{
  anchor: `A${number}`;
  article: string;
  sources: readonly string[];
  certainty: Certainty;
}>;

export const LEGAL_FACTS: Readonly<Record<LegalFactId, LegalFact>> = {
  'anonymous-not-considered': { anchor: 'A3', ...SENDER_RULE },
  'repeat-unread': { anchor: 'A4', article: '8.1.4', sources: ['idda.az'], certainty: 'high' },
  'appeal-forms': { anchor: 'A5', article: '', sources: ['naftalan-ih.gov.az', 'repost.az'], certainty: 'high' },
  'information-no-reasons': { anchor: 'A6', article: '', sources: ['law.ungovr.org/records/az'], certainty: 'high' },
  'complaint-chapter': {
    anchor: 'A7',
    article: 'VII',
    sources: ['justice.gov.az/senedler/58', 'azkurs.org'],
    certainty: 'high',
  },
  'suit-kinds': { anchor: 'A11', article: '', sources: ['cis-legislation.com rgn=29866'], certainty: 'high' },
  'offence-route': { anchor: 'A14', article: '128', sources: ['heftelik.az', 'huquqiyardim.az'], certainty: 'high' },
  'court-representation': {
    anchor: 'A17',
    article: '',
    sources: ['barassociation.az', 'ipd-az.org'],
    certainty: 'high',
  },
  // Nobody said so of bodies; it follows from the monopoly being about courts.
  'body-representation': { anchor: 'A18', article: '', sources: ['repost.az'], certainty: 'medium' },
  'free-advocate': { anchor: 'A20', article: '67-1', sources: ['sonxeber.az', 'metbuat.az'], certainty: 'high' },
  'advocate-secrecy': { anchor: 'A22', article: '', sources: [], certainty: 'low' },
};
