import { fold } from '#app/kernel/az-text.ts';

/** Who signed. Everything in here stands in the cipher alone. */
export type Person = {
  name: string;
  /** E.164 or a plain e-mail address; null for those who signed on paper or at a table without one. */
  contact: string | null;
  village: string;
  birthYear: number | null;
};

export const SIGNER_LIMITS = { name: 120, village: 120, contact: 200 } as const;
export const OLDEST_BIRTH_YEAR = 1900;

/** Words of a name for comparing, whatever their order, alphabet and case. */
function words(name: string): string[] {
  return fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** The whole name, in an order of its own: fathers' names keep cousins apart. */
export function foldName(name: string): string {
  return words(name).toSorted().join(' ');
}

/** Son or daughter of, as written after a father's name, folded. */
const AFTER_FATHER = new Set(['oglu', 'ogli', 'qizi', 'gizi', 'kizi', 'kyzy', 'gyzy']);

/**
 * First name and surname alone: on the sheet people write their father's name too, on the web mostly not. It finds
 * possible duplicates for a person to look at, and decides nothing.
 */
export function coreName(name: string): string {
  const all = words(name);
  const mark = all.findIndex((word) => AFTER_FATHER.has(word));
  const core = mark > 0 ? all.filter((_, at) => at !== mark && at !== mark - 1) : all.slice(0, 2);
  return core.toSorted().join(' ');
}

/** Given name and surname, of letters; nothing that a table program or a reader of links would run. */
export function isNameLike(name: string): boolean {
  return (
    words(name).length >= 2 && /^\p{L}/u.test(name) && !/[<>@=+/\\{}]|https?:|www\./iu.test(name) && !/\d/u.test(name)
  );
}

/** What makes two signatures of one campaign the same person: name and contact, or name, birth year and village without one. */
export function signerText({ name, contact, village, birthYear }: Person): string {
  return contact === null
    ? `${foldName(name)}\n${birthYear ?? ''}\n${foldName(village)}`
    : `${foldName(name)}\n${contact}`;
}
