import { afterAll, describe, expect, it } from 'vitest';
import { makeEvent } from '#app/features/events/commands/keep-event.server.ts';
import { addByHand, comeAsMember } from '#app/features/events/commands/sign-up.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { adminConnection } from '#tests/support/story.ts';
import { astaraAtWork } from '../issues/staff-world.ts';
import { eventForm, openedEvent } from './event-world.ts';

const sql = adminConnection();
const at = astaraAtWork(sql);
afterAll(() => sql.end());

const refusal = { ok: false, refusal: { code: 'events.error.campaigning' } };

describe('asking for votes', () => {
  it('is no kind of event of an organisation, and nobody takes or is given a place at one', async () => {
    expect(await makeEvent(at.organiser, eventForm({ kind: 'canvassing', audience: 'members' }))).toMatchObject(
      refusal,
    );
    const { eventId, shiftId } = await openedEvent(at.organiser, { audience: 'members' });
    await sql`update events set kind = 'canvassing' where id = ${eventId}`;
    expect(await comeAsMember(at.volunteer, { clientId: newId(), shiftId })).toMatchObject(refusal);
    const byHand = { clientId: newId(), shiftId, name: 'Kim Olsa', contact: '', ageBand: null, gender: null };
    expect(await addByHand(at.organiser, { ...byHand, wantsNews: false, locale: 'az', mayWait: true })).toMatchObject(
      refusal,
    );
    const [row] = await sql<{ n: number }[]>`select count(*)::int as n from event_sign_ups where event_id = ${eventId}`;
    expect(row?.n).toBe(0);
  });

  it('leaves every other kind to the organisation’s own members, once each', async () => {
    const { shiftId } = await openedEvent(at.organiser, { audience: 'members', capacity: 1 });
    expect(await comeAsMember(at.reader, { clientId: newId(), shiftId })).toMatchObject({
      value: { outcome: 'registered' },
    });
    expect(await comeAsMember(at.reader, { clientId: newId(), shiftId })).toMatchObject({
      value: { outcome: 'known' },
    });
    expect(await comeAsMember(at.volunteer, { clientId: newId(), shiftId })).toMatchObject({
      value: { outcome: 'waitlisted' },
    });
    expect(await comeAsMember(at.stranger, { clientId: newId(), shiftId })).toMatchObject({
      refusal: { code: 'events.error.gone' },
    });
  });
});
