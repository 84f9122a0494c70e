import { describe, expect, it } from 'vitest';
import { ISSUE_STATES } from '#app/features/issues/rules/lifecycle.ts';
import { placeText, regionOptions } from '#app/ui/place-text.ts';
import { stateStep, stateTone } from '#app/features/issues/ui/state-label.tsx';

describe('how a state looks', () => {
  it('never shows what an authority says as what people saw', () => {
    expect(ISSUE_STATES.filter((state) => stateTone(state) === 'verified')).toEqual(['verified_fixed']);
    expect(ISSUE_STATES.filter((state) => stateTone(state) === 'claimed')).toEqual(['done_claimed']);
    expect(ISSUE_STATES.filter((state) => stateStep(state) === 'claimed')).toEqual(['done_claimed']);
    expect(stateStep('disputed')).toBe('late');
    expect(stateStep('refused')).toBe('refused');
  });
});

describe('a place in words', () => {
  it('names the district once', () => {
    expect(placeText({ region: 'AZ-AST', place: 'Kijəbə, məktəbin yanı' }, 'az')).toBe('Astara, Kijəbə, məktəbin yanı');
    expect(placeText({ region: 'AZ-GA', place: 'Gəncə, yeraltı keçid' }, 'az')).toBe('Gəncə, yeraltı keçid');
    expect(placeText({ region: 'AZ-GA', place: 'gence, keçid' }, 'ru')).toBe('gence, keçid');
    expect(placeText({ region: 'AZ-AST', place: '' }, 'ru')).toBe('Астара');
    expect(placeText({ region: 'AZ-AST', place: 'Astaraçay sahili' }, 'az')).toBe('Astara, Astaraçay sahili');
  });

  it('offers each district once, in the alphabet of the page', () => {
    for (const locale of ['az', 'en', 'ru'] as const) {
      const options = regionOptions(locale);
      expect(new Set(options.map(({ value }) => value)).size).toBe(options.length);
      const labels = options.map(({ label }) => label);
      expect(labels).toEqual([...labels].sort(new Intl.Collator(locale).compare));
    }
  });
});
