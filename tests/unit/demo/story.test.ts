import { describe, expect, it } from 'vitest';
import { categoryByKey } from '#app/features/issues/rules/categories.ts';
import { ISSUE_STATES, canMove, isPublicState } from '#app/features/issues/rules/lifecycle.ts';
import type { IssueState } from '#app/features/issues/rules/lifecycle.ts';
import { isInsideCountryBounds } from '#app/kernel/geo.ts';
import { isRegionCode, regionByCode } from '#app/kernel/regions.ts';
import { DEMO_STORY, demoState } from '#db/seed/demo/story/index.ts';

const { organisations, people, issues } = DEMO_STORY;
const organisation = new Map(organisations.map((one) => [one.key, one]));
const person = new Map(people.map((one) => [one.key, one]));

const rolesIn = (key: string | undefined, organisationKey: string) =>
  person.get(key ?? '')?.memberships.find((one) => one.organisation === organisationKey)?.roles ?? [];

describe('the demo story', () => {
  it('has one network, nine organisations below it, a stranger and an applicant', () => {
    expect(organisations.filter((one) => one.kind === 'network')).toHaveLength(1);
    expect(organisations.filter((one) => one.parent === 'korpu')).toHaveLength(9);
    expect(organisations.filter((one) => one.parent === null).map((one) => one.key)).toEqual([
      'korpu',
      'gunesli',
      'samur',
    ]);
    expect(organisations.filter((one) => one.state === 'applied').map((one) => one.key)).toEqual(['samur']);
    for (const one of organisations) {
      for (const code of one.regions) expect(isRegionCode(code), one.key).toBe(true);
      if (one.signatory) expect(rolesIn(one.signatory.person, one.key), one.key).not.toHaveLength(0);
      expect(one.legal && one.signatory, one.key).toBeNull();
    }
    const regions = organisations.flatMap((one) => one.regions);
    expect(new Set(regions).size).toBe(regions.length);
  });

  it('gives every approved organisation somebody who leads, sends letters and moderates', () => {
    for (const { key } of organisations.filter((one) => one.state === 'approved')) {
      const roles = people.flatMap((one) => rolesIn(one.key, key));
      for (const role of ['owner', 'organiser', 'moderator']) expect(roles, key).toContain(role);
    }
    expect(people.filter((one) => one.memberships.length > 1)).toHaveLength(1);
    expect(people.filter((one) => one.isOperator)).toHaveLength(1);
    expect(people.some((one) => one.memberships.length === 0 && !one.isOperator)).toBe(true);
  });

  it('reaches no real person', () => {
    for (const one of people) {
      if (one.email !== null) expect(one.email).toMatch(/^[a-z]+@[a-z]+\.invalid$/u);
      expect(one.phone).toMatch(/^\+9945000000\d\d$/u);
    }
    for (const one of organisations) expect(one.publicEmail).toMatch(/\.invalid$/u);
    expect(people.filter((one) => one.email === null).map((one) => rolesIn(one.key, 'astaracay'))).toEqual([
      ['volunteer'],
    ]);
    expect(new Set(people.map((one) => one.email)).size).toBe(people.length);
    expect(new Set(people.map((one) => one.name)).size).toBe(people.length);
  });

  it('shows every state, and no report that may not be stored', () => {
    expect(new Set(issues.map(demoState))).toEqual(new Set(ISSUE_STATES));
    expect(issues.length).toBeGreaterThanOrEqual(60);
    expect(new Set(issues.map((one) => one.key)).size).toBe(issues.length);
    for (const one of issues) expect(categoryByKey(one.category)?.sensitivity, one.key).toBeLessThan(2);
    expect(issues.filter((one) => one.text.ru).length).toBeGreaterThanOrEqual(12);
  });

  it.each(issues.map((one) => [one.key, one] as const))('%s lives by the rules', (_key, issue) => {
    const owner = organisation.get(issue.organisation);
    expect(owner).toBeDefined();
    expect(owner?.kind === 'network' || owner?.regions.includes(issue.region)).toBe(true);
    expect(issue.text[issue.locale]).toBeDefined();
    expect(isInsideCountryBounds(issue)).toBe(true);
    const [west, south, east, north] = regionByCode(issue.region)?.bbox ?? [0, 0, 0, 0];
    expect(issue.lng >= west && issue.lng <= east && issue.lat >= south && issue.lat <= north).toBe(true);
    expect(issue.source === 'web').toBe(issue.enteredBy === undefined);
    if (issue.enteredBy) expect(rolesIn(issue.enteredBy, issue.organisation)).not.toHaveLength(0);

    let state: IssueState = 'received';
    let when = issue.daysAgo;
    for (const move of issue.moves) {
      expect(canMove(state, move.to, move.as), `${state} → ${move.to} by ${move.as}`).toBe(true);
      expect(move.daysAgo).toBeLessThan(when);
      if (move.as === 'reporter') expect(move.by).toBe('reporter');
      else expect(rolesIn(move.by, issue.organisation)).toContain(move.as);
      if (move.to === 'forwarded') expect(owner?.legal ?? owner?.signatory, 'who signs?').not.toBeNull();
      state = move.to;
      when = move.daysAgo;
    }
    if (!issue.moves.some((move) => isPublicState(move.to))) expect(issue.confirmations).toBe(0);
    for (const message of issue.messages ?? []) {
      expect(message.daysAgo).toBeLessThan(issue.daysAgo);
      expect(message.side === 'organisation').toBe(message.by !== undefined);
      if (message.by) expect(rolesIn(message.by, issue.organisation)).not.toHaveLength(0);
    }
  });
});
