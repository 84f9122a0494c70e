import { describe, expect, it } from 'vitest';
import { parseHolidayList } from '#app/features/authorities/rules/holiday-list.ts';

describe('a pasted table of holidays', () => {
  it('is read line by line in both ways of writing a day, sorted, the last of equals kept', () => {
    const text = '20.3.2027 Novruz bayramı\r\n\n2027-01-01; Yeni il\n+ 27.03.2027 iş günü\n20.03.2027 – Novruz';
    expect(parseHolidayList(text, 2027)).toEqual({
      ok: true,
      days: [
        { on: '2027-01-01', name: 'Yeni il', isWorkday: false },
        { on: '2027-03-20', name: 'Novruz', isWorkday: false },
        { on: '2027-03-27', name: 'iş günü', isWorkday: true },
      ],
    });
    expect(parseHolidayList('', 2027)).toEqual({ ok: true, days: [] });
  });

  it.each([
    ['another year', '20.03.2027 a\n01.01.2026 b', 2],
    ['no such day', '30.02.2027 a', 1],
    ['no day at all', '20.03.2027 a\n\nNovruz bayramı', 3],
    ['a weekday that would be worked anyway', '+ 22.03.2027', 1],
    ['a name without end', `20.03.2027 ${'a'.repeat(130)}`, 1],
  ])('names the line of %s', (_what, text, line) => {
    expect(parseHolidayList(text, 2027)).toEqual({ ok: false, line });
  });
});
