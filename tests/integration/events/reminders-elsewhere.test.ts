import './phones-world.ts';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { answerPlace } from '#app/features/events/commands/answer-place.server.ts';
import { takeOut } from '#app/features/events/commands/check-in.server.ts';
import { cancelEvent } from '#app/features/events/commands/keep-event.server.ts';
import { comeAsMember } from '#app/features/events/commands/sign-up.server.ts';
import { lookAtEvents } from '#app/features/events/look.server.ts';
import { findPlace } from '#app/features/events/place.server.ts';
import { placeAddress } from '#app/features/events/sign-up-person.server.ts';
import { sendSms } from '#app/features/events/sms.server.ts';
import { answerHolder, tellChange } from '#app/features/events/telling.server.ts';
import { stopKey, touchKey } from '#app/features/mailings/link.server.ts';
import { CAP } from '#app/features/mailings/rules/pace.ts';
import { saveTask } from '#app/features/tasks/commands/keep-task.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { blindIndex } from '#app/platform/crypto.server.ts';
import type { Tasks } from '#app/platform/jobs.server.ts';
import type { Sms, SmsCarried } from '#app/platform/sms-gateway.server.ts';
import { closeWorkerPool } from '#app/platform/worker-sql.server.ts';
import { adminConnection } from '#tests/support/story.ts';
import { astaraAtWork } from '../issues/staff-world.ts';
import { lettersTo } from '../accounts/world.ts';
import { comes, DAY, openedEvent } from './event-world.ts';

const sql = adminConnection();
const at = astaraAtWork(sql);
afterAll(async () => {
  await Promise.all([sql.end(), closeWorkerPool()]);
});
beforeEach(async () => {
  await sql`select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))`;
  await sql`delete from mailing_touches`;
  await sql`delete from mailing_stops`;
});

type Job<Task extends keyof Tasks> = { payload: Tasks[Task]; run_at: Date };
const jobs = <Task extends keyof Tasks>(task: Task) => sql<Job<Task>[]>`
  select p.payload, j.run_at from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id
  where j.task_identifier = ${task} order by j.id`;

/** A gateway that keeps what it is given. */
function gateway(answer: SmsCarried = 'sent') {
  const taken: Sms[] = [];
  return {
    taken,
    carry: (sms: Sms) => {
      taken.push(sms);
      return Promise.resolve(answer);
    },
  };
}

/** The days before a shift that begins at six in the evening, as the worker sees them (UTC; the country is four hours on). */
async function timesOf(signUpId: string) {
  const start = (await findPlace(signUpId))?.shift.startsAt ?? new Date();
  const midnight = new Date(`${start.toISOString().slice(0, 10)}T00:00:00Z`).getTime();
  return {
    start,
    dayBefore: new Date(midnight - DAY + 8 * 3_600_000),
    thatMorning: new Date(midnight + 4.2 * 3_600_000),
  };
}

/** Somebody with a telephone and nothing else; as long ago as it takes to be reminded. */
async function caller(eventId: string, shiftId: string, name: string, phone: string) {
  const { id } = await comes(eventId, shiftId, name, { contact: phone });
  await sql`update event_sign_ups set created_at = now() - interval '1 day' where id = ${id}`;
  return id;
}

const PHONE = '+994501234567';
const index = blindIndex('phone', PHONE);
const touches = () => sql`select 1 from mailing_touches where address_key = ${touchKey(index)}`;

describe('an SMS to whoever left nothing but a telephone', () => {
  it('leaves for each reminder, with a link and not a word of the event, in the morning at the earliest', async () => {
    const { eventId, shiftId } = await openedEvent(at.organiser, { title: 'Gizlin görüş', capacity: 3 });
    const id = await caller(eventId, shiftId, 'Telefonlu Adam', PHONE);
    await comes(eventId, shiftId, 'Məktublu Adam');
    const { dayBefore, thatMorning } = await timesOf(id);
    await lookAtEvents(dayBefore);
    const [first] = await jobs('events:sms');
    expect(first?.payload).toEqual({ organisationId: at.organisationId, signUpId: id, about: 'day', turn: 1 });
    expect(first?.run_at).toEqual(dayBefore);
    await lookAtEvents(thatMorning);
    await lookAtEvents(thatMorning);
    const waiting = await jobs('events:sms');
    expect(waiting.map(({ payload }) => payload.about)).toEqual(['day', 'hour']);
    // Twelve past eight is night still.
    expect(waiting[1]?.run_at.toISOString().slice(11, 16)).toBe('05:00');
    const box = gateway();
    for (const { payload, run_at } of waiting) await sendSms(payload, box, run_at);
    expect(box.taken.map(({ to }) => to)).toEqual([PHONE, PHONE]);
    expect(new Set(box.taken.map((sms) => sms.id)).size).toBe(2);
    expect(box.taken[0]?.text).toBe(`İcma: tədbirdəki yerinizlə bağlı xəbər var. ${placeAddress(id, 'az')}`);
    expect(JSON.stringify(waiting)).not.toMatch(/\+994|Telefonlu|Gizlin|places\//u);
    expect(await touches()).toHaveLength(2);
  });

  it('has the same identity for the gateway when it is sent again', async () => {
    const { eventId, shiftId } = await openedEvent(at.organiser);
    const signUpId = await caller(eventId, shiftId, 'İki Dəfə', PHONE);
    const box = gateway();
    const sms = { organisationId: at.organisationId, signUpId, about: 'day', turn: 1 };
    await sendSms(sms, box, new Date());
    await sendSms(sms, box, new Date());
    expect(new Set(box.taken.map(({ id }) => id)).size).toBe(1);
  });

  it('counts among the few of a week, and one too many is not sent', async () => {
    const { eventId, shiftId } = await openedEvent(at.organiser);
    const signUpId = await caller(eventId, shiftId, 'Çox Yazılan', PHONE);
    for (let n = 0; n < CAP.letters - 1; n += 1)
      await sql`insert into mailing_touches (address_key, at) values (${touchKey(index)}, now() - interval '6 days')`;
    await sql`insert into mailing_touches (address_key, at) values (${touchKey(index)}, now() - interval '8 days')`;
    const box = gateway();
    const sms = { organisationId: at.organisationId, signUpId, about: 'day', turn: 1 };
    await sendSms(sms, box, new Date());
    expect(box.taken).toHaveLength(1);
    await sendSms({ ...sms, about: 'hour' }, box, new Date());
    expect(box.taken).toHaveLength(1);
    expect(await jobs('events:sms')).toEqual([]);
  });

  it('goes to no telephone that takes none, and stops for one that nobody has', async () => {
    const { eventId, shiftId } = await openedEvent(at.organiser);
    const signUpId = await caller(eventId, shiftId, 'Olmayan Nömrə', PHONE);
    const sms = { organisationId: at.organisationId, signUpId, about: 'day', turn: 1 };
    const nobody = gateway('no-address');
    await sendSms(sms, nobody, new Date());
    expect(await sql`select 1 from mailing_stops where address_key = ${stopKey(index)}`).toHaveLength(1);
    const box = gateway();
    await sendSms({ ...sms, about: 'hour' }, box, new Date());
    expect(box.taken).toEqual([]);
  });

  it('is tried again when the gateway could not take it, and not when it may have', async () => {
    const { eventId, shiftId } = await openedEvent(at.organiser);
    const signUpId = await caller(eventId, shiftId, 'Gec Gedən', PHONE);
    const sms = { organisationId: at.organisationId, signUpId, about: 'day', turn: 1 };
    await sendSms(sms, gateway('later'), new Date());
    expect(await touches()).toHaveLength(0);
    expect(await jobs('events:sms')).toMatchObject([{ payload: { ...sms, turn: 2 } }]);
    await sql`select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))`;
    await sendSms({ ...sms, turn: 5 }, gateway('later'), new Date());
    await sendSms(sms, gateway('unknown'), new Date());
    expect(await jobs('events:sms')).toEqual([]);
    expect(await touches()).toHaveLength(1);
  });

  it('is not sent of what is no longer so, or has begun', async () => {
    const { eventId, shiftId } = await openedEvent(at.organiser);
    const signUpId = await caller(eventId, shiftId, 'Gəlməyən', PHONE);
    const { start } = await timesOf(signUpId);
    const box = gateway();
    const sms = (about: string) => ({ organisationId: at.organisationId, signUpId, about, turn: 1 });
    await sendSms(sms('day'), box, start);
    await sendSms(sms('offered'), box, new Date());
    await answerPlace(signUpId, 'cancel', new Date());
    await sendSms(sms('day'), box, new Date());
    await sendSms({ ...sms('day'), organisationId: at.stranger.scope.organisationId }, box, new Date());
    expect(box.taken).toEqual([]);
  });

  it('tells of an offer and of what is called off', async () => {
    const { eventId, shiftId } = await openedEvent(at.organiser, { capacity: 1 });
    const holder = await comes(eventId, shiftId, 'Yer Tutan');
    const waits = await caller(eventId, shiftId, 'Növbədə Duran', PHONE);
    await answerPlace(holder.id, 'cancel', new Date());
    await answerHolder({ organisationId: at.organisationId, signUpId: waits, again: false }, new Date());
    const box = gateway();
    for (const { payload } of await jobs('events:sms')) await sendSms(payload, box, new Date());
    expect(box.taken).toHaveLength(1);
    const called = await cancelEvent(at.organiser, eventId, { clientId: newId(), note: 'Yağış' });
    expect(called).toMatchObject({ ok: true });
    await tellChange({ organisationId: at.organisationId, eventId }, new Date());
    expect((await jobs('events:sms')).map(({ payload }) => payload.about)).toContain('called-off');
    await sendSms(
      { organisationId: at.organisationId, signUpId: waits, about: 'called-off', turn: 1 },
      box,
      new Date(),
    );
    expect(box.taken).toHaveLength(2);
  });
});

describe('whoever a colleague takes off the list', () => {
  it('is told that it was the organiser, and not that they gave the place back', async () => {
    const { eventId, shiftId } = await openedEvent(at.organiser);
    const contact = `${newId()}@sinaq.invalid`;
    const { id } = await comes(eventId, shiftId, 'Çıxarılan Adam', { contact });
    const off = await takeOut(at.organiser, eventId, { clientId: newId(), signUpId: id });
    expect(off).toMatchObject({ ok: true });
    const told = (await jobs('events:answer')).find(({ payload }) => payload.signUpId === id);
    if (told) await answerHolder(told.payload, new Date());
    expect(await lettersTo(sql, contact)).toEqual([expect.stringContaining('Təşkilatçı Sizi')]);
    const own = await comes(eventId, shiftId, 'Özü Gedən', { contact: `o-${contact}` });
    await answerPlace(own.id, 'cancel', new Date());
    const last = (await jobs('events:answer')).find(({ payload }) => payload.signUpId === own.id);
    if (last) await answerHolder(last.payload, new Date());
    expect(await lettersTo(sql, `o-${contact}`)).toEqual([expect.stringContaining('qaytarıldı')]);
  });
});

describe('what a member’s devices are told of', () => {
  const newsFor = (userId: string) => ({ organisationId: at.organisationId, userId });

  it('is the reminder of an own shift and an offered place, and not that it was taken', async () => {
    const { eventId, shiftId } = await openedEvent(at.organiser, { capacity: 1 });
    const took = await comeAsMember(at.volunteer, { clientId: newId(), shiftId, mayWait: true });
    if (!took.ok) throw new Error(took.refusal.code);
    const signUpId = took.value.signUpId;
    await answerHolder({ organisationId: at.organisationId, signUpId, again: false }, new Date());
    expect(await jobs('push:send')).toEqual([]);
    await sql`update event_sign_ups set created_at = now() - interval '1 day' where id = ${signUpId}`;
    await lookAtEvents((await timesOf(signUpId)).dayBefore);
    const slug = at.volunteer.actor.memberships.find((m) => m.organisationId === at.organisationId)?.slug;
    const path = `/org/${slug}/events/${eventId}`;
    expect(await jobs('push:send')).toMatchObject([{ payload: { ...newsFor(at.volunteer.scope.userId), path } }]);
    const waits = await comeAsMember(at.reader, { clientId: newId(), shiftId, mayWait: true });
    if (!waits.ok) throw new Error(waits.refusal.code);
    await answerPlace(signUpId, 'cancel', new Date());
    await answerHolder({ organisationId: at.organisationId, signUpId: waits.value.signUpId, again: false }, new Date());
    expect((await jobs('push:send')).map(({ payload }) => payload.userId)).toContain(at.reader.scope.userId);
    const texted = (await jobs('events:sms')).map(({ payload }) => payload.signUpId);
    expect(texted).not.toContain(signUpId);
    expect(texted).not.toContain(waits.value.signUpId);
  });

  it('is a task that a colleague gave them, once, and none that they took themselves', async () => {
    const give = async (who: string, id: string | null = null) => {
      const task = { clientId: newId(), title: `Zəng ${newId()}`, details: '', dueOn: null, who, campaignId: null };
      const saved = await saveTask(at.organiser, id, task);
      if (!saved.ok) throw new Error(saved.refusal.code);
      return saved.value.taskId;
    };
    const volunteer = `user:${at.volunteer.scope.userId}`;
    await give(`user:${at.organiser.scope.userId}`);
    const id = await give('');
    expect(await jobs('push:send')).toEqual([]);
    await give(volunteer, id);
    const told = await jobs('push:send');
    expect(told).toMatchObject([{ payload: newsFor(at.volunteer.scope.userId) }]);
    expect(told[0]?.payload.path).toMatch(new RegExp(`^/org/[a-z-]+/tasks/${id}$`));
    expect(JSON.stringify(told)).not.toContain('Zəng');
    await sql`select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))`;
    await give(volunteer, id);
    expect(await jobs('push:send')).toEqual([]);
  });
});
