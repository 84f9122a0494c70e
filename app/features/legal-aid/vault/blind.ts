import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { checkedKey } from './aead.ts';
import { toHex, utf8 } from './bytes.ts';
import { VaultError } from './errors.ts';

/** What can be looked up without being stored: names, phone numbers, personal codes (FIN). */
export type BlindKind = 'name' | 'phone' | 'fin';

/**
 * The project's folding of Azerbaijani text (`kernel/az-text.ts` says why each letter falls where it does), repeated here
 * because the vault stands alone; a test holds the two against each other. Letters beyond `TO` disappear.
 */
const FROM = 'əıöüçşğqjwâîûéабвгғдеёәжзийіјкҝлмноөпрстуүфхһцчҹшщыэюя\u0307\u02bc\u2019\u2018\u0027\u0060ъь';
const TO = 'eioucsggcsaiueabvggdeoecziyiykglmnooprstuufxhsccssieue';
const FOLDED = new Map([...FROM].map((letter, at) => [letter, TO[at] ?? '']));
const DIGRAPHS = ['dc:c', 'sh:s', 'ch:c', 'gh:g', 'kh:x'].map((pair) => pair.split(':') as [string, string]);
/** "Son of" and "daughter of": people write them or leave them out, and the person is the same. */
const PARTICLES = new Set(['oglu', 'ogli', 'gizi', 'kizi', 'gyzy']);

function fold(text: string): string {
  const plain = [...text.normalize('NFC').toLowerCase()].map((letter) => FOLDED.get(letter) ?? letter).join('');
  return DIGRAPHS.reduce((folded, [pair, letter]) => folded.replaceAll(pair, letter), plain);
}

/** The parts of a person's name as they are compared: folded, without patronymic particles, sorted, each once. */
export function nameTokens(text: string): string[] {
  const words = fold(text).split(/[^\p{L}\p{N}]+/u);
  return [...new Set(words.filter((word) => word !== '' && !PARTICLES.has(word)))].sort();
}

/**
 * One form for all ways to write the same: a name without case, letters with tails, punctuation and order of words; a
 * phone number of Azerbaijan as 994 and nine digits; a FIN in upper case. Empty when nothing of the text can be compared.
 */
export function normaliseForBlind(kind: BlindKind, text: string): string {
  if (kind === 'name') return nameTokens(text).join(' ');
  if (kind === 'fin')
    return text
      .toUpperCase()
      .replaceAll('İ', 'I')
      .replaceAll(/[^A-Z0-9]/g, '');
  const digits = text.replaceAll(/[^0-9]/g, '').replace(/^00/, '');
  if (/^0\d{9}$/.test(digits)) return `994${digits.slice(1)}`;
  if (/^[1-9]\d{8}$/.test(digits)) return `994${digits}`;
  return digits.replace(/^9940(?=\d{9}$)/, '994');
}

/**
 * What may lie in the database instead of a name: HMAC-SHA256 (RFC 2104) under the team's key (32 bytes), 64 hexadecimal
 * digits. Only an unlocked lawyer computes it. Throws {@link VaultError} (bad-shape) when nothing is left to compare:
 * otherwise all empty fields would be one person.
 */
export function blindIndex(teamKey: Uint8Array, kind: BlindKind, text: string): string {
  const normal = normaliseForBlind(kind, text);
  if (normal === '') throw new VaultError('bad-shape');
  return toHex(hmac(sha256, checkedKey(teamKey), utf8(`v1|blind|${kind}|${normal}`)));
}

/** The same index under one more key: equal ones stay equal, and whoever lacks that key can no longer make it from a name. */
export function renewBlindIndex(teamKey: Uint8Array, index: string): string {
  return toHex(hmac(sha256, checkedKey(teamKey), utf8(`v1|blind|again|${index}`)));
}
