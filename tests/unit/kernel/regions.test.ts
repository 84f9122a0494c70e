import { describe, expect, it } from 'vitest';
import { ECONOMIC_REGIONS } from '#app/kernel/economic-regions.ts';
import {
  COUNTRY_BOUNDS,
  REGIONS,
  choiceOf,
  regionByCode,
  regionBySlug,
  regionName,
  regionsForChoice,
  regionsOfChoice,
} from '#app/kernel/regions.ts';

describe('regions', () => {
  it('are 67 rayons and 11 cities, each with a code, a slug and a name of its own', () => {
    expect(REGIONS).toHaveLength(78);
    expect(REGIONS.filter((region) => region.kind === 'city')).toHaveLength(11);
    for (const key of ['code', 'slug'] as const) {
      expect(new Set(REGIONS.map((region) => region[key])).size).toBe(78);
    }
    for (const locale of ['az', 'en', 'ru'] as const) {
      expect(new Set(REGIONS.map((region) => region.full[locale])).size).toBe(78);
    }
  });

  it('lie in the country, their centre in their box', () => {
    const [west, south, east, north] = COUNTRY_BOUNDS;
    for (const { code, bbox, centre, economic } of REGIONS) {
      expect(ECONOMIC_REGIONS[economic], code).toBeDefined();
      expect(bbox[0] < bbox[2] && bbox[1] < bbox[3], code).toBe(true);
      expect(
        centre.lng >= bbox[0] && centre.lng <= bbox[2] && centre.lat >= bbox[1] && centre.lat <= bbox[3],
        code,
      ).toBe(true);
      expect(
        bbox[0] >= west - 0.02 && bbox[1] >= south - 0.02 && bbox[2] <= east && bbox[3] <= north + 0.02,
        code,
      ).toBe(true);
    }
  });

  it('are found by code and slug, and named in three languages', () => {
    expect(regionByCode('AZ-AST')?.slug).toBe('astara-rayonu');
    expect(regionBySlug('gence-seheri')?.code).toBe('AZ-GA');
    expect(regionByCode('AZ-NOPE')).toBeUndefined();
    expect(regionName('AZ-AST', 'ru')).toBe('Астара');
    expect(regionName('AZ-AST', 'ru', 'full')).toBe('Астаринский район');
    expect(regionName('AZ-NX', 'az')).toBe('Naxçıvan');
    expect(regionName('AZ-??', 'az')).toBe('AZ-??');
  });

  it('are offered to citizens as 68 choices that cover every region once', () => {
    const choices = regionsForChoice();
    expect(choices).toHaveLength(68);
    const covered = choices.flatMap((choice) => choice.regions);
    expect([...covered].sort()).toEqual(REGIONS.map((region) => region.code).sort());
    for (const locale of ['az', 'en', 'ru'] as const) {
      expect(new Set(choices.map((choice) => choice.short[locale])).size).toBe(68);
    }
    expect(regionsOfChoice('AZ-SAK')).toEqual(['AZ-SAK', 'AZ-SA']);
    expect(regionsOfChoice('AZ-NX')).toHaveLength(8);
    expect(regionsOfChoice('AZ-LA')).toEqual(['AZ-LA']);
    expect(choiceOf('AZ-LA')).toBe('AZ-LAN');
    expect(choiceOf('AZ-ORD')).toBe('AZ-NX');
    expect(choiceOf('AZ-AST')).toBe('AZ-AST');
  });

  it('come in Azerbaijani order: x after h, q after k', () => {
    const names = regionsForChoice().map((choice) => choice.short.az);
    expect(names[0]).toBe('Abşeron');
    expect(names.indexOf('Xaçmaz')).toBeLessThan(names.indexOf('İmişli'));
    expect(names.indexOf('Qax')).toBeLessThan(names.indexOf('Laçın'));
    expect(names.at(-1)).toBe('Zərdab');
  });
});
