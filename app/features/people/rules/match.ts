import { fold } from '#app/kernel/az-text.ts';
import { choiceOf } from '#app/kernel/regions.ts';

/** What people write behind a place's name, in three languages; it does not make another place. */
const PLACE_WORDS = new Set(
  ['kənd', 'kəndi', 'qəsəbə', 'qəsəbəsi', 'şəhər', 'şəhəri', 'village', 'town', 'город', 'село', 'посёлок'].map(fold),
);

const words = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Words of a name, folded and in order: “Məmmədova Aygün” and “AYGUN MAMMADOVA”’s first form are one. */
export function nameWords(name: string): string[] {
  return words(name).sort();
}

/**
 * The same name at the same place. Null without a place: a name alone is too common in this country to say who is who.
 */
export function matchKey({ name, region, place }: { name: string; region: string; place: string }): string | null {
  const where = words(place).filter((word) => !PLACE_WORDS.has(word));
  if (region === '' || where.length === 0) return null;
  return [nameWords(name).join(' '), choiceOf(region), where.join(' ')].join('|');
}

/** Whether two names may be one person's: a word of at least three letters in common. */
export function shareAWord(a: string, b: string): boolean {
  const known = new Set(nameWords(a));
  return nameWords(b).some((word) => word.length >= 3 && known.has(word));
}
