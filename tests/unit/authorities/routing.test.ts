import { describe, expect, it } from 'vitest';
import {
  BODY_KINDS,
  executiveAuthorityName,
  isBodyKind,
  reachOf,
} from '#app/features/authorities/rules/body-kinds.ts';
import { defaultRouting } from '#app/features/authorities/rules/routing.ts';
import { CATEGORIES } from '#app/features/issues/rules/categories.ts';
import { REGIONS } from '#app/kernel/regions.ts';

describe('defaultRouting', () => {
  it('knows somebody for every reportable category in every region', () => {
    for (const { key, sensitivity } of CATEGORIES) {
      for (const { code } of REGIONS) {
        const bodies = defaultRouting(key, code);
        expect(bodies.length > 0, `${key} in ${code}`).toBe(sensitivity < 2);
        expect(new Set(bodies).size).toBe(bodies.length);
      }
    }
  });

  it('sends waste to Təmiz Şəhər in Baku only', () => {
    expect(defaultRouting('waste', 'AZ-BA')[0]).toBe('temiz_seher');
    expect(defaultRouting('waste', 'AZ-AST')).toEqual(['belediyye', 'rih', 'etsn']);
  });
});

describe('bodies', () => {
  it('are 28 kinds', () => {
    expect(new Set(BODY_KINDS).size).toBe(28);
    expect(reachOf('rih')).toBe('region');
    expect(reachOf('etsn')).toBe('national');
    expect(isBodyKind('etsn')).toBe(true);
    expect(isBodyKind('x')).toBe(false);
  });

  it('name the executive authority of a region', () => {
    expect(executiveAuthorityName('AZ-AST')).toEqual({
      az: 'Astara Rayon İcra Hakimiyyəti',
      en: 'Astara District Executive Authority',
      ru: 'Исполнительная власть Астаринского района',
    });
    expect(executiveAuthorityName('AZ-GA').az).toBe('Gəncə Şəhər İcra Hakimiyyəti');
    expect(executiveAuthorityName('AZ-SA')).toEqual(executiveAuthorityName('AZ-SAK'));
    for (const { code } of REGIONS) expect(executiveAuthorityName(code).ru).not.toContain('ский');
    expect(() => executiveAuthorityName('AZ-NOPE')).toThrow(RangeError);
  });
});
