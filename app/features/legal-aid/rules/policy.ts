import { members, type Rule } from '#app/kernel/policy.ts';

/**
 * Who may knock at the desk. What somebody may open there is decided by keys and by the desk's own table of people; the
 * operator of the instance and the organisation's owners have no right here as such.
 */
export const legalPolicy = {
  /** Enter the desk of one's organisation (and enrol there). */
  'legal.enter': members('legal_lead', 'lawyer', 'custodian'),
  /** Vouch, revoke, move cases between people, read the figures and the trail. */
  'legal.lead': members('legal_lead'),
  /** Hold cases. */
  'legal.practise': members('legal_lead', 'lawyer'),
  /** Decide on opening a name. */
  'legal.identities': members('legal_lead', 'custodian'),
} satisfies Record<string, Rule>;
