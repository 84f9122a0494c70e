import { describe, expect, it } from 'vitest';
import { can } from '#app/policy.ts';
import type { MemberRole, UserActor } from '#app/kernel/actor.ts';
import {
  ANSWER_STATES,
  canMove,
  ISSUE_STATES,
  type IssueState,
  type Mover,
} from '#app/features/issues/rules/lifecycle.ts';
import { moveNeeds, moverFor, seenToken } from '#app/features/issues/rules/moves.ts';

/**
 * The whole table, written out a second time: rows are what a report is, columns what it would become, in the order of
 * the header. m = a moderator may, o = an organiser may, r = the reporter may, both letters = both may, · = nobody may.
 */
const TABLE = `
                 received held rejected published forwarded acknowledged promised refused referred done_claimed verified_fixed disputed closed withdrawn
received         ·        m    m        m         ·         ·            ·        ·       ·        ·            ·              ·        ·      r
held             ·        ·    m        m         ·         ·            ·        ·       ·        ·            ·              ·        ·      r
rejected         ·        m    ·        ·         ·         ·            ·        ·       ·        ·            ·              ·        ·      r
published        ·        m    ·        ·         o         ·            ·        ·       ·        ·            o              ·        o      r
forwarded        ·        m    ·        ·         ·         o            o        o       o        o            o              ·        o      r
acknowledged     ·        m    ·        ·         ·         ·            o        o       o        o            o              ·        o      r
promised         ·        m    ·        ·         ·         ·            ·        o       o        o            o              o        o      r
refused          ·        m    ·        ·         o         ·            o        ·       ·        o            o              o        o      r
referred         ·        m    ·        ·         o         o            o        o       ·        o            o              o        o      r
done_claimed     ·        m    ·        ·         ·         ·            ·        ·       ·        ·            o              or       o      r
verified_fixed   ·        m    ·        ·         ·         ·            ·        ·       ·        ·            ·              or       o      r
disputed         ·        m    ·        ·         o         ·            o        o       o        o            o              ·        o      r
closed           ·        m    ·        ·         ·         ·            ·        ·       ·        ·            ·              or       ·      r
withdrawn        ·        ·    ·        ·         ·         ·            ·        ·       ·        ·            ·              ·        ·      ·
`;

const MOVERS: Record<string, Mover> = { m: 'moderator', o: 'organiser', r: 'reporter' };
const [header = [], ...rows] = TABLE.trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));
const allowed = rows.flatMap(([from, ...cells]) =>
  cells.flatMap((cell, at) =>
    [...cell].filter((letter) => letter !== '·').map((letter) => `${MOVERS[letter]}: ${from} → ${header[at]}`),
  ),
);

describe('the life of a report', () => {
  it('is written out for every pair of states', () => {
    expect(header).toEqual([...ISSUE_STATES]);
    expect(rows.map(([from]) => from)).toEqual([...ISSUE_STATES]);
    for (const row of rows) expect(row).toHaveLength(ISSUE_STATES.length + 1);
  });

  it('allows exactly these moves, of 14 × 14 pairs and three movers', () => {
    const found: string[] = [];
    for (const from of ISSUE_STATES)
      for (const to of ISSUE_STATES)
        for (const mover of Object.values(MOVERS))
          if (canMove(from, to, mover)) found.push(`${mover}: ${from} → ${to}`);
    expect(found.sort()).toEqual([...allowed].sort());
  });

  it('never lets an authority’s claim pass for what people saw', () => {
    expect(ANSWER_STATES).toContain('done_claimed');
    expect(ANSWER_STATES).not.toContain('verified_fixed');
    for (const from of ISSUE_STATES) expect(canMove(from, 'verified_fixed', 'moderator')).toBe(false);
  });
});

describe('what a move asks for', () => {
  const needs = (to: IssueState) =>
    Object.entries(moveNeeds(to))
      .filter(([, needed]) => needed)
      .map(([name]) => name)
      .join(' ');

  it.each([
    ['published', ''],
    ['held', 'reason'],
    ['rejected', 'reason'],
    ['forwarded', 'reason'],
    ['acknowledged', 'reason'],
    ['promised', 'reason note body'],
    ['refused', 'reason note body'],
    ['referred', 'reason note body'],
    ['done_claimed', 'reason note body'],
    ['verified_fixed', 'reason note'],
    ['disputed', 'reason note'],
    ['closed', 'reason note'],
  ] as const)('%s: %s', (to, expected) => {
    expect(needs(to)).toBe(expected);
  });

  it('finds the one who may', () => {
    expect(moverFor('received', 'published', ['moderator', 'organiser'])).toBe('moderator');
    expect(moverFor('published', 'forwarded', ['moderator', 'organiser'])).toBe('organiser');
    expect(moverFor('received', 'published', ['organiser'])).toBeUndefined();
    expect(moverFor('received', 'published', [])).toBeUndefined();
  });

  it('tells one sight of a report from a later one', () => {
    const at = new Date('2026-11-22T08:00:00Z');
    const seen = seenToken({ state: 'received', updatedAt: at });
    expect(seenToken({ state: 'received', updatedAt: new Date(at) })).toBe(seen);
    expect(seenToken({ state: 'held', updatedAt: at })).not.toBe(seen);
    expect(seenToken({ state: 'received', updatedAt: new Date(at.getTime() + 1) })).not.toBe(seen);
  });
});

describe('who may what with reports', () => {
  const actor = (role: MemberRole): UserActor => ({
    kind: 'user',
    userId: 'u',
    name: 'Rəna',
    locale: 'az',
    isOperator: false,
    hasSecondFactor: false,
    sessionId: 's',
    memberships: [
      { organisationId: 'here', slug: 'here', kind: 'cbo', names: { az: '', en: '', ru: '' }, roles: [role] },
    ],
  });
  const ACTIONS = [
    'issue.read',
    'issue.moderate',
    'issue.follow',
    'issue.ask',
    'issue.enter',
    'issue.import',
    'issue.see-contact',
  ] as const;
  const MAY: Record<MemberRole, string> = {
    owner: 'read moderate follow ask enter import see-contact',
    organiser: 'read follow ask enter import see-contact',
    moderator: 'read moderate ask enter see-contact',
    volunteer: 'enter',
    reader: 'read',
    legal_lead: '',
    lawyer: '',
    custodian: '',
  };

  it.each(Object.entries(MAY))('%s may: %s', (role, expected) => {
    const may = (organisationId: string) =>
      ACTIONS.filter((action) => can(actor(role as MemberRole), action, { organisationId })).map((action) =>
        action.slice('issue.'.length),
      );
    expect(may('here').join(' ')).toBe(expected);
    expect(may('elsewhere')).toEqual([]);
  });
});
