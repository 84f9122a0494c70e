import { describe, expect, it } from 'vitest';
import {
  CALENDAR_RULES,
  calendarFor,
  campaignWindow,
  movesBetween,
  STEP_KEYS,
} from '#app/features/elections/rules/calendar.ts';
import { CHECKLIST, checklistFor, TASK_KEYS, taskState } from '#app/features/elections/rules/checklist.ts';

/** The election of 29 January 2025 as the commission's own calendar plan named its days. */
const OF_2025 = {
  call: '2024-11-30',
  nomination: '2024-11-30',
  'documents-from': '2024-12-10',
  'documents-until': '2024-12-30',
  'poster-boards': '2024-12-30',
  'campaign-start': '2025-01-06',
  'observers-until': '2025-01-19',
  'campaign-end': '2025-01-28',
  voting: '2025-01-29',
  'constituency-protocol': '2025-01-31',
  'commission-check': '2025-02-18',
  results: '2025-02-23',
};

const daysOf = (day: string) => Object.fromEntries(calendarFor(day).map(({ key, on }) => [key, on]));

describe('the election’s calendar', () => {
  it('gives the days of 2025', () => expect(daysOf('2025-01-29')).toEqual(OF_2025));

  it('counts across the end of a year and a leap day', () => {
    expect(daysOf('2028-03-01')).toMatchObject({ 'campaign-end': '2028-02-29', 'documents-until': '2028-01-31' });
    expect(daysOf('2029-12-23')).toMatchObject({ call: '2029-10-24', 'campaign-start': '2029-11-30' });
  });

  it('opens at midnight of E-23 and closes at 08:00 of E-1, in Baku', () => {
    expect(campaignWindow('2025-01-29')).toEqual({
      from: new Date('2025-01-05T20:00:00Z'),
      until: new Date('2025-01-28T04:00:00Z'),
    });
  });

  it('moves every step with the day', () => {
    const moves = movesBetween('2025-01-29', '2025-02-05');
    expect(moves.map(({ key }) => key).toSorted()).toEqual([...STEP_KEYS].toSorted());
    for (const { key, from, to } of moves) {
      expect(from).toBe(OF_2025[key]);
      expect(Date.parse(to) - Date.parse(from ?? ''), key).toBe(7 * 86_400_000);
    }
    expect(movesBetween(null, '2025-02-05').every(({ from }) => from === null)).toBe(true);
  });

  it('uses the rule that holds on the voting day', () => {
    const [rule] = CALENDAR_RULES.filter(({ key }) => key === 'campaign-start');
    if (!rule) throw new Error('No such rule');
    const old = { ...rule, validTo: '2025-12-31' };
    const later = { ...rule, days: -40, validFrom: '2026-01-01' };
    const start = (day: string) => calendarFor(day, [old, later])[0]?.on;
    expect(start('2025-01-29')).toBe('2025-01-06');
    expect(start('2026-03-01')).toBe('2026-01-20');
  });

  it('names a source for whatever is not of low certainty', () => {
    const all = [...CALENDAR_RULES, ...CHECKLIST];
    expect(all.filter(({ sources, certainty }) => sources.length === 0 && certainty !== 'low')).toEqual([]);
    expect(all.filter(({ certainty }) => certainty === 'low').map(({ key }) => key)).toEqual([
      'final-financial-report',
    ]);
  });
});

describe('the candidate’s checklist', () => {
  it('counts back from voting day, in order', () => {
    const list = checklistFor('2025-01-29');
    expect(list.map(({ key }) => key).toSorted()).toEqual([...TASK_KEYS].toSorted());
    expect(list.map(({ by }) => by)).toEqual(list.map(({ by }) => by).toSorted());
    const by = Object.fromEntries(list.map((one) => [one.key, one.by]));
    expect(by).toMatchObject({
      'documents-handed-in': '2024-12-30',
      'registration-decision': '2025-01-06',
      observers: '2025-01-19',
      silence: '2025-01-28',
    });
  });

  it('is late from the day after the last one', () => {
    expect(taskState('2025-01-19', null, '2025-01-20')).toBe('late');
    expect(taskState('2025-01-19', null, '2025-01-19')).toBe('soon');
    expect(taskState('2025-01-19', null, '2025-01-16')).toBe('soon');
    expect(taskState('2025-01-19', null, '2025-01-15')).toBe('open');
    expect(taskState('2025-01-19', '2025-01-25', '2025-01-26')).toBe('done');
  });
});
