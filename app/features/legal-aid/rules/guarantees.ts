/**
 * What the legal aid of this house promises, what it does not, and what stays in clear: one list for the public page and
 * for the tests. The build fails when a promise has no test that bears its id.
 */
export const GUARANTEE_KINDS = ['protected', 'not', 'clear'] as const;
export type GuaranteeKind = (typeof GUARANTEE_KINDS)[number];

/** Numbered as in the pillar's specification; a test says the id in its title (“G5: …”). */
export const PROTECTED = [
  'G1',
  'G2',
  'G3',
  'G4',
  'G5',
  'G6',
  'G7',
  'G8',
  'G9',
  'G10',
  'G11',
  'G12',
  'G13',
  'G14',
  'G15',
  'G16',
  'G17',
  'G18',
  'G19',
  'G20',
  'G21',
  'G22',
  'G23',
  'G24',
  'G25',
  'G26',
  'G27',
  'G28',
  'G29',
  'G30',
  'G31',
  'G33',
  'G34',
] as const;

/**
 * The honest limits: what an attacker of that kind gets (specification, section 2.4), and what of the specification's
 * guarantees is not held: G32, a measurement against ASVS, is `N10`.
 */
export const NOT_PROTECTED = ['N1', 'N2', 'N3', 'N4', 'N5', 'N6', 'N7', 'N8', 'N9', 'N10'] as const;

/** What the server keeps unencrypted (sections 2.3 and 2.5). */
export const LEFT_IN_CLEAR = [
  'C1',
  'C2',
  'C3',
  'C4',
  'C5',
  'C6',
  'C7',
  'C8',
  'C9',
  'C10',
  'C11',
  'C12',
  'C13',
] as const;

export type GuaranteeId = (typeof PROTECTED)[number] | (typeof NOT_PROTECTED)[number] | (typeof LEFT_IN_CLEAR)[number];

export const GUARANTEES: Readonly<Record<GuaranteeKind, readonly GuaranteeId[]>> = {
  protected: PROTECTED,
  not: NOT_PROTECTED,
  clear: LEFT_IN_CLEAR,
};
