import { members, type Rule } from '#app/kernel/policy.ts';

export const boardPolicy = {
  /** See the board: what others lack and offer, and how one's own stands. */
  'board.read': members('owner', 'organiser', 'moderator', 'volunteer'),
  /** Put needs and offers on it, answer others, agree. Speaks for the organisation. */
  'board.write': members('owner', 'organiser'),
} satisfies Record<string, Rule>;
