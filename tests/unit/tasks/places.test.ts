import { describe, expect, it } from 'vitest';
import { freePlaces, noPlace, type RolePlaces } from '#app/features/tasks/rules/places.ts';
import { dueState, parseTaskFilters, taskQuery } from '#app/features/tasks/rules/due.ts';

const role = (changes: Partial<RolePlaces> = {}): RolePlaces => ({
  places: 4,
  reservedFor: 'women',
  reserved: 2,
  taken: 0,
  takenReserved: 0,
  ...changes,
});
const woman = { ageBand: null, gender: 'woman' } as const;
const man = { ageBand: null, gender: 'man' } as const;
const silent = { ageBand: null, gender: null } as const;

describe('places of a role', () => {
  it('are as many as come without a number', () => {
    expect(freePlaces(role({ places: 0, reserved: 0 }))).toEqual({ free: null, kept: 0 });
    expect(noPlace(role({ places: 0, reserved: 0, taken: 1000 }), man)).toBeUndefined();
  });

  it('are kept for the group while it has not filled its own', () => {
    expect(noPlace(role({ taken: 1 }), man)).toBeUndefined();
    expect(noPlace(role({ taken: 2 }), man)).toBe('tasks.join.error.kept');
    expect(noPlace(role({ taken: 2 }), silent)).toBe('tasks.join.error.kept');
    expect(noPlace(role({ taken: 2 }), woman)).toBeUndefined();
    // Two women came: what is left is everybody's.
    expect(noPlace(role({ taken: 3, takenReserved: 2 }), man)).toBeUndefined();
  });

  it('end, for the group too', () => {
    expect(noPlace(role({ taken: 4, takenReserved: 1 }), woman)).toBe('tasks.join.error.full');
    expect(freePlaces(role({ taken: 5 }))).toEqual({ free: 0, kept: 0 });
  });

  it('of youth take 14 to 29 by what was said, and nobody else', () => {
    const young = role({ reservedFor: 'young', taken: 2 });
    expect(noPlace(young, { ageBand: '14_17', gender: null })).toBeUndefined();
    expect(noPlace(young, { ageBand: '18_29', gender: null })).toBeUndefined();
    expect(noPlace(young, { ageBand: '30_44', gender: 'woman' })).toBe('tasks.join.error.kept');
  });
});

describe('a task and its day', () => {
  it('is late from the day after, and never once it is done', () => {
    const on = (dueOn: string | null, state: 'open' | 'done' = 'open') => dueState({ dueOn, state }, '2026-03-05');
    expect([on('2026-03-04'), on('2026-03-05'), on('2026-03-06'), on(null)]).toEqual([
      'late',
      'today',
      'later',
      'none',
    ]);
    expect(on('2026-03-04', 'done')).toBe('none');
  });

  it('is narrowed by an address that survives garbage', () => {
    expect(parseTaskFilters(new URLSearchParams('whose=%00&view=1'))).toEqual({ whose: 'ours', view: 'board' });
    const mine = { whose: 'mine', view: 'list' } as const;
    expect(parseTaskFilters(new URLSearchParams(taskQuery(mine)))).toEqual(mine);
    expect(taskQuery({ whose: 'ours', view: 'board' })).toBe('');
  });
});
