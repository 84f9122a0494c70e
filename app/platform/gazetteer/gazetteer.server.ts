/**
 * Finding a place by name and naming a place by point, without asking anybody outside. Everything is a guess that the
 * person may overrule: settlements are good to 0.5–1 km, and near a region's border some points fall on the wrong side.
 */
import { compareAz, fold } from '#app/kernel/az-text.ts';
import { haversineMetres, isInsideCountryBounds } from '#app/kernel/geo.ts';
import { REGIONS, choiceOf, regionByCode, regionName, regionsOfChoice } from '#app/kernel/regions.ts';
import type { LatLng, NameLocale, Names, Region } from '#app/kernel/regions.ts';
import { REGION_ALIASES } from './region-aliases.ts';
import { settlements } from './settlements.ts';
import type { Settlement } from './settlements.ts';
import { metresToOutline, shapeAt } from './shapes.ts';

/** Something that a search found. */
export type Place = Readonly<{
  kind: 'region' | 'settlement';
  names: Names;
  /** Region code. */
  region: string;
  lat: number;
  lng: number;
}>;

export type NearestSettlement = Readonly<{
  /** The Azerbaijani name. */
  name: string;
  names: Names;
  region: string;
  /** See {@link Settlement}. */
  rank: Settlement['rank'];
  metres: number;
}>;

type Entry = Readonly<{ place: Place; keys: readonly string[]; looseKeys: readonly string[]; rank: number }>;

/** Sources put a town's middle this far apart. */
const CENTRE_M = 8_000;

/** ə, а and е are the letters that transcriptions disagree about most: the second look treats them as one. */
const loosen = (folded: string): string => folded.replaceAll('e', 'a');

let entries: readonly Entry[] | undefined;

function entry(place: Place, others: readonly string[], rank: number): Entry {
  const spellings = [place.names.az, place.names.en, place.names.ru, ...others];
  const keys = [...new Set(spellings.map(fold))];
  return { place, keys, looseKeys: keys.map(loosen), rank };
}

/** Bears its region's name and lies at its centre. */
function isItsRegionsCentre(one: Settlement): boolean {
  const region = regionByCode(one.region);
  return region?.short.az === one.names.az && haversineMetres(region.centre, one) < CENTRE_M;
}

/** Twin towns and the Naxçıvan that stands for its republic are one find: the first region of that name in the choice. */
function isFirstOfItsName(region: Region): boolean {
  const namesake = REGIONS.find(
    (one) => choiceOf(one.code) === choiceOf(region.code) && one.short.az === region.short.az,
  );
  return namesake === region;
}

function index(): readonly Entry[] {
  entries ??= [
    ...REGIONS.filter(isFirstOfItsName).map((region) =>
      entry(
        { kind: 'region', names: region.short, region: region.code, ...region.centre },
        regionsOfChoice(choiceOf(region.code)).flatMap((code) =>
          regionByCode(code)?.short.az === region.short.az ? (REGION_ALIASES[code] ?? []) : [],
        ),
        0,
      ),
    ),
    // A centre that bears its region's name would be the same find twice.
    ...settlements()
      .filter((one) => !isItsRegionsCentre(one))
      .map((one) =>
        entry({ kind: 'settlement', names: one.names, region: one.region, lat: one.lat, lng: one.lng }, [], one.rank),
      ),
  ];
  return entries;
}

/** 0 the whole name, 1 its beginning, 2 a word's beginning, 3 anywhere; undefined: not at all. */
function closeness(keys: readonly string[], wanted: string): number | undefined {
  let best: number | undefined;
  for (const key of keys) {
    const at = key.indexOf(wanted);
    if (at < 0) continue;
    const here = key === wanted ? 0 : at === 0 ? 1 : / |-/u.test(key.charAt(at - 1)) ? 2 : 3;
    best = Math.min(best ?? here, here);
  }
  return best;
}

/**
 * Places for what somebody types, in any of our alphabets, best first: whole names, then beginnings, then anything that
 * holds it; regions and towns before villages. `region` is a region's or a choice's code. Fewer than two letters find nothing.
 */
export function searchPlaces(query: string, options: { region?: string; limit?: number } = {}): readonly Place[] {
  const wanted = fold(query.slice(0, 80)).trim().replace(/\s+/gu, ' ');
  if (wanted.length < 2) return [];
  const loosely = loosen(wanted);
  const within = options.region ? regionsOfChoice(choiceOf(options.region)) : undefined;
  const found: { entry: Entry; score: number }[] = [];
  for (const one of index()) {
    if (within && !within.includes(one.place.region)) continue;
    const exact = closeness(one.keys, wanted);
    const loose = exact === undefined ? closeness(one.looseKeys, loosely) : undefined;
    if (exact !== undefined) found.push({ entry: one, score: exact * 4 + one.rank });
    else if (loose !== undefined) found.push({ entry: one, score: 16 + loose * 4 + one.rank });
  }
  return found
    .sort((a, b) => a.score - b.score || compareAz(a.entry.place.names.az, b.entry.place.names.az))
    .slice(0, options.limit ?? 10)
    .map((one) => one.entry.place);
}

/** “Kijəbə (Astara)”; a region stands alone. */
export function placeLabel(place: Place, locale: NameLocale): string {
  const name = place.names[locale];
  return place.kind === 'region' ? name : `${name} (${regionName(place.region, locale)})`;
}

/** The closest settlements, nearest first. Some 4,000 comparisons, well under a millisecond. */
function nearby(point: LatLng, count: number): { settlement: Settlement; metres: number }[] {
  const squeeze = Math.cos((point.lat * Math.PI) / 180);
  const best: { settlement: Settlement; square: number }[] = [];
  for (const settlement of settlements()) {
    const square = ((settlement.lng - point.lng) * squeeze) ** 2 + (settlement.lat - point.lat) ** 2;
    if (best.length === count && square >= (best.at(-1)?.square ?? 0)) continue;
    const at = best.findIndex((one) => square < one.square);
    best.splice(at < 0 ? best.length : at, 0, { settlement, square });
    if (best.length > count) best.pop();
  }
  return best.map(({ settlement }) => ({ settlement, metres: haversineMetres(point, settlement) }));
}

/** The nearest settlement and how far it is. */
export function nearestSettlement(lat: number, lng: number): NearestSettlement {
  const [nearest] = nearby({ lat, lng }, 1);
  if (!nearest) throw new Error('the gazetteer is empty');
  const { names, region, rank } = nearest.settlement;
  return { name: names.az, names, region, rank, metres: Math.round(nearest.metres) };
}

/** How far outside the coarse outline a point still counts as inside: the outline's own error. */
const OUTLINE_TOLERANCE_M = 1_500;
/** Near a settlement of the country a point counts as inside: islands and headlands that the outline lacks. */
const SETTLEMENT_TOLERANCE_M = 2_000;

/** True in the country, give or take 1.5 km (2 km around its settlements). */
export function isInsideCountry(lat: number, lng: number): boolean {
  const point = { lat, lng };
  if (!isInsideCountryBounds(point)) return false;
  if (shapeAt(point) !== undefined) return true;
  return metresToOutline(point) <= OUTLINE_TOLERANCE_M || nearestSettlement(lat, lng).metres <= SETTLEMENT_TOLERANCE_M;
}

/** Up to here the settlements around a point say better than the coarse shapes which region it is in. */
const TRUST_SETTLEMENTS_M = 3_000;
/** Within this of a republic-level city's own point one is in the city. */
const CITY_M = 2_000;

/**
 * The region a point lies in, or null outside the country. Near settlements the five nearest vote, nearer ones more; far
 * from any the shapes decide. Measured against better borders: right for 97 % of points within 1 km of a village, 90 % anywhere.
 */
export function regionOfPoint(lat: number, lng: number): string | null {
  if (!isInsideCountry(lat, lng)) return null;
  const around = nearby({ lat, lng }, 5);
  const votes = new Map<string, number>();
  for (const { settlement, metres } of around) {
    votes.set(settlement.region, (votes.get(settlement.region) ?? 0) + 1 / (metres ** 2 + 100));
  }
  const elected = [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  const [nearest] = around;
  if (!nearest) return elected;
  // A city's own villages are few, and the rayon's around it would outvote it.
  if (nearest.metres <= CITY_M && regionByCode(nearest.settlement.region)?.kind === 'city') {
    return nearest.settlement.region;
  }
  if (nearest.metres <= TRUST_SETTLEMENTS_M) return elected;
  return shapeAt({ lat, lng }) ?? elected;
}

/**
 * The choices that a point may belong to: the one that {@link regionOfPoint} names, then the coarse shapes' where they
 * disagree, as they do near borders. Empty outside the country.
 */
export function choicesAround({ lat, lng }: LatLng): readonly string[] {
  const region = regionOfPoint(lat, lng);
  if (region === null) return [];
  return [...new Set([choiceOf(region), choiceOf(shapeAt({ lat, lng }) ?? region)])];
}

/** In it, near it, and farther away; `place` and `region` stay as they are, so that no suffix is glued to a name. */
const WORDS: Record<NameLocale, Record<'in' | 'near' | 'far', (place: string, km: number) => string>> = {
  az: {
    in: (place) => place,
    near: (place) => `${place} yaxınlığı`,
    far: (place, km) => `${place} yaxınlığı, təxminən ${km} km`,
  },
  en: {
    in: (place) => place,
    near: (place) => `near ${place}`,
    far: (place, km) => `about ${km} km from ${place}`,
  },
  ru: {
    in: (place) => place,
    near: (place) => `близ населённого пункта ${place}`,
    far: (place, km) => `примерно в ${km} км от населённого пункта ${place}`,
  },
};
/** How far from its point one is still in a place, by rank: centre, town, village. */
const IN_PLACE_M = { 1: 3_000, 2: 1_500, 3: 800 } as const;
const NEAR_PLACE_M = 5_000;

/** A point in words, “Astara, Kijəbə yaxınlığı”, for the person to confirm or correct; empty outside the country. */
export function describePoint({ lat, lng }: LatLng, locale: NameLocale): string {
  const region = regionOfPoint(lat, lng);
  if (region === null) return '';
  const { names, rank, metres } = nearestSettlement(lat, lng);
  const how = metres <= IN_PLACE_M[rank] ? 'in' : metres <= NEAR_PLACE_M ? 'near' : 'far';
  const where = WORDS[locale][how](names[locale], Math.round(metres / 1000));
  const regionShort = regionName(region, locale);
  return rank === 1 && names[locale] === regionShort ? where : `${regionShort}, ${where}`;
}
