/** The settlements table, read once. Pure: usable by the build step too. */
import { toEnglish, toRussian } from '#app/kernel/transliterate.ts';
import { regionByCode } from '#app/kernel/regions.ts';
import type { Names } from '#app/kernel/regions.ts';
import { SETTLEMENT_ROWS } from './settlement-rows.ts';

export type Settlement = Readonly<{
  /** Recorded names (a centre that bears its region's name has the region's); else English and Russian are transcribed. */
  names: Names;
  region: string;
  lat: number;
  lng: number;
  /** 1 administrative centre, 2 town or large settlement, 3 the rest. */
  rank: 1 | 2 | 3;
}>;

function parse(region: string, entry: string): Settlement {
  const [az = '', lat, lng, rank, ru] = entry.split('|');
  const home = rank === '1' ? regionByCode(region)?.short : undefined;
  return {
    names: home?.az === az ? home : { az, en: toEnglish(az), ru: ru ?? toRussian(az) },
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
