/**
 * The 78 first-order regions of Azerbaijan: 66 rayons and 11 republic-level cities with ISO 3166-2:AZ codes,
 * and Ağdərə, re-formed in 2023, which has no ISO code yet (`AZ-X-AGD` is ours until it gets one).
 *
 * Names: Azerbaijani forms are official; English is the common romanisation; Russian uses present-day forms.
 * Centres: the administrative centre's position from GeoNames (CC BY 4.0). Boxes: derived from Natural Earth's
 * admin-1 shapes (public domain, coarse) and the settlements known to lie in the region; good for zooming, not for law.
 */

import type { EconomicRegionCode } from './economic-regions.ts';
import { REGION_ROWS } from './region-rows.ts';
import type { RegionKind, RegionRow } from './region-rows.ts';

/** A name in the three languages of the interface. */
export type Names = Readonly<Record<'az' | 'en' | 'ru', string>>;
/** The languages that {@link Names} holds. */
export type NameLocale = keyof Names;
/** Latitude and longitude in WGS 84 degrees. */
export type LatLng = Readonly<{ lat: number; lng: number }>;
/** West, south, east, north in WGS 84 degrees. */
export type Bbox = readonly [west: number, south: number, east: number, north: number];

export type Region = Readonly<{
  /** ISO 3166-2 code such as `AZ-AST`, or `AZ-X-AGD`. */
  code: string;
  /** Address part, for example `astara-rayonu`. */
  slug: string;
  kind: RegionKind;
  /** With the kind, for letters and titles: “Astara rayonu”, “Астаринский район”. */
  full: Names;
  /** The bare name for lists and labels: “Astara”, “Астара”. */
  short: Names;
  /** The administrative centre. */
  centre: LatLng;
  bbox: Bbox;
  economic: EconomicRegionCode;
}>;

function toRegion(row: RegionRow): Region {
  const [code, kind, economic, slug, az, en, ru, ruAdjective, lat, lng, west, south, east, north] = row;
  const isCity = kind === 'city';
  return {
    code: `AZ-${code}`,
    slug: `${slug}-${isCity ? 'seheri' : 'rayonu'}`,
    kind,
    full: {
      az: `${az} ${isCity ? 'şəhəri' : 'rayonu'}`,
      en: `${en} ${isCity ? 'city' : 'district'}`,
      ru: isCity ? `город ${ru}` : `${ruAdjective} район`,
    },
    short: { az, en, ru },
    centre: { lat, lng },
    bbox: [west, south, east, north],
    economic,
  };
}

/** All 78 regions, rayons first, each group in the order of the ISO list. Sort for people with `compareAz`. */
export const REGIONS: readonly Region[] = REGION_ROWS.map(toRegion);

const BY_CODE = new Map(REGIONS.map((region) => [region.code, region]));
const BY_SLUG = new Map(REGIONS.map((region) => [region.slug, region]));

/** Bounds of the country used to refuse a place at once: lat 38.39–41.91, lng 44.75–50.88. */
export const COUNTRY_BOUNDS: Bbox = [44.75, 38.39, 50.88, 41.91];

/** The region with this ISO code, or undefined. */
export function regionByCode(code: string): Region | undefined {
  return BY_CODE.get(code);
}

/** The region with this address part, or undefined. */
export function regionBySlug(slug: string): Region | undefined {
  return BY_SLUG.get(slug);
}

/** True for one of the 78 codes. */
export function isRegionCode(code: string): boolean {
  return BY_CODE.has(code);
}

/**
 * A region's or a choice's name; `form` short (default) for labels, full for letters.
 * An unknown code is answered with itself, so that a page never breaks over an old code.
 */
export function regionName(code: string, locale: NameLocale, form: 'short' | 'full' = 'short'): string {
  const named = BY_CODE.get(code) ?? CHOICE_BY_CODE.get(code);
  return named ? named[form][locale] : code;
}

/**
 * What a citizen chooses from. Where a city and a rayon share a name one executive authority covers both, and nobody
 * says “the rayon, not the city”: these are one choice. Naxçıvan's seven rayons and its city are one choice too.
 *
 *   AZ-SAK ← AZ-SAK, AZ-SA (Şəki)      AZ-LAN ← AZ-LAN, AZ-LA (Lənkəran)      AZ-YEV ← AZ-YEV, AZ-YE (Yevlax)
 *   AZ-NX  ← AZ-BAB, AZ-CUL, AZ-KAN, AZ-NV, AZ-ORD, AZ-SAD, AZ-SAH, AZ-SAR (Naxçıvan)
 *
 * Every other region is a choice of its own: 68 choices for 78 regions.
 */
export type RegionChoice = Readonly<{
  /** A region code, or `AZ-NX` for the autonomous republic. */
  code: string;
  short: Names;
  full: Names;
  /** The region codes it stands for; the first is the default when nothing more precise is known. */
  regions: readonly string[];
  bbox: Bbox;
  centre: LatLng;
}>;

const TWIN_CITIES: Readonly<Record<string, string>> = {
  'AZ-SA': 'AZ-SAK',
  'AZ-LA': 'AZ-LAN',
  'AZ-YE': 'AZ-YEV',
};
/** The autonomous republic's city first: it is where unplaced matters go. */
const NAXCIVAN = ['AZ-NV', 'AZ-BAB', 'AZ-CUL', 'AZ-KAN', 'AZ-ORD', 'AZ-SAD', 'AZ-SAH', 'AZ-SAR'];
const NAXCIVAN_NAMES: Pick<RegionChoice, 'short' | 'full'> = {
  short: { az: 'Naxçıvan', en: 'Nakhchivan', ru: 'Нахчыван' },
  full: {
    az: 'Naxçıvan Muxtar Respublikası',
    en: 'Nakhchivan Autonomous Republic',
    ru: 'Нахчыванская Автономная Республика',
  },
};

/** The code of the choice that a region belongs to; an unknown code is answered with itself. */
export function choiceOf(regionCode: string): string {
  if (NAXCIVAN.includes(regionCode)) return 'AZ-NX';
  return TWIN_CITIES[regionCode] ?? regionCode;
}

function mergeBoxes(boxes: readonly Bbox[]): Bbox {
  return [
    Math.min(...boxes.map((box) => box[0])),
    Math.min(...boxes.map((box) => box[1])),
    Math.max(...boxes.map((box) => box[2])),
    Math.max(...boxes.map((box) => box[3])),
  ];
}

function makeChoice(code: string, regions: readonly Region[]): RegionChoice {
  const main = regions[0] as Region;
  const withCity: Names = {
    az: `${main.short.az} şəhəri və rayonu`,
    en: `${main.short.en} city and district`,
    ru: `город ${main.short.ru} и ${main.full.ru}`,
  };
  const names =
    code === 'AZ-NX' ? NAXCIVAN_NAMES : { short: main.short, full: regions.length > 1 ? withCity : main.full };
  return {
    code,
    ...names,
    regions: regions.map((region) => region.code),
    bbox: mergeBoxes(regions.map((region) => region.bbox)),
    centre: main.centre,
  };
}

const CHOICES: readonly RegionChoice[] = (() => {
  const groups = new Map<string, Region[]>();
  const naxcivanCity = BY_CODE.get('AZ-NV') as Region;
  for (const region of [naxcivanCity, ...REGIONS.filter((one) => one.code !== 'AZ-NV')]) {
    const choice = choiceOf(region.code);
    groups.set(choice, [...(groups.get(choice) ?? []), region]);
  }
  const collator = new Intl.Collator('az');
  return [...groups]
    .map(([code, regions]) => makeChoice(code, regions))
    .sort((a, b) => collator.compare(a.short.az, b.short.az));
})();

const CHOICE_BY_CODE = new Map(CHOICES.map((choice) => [choice.code, choice]));

/** The citizens' list, 68 entries, in Azerbaijani alphabetical order. */
export function regionsForChoice(): readonly RegionChoice[] {
  return CHOICES;
}

/** The region codes behind a choice (or behind a plain region code, which is its own choice); empty when unknown. */
export function regionsOfChoice(code: string): readonly string[] {
  return CHOICE_BY_CODE.get(code)?.regions ?? (BY_CODE.has(code) ? [code] : []);
}
