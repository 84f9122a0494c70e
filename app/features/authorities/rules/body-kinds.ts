/**
 * The kinds of bodies that a letter can be addressed to. Names, hotlines and their sources are data that the operator
 * corrects (the reference table); what stands here is only what code needs to know.
 */
import { regionByCode, regionName } from '#app/kernel/regions.ts';
import type { Names } from '#app/kernel/regions.ts';

/**
 * How far one such body reaches:
 *
 *   national   one body for the country, written to at its head office or its regional unit
 *   region     one body for each rayon or city (the executive authority)
 *   local      many inside a rayon (municipalities): the organisation adds the one it means
 *   owner      not an authority: whoever owns or runs the place
 */
export type BodyReach = 'national' | 'region' | 'local' | 'owner';

export const BODY_KINDS = [
  'belediyye',
  'rih',
  'adsea',
  'adsea_suvarma',
  'azerisiq',
  'azeriqaz',
  'aayda',
  'dyp',
  'ayna',
  'rabite',
  'etsn',
  'fhn',
  'tehsil',
  'tebib',
  'dost',
  'emek',
  'aqupdk',
  'polis',
  'emdx',
  'aqta',
  'gtm',
  'mkk',
  'asan',
  'temiz_seher',
  'ombudsman',
  'prokurorluq',
  'edliyye',
  'sahib',
] as const;
export type BodyKind = (typeof BODY_KINDS)[number];

const REACH: Partial<Record<BodyKind, BodyReach>> = { rih: 'region', belediyye: 'local', sahib: 'owner' };

/** How far a body of this kind reaches; most are national. */
export function reachOf(kind: BodyKind): BodyReach {
  return REACH[kind] ?? 'national';
}

/** Narrows untrusted text to a kind of body. */
export function isBodyKind(key: unknown): key is BodyKind {
  return typeof key === 'string' && (BODY_KINDS as readonly string[]).includes(key);
}

/**
 * The executive authority of a region by its full name, as on an envelope: “Astara Rayon İcra Hakimiyyəti”.
 * Twin cities (Şəki, Lənkəran, Yevlax) are answered for by the authority of the rayon.
 */
export function executiveAuthorityName(regionCode: string): Names {
  const region = regionByCode(regionCode);
  if (!region) throw new RangeError(`no such region: ${regionCode}`);
  const isCity = region.kind === 'city' && !['AZ-SA', 'AZ-LA', 'AZ-YE'].includes(region.code);
  const en = region.short.en;
  return {
    az: `${region.short.az} ${isCity ? 'Şəhər' : 'Rayon'} İcra Hakimiyyəti`,
    en: `${en} ${isCity ? 'City' : 'District'} Executive Authority`,
    ru: isCity
      ? `Исполнительная власть города ${region.short.ru}`
      : `Исполнительная власть ${districtGenitive(regionCode)} района`,
  };
}

/** “Астаринский район” → “Астаринского”: every Russian rayon name is an adjective in -ский. */
function districtGenitive(regionCode: string): string {
  const rayon = { 'AZ-SA': 'AZ-SAK', 'AZ-LA': 'AZ-LAN', 'AZ-YE': 'AZ-YEV' }[regionCode] ?? regionCode;
  return regionName(rayon, 'ru', 'full').replace(/ский район$/u, 'ского');
}
