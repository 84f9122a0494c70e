import { ACTIONS, can, type Action } from '#app/policy.ts';
import { TEAM_ROLES, type Actor, type TeamRole } from '#app/kernel/actor.ts';
import { TEAM_GRANTS } from './rules/roles.ts';

const HERE = 'team';

/** Somebody who holds this one role in a team, for asking the policy about it. */
export const holderOf = (role: TeamRole): Actor => ({
  kind: 'user',
  userId: '',
  name: '',
  locale: 'az',
  isOperator: false,
  hasSecondFactor: false,
  sessionId: '',
  memberships: [
    {
      organisationId: HERE,
      slug: '',
      kind: 'team',
      names: { az: '', en: '', ru: '' },
      roles: [TEAM_GRANTS[role].base],
      teamRoles: [role],
    },
  ],
});

/** What every role of a team may do, asked of the policy itself: the table on the page cannot say anything else. */
export function roleTable(): { role: TeamRole; may: Action[] }[] {
  return TEAM_ROLES.map((role) => ({
    role,
    may: ACTIONS.filter((action) => can(holderOf(role), action, { organisationId: HERE })),
  }));
}
