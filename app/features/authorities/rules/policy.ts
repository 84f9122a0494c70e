import { members, operator, type Rule } from '#app/kernel/policy.ts';

export const authorityPolicy = {
  'letter.read': members('owner', 'organiser', 'moderator', 'reader'),
  /** Write, send and record letters. */
  'letter.write': members('owner', 'organiser'),
  /** Agree, for oneself, to sign an unregistered organisation's letters. */
  'letter.sign': members('owner', 'organiser', 'moderator', 'volunteer'),
  /** Keep an organisation's own corrections of who answers for what. */
  'routing.correct': members('owner', 'organiser'),
  /** Record sittings, budgets, promises and the community's priorities. */
  'watch.write': members('owner', 'organiser'),
  'watch.read': members('owner', 'organiser', 'moderator', 'volunteer', 'reader'),
  /** Keep the instance's bodies, posts, holders and holidays. */
  'body.keep': operator,
} satisfies Record<string, Rule>;
