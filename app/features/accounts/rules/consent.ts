/**
 * The text a person agrees to when opening an account (messages `accounts.consent.*`). A changed text gets a new
 * version; what was agreed to before stays on record under the old one.
 */
export const ACCOUNT_CONSENT = { purpose: 'account', version: 'account/1' } as const;

/** The six parts that the law on personal data asks of a consent (998-IIIQ). */
export const CONSENT_PARTS = ['who', 'operator', 'purpose', 'data', 'term', 'erasure'] as const;
