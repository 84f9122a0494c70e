import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BODY_KINDS } from '#app/features/authorities/rules/body-kinds.ts';
import {
  CATEGORIES,
  CATEGORY_KEYS,
  THEMES,
  categoriesOfTheme,
  categoryByKey,
  isCategoryKey,
  isReportable,
  isTheme,
} from '#app/features/issues/rules/categories.ts';
import { categories as az } from '#app/i18n/messages/az/categories.ts';
import { categories as en } from '#app/i18n/messages/en/categories.ts';
import { categories as ru } from '#app/i18n/messages/ru/categories.ts';

describe('categories', () => {
  it('are 43 in four themes, named in three languages', () => {
    expect(CATEGORIES).toHaveLength(43);
    expect(new Set(CATEGORY_KEYS).size).toBe(43);
    const keys = [...THEMES.map((theme) => `theme.${theme}`), ...CATEGORY_KEYS.map((key) => `category.${key}`)].sort();
    for (const words of [az, en, ru]) expect(Object.keys(words).sort()).toEqual(keys);
    expect(THEMES.flatMap((theme) => categoriesOfTheme(theme))).toHaveLength(43);
  });

  it('have a drawn icon of their own and bodies that exist', () => {
    expect(new Set(CATEGORIES.map((category) => category.icon)).size).toBe(43);
    for (const { key, icon, bodies } of CATEGORIES) {
      expect(existsSync(`node_modules/lucide-react/dist/esm/icons/${icon}.mjs`), `${key}: ${icon}`).toBe(true);
      expect(bodies.length, key).toBeGreaterThan(0);
      for (const body of bodies) expect(BODY_KINDS).toContain(body);
    }
  });

  it('know what may be stored', () => {
    expect(CATEGORIES.filter((category) => category.sensitivity === 2).map((category) => category.key)).toEqual([
      'violence_support',
      'early_marriage',
    ]);
    expect(isReportable('road_surface')).toBe(true);
    expect(isReportable('employment')).toBe(true);
    expect(isReportable('early_marriage')).toBe(false);
  });

  it('refuse what they do not know', () => {
    expect(categoryByKey('road_surface')?.theme).toBe('infrastructure');
    for (const garbage of ['', 'Road', '__proto__', 'toString']) expect(categoryByKey(garbage)).toBeUndefined();
    expect(isCategoryKey(7)).toBe(false);
    expect(isTheme('ecology')).toBe(true);
    expect(isTheme('economy')).toBe(false);
  });
});
