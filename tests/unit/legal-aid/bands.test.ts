import { describe, expect, it } from 'vitest';
import { bandOf, chooseBand } from '#app/features/legal-aid/rules/bands.ts';
import type { Flag } from '#app/features/legal-aid/rules/desk.ts';

const TODAY = '2026-03-16';
const band = (flags: Flag[], ...dueOn: string[]) => bandOf({ flags, dueOn, today: TODAY });

describe('G22: the band of a case', () => {
  it.each<[Flag[], string[], string, string[]]>([
    [['detention'], [], 'red', ['detention']],
    [['summons'], [], 'red', ['summons']],
    [['eviction'], [], 'red', ['eviction']],
    [['violence'], [], 'red', ['violence']],
    [[], ['2026-03-16'], 'red', ['due-within-3']],
    [[], ['2026-03-19'], 'red', ['due-within-3']],
    [[], ['2026-03-20'], 'amber', ['due-within-10']],
    [[], ['2026-03-26'], 'amber', ['due-within-10']],
    [[], ['2026-03-27'], 'green', []],
    [[], ['2026-03-15'], 'red', ['overdue']],
    // The next of several counts.
    [[], ['2026-06-01', '2026-03-18', '2026-03-24'], 'red', ['due-within-3']],
    [['retaliation'], [], 'amber', ['retaliation']],
    // Somebody names a term without its date: not to be left lying.
    [['deadline'], [], 'amber', ['deadline']],
    [['retaliation'], ['2026-03-17'], 'red', ['due-within-3', 'retaliation']],
    [[], [], 'green', []],
  ])('of %j due on %j is %s, by %j', (flags, dueOn, expected, rules) => {
    const banded = band(flags, ...dueOn);
    expect([banded.band, banded.points.map((point) => point.rule)]).toEqual([expected, rules]);
  });

  it('names a rule for each point, and adds them up within a band', () => {
    expect(band(['detention', 'violence']).score).toBeGreaterThan(band(['detention']).score);
    expect(band([], '2026-03-16').score).toBeGreaterThan(band([], '2026-03-18').score);
    expect(band(['summons']).score).toBeGreaterThan(band(['retaliation', 'deadline'], '2026-03-26').score / 2);
  });

  it('is overruled by a person with a reason, and still says what the rules said', () => {
    const choice = chooseBand('red', '  Evə gəliblər ');
    expect(choice).toEqual({ ok: true, value: { band: 'red', reason: 'Evə gəliblər' } });
    expect(chooseBand('green', '  ')).toMatchObject({ ok: false, refusal: { field: 'reason' } });
    const overruled = bandOf({ flags: [], dueOn: [], today: TODAY, choice: { band: 'red', reason: 'x' } });
    expect([overruled.band, overruled.overruled]).toEqual(['red', 'green']);
    const agreed = bandOf({ flags: ['violence'], dueOn: [], today: TODAY, choice: { band: 'red', reason: 'x' } });
    expect([agreed.band, agreed.overruled]).toEqual(['red', null]);
  });
});
