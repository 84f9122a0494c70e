import { MEMBER_ROLES } from '#app/kernel/actor.ts';
import { describe, expect, it } from 'vitest';
import { canTakeWork, grantableRoles, refuseRoleChange } from '#app/features/organisations/rules/membership.ts';

const change = {
  by: ['owner'],
  before: ['moderator'],
  after: ['organiser'],
  otherOwners: 1,
  isOneself: false,
} as const;

describe('changing roles', () => {
  const cases = [
    ['an owner changes a moderator', {}, undefined],
    ['an owner makes an owner', { after: ['owner'] }, undefined],
    ['an organiser changes a moderator', { by: ['organiser'] }, undefined],
    ['an organiser makes an owner', { by: ['organiser'], after: ['owner'] }, 'owner-only'],
    [
      'an organiser makes himself an owner',
      { by: ['organiser'], before: ['organiser'], after: ['owner', 'organiser'], isOneself: true },
      'owner-only',
    ],
    [
      'an organiser touches an owner',
      { by: ['organiser'], before: ['owner'], after: ['owner', 'reader'] },
      'owner-only',
    ],
    ['an organiser ends an owner', { by: ['organiser'], before: ['owner'], after: [] }, 'owner-only'],
    ['an owner unmakes another owner', { before: ['owner'], after: ['reader'] }, undefined],
    ['an owner steps down while another stays', { before: ['owner'], after: ['reader'], isOneself: true }, undefined],
    [
      'the last owner steps down',
      { before: ['owner'], after: ['reader'], isOneself: true, otherOwners: 0 },
      'last-owner',
    ],
    ['the last owner leaves', { before: ['owner'], after: [], isOneself: true, otherOwners: 0 }, 'last-owner'],
    [
      'the last owner takes another role as well',
      { before: ['owner'], after: ['owner', 'moderator'], isOneself: true, otherOwners: 0 },
      undefined,
    ],
    [
      'a volunteer leaves',
      { by: ['volunteer'], before: ['volunteer'], after: [], isOneself: true, otherOwners: 0 },
      undefined,
    ],
  ] as const;

  it.each(cases)('%s', (_name, differs, refusal) => {
    expect(refuseRoleChange({ ...change, ...differs })).toBe(refusal && `organisations.members.error.${refusal}`);
  });

  it('offers what may be given', () => {
    expect(grantableRoles(['owner'])).toContain('owner');
    expect(grantableRoles(['organiser', 'moderator'])).toEqual(MEMBER_ROLES.filter((role) => role !== 'owner'));
    expect(grantableRoles(['moderator'])).toEqual([]);
  });

  it('passes work to people who can follow it', () => {
    expect(canTakeWork(['volunteer', 'reader'])).toBe(false);
    expect(canTakeWork(['reader', 'moderator'])).toBe(true);
  });
});
