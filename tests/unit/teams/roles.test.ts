import { describe, expect, it } from 'vitest';
import { roleTable } from '#app/features/teams/role-table.ts';
import { grantableTeamRoles, MOST_AGENTS, ROOMS_NOT_IN_TEAMS, TEAM_GRANTS } from '#app/features/teams/rules/roles.ts';
import { shownCount } from '#app/features/teams/rules/shares.ts';
import { endOfDay } from '#app/features/teams/rules/seat-end.ts';
import { CATALOGUES } from '#app/i18n/words.ts';
import { TEAM_ROLES, type TeamRole } from '#app/kernel/actor.ts';
import { ACTIONS, can, type Action } from '#app/policy.ts';

const may = (role: TeamRole, action: Action) =>
  roleTable().some((row) => row.role === role && row.may.includes(action));
const holders = (action: Action) => TEAM_ROLES.filter((role) => may(role, action));

describe('roles of a candidate’s team', () => {
  it('open what is written here, and nothing else of people', () => {
    const coordinators: TeamRole[] = ['candidate', 'campaign_manager', 'volunteer_coordinator'];
    expect(holders('team.see')).toEqual(TEAM_ROLES);
    expect(holders('team.erase')).toEqual(['candidate']);
    expect(holders('team.take-out')).toEqual(['candidate']);
    expect(holders('team.link')).toEqual(['candidate']);
    expect(holders('team.rename')).toEqual(['candidate']);
    expect(holders('team.manage')).toEqual(['candidate', 'campaign_manager']);
    expect(holders('team.invite')).toEqual(coordinators);
    expect(holders('people.see-contact')).toEqual([...coordinators, 'data_keeper']);
    expect(holders('people.export')).toEqual(['candidate', 'campaign_manager', 'data_keeper']);
    expect(holders('message.send')).toEqual(['candidate', 'campaign_manager']);
    expect(holders('organisation.manage-members')).toEqual(['candidate', 'campaign_manager']);
  });

  it('give whoever walks, drives or observes no list of people', () => {
    for (const role of ['canvasser', 'logistics', 'observer', 'phone_outreach', 'childcare_support'] as const)
      for (const action of ACTIONS.filter((one) => one.startsWith('people.'))) expect(may(role, action)).toBe(false);
  });

  it('have no room that shows a team to others, and nothing of the operator’s', () => {
    for (const { may: list } of roleTable())
      for (const action of list) {
        expect(ROOMS_NOT_IN_TEAMS).not.toContain(action.split('.')[0]);
        expect(['organisation.edit', 'organisation.decide', 'instance.configure', 'glass.break']).not.toContain(action);
      }
  });

  it('none of them collects signatures', () => {
    expect(TEAM_ROLES).not.toContain('signature_collector');
    expect(TEAM_ROLES.filter((role) => role.includes('signature'))).toEqual([]);
  });

  it('say every right in three languages', () => {
    const rights = new Set(roleTable().flatMap((row) => row.may.map((action) => `teams.right.${action}`)));
    for (const catalogue of Object.values(CATALOGUES))
      expect([...rights].filter((key) => !(key in catalogue))).toEqual([]);
  });

  it('are nothing outside a team, and rights of a team are nobody’s elsewhere', () => {
    const owner = (kind: 'society' | 'team') =>
      ({
        kind: 'user',
        userId: '',
        name: '',
        locale: 'az',
        isOperator: false,
        hasSecondFactor: false,
        sessionId: '',
        memberships: [
          { organisationId: 'a', slug: '', kind, names: { az: '', en: '', ru: '' }, roles: ['owner'], teamRoles: [] },
        ],
      }) as const;
    for (const action of ACTIONS.filter((one) => one.startsWith('team.')))
      expect(can(owner('society'), action, { organisationId: 'a' })).toBe(false);
    // A member's role without a team's role opens nothing in a team.
    for (const action of ACTIONS) expect(can(owner('team'), action, { organisationId: 'a' })).toBe(false);
    expect(can(owner('society'), 'society.see-teams', { organisationId: 'a' })).toBe(true);
  });

  it('are given downwards only', () => {
    expect(grantableTeamRoles(['candidate'])).toEqual(
      TEAM_ROLES.filter((role) => role !== 'candidate').toSorted(byGrant),
    );
    expect(grantableTeamRoles(['campaign_manager'])).not.toContain('authorised_agent');
    for (const role of grantableTeamRoles(['volunteer_coordinator'])) expect(TEAM_GRANTS[role].base).toBe('volunteer');
    expect(grantableTeamRoles(['canvasser', 'mentor'])).toEqual([]);
    expect(MOST_AGENTS).toBe(3);
  });
});

const order = Object.keys(TEAM_GRANTS);
const byGrant = (a: TeamRole, b: TeamRole) => order.indexOf(a) - order.indexOf(b);

describe('what a society is shown', () => {
  it('is no count below five', () => {
    expect([0, 1, 4, 5, 40].map(shownCount)).toEqual([null, null, null, 5, 40]);
  });
});

describe('the last day of a membership', () => {
  it('belongs to it, in Baku', () => {
    expect(endOfDay('2027-01-05').toISOString()).toBe('2027-01-05T19:59:59.999Z');
  });
});
