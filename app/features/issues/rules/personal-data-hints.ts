/**
 * What in a text looks like somebody's personal data. Only a hint for the person who decides: nothing is blocked, and
 * nothing is promised to be found. Patterns: Azerbaijani telephone numbers, e-mail addresses, car plates (90-AB-123),
 * identity documents (AZE12345678, AA1234567, the seven-character FIN) and bank cards.
 */
export const HINT_KINDS = ['phone', 'email', 'plate', 'document', 'card'] as const;
export type HintKind = (typeof HINT_KINDS)[number];

/** `text` is the place as it stands; `at` is its first character's position. */
export type PersonalDataHint = { kind: HintKind; text: string; at: number };

/** Not inside a longer word or number. */
const START = String.raw`(?<![\p{L}\p{N}])`;
const END = String.raw`(?![\p{L}\p{N}])`;
/** What people put between the digits of a number. */
const GAP = String.raw`[\s().\-–/]{0,3}`;
/** Latin letters and their Cyrillic twins, as on plates. */
const LETTER = '[A-ZƏА-Я]';

/** In this order: what one pattern has taken is no longer seen by the next. */
const PATTERNS: readonly (readonly [HintKind, RegExp])[] = [
  ['email', /[^\s@<>(),;:]{1,64}@[^\s@<>(),;:]{1,190}\.\p{L}{2,}/gu],
  ['card', new RegExp(String.raw`${START}\d{4}(?:[ -]?\d{4}){3}${END}`, 'gu')],
  // Identity card of a citizen, older series, and a passport.
  ['document', new RegExp(String.raw`${START}(?:AZE|AA|C|P)\s?№?\s?\d{7,8}${END}`, 'gu')],
  ['plate', new RegExp(String.raw`${START}\d{2}(?:-?${LETTER}{1,2}-?|\s${LETTER}{1,2}\s)\d{3}${END}`, 'gu')],
  ['plate', new RegExp(String.raw`${START}\d{2}-${LETTER}{1,2}-\d{3}${END}`, 'giu')],
  // The FIN: seven capitals and digits with at least one of each; I and O are not used.
  ['document', new RegExp(String.raw`${START}(?=[A-Z]*\d)(?=\d*[A-Z])[0-9A-HJ-NP-Z]{7}${END}`, 'gu')],
  // A country's code or a leading zero, then seven digits or more in any grouping.
  ['phone', new RegExp(String.raw`(?<![\p{L}\p{N}+])(?:\+|00)\d(?:${GAP}\d){8,13}${END}`, 'gu')],
  ['phone', new RegExp(String.raw`${START}\(?0${GAP}[1-9]\d(?:${GAP}\d){7}${END}`, 'gu')],
  ['phone', new RegExp(String.raw`${START}994(?:${GAP}\d){9}${END}`, 'gu')],
  // Without a zero: 50 123 45 67, and the short local 345-67-89.
  ['phone', new RegExp(String.raw`${START}[1-9]\d[ -]\d{3}[ -]\d{2}[ -]\d{2}${END}`, 'gu')],
  ['phone', new RegExp(String.raw`${START}[1-9]\d{2}[ -]\d{2}[ -]\d{2}${END}`, 'gu')],
];

/** The hints of a text, in reading order; each stretch of text is named once. */
export function findPersonalData(text: string): PersonalDataHint[] {
  const found: PersonalDataHint[] = [];
  let rest = text;
  for (const [kind, pattern] of PATTERNS) {
    rest = rest.replace(pattern, (match: string, ...groups: unknown[]) => {
      const at = groups.find((group): group is number => typeof group === 'number') ?? 0;
      found.push({ kind, text: match.trim(), at });
      // Same length, so that the positions of what follows stay true.
      return '\u0000'.repeat(match.length);
    });
  }
  return found.sort((a, b) => a.at - b.at);
}
