import type { Names } from '#app/kernel/regions.ts';

/** An organisation's names as a view shape; what was left empty in a language is said in Azerbaijani. */
export function namesOf(row: { nameAz: string; nameEn: string; nameRu: string }): Names {
  return { az: row.nameAz, en: row.nameEn || row.nameAz, ru: row.nameRu || row.nameAz };
}

export function aboutOf(row: { aboutAz: string; aboutEn: string; aboutRu: string }): Names {
  return { az: row.aboutAz, en: row.aboutEn || row.aboutAz, ru: row.aboutRu || row.aboutAz };
}
