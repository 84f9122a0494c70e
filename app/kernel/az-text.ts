/**
 * Azerbaijani text for machines and for people: folding for search, slugs, order, safe lower case.
 *
 * Plain `toLowerCase()` turns İ into i + U+0307 and I into i; ə and ı have no Unicode decomposition, so stripping marks
 * does nothing for them. Everything that compares text goes through here, and the database does the same (see below).
 */

/**
 * How {@link fold} folds, as data, because the database's `app.fold(text)` must do exactly the same:
 *
 *   1. NFC, then lower case without a locale (`lower(normalize(t, NFC) collate "und-x-icu")` in SQL);
 *   2. `translate(t, from || drop, to)`: one letter for one letter, and `drop` disappears;
 *   3. `replace(t, pair[0], pair[1])` for each pair of `digraphs`, in order.
 *
 * Latin, Azerbaijani Cyrillic and Russian Cyrillic meet on one plain alphabet: “Şəki”, “Шеки”, “seki” and “Sheki” are
 * all `seki`. q and g fall together because Russian and old Azerbaijani Cyrillic write г for both (Quba, Губа), and so do
 * j and c (Culfa, Julfa, Джульфа). w stands for ş, as people type it on phones without Azerbaijani letters.
 * The result is for matching only, never shown.
 */
export const FOLD = {
  //     Latin        | Cyrillic, Russian and Azerbaijani
  from: 'əıöüçşğqjwâîûéабвгғдеёәжзийіјкҝлмноөпрстуүфхһцчҹшщыэюя',
  to: 'eioucsggcsaiueabvggdeoecziyiykglmnooprstuufxhsccssieue',
  drop: '\u0307\u02bc\u2019\u2018\u0027\u0060ъь',
  digraphs: [
    ['dc', 'c'],
    ['sh', 's'],
    ['ch', 'c'],
    ['gh', 'g'],
    ['kh', 'x'],
  ],
} as const;

const FOLD_MAP = new Map<string, string>([
  ...[...FOLD.from].map((letter, index): [string, string] => [letter, FOLD.to[index] as string]),
  ...[...FOLD.drop].map((letter): [string, string] => [letter, '']),
]);
const FOLDABLE = new RegExp(`[${FOLD.from}${FOLD.drop}]`, 'gu');

/** Text as search sees it: see {@link FOLD}. Keeps spaces, digits and punctuation. */
export function fold(text: string): string {
  let folded = text
    .normalize('NFC')
    .toLowerCase()
    .replace(FOLDABLE, (letter) => FOLD_MAP.get(letter) as string);
  for (const [pair, letter] of FOLD.digraphs) folded = folded.replaceAll(pair, letter);
  return folded;
}

/** Lower case for machines (e-mail addresses, codes, keys): locale-free and without the stray dot that İ leaves behind. */
export function lowerPlain(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll('\u0307', '');
}

/** Lower case for people's eyes in Azerbaijani: I → ı, İ → i. */
export function lowerAz(text: string): string {
  return text.toLocaleLowerCase('az');
}

/** Upper-cases only the first letter, the Azerbaijani way (i → İ). */
export function capitaliseAz(text: string): string {
  const [first = '', ...rest] = text;
  return first.toLocaleUpperCase('az') + rest.join('');
}

const collator = new Intl.Collator('az', { numeric: true });

/** Order of Azerbaijani lists (a b c ç d e ə … x after h, q after k), numbers by value. */
export function compareAz(a: string, b: string): number {
  return collator.compare(a, b);
}

/** Letters of addresses: a readable Latin for each letter that the three languages use. */
const SLUG_FROM = 'əıöüçşğâîûé';
const SLUG_TO = 'eioucsgaiue';
// prettier-ignore
const SLUG_CYRILLIC: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', ғ: 'g', д: 'd', е: 'e', ё: 'yo', ә: 'e', ж: 'zh', з: 'z', и: 'i', й: 'y', ј: 'y', к: 'k',
  ҝ: 'g', л: 'l', м: 'm', н: 'n', о: 'o', ө: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ү: 'u', ф: 'f', х: 'kh', һ: 'h',
  ц: 'ts', ч: 'ch', ҹ: 'c', ш: 'sh', щ: 'sh', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya',
};
const SLUG_MAP = new Map<string, string>([
  ...[...SLUG_FROM].map((letter, index): [string, string] => [letter, SLUG_TO[index] as string]),
  ...Object.entries(SLUG_CYRILLIC),
]);

/** An address part of a–z, 0–9 and single hyphens, at most `max` letters; empty when nothing of the text can be kept. */
export function slug(text: string, max = 60): string {
  const latin = [...lowerPlain(text)].map((letter) => SLUG_MAP.get(letter) ?? letter).join('');
  return latin
    .replace(/['’‘ʼ`]/gu, '')
    .replace(/[^a-z0-9]+/gu, '-')
    .slice(0, max)
    .replace(/^-+|-+$/gu, '');
}
