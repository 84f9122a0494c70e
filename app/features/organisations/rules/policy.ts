import { members, operator, type Rule } from '#app/kernel/policy.ts';

export const organisationPolicy = {
  /** Enter the workspace at all. */
  'organisation.enter': members('owner', 'organiser', 'moderator', 'volunteer', 'reader'),
  /** See who works here. */
  'organisation.see-members': members('owner', 'organiser', 'moderator', 'volunteer', 'reader'),
  /** Invite, change roles, end memberships, hand over one-time codes. */
  'organisation.manage-members': members('owner', 'organiser'),
  /** Name, texts, regions, legal particulars. */
  'organisation.edit': members('owner'),
  /** Approve, refuse, suspend organisations of the instance. */
  'organisation.decide': operator,
  /** Settings of the instance: who runs it, emergency numbers, reference data. */
  'instance.configure': operator,
} satisfies Record<string, Rule>;
