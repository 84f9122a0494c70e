/** The settlements table, read once. Pure: usable by the build step too. */
import { toEnglish, toRussian } from '#app/kernel/transliterate.ts';
import type { Names } from '#app/kernel/regions.ts';
import { SETTLEMENT_ROWS } from './settlement-rows.ts';

export type Settlement = Readonly<{
  /** Recorded names; English and Russian fall back on transcription. */
  names: Names;
  region: string;
  lat: number;
  lng: number;
  /** 1 administrative centre, 2 town or large settlement, 3 the rest. */
  rank: 1 | 2 | 3;
}>;

function parse(region: string, entry: string): Settlement {
  const [az = '', lat, lng, rank, ru] = entry.split('|');
  return {
    names: { az, en: toEnglish(az), ru: ru ?? toRussian(az) },
    region,
    lat: Number(lat) / 1e4,
    lng: Number(lng) / 1e4,
    rank: Number(rank) as Settlement['rank'],
  };
}

let all: readonly Settlement[] | undefined;

/** All settlements, about 4,000; parsed at the first call. */
export function settlements(): readonly Settlement[] {
  all ??= Object.entries(SETTLEMENT_ROWS).flatMap(([region, rows]) =>
    rows.split(';').map((entry) => parse(region, entry)),
  );
  return all;
}
