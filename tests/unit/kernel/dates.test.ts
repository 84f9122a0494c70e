import { describe, expect, it } from 'vitest';
import { formatDay, formatDayNear, formatMoment, formatSpan } from '#app/kernel/dates.ts';

const evening = new Date('2025-01-29T15:05:00Z');

describe('dates as people say them', () => {
  it('keep the day beside its month, wherever the line ends', () => {
    expect(formatDay(evening, 'az')).toBe('29\u00a0yanvar 2025');
    expect(formatDay(evening, 'en')).toBe('January\u00a029, 2025');
    expect(formatDay(evening, 'ru')).toMatch(/^29\u00a0января 2025\u00a0г\.$/u);
    expect(formatDayNear(evening, new Date('2025-03-01T00:00:00Z'), 'az')).toBe('29\u00a0yanvar');
  });

  it('name the weekday of what one has to come to, and the second day only over midnight', () => {
    const until = (hours: number) => new Date(evening.getTime() + hours * 3_600_000);
    expect(formatSpan(evening, until(1), 'az')).toBe('29\u00a0yanvar 2025, çərşənbə, saat\u00a019:05–20:05');
    expect(formatSpan(evening, until(1), 'en')).toBe('January\u00a029, 2025, Wednesday, 19:05–20:05');
    expect(formatSpan(evening, until(1), 'ru')).toBe('29\u00a0января 2025\u00a0г., среда, 19:05–20:05');
    expect(formatSpan(evening, until(8), 'az')).toContain(' – 30\u00a0yanvar 2025, saat\u00a003:05');
  });

  it('say the hour of the country', () => {
    expect(formatMoment(evening, 'az')).toBe('29\u00a0yanvar 2025, saat\u00a019:05');
    expect(formatMoment(evening, 'en')).toBe('January\u00a029, 2025, 19:05');
  });
});
