import { fold } from '#app/kernel/az-text.ts';
import { normaliseEmail } from '#app/kernel/email.ts';
import { LOCALES } from '#app/kernel/locale.ts';
import { normalisePhone } from '#app/kernel/phone.ts';
import { REGIONS, choiceOf, regionsForChoice } from '#app/kernel/regions.ts';
import { people as az } from '#app/i18n/messages/az/people.ts';
import { people as en } from '#app/i18n/messages/en/people.ts';
import { people as ru } from '#app/i18n/messages/ru/people.ts';
import type { ImportField, ImportMapping, RowError } from './import-columns.ts';
import {
  AGE_BANDS,
  GENDERS,
  LIMITS,
  PERSON_ROLES,
  SPOKEN,
  type AgeBand,
  type ContactKind,
  type Gender,
  type PersonRole,
  type Spoken,
} from './kinds.ts';

/** What a good row becomes. */
export type ImportPerson = {
  name: string;
  region: string;
  place: string;
  contacts: { kind: ContactKind; value: string }[];
  roles: PersonRole[];
  languages: Spoken[];
  tags: string[];
  ageBand: AgeBand | null;
  gender: Gender | null;
  note: string;
};

const WORDS: Record<(typeof LOCALES)[number], Record<string, string>> = { az, en, ru };

const plain = (text: string): string =>
  fold(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The values of a closed list by their key and by their names in three languages. */
function named<Value extends string>(values: readonly Value[], stem: string, more: Record<string, Value> = {}) {
  return new Map<string, Value>([
    ...values.flatMap((value) => [
      [plain(value), value] as const,
      ...LOCALES.map((locale) => [plain(WORDS[locale][`${stem}.${value}`] ?? value), value] as const),
    ]),
    ...Object.entries(more).map(([name, value]) => [plain(name), value] as const),
  ]);
}

const ROLES = named(PERSON_ROLES, 'people.role');
const LANGUAGES = named(SPOKEN, 'people.language', {
  azərbaycanca: 'az',
  azərbaycan: 'az',
  rusca: 'ru',
  rus: 'ru',
  ingiliscə: 'en',
  talış: 'tly',
  ləzgi: 'lez',
});
const GENDER_NAMES = named(GENDERS, 'people.gender', {
  q: 'woman',
  k: 'man',
  f: 'woman',
  m: 'man',
  ж: 'woman',
  м: 'man',
});
const AGES = named(AGE_BANDS, 'people.age');
const REGION_NAMES = new Map(
  [...REGIONS, ...regionsForChoice()].flatMap(({ code, short, full }) =>
    [code, ...LOCALES.flatMap((locale) => [short[locale], full[locale]])].map(
      (name) => [plain(name), choiceOf(code)] as const,
    ),
  ),
);

/** Somebody's age in years, or a band by its name. */
function readAge(text: string): AgeBand | undefined {
  const years = /^\d{1,3}$/.test(text) ? Number(text) : undefined;
  if (years === undefined) return AGES.get(plain(text));
  const [youngest, ...rest] = [14, 18, 30, 45, 60, 120];
  if (years < (youngest as number)) return undefined;
  return AGE_BANDS[rest.findIndex((end) => years < end)];
}

/** Reads a row under a mapping. Names every wrong cell, not only the first. */
export function readImportRow(
  cells: readonly string[],
  mapping: ImportMapping,
): { person: ImportPerson } | { errors: RowError[] } {
  const errors: RowError[] = [];
  const all = (field: ImportField): string[] =>
    mapping.flatMap((at, column) => {
      const cell = at === field ? (cells[column] ?? '').replaceAll('\u0000', '').trim() : '';
      return cell === '' ? [] : [cell];
    });
  const one = (field: ImportField): string => (all(field)[0] ?? '').replaceAll(/\s+/gu, ' ');
  const wrong = (field: ImportField, code: RowError['code']): undefined => void errors.push({ field, code });
  const listed = <Value extends string>(
    field: ImportField,
    names: Map<string, Value>,
    code: RowError['code'],
  ): Value[] => {
    const words = all(field)
      .flatMap((cell) => cell.split(/[,;/\n]/u))
      .map((word) => word.trim());
    const found = words.filter(Boolean).map((word) => names.get(plain(word)));
    if (found.includes(undefined)) wrong(field, code);
    return [...new Set(found.filter((value) => value !== undefined))];
  };

  const name = one('name') || [one('first_name'), one('last_name')].filter(Boolean).join(' ');
  if (name === '') wrong('name', 'required');
  if (name.length > LIMITS.name) wrong('name', 'too-long');
  const place = one('place');
  if (place.length > LIMITS.place) wrong('place', 'too-long');
  const contacts = (['phone', 'email'] as const).flatMap((kind) =>
    all(kind)
      .flatMap((cell) => cell.split(/[,;/\n]/u))
      .filter((part) => part.trim() !== '')
      .flatMap((part) => {
        const value = kind === 'phone' ? normalisePhone(part.trim()) : normaliseEmail(part);
        if (value === null) wrong(kind, kind);
        return value === null ? [] : [{ kind, value }];
      }),
  );
  const region = one('region') === '' ? '' : REGION_NAMES.get(plain(one('region')));
  if (region === undefined) wrong('region', 'region');
  const roles = listed('roles', ROLES, 'role');
  const languages = listed('languages', LANGUAGES, 'language');
  const tags = [
    ...new Set(
      all('tags')
        .flatMap((cell) => cell.split(/[,;\n]/u))
        .map((tag) => tag.trim())
        .filter(Boolean),
    ),
  ];
  if (tags.some((tag) => tag.length > LIMITS.tag)) wrong('tags', 'too-long');
  const ageBand = one('age_band') === '' ? null : readAge(one('age_band'));
  if (ageBand === undefined) wrong('age_band', 'age');
  const gender = one('gender') === '' ? null : GENDER_NAMES.get(plain(one('gender')));
  if (gender === undefined) wrong('gender', 'gender');
  const note = all('note').join('\n');
  if (note.length > LIMITS.note) wrong('note', 'too-long');
  if (errors.length > 0 || region === undefined || ageBand === undefined || gender === undefined) return { errors };
  const once = new Map(contacts.map((contact) => [contact.value, contact]));
  return {
    person: { name, region, place, contacts: [...once.values()], roles, languages, tags, ageBand, gender, note },
  };
}
