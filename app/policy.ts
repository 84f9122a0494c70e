import { membershipOf, type Actor } from './kernel/actor.ts';
import { accountPolicy } from './features/accounts/rules/policy.ts';
import { authorityPolicy } from './features/authorities/rules/policy.ts';
import { campaignPolicy } from './features/campaigns/rules/policy.ts';
import { issuePolicy } from './features/issues/rules/policy.ts';
import { legalPolicy } from './features/legal-aid/rules/policy.ts';
import { organisationPolicy } from './features/organisations/rules/policy.ts';
import { boardPolicy } from './features/board/rules/policy.ts';
import { electionPolicy } from './features/elections/rules/policy.ts';
import { eventPolicy } from './features/events/rules/policy.ts';
import { mailingPolicy } from './features/mailings/rules/policy.ts';
import { taskPolicy } from './features/tasks/rules/policy.ts';
import { isWithinRole, TEAM_GRANTS } from './features/teams/rules/roles.ts';
import { campaignLifePolicy } from './features/teams/rules/campaign-life-policy.ts';
import { teamPolicy } from './features/teams/rules/policy.ts';
import { peoplePolicy } from './features/people/rules/policy.ts';
import type { Rule, Thing } from './kernel/policy.ts';

/** One policy a pillar, composed here; the same function gates loaders, buttons and tests. */
const policies = {
  ...accountPolicy,
  ...organisationPolicy,
  ...issuePolicy,
  ...authorityPolicy,
  ...campaignPolicy,
  ...legalPolicy,
  ...peoplePolicy,
  ...boardPolicy,
  ...electionPolicy,
  ...eventPolicy,
  ...mailingPolicy,
  ...taskPolicy,
  ...teamPolicy,
  ...campaignLifePolicy,
};

export type Action = keyof typeof policies;
export const ACTIONS = Object.keys(policies) as Action[];

/**
 * Whether the actor may do this to that thing. Pure; what no rule allows is refused. In a candidate's team the rules are asked
 * for each role held there, as the member it makes of somebody and no further than that role goes.
 */
export function can(actor: Actor, action: Action, thing: Thing = {}): boolean {
  const rule: Rule = policies[action];
  const membership = thing.organisationId === undefined ? undefined : membershipOf(actor, thing.organisationId);
  if (actor.kind !== 'user' || membership?.kind !== 'team') return rule(actor, thing);
  return (membership.teamRoles ?? []).some(
    (role) =>
      isWithinRole(role, action) &&
      rule({ ...actor, memberships: [{ ...membership, roles: [TEAM_GRANTS[role].base] }] }, thing),
  );
}
