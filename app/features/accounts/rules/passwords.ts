import { fold } from '#app/kernel/az-text.ts';

/**
 * Passwords: 10 to 128 characters, any characters, pasting welcome, no composition rules and no expiry (NIST 63B-4:
 * length and a list of known ones do more). Roles that a later pillar holds to more than this ask for a second factor.
 */
export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 128;

export type PasswordFault =
  | 'accounts.password.error.short'
  | 'accounts.password.error.long'
  | 'accounts.password.error.common'
  | 'accounts.password.error.personal';

/** What people here choose first. Compared folded and without digits and signs, so `Salam12345!` is `salam`. */
const COMMON = new Set(
  `admin administrator azerbaycan azerbaijan azerbaidjan allah allahuekber baki baku bakibaki bismillah dragon football futbol girisgiris
  gence heyat icma icmaicma iloveyou imperator istanbul karabakh lenkeran letmein login master mehebbet menimsifrem monkey neftci
  nomre novruz parol parolparol password passwordpassword princess privet qalatasaray galatasaray fenerbahce qarabag qarabagfk qwer
  qwert qwerty qwertyuiop qwertyqwerty qazwsx qazwsxedc asdf asdfgh asdfghjkl zxcvbn zxcvbnm abc abcd abcdef salam salamsalam sevgi
  sevgilim seni seviremseni sifre sifresifre shifre sumqayit sunshine superman telefon test testtest user welcome whatever xosbaxtliq
  welcomewelcome anam atam ailem balam canim gulum dostum vetenim turkiye turkey moskva rossiya lyubov natasha privetprivet yaseniseviremi
  pswd passw secret administratoradmin changeme default guest operator moderator organisation community`
    .split(/\s+/)
    .map((word) => lettersOf(word)),
);
const ROWS = ['0123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'].map((row) => fold(row));

function lettersOf(text: string): string {
  return fold(text).replace(/[^\p{L}]/gu, '');
}

function lettersAndDigits(text: string): string {
  return fold(text).replace(/[^\p{L}\d]/gu, '');
}

/**
 * What is wrong with a new password, or undefined. `personal` is what others know of the person: name, contacts,
 * organisation. One that is little more than such a word, or among the first that anybody would try, is refused.
 */
export function passwordFault(password: string, personal: readonly string[] = []): PasswordFault | undefined {
  const length = [...password].length;
  if (length < PASSWORD_MIN) return 'accounts.password.error.short';
  if (length > PASSWORD_MAX) return 'accounts.password.error.long';
  if (isCommon(password)) return 'accounts.password.error.common';
  return isPersonal(password, personal) ? 'accounts.password.error.personal' : undefined;
}

function isCommon(password: string): boolean {
  if (COMMON.has(lettersOf(password))) return true;
  const plain = lettersAndDigits(password);
  if (new Set(plain).size < 4) return true;
  // Half a password said twice, or pieces of a keyboard's row, are as short as their half.
  const half = plain.slice(0, plain.length / 2);
  if (plain === half + half && (COMMON.has(half) || isRow(half))) return true;
  return isRow(plain);
}

function isRow(text: string): boolean {
  return ROWS.some((row) => {
    const there = row + row;
    return there.includes(text) || [...there].reverse().join('').includes(text);
  });
}

function isPersonal(password: string, personal: readonly string[]): boolean {
  const plain = lettersAndDigits(password);
  const words = personal.flatMap((text) => [text, ...text.split(/[\s@.,\-_«»“”"]+/u)]).map(lettersAndDigits);
  // A phone number is known with and without the country's code.
  words.push(...words.filter((word) => /^\d{10,}$/.test(word)).map((word) => word.slice(-9)));
  return words.some((word) => word.length >= 4 && plain.includes(word) && plain.replace(word, '').length < 6);
}
