import type { Rule } from '#app/kernel/policy.ts';

export const electionPolicy = {} satisfies Record<string, Rule>;
