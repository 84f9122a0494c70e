import { oneself, type Rule } from '#app/kernel/policy.ts';

/** What a person may do with an account: with one's own everything, with another's nothing. */
export const accountPolicy = {
  'account.keep': oneself,
} satisfies Record<string, Rule>;
