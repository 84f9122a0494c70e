import { members, operator, type Rule } from '#app/kernel/policy.ts';

export const authorityPolicy = {
  'letter.read': members('owner', 'organiser', 'moderator', 'reader'),
  /** Write, send and record letters. */
  'letter.write': members('owner', 'organiser'),
  /** Agree, for oneself, to sign an unregistered organisation's letters. */
  'letter.sign': members('owner', 'organiser', 'moderator', 'volunteer'),
  /** Keep an organisation's own corrections of who answers for what. */
  'routing.correct': members('owner', 'organiser'),
  /** Keep the instance's bodies. */
  'body.keep': operator,
} satisfies Record<string, Rule>;
