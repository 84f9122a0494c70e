import { describe, expect, it } from 'vitest';
import { ACTIONS, can, type Action } from '#app/policy.ts';
import { ANONYMOUS, MEMBER_ROLES, type Actor, type MemberRole } from '#app/kernel/actor.ts';

/** Who may do what in an organisation, written out: `.` no, letter yes (Owner, oRganiser, Moderator, Volunteer, reaDer, legal Lead, laWyer, Custodian). */
const TABLE: Record<Action, string> = {
  'account.keep': '........',
  'organisation.enter': 'ORMVD...',
  'organisation.see-members': 'ORMVD...',
  'organisation.manage-members': 'OR......',
  'organisation.edit': 'O.......',
  'organisation.decide': '........',
  'instance.configure': '........',
  'issue.read': 'ORM.D...',
  'issue.moderate': 'O.M.....',
  'issue.follow': 'OR......',
  'issue.ask': 'ORM.....',
  'issue.enter': 'ORMV....',
  'issue.import': 'OR......',
  'issue.see-contact': 'ORM.....',
  'letter.read': 'ORM.D...',
  'letter.write': 'OR......',
  'letter.sign': 'ORMV....',
  'routing.correct': 'OR......',
  'watch.write': 'OR......',
  'watch.read': 'ORMVD...',
  'body.keep': '........',
  'campaign.read': 'ORMVD...',
  'campaign.write': 'OR......',
  'campaign.review': 'O.M.....',
  'campaign.confirm-outcome': 'ORM.....',
  'campaign.collect': 'ORMV....',
  'campaign.see-people': 'OR......',
  'campaign.deliver': 'OR......',
  'campaign.brake': 'ORM.....',
  'people.read': 'ORM.....',
  'people.write': 'OR......',
  'people.see-contact': 'OR......',
  'people.export': 'OR......',
  'people.import': 'OR......',
  'board.read': 'ORMV....',
  'board.write': 'OR......',
  'election.state': '........',
  'candidacy.read': '........',
  'candidacy.write': '........',
  'candidacy.confirm': '........',
  'team.learn': '........',
  'team.brief': '........',
  'team.read-diary': '........',
  'team.keep-diary': '........',
  'team.keep-page': '........',
  'legal.enter': '.....LWC',
  'legal.lead': '.....L..',
  'legal.practise': '.....LW.',
  'legal.identities': '.....L.C',
  // What stands in a candidate's team only is nobody's in another organisation.
  'event.read': 'ORMVD...',
  'event.write': 'OR......',
  'event.check-in': 'ORMV....',
  'message.read': 'ORM.....',
  'message.send': 'OR......',
  'message.take-returned': '........',
  'task.read': 'ORMV....',
  'task.write': 'ORM.....',
  'task.take': 'ORMV....',
  'joining.keep': 'OR......',
  'team.see': '........',
  'team.invite': '........',
  'team.manage': '........',
  'team.link': '........',
  'team.rename': '........',
  'team.take-out': '........',
  'team.erase': '........',
  'society.see-teams': 'OR......',
  'glass.break': '........',
};

const HERE = 'a';
const person = (roles: readonly MemberRole[], isOperator = false): Actor => ({
  kind: 'user',
  userId: 'p',
  name: '',
  locale: 'az',
  isOperator,
  hasSecondFactor: false,
  sessionId: '',
  memberships:
    roles.length > 0 ? [{ organisationId: HERE, slug: '', kind: 'cbo', names: { az: '', en: '', ru: '' }, roles }] : [],
});

describe('the policy', () => {
  it('has a line for every action', () => {
    expect(Object.keys(TABLE).sort()).toEqual([...ACTIONS].sort());
  });

  for (const action of ACTIONS) {
    it(`${action}`, () => {
      for (const [at, role] of MEMBER_ROLES.entries()) {
        const allowed = TABLE[action][at] !== '.';
        expect(can(person([role]), action, { organisationId: HERE }), `${role} here`).toBe(allowed);
        expect(can(person([role]), action, { organisationId: 'elsewhere' }), `${role} elsewhere`).toBe(false);
        expect(can(person([role]), action, {}), `${role} nowhere`).toBe(false);
      }
      expect(can(ANONYMOUS, action, { organisationId: HERE, userId: 'p' })).toBe(false);
    });
  }

  it('gives the operator the instance and nobody’s organisation', () => {
    const operator = person([], true);
    for (const action of ['organisation.decide', 'instance.configure', 'body.keep'] as const)
      expect(can(operator, action)).toBe(true);
    expect(can(operator, 'organisation.enter', { organisationId: HERE })).toBe(false);
  });

  it('leaves an account to the person it belongs to', () => {
    expect(can(person(['owner']), 'account.keep', { userId: 'p' })).toBe(true);
    expect(can(person(['owner'], true), 'account.keep', { userId: 'q' })).toBe(false);
  });
});
