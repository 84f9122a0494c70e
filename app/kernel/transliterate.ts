/**
 * Azerbaijani place names in English and Russian letters, for places whose name in that language nobody has recorded.
 * English: the usual romanisation (x → kh, q → g, c → j, ə → a …). Russian: practical transcription as on Russian maps
 * of Azerbaijan (c → дж, ə → я after к, г, л, else а …). Small enough for the browser; recorded names always come first.
 */

// prettier-ignore
const ENGLISH: Readonly<Record<string, string>> = {
  ə: 'a', c: 'j', ç: 'ch', ş: 'sh', ğ: 'gh', x: 'kh', q: 'g', ı: 'i', ö: 'o', ü: 'u', j: 'zh',
};
// prettier-ignore
const RUSSIAN: Readonly<Record<string, string>> = {
  a: 'а', b: 'б', c: 'дж', ç: 'ч', d: 'д', e: 'е', ə: 'а', f: 'ф', g: 'г', ğ: 'г', h: 'г', x: 'х', ı: 'ы', i: 'и', j: 'ж',
  k: 'к', q: 'г', l: 'л', m: 'м', n: 'н', o: 'о', ö: 'ё', p: 'п', r: 'р', s: 'с', ş: 'ш', t: 'т', u: 'у', ü: 'ю', v: 'в',
  y: 'й', z: 'з', w: 'в',
};
/** At the beginning of a word Russian spells these differently. */
const RUSSIAN_FIRST: Readonly<Record<string, string>> = { e: 'э', ö: 'о', ü: 'у' };
/** y + vowel is one Russian letter. */
const RUSSIAN_Y: Readonly<Record<string, string>> = { a: 'я', ə: 'я', e: 'е', o: 'ё', ö: 'ё', u: 'ю', ü: 'ю', i: 'и' };

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Applies `spell` to each word in lower case and gives back its capital. */
function byWords(name: string, spell: (letters: readonly string[]) => string): string {
  return name.replace(/\p{L}+/gu, (word) => {
    const lower = word.toLocaleLowerCase('az');
    const spelt = spell([...lower]);
    return lower === word ? spelt : capitalise(spelt);
  });
}

/** “Kijəbə” → “Kizhaba”, “Qızılağac” → “Gizilaghaj”. */
export function toEnglish(name: string): string {
  return byWords(name, (letters) => letters.map((letter) => ENGLISH[letter] ?? letter).join(''));
}

/** “Pensər” → “Пенсар”, “Göyçay” → “Гёйчай”. */
export function toRussian(name: string): string {
  return byWords(name, (letters) => {
    let spelt = '';
    for (let index = 0; index < letters.length; index += 1) {
      const letter = letters[index] as string;
      const next = letters[index + 1] ?? '';
      const before = letters[index - 1] ?? '';
      if (letter === 'y' && RUSSIAN_Y[next] !== undefined && (next !== 'i' || before !== '')) {
        spelt += RUSSIAN_Y[next];
        index += 1;
      } else if (index === 0 && RUSSIAN_FIRST[letter] !== undefined) spelt += RUSSIAN_FIRST[letter];
      else if (letter === 'ə' && 'kgl'.includes(before || '-')) spelt += next === 'y' ? 'е' : 'я';
      else if (letter === 'ə' && next === 'y') spelt += 'е';
      else spelt += RUSSIAN[letter] ?? letter;
    }
    return spelt;
  });
}
