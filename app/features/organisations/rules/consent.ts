/** Version of the consent that an applying organisation gives; a new text gets a new one. */
export const CONSENT_VERSION = 'application-2026-1';

/**
 * The six parts that the law on personal data asks for, in the order they are shown: whose data, who the operator is,
 * what for, which data and what is done with them, how long and how to take it back, what becomes of them then.
 */
export const CONSENT_PARTS = ['who', 'operator', 'purpose', 'data', 'term', 'end'] as const;
