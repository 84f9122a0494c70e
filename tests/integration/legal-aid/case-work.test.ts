import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readNotes, readTasks } from '#app/features/legal-aid/case-notes.server.ts';
import { readThread } from '#app/features/legal-aid/case-thread.server.ts';
import { closeCase, reopenCase } from '#app/features/legal-aid/commands/close-case.server.ts';
import { addTask, endTask, writeNote } from '#app/features/legal-aid/commands/keep-notes.server.ts';
import { changeTime, logTime } from '#app/features/legal-aid/commands/log-time.server.ts';
import { writeToApplicant } from '#app/features/legal-aid/commands/write-to-applicant.server.ts';
import type { DeskWork } from '#app/features/legal-aid/desk-staff.server.ts';
import { readReceiptCase } from '#app/features/legal-aid/receipt-thread.server.ts';
import { VaultError } from '#app/features/legal-aid/vault/errors.ts';
import { adminConnection } from '#tests/support/story.ts';
import { applicantOf, claimed, form, reading } from './case-world.ts';
import {
  addStaff,
  deskWork,
  makeCase,
  makeDesk,
  readsOf,
  type Desk,
  type DeskPerson,
  type MadeCase,
} from './legal-world.ts';

describe('work on a case', () => {
  const sql = adminConnection();
  let desk: Desk;
  let person: DeskPerson;
  let work: DeskWork;
  let colleague: DeskWork;
  let lead: DeskWork;
  let made: MadeCase;

  beforeAll(async () => {
    desk = await makeDesk(sql);
    person = await addStaff(sql, desk, 'lawyer', { shownName: 'Tural' });
    work = await deskWork(desk, person);
    colleague = await deskWork(desk, await addStaff(sql, desk, 'lawyer', { shownName: 'Cəmilə' }));
    lead = await deskWork(desk, desk.lead);
    made = await makeCase(desk, { story: 'Evimiz sökülür' });
    await claimed(sql, made.caseId, work);
  });
  afterAll(() => sql.end());
  const rowOf = async (caseId: string) =>
    (await sql`select * from legal.cases where id = ${caseId}`)[0] as Record<string, unknown>;
  const reply = (by: DeskWork, caseId: string, more: Partial<Parameters<typeof writeToApplicant>[1]> = {}) =>
    writeToApplicant(by, { ...form(caseId), text: 'Sabah zəng edin', files: [], asksForInformation: false, ...more });

  it('G1 a reply is read by the applicant and lies sealed; the turn is the applicant’s and the first reply has its day', async () => {
    const file = { name: 'vərəqə.txt', type: 'text/plain', bytes: Buffer.from('addımlar') };
    expect(await reply(work, made.caseId, { files: [file] })).toEqual({ ok: true, value: { done: true } });
    const view = await readReceiptCase(await applicantOf(made));
    expect(view?.entries.map(({ by, file: sent, kind, text }) => ({ by, kind, text, file: sent?.name }))).toEqual([
      { by: null, kind: 'story', text: 'Evimiz sökülür', file: undefined },
      { by: 'Tural', kind: 'message', text: 'Sabah zəng edin', file: undefined },
      { by: 'Tural', kind: 'file', text: null, file: 'vərəqə.txt' },
    ]);
    expect(await rowOf(made.caseId)).toMatchObject({ is_waiting_for_us: false, first_reply_on: expect.anything() });
    const [said] =
      await sql`select string_agg(r::text, ' ') as words from legal.records r where case_id = ${made.caseId}`;
    expect(said?.words).not.toContain(Buffer.from('Sabah').toString('hex'));
    const jobs = await sql`select payload::text as said from graphile_worker._private_jobs`;
    expect(jobs.some(({ said: payload }) => payload.includes(made.caseId))).toBe(true);
  });

  it('is done once, however often the form is sent', async () => {
    const twice = { ...form(made.caseId), text: 'Bir dəfə', files: [], asksForInformation: true };
    await writeToApplicant(work, twice);
    await writeToApplicant(work, twice);
    const { entries } = await reading(work, made.caseId, (tx, keys) =>
      readThread(tx, keys, made.caseId, { staffId: work.staff.id }),
    );
    expect(entries.filter((entry) => entry.text === 'Bir dəfə')).toHaveLength(1);
    expect(await rowOf(made.caseId)).toMatchObject({ state: 'need_info' });
  });

  it('is the holder’s and the lead’s: a colleague with the key does not write to the applicant', async () => {
    expect(await reply(colleague, made.caseId)).toEqual({ ok: false, refusal: { code: 'legal-case.error.not-yours' } });
    expect(await reply(lead, made.caseId)).toMatchObject({ ok: true });
    expect(await reply(work, randomUUID())).toEqual({ ok: false, refusal: { code: 'legal-case.error.gone' } });
    expect(await reply(work, made.caseId, { text: '' })).toEqual({
      ok: false,
      refusal: { code: 'common.error.required', field: 'text' },
    });
  });

  it('G9 whoever holds only an older version of the key neither writes nor seals under it', async () => {
    await sql`update legal.cases set key_version = key_version + 1 where id = ${made.caseId}`;
    expect(await reply(work, made.caseId)).toEqual({ ok: false, refusal: { code: 'legal-case.error.no-key' } });
    await sql`update legal.cases set key_version = key_version - 1 where id = ${made.caseId}`;
  });

  it('a note to oneself is read by its author alone, and by nobody who has the case’s key and the row', async () => {
    await writeNote(work, { ...form(made.caseId), text: 'Komandaya', visibility: 'team' });
    await writeNote(work, { ...form(made.caseId), text: 'Yalnız mənə', visibility: 'self' });
    const notesOf = (by: DeskWork) => reading(by, made.caseId, (tx, keys) => readNotes(tx, by, keys, made.caseId));
    expect((await notesOf(work)).map((note) => note.text)).toEqual(['Yalnız mənə', 'Komandaya']);
    expect((await notesOf(lead)).map((note) => note.text)).toEqual(['Komandaya']);
    // Even with the row handed over in SQL, the case's key opens nothing of it.
    await sql`update legal.records set author_id = ${lead.staff.id}, visibility = 'team' where case_id = ${made.caseId} and key_kind = 'self'`;
    await expect(notesOf(lead)).rejects.toThrow(VaultError);
    await sql`update legal.records set author_id = ${work.staff.id}, visibility = 'self' where case_id = ${made.caseId} and key_kind = 'self'`;
    expect((await notesOf(work)).map((note) => note.text)).toContain('Yalnız mənə');
    expect(await readReceiptCase(await applicantOf(made))).toMatchObject({
      entries: expect.not.arrayContaining([expect.objectContaining({ text: 'Komandaya' })]),
    });
    // Who reads everything of a case is not hindered by them.
    expect(await readsOf(desk, person, made.caseId)).toContainEqual({ text: 'Komandaya' });
  });

  it('a task is given to somebody who practises here, and done', async () => {
    const added = await addTask(work, {
      ...form(made.caseId),
      title: 'Arxivə sorğu',
      dueOn: '2026-12-01',
      staffId: colleague.staff.id,
    });
    if (!added.ok) throw new Error(added.refusal.code);
    const tasks = () => reading(work, made.caseId, (tx, keys) => readTasks(tx, work, keys, made.caseId));
    expect(await tasks()).toMatchObject([{ title: 'Arxivə sorğu', for: 'Cəmilə', dueOn: '2026-12-01', state: 'open' }]);
    await endTask(colleague, { ...form(made.caseId), taskId: added.value.id, to: 'done' });
    expect(await tasks()).toMatchObject([{ state: 'done' }]);
    expect(await addTask(work, { ...form(made.caseId), title: 'x', dueOn: null, staffId: randomUUID() })).toEqual({
      ok: false,
      refusal: { code: 'common.error.choose', field: 'staff' },
    });
  });

  it('time is one’s own: a colleague changes none of it, and no day to come is logged', async () => {
    const spent = { onDay: work.today, minutes: 45, activity: 'drafting' as const };
    const logged = await logTime(work, { ...form(made.caseId), ...spent });
    if (!logged.ok) throw new Error(logged.refusal.code);
    const entryId = logged.value.id;
    expect(await changeTime(colleague, { ...form(made.caseId), entryId, to: null })).toEqual({
      ok: false,
      refusal: { code: 'legal-case.error.gone' },
    });
    await changeTime(work, { ...form(made.caseId), entryId, to: { ...spent, minutes: 60 } });
    expect(await sql`select minutes from legal.time_entries where id = ${entryId}`).toEqual([{ minutes: 60 }]);
    expect(await logTime(work, { ...form(made.caseId), ...spent, onDay: '2099-01-01' })).toMatchObject({ ok: false });
  });

  it('a case closes with an outcome and a text, not while a critical date is open; reopened, its erasure is off', async () => {
    const subject = await makeCase(desk, { story: 'Su yoxdur' });
    const { caseId } = subject;
    const closing = () =>
      closeCase(work, { ...form(caseId), outcome: 'partly', notTakenReason: null, text: 'Qərar dəyişdi' });
    expect(await closing()).toEqual({ ok: false, refusal: { code: 'legal-case.error.not-yours' } });
    await claimed(sql, caseId, work);
    const task = await addTask(work, { ...form(caseId), title: 'Şikayət', dueOn: null, staffId: work.staff.id });
    if (!task.ok) throw new Error(task.refusal.code);
    await sql`update legal.dates set kind = 'deadline', is_critical = true where id = ${task.value.id}`;
    expect(await closing()).toEqual({ ok: false, refusal: { code: 'legal-case.outcome.error.critical' } });
    await sql`update legal.dates set is_critical = false where id = ${task.value.id}`;
    expect(
      await closeCase(colleague, { ...form(caseId), outcome: 'won', notTakenReason: null, text: 'x' }),
    ).toMatchObject({ ok: false });
    expect(await closing()).toMatchObject({ ok: true });
    expect(await rowOf(caseId)).toMatchObject({ state: 'closed', outcome: 'partly', closed_on: expect.anything() });
    const view = await readReceiptCase(await applicantOf(subject));
    expect(view?.entries.at(-1)).toMatchObject({ kind: 'outcome', text: 'Qərar dəyişdi' });
    expect(view?.keptUntil).not.toBeNull();
    expect(await reply(work, caseId)).toEqual({ ok: false, refusal: { code: 'legal-case.error.ended' } });
    expect(await reopenCase(colleague, { ...form(caseId), text: 'səbəb' })).toMatchObject({ ok: false });
    expect(await reopenCase(work, { ...form(caseId), text: 'Yeni sənəd gəldi' })).toMatchObject({ ok: true });
    expect(await rowOf(caseId)).toMatchObject({
      state: 'claimed',
      outcome: null,
      closed_on: null,
      claimed_by: work.staff.id,
    });
    expect((await readReceiptCase(await applicantOf(subject)))?.keptUntil).toBeNull();
  });

  it('a request is not taken with a reason of the list, from the queue as well', async () => {
    const { caseId } = await makeCase(desk);
    const decline = { outcome: 'not_taken' as const, text: 'Bu, notariusun işidir' };
    expect(await closeCase(work, { ...form(caseId), ...decline, notTakenReason: null })).toEqual({
      ok: false,
      refusal: { code: 'common.error.choose', field: 'notTakenReason' },
    });
    expect(await closeCase(work, { ...form(caseId), ...decline, notTakenReason: 'outside_scope' })).toMatchObject({
      ok: true,
    });
    expect(await rowOf(caseId)).toMatchObject({ state: 'not_taken', not_taken_reason: 'outside_scope' });
  });

  it('a critical filing takes two people, at the table as well', async () => {
    const { caseId } = await makeCase(desk);
    await claimed(sql, caseId, work);
    const task = await addTask(work, { ...form(caseId), title: 'İddia', dueOn: null, staffId: work.staff.id });
    if (!task.ok) throw new Error(task.refusal.code);
    const change = (set: string) => sql.unsafe(`update legal.dates set ${set} where id = '${task.value.id}'`);
    await change(`kind = 'deadline', is_critical = true, sign_off = 'asked', asked_by = '${work.staff.id}'`);
    await expect(change(`state = 'done'`)).rejects.toMatchObject({ constraint_name: 'legal_critical_signed' });
    await expect(change(`sign_off = 'approved'`)).rejects.toMatchObject({ constraint_name: 'legal_two_people_sign' });
    await expect(change(`sign_off = 'approved', decided_by = '${work.staff.id}'`)).rejects.toThrow(
      /legal_two_people_sign|two people/u,
    );
    await expect(change(`sign_off = 'approved', decided_by = '${colleague.staff.id}'`)).rejects.toMatchObject({
      constraint_name: 'legal_own_sign_off',
    });
  });
});
