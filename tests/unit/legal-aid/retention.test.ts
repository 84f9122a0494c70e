import { describe, expect, it } from 'vitest';
import {
  retentionEnd,
  retentionStep,
  retentionWarning,
  type Retained,
} from '#app/features/legal-aid/rules/retention.ts';
import { CASE_STATES } from '#app/features/legal-aid/rules/lifecycle.ts';

const base: Retained = {
  state: 'closed',
  openedOn: '2026-01-10',
  lastOn: '2026-03-01',
  closedOn: '2026-03-01',
  retentionUntil: null,
  retentionWarnedOn: null,
  isOnHold: false,
};

describe('retention', () => {
  it.each([
    ['draft', '2026-03-08'],
    ['not_taken', '2026-03-31'],
    ['referred_out', '2026-05-30'],
    ['closed', '2026-08-28'],
    ['new', null],
    ['claimed', null],
    ['erased', null],
  ] as const)('of a case that is %s ends %s', (state, end) => {
    expect(retentionEnd({ ...base, state })).toBe(end);
  });

  it('is capped at three years from the beginning, unless somebody set a later day', () => {
    const old = { ...base, openedOn: '2023-05-01' };
    expect(retentionEnd(old)).toBe('2026-04-30');
    expect(retentionEnd({ ...old, retentionUntil: '2027-01-01' })).toBe('2027-01-01');
  });

  it('stops for a legal hold', () => {
    expect(retentionStep({ ...base, isOnHold: true }, '2030-01-01')).toBe('keep');
  });

  it('warns fourteen days before, and erases only when the warning had its fourteen days', () => {
    expect(retentionStep(base, '2026-08-13')).toBe('keep');
    expect(retentionStep(base, '2026-08-14')).toBe('warn');
    const warned = { ...base, retentionWarnedOn: '2026-08-14' };
    expect(retentionStep(warned, '2026-08-28')).toBe('keep');
    expect(retentionStep(warned, '2026-08-29')).toBe('erase');
    // The worker slept: the warning comes late, and so does the end.
    expect(retentionStep(base, '2026-12-01')).toBe('warn');
    const late = { ...base, retentionWarnedOn: '2026-12-01' };
    expect(retentionStep(late, '2026-12-14')).toBe('keep');
    expect(retentionWarning(late)).toEqual({ warnedOn: '2026-12-01', erasedAfter: '2026-12-15' });
    expect(retentionStep(late, '2026-12-15')).toBe('erase');
  });

  it('erases drafts after seven days without a warning', () => {
    const draft = { ...base, state: 'draft', closedOn: null } as const;
    expect(retentionStep(draft, '2026-03-08')).toBe('keep');
    expect(retentionStep(draft, '2026-03-09')).toBe('erase');
  });

  it('knows every state', () => {
    for (const state of CASE_STATES) expect(() => retentionStep({ ...base, state }, '2026-03-02')).not.toThrow();
  });
});
