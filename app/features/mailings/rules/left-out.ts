/** Why somebody of the chosen audience gets no message. */
export const LEFT_OUT = ['noConsent', 'noContact', 'sameContact'] as const;
export type LeftOutReason = (typeof LEFT_OUT)[number];
export type LeftOut = Record<LeftOutReason, number>;
