import type { Rule } from '#app/kernel/policy.ts';

export const taskPolicy = {} satisfies Record<string, Rule>;
