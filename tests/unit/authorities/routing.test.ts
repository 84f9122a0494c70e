import { describe, expect, it } from 'vitest';
import { BODY_KINDS, executiveAuthorityName, isBodyKind, reachOf } from '#app/features/authorities/rules/body-kinds.ts';
import { correctionSubject, parseCorrectionSubject } from '#app/features/authorities/rules/corrections.ts';
import { bodiesOfKinds, defaultRouting, rankKinds, type Route } from '#app/features/authorities/rules/routing.ts';
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

describe('rankKinds', () => {
  const line = (bodyKind: string, more: Partial<Route> = {}): Route => ({
    category: 'waste',
    region: null,
    bodyKind,
    position: 0,
    organisationId: null,
    ...more,
  });
  const ask = (routes: Route[], region = 'AZ-AST', organisationId: string | null = 'we') =>
    rankKinds(routes, { category: 'waste', region, organisationId });
  const general = [line('belediyye'), line('rih', { position: 1 })];

  it('puts one’s own correction first, then the region’s line, then the general one; equals by position', () => {
    const routes = [
      ...general,
      line('etsn', { region: 'AZ-AST' }),
      line('adsea', { organisationId: 'we' }),
      line('polis', { organisationId: 'we', region: 'AZ-AST', position: 9 }),
    ];
    expect(ask(routes)).toEqual(['polis', 'adsea', 'etsn', 'belediyye', 'rih']);
    expect(ask(routes.toReversed())).toEqual(['polis', 'adsea', 'etsn', 'belediyye', 'rih']);
  });

  it('passes over others’ corrections, other regions and categories, and kinds it does not know', () => {
    const routes = [
      ...general,
      line('etsn', { organisationId: 'they' }),
      line('adsea', { region: 'AZ-MAS' }),
      line('polis', { category: 'school' }),
      line('nobody'),
    ];
    expect(ask(routes)).toEqual(['belediyye', 'rih']);
    expect(ask([...general, line('etsn', { organisationId: 'we' })], 'AZ-AST', null)).toEqual(['belediyye', 'rih']);
  });

  it('names nobody twice, and takes the town for its district', () => {
    expect(ask([...general, line('rih', { organisationId: 'we' })])).toEqual(['rih', 'belediyye']);
    expect(ask([...general, line('etsn', { region: 'AZ-LAN' })], 'AZ-LA')).toEqual(['etsn', 'belediyye', 'rih']);
  });
});

describe('bodiesOfKinds', () => {
  const bodies = [
    { id: 'rih-astara', kind: 'rih', region: 'AZ-AST' },
    { id: 'rih-lan', kind: 'rih', region: 'AZ-LAN' },
    { id: 'etsn', kind: 'etsn', region: null },
    { id: 'etsn-astara', kind: 'etsn', region: 'AZ-AST' },
    { id: 'rih-babek', kind: 'rih', region: 'AZ-BAB' },
    { id: 'rih-naxcivan', kind: 'rih', region: 'AZ-NV' },
  ];
  const ids = (kinds: Parameters<typeof bodiesOfKinds>[1], region: string) =>
    bodiesOfKinds(bodies, kinds, region).map((body) => body.id);

  it('prefers the region’s own body to the country’s', () => {
    expect(ids(['etsn', 'rih'], 'AZ-AST')).toEqual(['etsn-astara', 'rih-astara']);
    expect(ids(['etsn'], 'AZ-MAS')).toEqual(['etsn']);
    expect(ids(['rih'], 'AZ-MAS')).toEqual([]);
  });

  it('finds the district of a town, and all districts of the autonomous republic with the nearest first', () => {
    expect(ids(['rih'], 'AZ-LA')).toEqual(['rih-lan']);
    expect(ids(['rih'], 'AZ-BAB')).toEqual(['rih-babek', 'rih-naxcivan']);
    expect(ids(['rih'], 'AZ-NX')).toEqual(['rih-naxcivan', 'rih-babek']);
  });
});

describe('the names of corrections', () => {
  it.each([
    { category: 'waste', region: 'AZ-AST', bodyKind: 'etsn' },
    { category: 'waste', region: null, bodyKind: null },
  ] as const)('say the same both ways: %o', (correction) => {
    expect(parseCorrectionSubject(correctionSubject(correction))).toEqual(correction);
  });

  it('are nothing else', () => {
    for (const other of ['', 'waste', 'waste/AZ-AST', 'nope/AZ-AST/etsn', 'waste/AZ-AST/nope'])
      expect(parseCorrectionSubject(other)).toBeNull();
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
