import { describe, expect, it } from 'vitest';
import { errorText, fieldId } from '#app/ui/field.tsx';
import { clusterMarkup, clusterSize, pinMarkup } from '#app/ui/map-pins.ts';
import { receiptLines } from '#app/ui/receipt-code.tsx';
import type { StateTone } from '#app/ui/state-badge.tsx';

describe('receiptLines', () => {
  it('sets 28 digits as two, three and two groups of four', () => {
    expect(receiptLines('2749031655819402773611904825')).toEqual([
      ['2749', '0316'],
      ['5581', '9402', '7736'],
      ['1190', '4825'],
    ]);
  });

  it('loses no digit of any length and ignores spaces', () => {
    for (let length = 0; length <= 40; length += 1) {
      const digits = '1234567890'.repeat(4).slice(0, length);
      expect(receiptLines(digits).flat().join('')).toBe(digits);
    }
    expect(receiptLines('2749 0316')).toEqual([['2749', '0316']]);
  });
});

describe('fields', () => {
  it('make ids that a link can name', () => {
    expect(fieldId('title')).toBe('f-title');
    expect(fieldId('people[0].name')).toBe('f-people-0--name');
  });

  it('show one sentence, or none', () => {
    expect(errorText(['a', 'b'])).toBe('a');
    expect(errorText('a')).toBe('a');
    for (const nothing of [undefined, null, '', []]) expect(errorText(nothing)).toBeUndefined();
  });
});

describe('map signs', () => {
  it('draw each state in its own shape, so that greyscale can tell them apart', () => {
    const tones: StateTone[] = ['open', 'late', 'verified', 'claimed', 'waiting', 'quiet', 'refused'];
    const shapes = tones.map((tone) => pinMarkup(tone).replaceAll(/#[0-9a-f]{3,6}/g, ''));
    expect(new Set(shapes).size).toBe(tones.length);
  });

  it('grow with the count, within bounds', () => {
    const sizes = [1, 2, 10, 74, 1280, 1_000_000].map(clusterSize);
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(34);
    expect(Math.max(...sizes)).toBe(64);
    expect(clusterMarkup('74')).toContain('>74<');
  });
});
