import type { Rule } from '#app/kernel/policy.ts';

export const boardPolicy = {} satisfies Record<string, Rule>;
