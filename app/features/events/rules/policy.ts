import type { Rule } from '#app/kernel/policy.ts';

export const eventPolicy = {} satisfies Record<string, Rule>;
