import { members, type Rule } from '#app/kernel/policy.ts';

export const mailingPolicy = {
  /** See the organisation's messages and how they went: texts and numbers, no addresses. */
  'message.read': members('owner', 'organiser', 'moderator'),
  /** Write, lock, test, send and stop them. */
  'message.send': members('owner', 'organiser'),
} satisfies Record<string, Rule>;
