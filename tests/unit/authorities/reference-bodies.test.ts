import { describe, expect, it } from 'vitest';
import { BODY_REFERENCE, bodyNameIn, bodyReference, demoBodyEmail } from '#db/seed/reference/bodies.ts';

describe('reference of bodies', () => {
  it('has 28 complete rows in three languages', () => {
    expect(BODY_REFERENCE).toHaveLength(28);
    for (const body of BODY_REFERENCE) {
      for (const words of [body.names, body.scope, body.channel]) {
        for (const locale of ['az', 'en', 'ru'] as const) expect(words[locale].length, body.kind).toBeGreaterThan(2);
      }
      for (const number of body.hotlines) expect(number).toMatch(/^(\(012\) )?\d{3,4}$/u);
      expect(body.checkedOn === null || body.confidence === 'seen', body.kind).toBe(true);
    }
  });

  it('names a body of a region, and gives the demo addresses that reach nobody', () => {
    expect(bodyNameIn('rih', 'AZ-MAS').az).toBe('Masallı Rayon İcra Hakimiyyəti');
    expect(bodyNameIn('belediyye', 'AZ-AST').ru).toBe('Муниципалитет (Астаринский район)');
    expect(bodyNameIn('etsn', 'AZ-AST')).toEqual(bodyReference('etsn').names);
    expect(demoBodyEmail('adsea_suvarma', null)).toBe('adsea-suvarma@qurum.invalid');
    expect(demoBodyEmail('rih', 'astara-rayonu')).toBe('rih.astara-rayonu@qurum.invalid');
  });
});
