import type { Rule } from '#app/kernel/policy.ts';

export const mailingPolicy = {} satisfies Record<string, Rule>;
