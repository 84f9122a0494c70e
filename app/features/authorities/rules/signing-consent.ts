/**
 * The text a member agrees to before being named in letters. A changed text is a new version. Its six parts are those
 * the law on personal data asks for: who, who processes, what for, which data and what is done with them, how long and
 * how to take it back, and what happens to the data then. Words: `authorities.consent.<part>.*`.
 */
export const SIGNING_CONSENT = {
  purpose: 'letters.sign',
  version: 'signing-1',
  parts: ['who', 'operator', 'purpose', 'data', 'term', 'erasure'],
} as const;
