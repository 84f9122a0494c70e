import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getAttendance } from '#app/features/events/attendance.server.ts';
import { readChoosing } from '#app/features/events/choosing.server.ts';
import { addPeople } from '#app/features/events/commands/add-people.server.ts';
import { personForContact } from '#app/features/people/public.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import { adminConnection } from '#tests/support/story.ts';
import { astaraAtWork } from '../issues/staff-world.ts';
import { comes, openedEvent } from './event-world.ts';

const sql = adminConnection();
const at = astaraAtWork(sql);
afterAll(() => sql.end());

const known = (name: string, more: { email?: string; ageBand?: '14_17' } = {}, organisationId = at.organisationId) =>
  withScope({ kind: 'system', organisationId }, (tx) =>
    personForContact(tx, organisationId, { name, roles: ['volunteer'], ...more }, { now: new Date() }),
  );
const add = (shiftId: string, personIds: string[], { mayWait = false, work = at.organiser, clientId = newId() } = {}) =>
  addPeople(work, { clientId, shiftId, personIds, mayWait });
const attendance = async (eventId: string) => {
  const found = await getAttendance(at.organiser.scope, eventId);
  if (!found) throw new Error('no event');
  return found;
};

describe('people of the list at a shift', () => {
  let first = '';
  let second = '';
  beforeAll(async () => {
    first = await known('Siyahıdan Birinci', { email: `${newId()}@sinaq.invalid` });
    second = await known('Siyahıdan İkinci');
  });

  it('take places as everybody does, once however often the form comes, and stand as themselves', async () => {
    const { eventId, shiftId } = await openedEvent(at.organiser, { capacity: 1 });
    const clientId = newId();
    await Promise.all([1, 2, 3].map(() => add(shiftId, [first, second], { clientId })));
    const { people } = await attendance(eventId);
    expect(people.map(({ personId, state }) => [personId, state])).toEqual([[first, 'registered']]);
    expect(await add(shiftId, [first, second], { mayWait: true })).toMatchObject({ value: { added: 1 } });
    expect((await attendance(eventId)).people.map(({ personId, state }) => [personId, state])).toEqual([
      [first, 'registered'],
      [second, 'waitlisted'],
    ]);
    expect(await add(shiftId, [first])).toMatchObject({ refusal: { code: 'events.error.nobody-added' } });
  });

  it('are offered by a saved search without those who have a place', async () => {
    const { eventId, shiftId } = await openedEvent(at.organiser);
    const rule = { all: [{ all: [{ is: 'role', role: 'volunteer' }] }] };
    const search = newId();
    await sql`insert into people_searches (id, organisation_id, name, rule, created_by)
      values (${search}, ${at.organisationId}, 'Sınaq', ${sql.json(rule)}, ${at.organiser.scope.userId})`;
    const offered = async () => (await readChoosing(at.organiser.scope, await attendance(eventId), search)).found;
    expect((await offered())?.map(({ id }) => id)).toEqual(expect.arrayContaining([first, second]));
    await add(shiftId, [first]);
    expect((await offered())?.map(({ id }) => id)).not.toContain(first);
    expect((await readChoosing(at.organiser.scope, await attendance(eventId), newId())).found).toBeNull();
  });

  it('are nobody else’s, no minors without a guardian where there is work, and put there by an organiser alone', async () => {
    const { eventId, shiftId } = await openedEvent(at.organiser, { kind: 'volunteering', capacity: 9 });
    const foreign = await known('Başqa Təşkilatın', {}, at.stranger.scope.organisationId);
    const minor = await known('Kiçik Yaşlı', { ageBand: '14_17' });
    expect(await add(shiftId, [foreign, minor, newId()])).toMatchObject({
      refusal: { code: 'events.error.nobody-added' },
    });
    expect(await add(shiftId, [first], { work: at.moderator })).toMatchObject({
      refusal: { code: 'common.error.not-allowed' },
    });
    const theirs = await openedEvent(at.organiser);
    await comes(theirs.eventId, theirs.shiftId, 'Başqa Tədbir');
    expect((await attendance(eventId)).people).toEqual([]);
  });
});
