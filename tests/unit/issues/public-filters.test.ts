import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  issueQuery,
  parseIssueFilters,
  withoutFilter,
  type IssueFilters,
} from '#app/features/issues/public-filters.ts';
import { CATEGORY_KEYS, THEMES } from '#app/features/issues/rules/categories.ts';
import { STATE_GROUPS } from '#app/features/issues/rules/lifecycle.ts';
import { regionsForChoice } from '#app/kernel/regions.ts';

const read = (query: string) => parseIssueFilters(new URLSearchParams(query));
const filters: fc.Arbitrary<IssueFilters> = fc.record(
  {
    region: fc.constantFrom(...regionsForChoice().map(({ code }) => code)),
    category: fc.constantFrom(...CATEGORY_KEYS),
    theme: fc.constantFrom(...THEMES),
    group: fc.constantFrom(...STATE_GROUPS),
    q: fc.constantFrom('su', 'yol çuxur', 'дорога', '100%', 'a&b=c'),
  },
  { requiredKeys: [] },
);

describe('the filters of the public list', () => {
  it('come back from their own address', () => {
    fc.assert(
      fc.property(filters, (wanted) => {
        expect(read(issueQuery(wanted))).toEqual(wanted);
      }),
    );
  });

  it('have one address whatever the order', () => {
    expect(issueQuery(read('group=open&region=AZ-AST'))).toBe(issueQuery(read('region=AZ-AST&group=open')));
    expect(issueQuery({})).toBe('');
  });

  it('leave out what is not known', () => {
    expect(read('region=XX&category=nothing&theme=__proto__&group=constructor&q=%20%20&after=x')).toEqual({});
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('region', 'category', 'theme', 'group', 'q'), fc.string()), (any) => {
        const { q, ...known } = parseIssueFilters(new URLSearchParams(any));
        expect(read(issueQuery(known))).toEqual(known);
        expect((q ?? '').length).toBeLessThanOrEqual(80);
      }),
    );
  });

  it('answer a twin town by the choice that people know', () => {
    expect(read('region=AZ-LA').region).toBe('AZ-LAN');
    expect(read('region=AZ-CUL').region).toBe('AZ-NX');
  });

  it('come off one by one', () => {
    expect(withoutFilter({ region: 'AZ-AST', group: 'open' }, 'group')).toEqual({ region: 'AZ-AST' });
  });
});
