/**
 * A signer's data never comes in. The law lets only the candidate's own people hold signature sheets and keeps voters'
 * names and numbers confidential; the platform, a legal person, counts and nothing else. So every free field of the
 * signature room refuses what looks like a list of people or like a number from an identity card.
 */

/** Series and number of an identity card (AZE 12345678, AA 1234567), or a personal code (FİN) of seven signs with letters and digits. */
const DOCUMENT = /(?<![\p{L}\d])(aze|aa|mys|mye|dyi|dyf)\s*[-№]?\s*\d{6,9}(?!\d)/iu;
const CODE = /(?<![\p{L}\d])(?=[a-z\d]*\d)(?=[a-z\d]*[a-z])[a-z\d]{7}(?![\p{L}\d])/iu;
/** Seven digits in a row, however they are spaced: a document, a telephone. */
const DIGITS = /(?:\d[\s\-–.()/]*){7,}/u;
/** A birth date. */
const DATE = /\d{1,2}[./-]\d{1,2}[./-]\d{2,4}/u;
/** More than one item: a list. */
const LIST = /[\n\r,;|\t]/u;

/** Whether a text could hold a signer's data. Telephone numbers and dates are refused with them: a label needs neither. */
export function looksLikeSigners(text: string): boolean {
  return [DOCUMENT, CODE, DIGITS, DATE, LIST].some((pattern) => pattern.test(text));
}
