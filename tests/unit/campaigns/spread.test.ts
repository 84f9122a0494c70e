import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNearDuplicate, likeness } from '#app/features/campaigns/rules/near-duplicates.ts';
import { readPastHeader, readPastRow, PAST_COLUMNS, pastHeaderOf } from '#app/features/campaigns/rules/past-table.ts';
import { countBucket, sharePercent } from '#app/features/campaigns/rules/spread-count.ts';

describe('the number on a card', () => {
  it.each([
    [0, 0, true],
    [19, 19, true],
    [27, 20, false],
    [100, 100, true],
    [412, 400, false],
    [9_999, 9_500, false],
    [12_345, 10_000, false],
  ])('%i is said as %i', (count, floor, isExact) => {
    expect(countBucket(count)).toEqual({ floor, isExact });
  });

  it('is never more than there are, and loses at most half of what is shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000 }), (count) => {
        const { floor } = countBucket(count);
        expect(floor).toBeLessThanOrEqual(count);
        expect(floor).toBeGreaterThanOrEqual(count / 2);
      }),
    );
  });

  it('fills the bar and no more', () => {
    expect([sharePercent(0, 100), sharePercent(50, 100), sharePercent(500, 100), sharePercent(3, 0)]).toEqual([
      0, 50, 100, 100,
    ]);
  });
});

describe('campaigns that look alike', () => {
  const one = { title: 'Məktəbə təhlükəsiz körpü', category: 'bridge', region: 'AZ-MAS' };
  it.each([
    ['the same words', { ...one, region: 'AZ-GA' }, true],
    ['other letters of the same words', { ...one, title: 'Mektebe tehlukesiz korpu', category: 'health' }, true],
    ['a like title, one subject and district', { ...one, title: 'Məktəbin yanına körpü' }, true],
    ['the same like title elsewhere', { ...one, title: 'Məktəbin yanına körpü', region: 'AZ-GA' }, false],
    ['another thing in the same district', { ...one, title: 'Hər həyətə işıq' }, false],
    ['another title at the same place', { ...one, title: 'Çayın üstü', lat: 39, lng: 48.6 }, true],
  ])('%s', (_case, other, alike) => {
    expect(isNearDuplicate({ ...one, lat: 39.001, lng: 48.6 }, other)).toBe(alike);
  });

  it('measures from nothing to the same', () => {
    expect(likeness('Hər həyətə işıq', 'Her heyete isiq')).toBe(1);
    expect(likeness('', 'işıq')).toBe(0);
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(likeness(a, b)).toBe(likeness(b, a));
        expect(likeness(a, b)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('a row of a past campaign', () => {
  const header = readPastHeader(PAST_COLUMNS.map((column) => pastHeaderOf(column, 'az')));
  const good: Record<string, string> = {
    title: 'Həyətlərə işıq qayıtsın',
    category: 'Küçə işığı',
    region: 'Gəncə',
    place: 'Kəpəz',
    started: '15.02.2023',
    ended: '2023',
    summary: '',
    demand: '42 dirək bərpa edilsin',
    body: 'Gəncə Şəhər İcra Hakimiyyəti',
    before: 'Heç biri yanmırdı',
    after: '39 dirək yanır',
    evidence: 'https://sinaq.invalid/akt',
    verifier: 'Nərgiz Əliyeva, müşahidəçi',
    verified: '25.11.2023',
    outcome: 'Qismən nail olunub',
  };
  const read = (change: Record<string, string>) => {
    const cells: Record<string, string> = { ...good, category: 'street_light', ...change };
    return readPastRow(
      PAST_COLUMNS.map((column) => cells[column] ?? ''),
      header,
      '2026-11-22',
    );
  };

  it('is read in the language of its header', () => {
    expect(header.missing).toEqual([]);
    expect(read({})).toMatchObject({
      row: {
        category: 'street_light',
        started: '2023-02-15',
        ended: '2023-12-31',
        outcome: 'partly_won',
        verified: '2023-11-25',
      },
    });
  });

  it.each([
    [{ evidence: '' }, 'evidence', 'missing'],
    [{ evidence: 'javascript:alert(1)' }, 'evidence', 'url'],
    [{ verifier: '' }, 'verifier', 'missing'],
    [{ verified: '31.02.2023' }, 'verified', 'day'],
    [{ ended: '2027' }, 'ended', 'future'],
    [{ started: '2024' }, 'started', 'order'],
    [{ outcome: 'bəlkə' }, 'outcome', 'unknown'],
    [{ category: 'violence_support' }, 'category', 'sensitive'],
    [{ region: 'Atlantida' }, 'region', 'unknown'],
    [{ title: '' }, 'title', 'missing'],
    [{ before: '' }, 'before', 'missing'],
  ])('%j is named', (change, column, code) => {
    expect(read(change)).toEqual({ errors: [{ column, code }] });
  });

  it('one that was not won needs no evidence', () => {
    expect(read({ evidence: '', outcome: 'Nəticə olmadı' })).toMatchObject({
      row: { outcome: 'not_won', evidence: '' },
    });
  });
});
