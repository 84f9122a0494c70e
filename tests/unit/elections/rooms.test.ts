import { describe, expect, it } from 'vitest';
import { electionPolicy } from '#app/features/elections/rules/policy.ts';
import { campaignLifePolicy } from '#app/features/teams/rules/campaign-life-policy.ts';
import { MEMBER_ROLES, type Actor, type MemberRole, type OrganisationKind } from '#app/kernel/actor.ts';

const RULES = { ...electionPolicy, ...campaignLifePolicy };
/** Who of a team enters its election rooms, by member role: Owner, oRganiser, Moderator, Volunteer, reaDer. */
const TABLE = {
  'candidacy.read': 'ORM.D',
  'candidacy.write': 'OR...',
  'candidacy.confirm': 'ORMVD',
  'team.learn': 'ORMVD',
  'team.brief': 'OR...',
  'team.read-diary': 'ORM..',
  'team.keep-diary': 'OR...',
  'team.keep-page': 'O....',
} as const satisfies Partial<Record<keyof typeof RULES, string>>;

const person = (role: MemberRole, kind: OrganisationKind): Actor => ({
  kind: 'user',
  userId: 'p',
  name: '',
  locale: 'az',
  isOperator: true,
  hasSecondFactor: false,
  sessionId: '',
  memberships: [{ organisationId: 'a', slug: '', kind, names: { az: '', en: '', ru: '' }, roles: [role] }],
});

describe('the election rooms', () => {
  for (const [action, marks] of Object.entries(TABLE) as [keyof typeof TABLE, string][])
    it(`${action} is for the team’s own`, () => {
      for (const [at, role] of MEMBER_ROLES.entries()) {
        const isAllowed = (marks[at] ?? '.') !== '.';
        expect(RULES[action](person(role, 'team'), { organisationId: 'a' }), role).toBe(isAllowed);
        expect(RULES[action](person(role, 'team'), { organisationId: 'b' }), `${role} elsewhere`).toBe(false);
        for (const kind of ['cbo', 'society', 'network'] as const)
          expect(RULES[action](person(role, kind), { organisationId: 'a' }), `${role} of a ${kind}`).toBe(false);
      }
    });
});
