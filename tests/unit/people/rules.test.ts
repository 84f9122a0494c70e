import { describe, expect, it } from 'vitest';
import { guessMapping, hasName } from '#app/features/people/rules/import-columns.ts';
import { readImportRow } from '#app/features/people/rules/import-row.ts';
import { matchKey, shareAWord } from '#app/features/people/rules/match.ts';
import { emptyAgain, fillGaps } from '#app/features/people/rules/merge.ts';
import { readBuilder, searchRule, toBuilder } from '#app/features/people/rules/search-rule.ts';

describe('who is the same', () => {
  it('folds letters, the order of names and the word for village', () => {
    const key = matchKey({ name: 'Məmmədova Aygün', region: 'AZ-AST', place: 'Kijəbə kəndi' });
    expect(matchKey({ name: 'AYGÜN MƏMMƏDOVA', region: 'AZ-AST', place: 'kijebe' })).toBe(key);
    expect(matchKey({ name: 'Məmmədova Aygün', region: 'AZ-LAN', place: 'Kijəbə' })).not.toBe(key);
    expect(matchKey({ name: 'Məmmədova Aygün', region: 'AZ-AST', place: 'kənd' })).toBeNull();
    expect(matchKey({ name: 'Məmmədova Aygün', region: '', place: 'Kijəbə' })).toBeNull();
  });

  it('asks for a word of three letters in common', () => {
    expect(shareAWord('Aygün Məmmədova', 'Məmmədova A.')).toBe(true);
    expect(shareAWord('Əli Vəli', 'Vəli oğlu Əhməd')).toBe(true);
    expect(shareAWord('Ay Su', 'Su Daşı')).toBe(false);
  });
});

describe('gaps of a merge', () => {
  const kept = { region: 'AZ-AST', place: '', ageBand: null, gender: 'woman' } as const;
  it('are filled by what agrees, and only those are emptied again', () => {
    const gone = { region: 'AZ-LAN', place: 'Separadi', ageBand: '18_29', gender: 'man' } as const;
    // A place of another district is not the kept one's.
    const filled = fillGaps(kept, gone);
    expect(filled).toEqual({ ageBand: '18_29' });
    expect(emptyAgain({ ...kept, ...filled }, filled)).toEqual({ ageBand: null });
    // What a colleague wrote since stays.
    expect(emptyAgain({ ...kept, ageBand: '30_44' }, filled)).toEqual({});
  });
});

describe('a table', () => {
  it('is understood by the names of its columns in three languages, or by what stands in them', () => {
    expect(guessMapping(['Фамилия', 'Имя', 'Телефон', 'Rayon'], [])).toEqual([
      'last_name',
      'first_name',
      'phone',
      'region',
    ]);
    expect(guessMapping(['Ad', 'A1', 'B2'], [['Əli', '0501234567', 'a@b.az']])).toEqual(['name', 'phone', 'email']);
    expect(hasName(guessMapping(['telefon'], []))).toBe(false);
  });

  it('says which cell is wrong and why, and takes what is right', () => {
    const mapping = ['name', 'phone', 'region', 'age_band'] as const;
    expect(readImportRow(['', '12', 'Narniya', 'min'], [...mapping])).toEqual({
      errors: [
        { field: 'name', code: 'required' },
        { field: 'phone', code: 'phone' },
        { field: 'region', code: 'region' },
        { field: 'age_band', code: 'age' },
      ],
    });
    expect(readImportRow(['Əli  Vəliyev', '050 123 45 67', 'Astara', '16'], [...mapping])).toMatchObject({
      person: { name: 'Əli Vəliyev', ageBand: '14_17', region: 'AZ-AST', contacts: [{ value: '+994501234567' }] },
    });
  });
});

describe('a search as data', () => {
  const row = (what: string, more = {}) => ({ isNot: false, what, words: '', from: '', until: '', ...more });
  const builder = {
    match: 'any',
    groups: [
      { match: 'all', rows: [row('role:volunteer'), row('skill:driving'), row('time:sunday', { isNot: true })] },
      { match: 'any', rows: [row('place:AZ-AST', { words: 'zeyd' }), row('activity:event', { from: '2026-01-01' })] },
    ],
  } as const;

  it('goes from the form to the rule and back, and passes its own check', () => {
    const { rule, wrong } = readBuilder(structuredClone(builder) as never);
    expect(wrong).toEqual([]);
    expect(searchRule.parse(rule)).toEqual(rule);
    expect(toBuilder(rule ?? null)).toEqual(builder);
  });

  it('names the rows nobody can read, and refuses rules that are too deep or unknown', () => {
    const wrong = { match: 'all', groups: [{ match: 'all', rows: [row('skill:flying'), row("role:'; drop table")] }] };
    expect(readBuilder(wrong as never)).toEqual({ rule: undefined, wrong: ['0-0', '0-1'] });
    let deep: unknown = { is: 'role', role: 'member' };
    for (let at = 0; at < 6; at += 1) deep = { not: deep };
    expect(searchRule.safeParse(deep).success).toBe(false);
    expect(searchRule.safeParse({ is: 'sql', text: '1=1' }).success).toBe(false);
  });
});
