import type { Rule } from '#app/kernel/policy.ts';

export const teamPolicy = {} satisfies Record<string, Rule>;
