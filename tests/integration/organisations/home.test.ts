import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dismissFirstSteps, readFirstSteps } from '#app/features/organisations/first-steps.server.ts';
import { ANONYMOUS, type MemberRole } from '#app/kernel/actor.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { listMemberships } from '#app/platform/session.server.ts';
import type { AtWork } from '#app/platform/request.server.ts';
import { readQueue, readSteps } from '#app/routes/org/today-queue.server.ts';
import { makeCampaign, makeMember, makeOrganisation } from '#tests/support/campaigns.ts';
import { adminConnection } from '#tests/support/story.ts';

const sql = adminConnection();
const now = new Date();
const day = (days: number) => dayOf(new Date(now.getTime() + days * 86_400_000));
let here: { id: string; slug: string };
let stranger: { id: string; slug: string };

beforeAll(async () => {
  here = await makeOrganisation(sql, 'Günün İcması');
  stranger = await makeOrganisation(sql, 'Özgə İcma');
});
afterAll(() => sql.end());

async function atWork(organisation: { id: string }, role: MemberRole): Promise<AtWork> {
  const userId = await makeMember(sql, organisation.id, [role]);
  const memberships = await listMemberships(userId);
  const membership = memberships[0];
  if (!membership) throw new Error('No membership');
  return {
    actor: {
      ...ANONYMOUS,
      kind: 'user',
      userId,
      name: 'Sınaq',
      locale: 'az',
      isOperator: false,
      hasSecondFactor: false,
      sessionId: 'none',
      memberships,
    },
    membership,
    scope: { kind: 'member', organisationId: organisation.id, userId, role },
  };
}
const queue = async (at: AtWork) =>
  Object.fromEntries((await readQueue(at, now)).map(({ key, count }) => [key, count]));

describe('the home of an organisation', () => {
  it('says nothing waits where nothing does', async () => {
    expect(await queue(await atWork(here, 'owner'))).toEqual({});
  });

  it('counts what waits in each room, for those who may see it, and nobody else’s', async () => {
    const organiser = await atWork(here, 'organiser');
    const { userId } = organiser.scope;
    const row = { organisation_id: here.id, created_by: userId };
    await makeCampaign(sql, { organisation: here.id, state: 'draft' });
    await makeCampaign(sql, { organisation: here.id, state: 'review' });
    const task = { organisation_id: here.id, created_by: userId, assignee_id: userId };
    await sql`insert into tasks ${sql([
      { ...task, id: randomUUID(), title: 'Gecikən', due_on: day(-1) },
      { ...task, id: randomUUID(), title: 'Bu gün', due_on: day(0) },
    ])}`;
    await sql`insert into board_entries ${sql({ ...row, id: randomUUID(), kind: 'need', category: 'room', title: 'Zal lazımdır', locale: 'az', region: 'AZ-AST', starts_on: day(0), ends_on: day(9), created_at: new Date(now.getTime() - 15 * 86_400_000) })}`;
    await sql`insert into board_entries ${sql({ id: randomUUID(), organisation_id: stranger.id, created_by: userId, kind: 'offer', category: 'room', title: 'Zal var', locale: 'az', region: 'AZ-AST', starts_on: day(0), ends_on: day(9) })}`;
    const partner = randomUUID();
    await sql`insert into partner_organisations ${sql({ ...row, id: partner, name: 'Kitabxana', kind: 'school' })}`;
    await sql`insert into contact_follow_ups ${sql([
      { ...row, id: randomUUID(), partner_id: partner, due_on: day(-2) },
      { ...row, id: randomUUID(), partner_id: partner, due_on: day(5) },
    ])}`;
    expect(await queue(organiser)).toEqual({
      'tasks-late': 1,
      'tasks-today': 1,
      'follow-ups': 1,
      'campaign-drafts': 1,
      'board-unmatched': 1,
      'board-suggestions': 1,
    });
    // A moderator reviews, and speaks for nobody on the board; a reader is asked for nothing.
    expect(await queue(await atWork(here, 'moderator'))).toEqual({ reviews: 1 });
    expect(await queue(await atWork(here, 'reader'))).toEqual({});
    expect(await queue(await atWork(stranger, 'owner'))).toEqual({ 'board-suggestions': 1 });
  });

  it('ticks first steps off by what is there, until they are put away', async () => {
    const fresh = await makeOrganisation(sql, 'Təzə İcma');
    const owner = await atWork(fresh, 'owner');
    const steps = async () => (await readSteps(owner)).map(({ key, isDone }) => `${key}${isDone ? ' ✓' : ''}`);
    expect(await steps()).toEqual(['second-factor', 'about', 'invite', 'person', 'event', 'board', 'decide']);
    await sql`update organisations set about_az = 'Biz kimik' where id = ${fresh.id}`;
    await sql`insert into people ${sql({ id: randomUUID(), organisation_id: fresh.id, name: 'Aygün', created_by: owner.scope.userId })}`;
    const volunteer = await atWork(fresh, 'volunteer');
    expect(await steps()).toEqual(['second-factor', 'about ✓', 'invite ✓', 'person ✓', 'event', 'board', 'decide']);
    expect((await readSteps(volunteer)).map(({ key }) => key)).toEqual(['second-factor', 'report']);
    await dismissFirstSteps(owner.scope, now);
    await dismissFirstSteps(owner.scope, now);
    expect(await readFirstSteps(owner.scope)).toBeNull();
    expect(await steps()).toEqual([]);
    expect(await readSteps(volunteer)).not.toEqual([]);
  });
});
