import { members, operator, type Rule } from '#app/kernel/policy.ts';

export const mailingPolicy = {
  /** See the organisation's messages and how they went: texts and numbers, no addresses. */
  'message.read': members('owner', 'organiser', 'moderator'),
  /** Write, lock, test, send and stop them. */
  'message.send': members('owner', 'organiser'),
  /** Hand over what mail servers sent back. */
  'message.take-returned': operator,
} satisfies Record<string, Rule>;
