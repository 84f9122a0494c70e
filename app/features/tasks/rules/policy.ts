import { members, type Rule } from '#app/kernel/policy.ts';

export const taskPolicy = {
  /** See what is to be done, by whom and until when. */
  'task.read': members('owner', 'organiser', 'moderator', 'volunteer'),
  /** Write tasks, give them to colleagues and volunteers, remove them. */
  'task.write': members('owner', 'organiser', 'moderator'),
  /** Take a task that nobody has, and move one's own. */
  'task.take': members('owner', 'organiser', 'moderator', 'volunteer'),
  /** Keep the join forms, read what people sent (contacts in clear) and decide on it. */
  'joining.keep': members('owner', 'organiser'),
} satisfies Record<string, Rule>;
