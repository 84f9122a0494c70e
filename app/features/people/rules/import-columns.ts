import { fold } from '#app/kernel/az-text.ts';

/** What a column of a table may be taken for. Several columns may be contacts; of the others the first counts. */
export const IMPORT_FIELDS = [
  'name',
  'first_name',
  'last_name',
  'email',
  'phone',
  'region',
  'place',
  'roles',
  'languages',
  'tags',
  'age_band',
  'gender',
  'note',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];
/** By column, in the table's order; null columns are left out. */
export type ImportMapping = (ImportField | null)[];

/** Names of columns as people write them in three languages; compared folded. */
const NAMES: Record<ImportField, readonly string[]> = {
  name: [
    'ad soyad',
    'ad və soyad',
    'adı soyadı',
    'soyad ad',
    'S.A.A.',
    'full name',
    'name',
    'фио',
    'имя и фамилия',
    'имя фамилия',
  ],
  first_name: ['ad', 'adı', 'first name', 'given name', 'имя'],
  last_name: ['soyad', 'soyadı', 'last name', 'surname', 'family name', 'фамилия'],
  email: ['e-poçt', 'epoçt', 'elektron poçt', 'email', 'e-mail', 'mail', 'почта', 'эл. почта', 'электронная почта'],
  phone: [
    'telefon',
    'mobil',
    'nömrə',
    'əlaqə nömrəsi',
    'mobil telefon',
    'telefon nömrəsi',
    'phone',
    'mobile',
    'phone number',
    'whatsapp',
    'телефон',
    'мобильный',
    'номер',
    'номер телефона',
  ],
  region: ['rayon', 'rayon və ya şəhər', 'region', 'şəhər', 'district', 'city', 'район', 'город', 'регион'],
  place: [
    'kənd',
    'yer',
    'yaşayış yeri',
    'kənd və ya küçə',
    'ünvan',
    'village',
    'place',
    'address',
    'settlement',
    'село',
    'место',
    'адрес',
    'населённый пункт',
  ],
  roles: ['rol', 'rollar', 'vəzifə', 'role', 'roles', 'роль', 'роли'],
  languages: ['dil', 'dillər', 'language', 'languages', 'язык', 'языки'],
  tags: ['etiket', 'etiketlər', 'nişan', 'qrup', 'tag', 'tags', 'group', 'метка', 'метки', 'теги', 'группа'],
  age_band: ['yaş', 'yaş qrupu', 'age', 'age group', 'age band', 'возраст', 'возрастная группа'],
  gender: ['cins', 'cinsi', 'gender', 'sex', 'пол'],
  note: ['qeyd', 'qeydlər', 'şərh', 'note', 'notes', 'comment', 'заметка', 'заметки', 'примечание', 'комментарий'],
};

const plain = (text: string): string =>
  fold(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const FIELD_OF = new Map(
  IMPORT_FIELDS.flatMap((field) =>
    [field.replace('_', ' '), ...NAMES[field]].map((name) => [plain(name), field] as const),
  ),
);
const REPEATABLE: readonly ImportField[] = ['email', 'phone'];

/** A guess for each column: by its name, or, where the name says nothing, by what stands in the first rows. */
export function guessMapping(header: readonly string[], sample: readonly (readonly string[])[]): ImportMapping {
  const used = new Set<ImportField>();
  const take = (field: ImportField | undefined): ImportField | null => {
    if (!field || (used.has(field) && !REPEATABLE.includes(field))) return null;
    used.add(field);
    return field;
  };
  const named = header.map((cell) => take(FIELD_OF.get(plain(cell.replace(/\d+$/u, '')))));
  const mapping = named.map((field, column) => {
    if (field) return field;
    const cells = sample.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== '');
    if (cells.length === 0) return null;
    if (cells.every((cell) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(cell))) return take('email');
    if (cells.every((cell) => /^[+(]?[\d\s()\-.]{9,20}$/u.test(cell))) return take('phone');
    return null;
  });
  // A table with one column of names often calls it “Ad” and has no surname beside it.
  if (used.has('first_name') && !used.has('last_name') && !used.has('name'))
    return mapping.map((field) => (field === 'first_name' ? 'name' : field));
  return mapping;
}

/** A mapping that names no name cannot make people. */
export function hasName(mapping: ImportMapping): boolean {
  return mapping.some((field) => field === 'name' || field === 'first_name' || field === 'last_name');
}

/** Why a row is refused, with the field it stands in. */
export const ROW_ERRORS = [
  'required',
  'too-long',
  'email',
  'phone',
  'region',
  'role',
  'language',
  'age',
  'gender',
] as const;
export type RowError = { field: ImportField; code: (typeof ROW_ERRORS)[number] };
export type RefusedRow = { line: number; errors: RowError[] };

/**
 * What an import would do or did. `matched`: known already and nothing to add; `changed`: known, and the table adds to
 * them; `repeated`: said earlier in the same table. `refused` holds the first of them, `counts.refused` all.
 */
export type ImportReport = {
  counts: { new: number; matched: number; changed: number; repeated: number; refused: number };
  refused: RefusedRow[];
};
export const NO_REPORT: ImportReport = {
  counts: { new: 0, matched: 0, changed: 0, repeated: 0, refused: 0 },
  refused: [],
};
/** So many refused rows are named; a table with more is mended in the program it came from first. */
export const MOST_REFUSED = 2000;
