import { members, type Rule } from '#app/kernel/policy.ts';

export const issuePolicy = {
  /** Read reports of one's organisation, unpublished ones and exact points included. */
  'issue.read': members('owner', 'organiser', 'moderator', 'reader'),
  /** Publish, hold, reject, edit the public wording, black out pictures, decide on flags. */
  'issue.moderate': members('owner', 'moderator'),
  /** Move along the authority's answers, assign. */
  'issue.follow': members('owner', 'organiser'),
  /** Write to the reporter, who answers on the receipt's page. */
  'issue.ask': members('owner', 'organiser', 'moderator'),
  /** Enter a report for a visitor, a call or a message; print its receipt. */
  'issue.enter': members('owner', 'organiser', 'moderator', 'volunteer'),
  /** Bring old reports in from a table. */
  'issue.import': members('owner', 'organiser'),
  /** Read a contact that a reporter left. */
  'issue.see-contact': members('owner', 'organiser', 'moderator'),
} satisfies Record<string, Rule>;
