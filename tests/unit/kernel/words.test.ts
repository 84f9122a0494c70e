import { expect, it } from 'vitest';
import { wordsFor } from '#app/i18n/words.ts';
import { formatDay } from '#app/kernel/dates.ts';

it('a Russian sentence that ends with a day has one full stop', () => {
  const date = formatDay(new Date('2026-12-09T08:00:00Z'), 'ru');
  expect(wordsFor('ru')('elections.refused.no-day', { date })).toMatch(/2026\s?г\.$/u);
});
