import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerDesk } from '#app/features/legal-aid/commands/answer-desk.server.ts';
import { addTask } from '#app/features/legal-aid/commands/keep-notes.server.ts';
import { claimCase } from '#app/features/legal-aid/commands/claim-case.server.ts';
import { closeCase } from '#app/features/legal-aid/commands/close-case.server.ts';
import { eraseByReceipt } from '#app/features/legal-aid/commands/erase-case.server.ts';
import { freezeCase } from '#app/features/legal-aid/commands/freeze-case.server.ts';
import { passCase } from '#app/features/legal-aid/commands/pass-case.server.ts';
import { writeToApplicant } from '#app/features/legal-aid/commands/write-to-applicant.server.ts';
import { withLegalScope } from '#app/features/legal-aid/legal-scope.server.ts';
import { runNight } from '#app/features/legal-aid/nightly.server.ts';
import { keepNoticeAddress } from '#app/features/legal-aid/notice-address.server.ts';
import { notifyPeople } from '#app/features/legal-aid/notify-people.server.ts';
import { pageDuty } from '#app/features/legal-aid/page-duty.server.ts';
import { readReceipt } from '#app/features/legal-aid/receipt.server.ts';
import { addDays } from '#app/kernel/dated-rules/days.ts';
import { newId } from '#app/kernel/ids.ts';
import { seal } from '#app/platform/crypto.server.ts';
import type { Tasks } from '#app/platform/jobs.server.ts';
import { openMail } from '#app/platform/mail.server.ts';
import {
  addStaff,
  deskWork,
  makeCase,
  makeDesk,
  withCookie,
  type Desk,
  type DeskPerson,
} from '#tests/integration/legal-aid/legal-world.ts';
import { adminConnection } from '#tests/support/story.ts';

const sql = adminConnection();
let desk: Desk;
let people: DeskPerson[];
const letters: { to: string; body: string }[] = [];
let events = 0;

/** Does something that somebody is told of, and sends what was told, as if each were the hour's first. */
async function happens(what: () => Promise<unknown>): Promise<void> {
  await sql`select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))`;
  await sql`delete from mails`;
  const result = (await what()) as { ok?: boolean; refusal?: { code: string } } | undefined;
  if (result?.ok === false) throw new Error(`Refused: ${result.refusal?.code}`);
  const jobs = await sql<{ payload: Tasks['legal:notify'] }[]>`
    select p.payload from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id where j.task_identifier = 'legal:notify'`;
  for (const { payload } of jobs) {
    await sql`delete from rate_limits`;
    await notifyPeople(payload, new Date());
  }
  const rows = await sql<{ subject: string; toCipher: string; contentCipher: string }[]>`
    select id, subject, to_cipher as "toCipher", content_cipher as "contentCipher", created_at as "createdAt" from mails`;
  if (rows.length > 0) events += 1;
  for (const row of rows) {
    const { id: _id, createdAt: _at, to, ...body } = openMail(row as never);
    letters.push({ to, body: JSON.stringify(body) });
  }
}

beforeAll(async () => {
  desk = await makeDesk(sql);
  people = [
    desk.lead,
    await addStaff(sql, desk, 'lawyer', { isBar: true }),
    await addStaff(sql, desk),
    await addStaff(sql, desk, 'custodian'),
  ];
  for (const [at, person] of people.entries())
    await sql`update users set locale = ${['az', 'en', 'ru'][at % 3] ?? 'az'}, email_cipher = ${seal(`staff-${at}@example.invalid`, 'users.email')} where id = ${person.userId}`;
  const [, lawyer, second] = people as [DeskPerson, DeskPerson, DeskPerson];
  const system = { kind: 'legal_system', organisationId: desk.organisationId } as const;
  for (const [at, language] of ['az', 'en', 'ru', 'az', 'en'].entries()) {
    const by = await deskWork(desk, lawyer);
    let made = { caseId: '', cookie: '' };
    await happens(async () => {
      made = await makeCase(desk, { answers: { flags: at % 2 === 0 ? ['detention'] : [] }, story: `Hekayə ${at}` });
      await sql`update legal.cases set language = ${language} where id = ${made.caseId}`;
      await withLegalScope(system, (tx) =>
        keepNoticeAddress(
          tx,
          { caseId: made.caseId, organisationId: desk.organisationId },
          `asker-${at}@example.invalid`,
        ),
      );
    });
    const { caseId } = made;
    const form = () => ({ clientId: newId(), caseId });
    const receipt = async () => {
      const work = await readReceipt(withCookie(made.cookie), new Date());
      if (!work) throw new Error('The receipt did not open');
      return work;
    };
    if (at % 2 === 0) await happens(() => pageDuty(system, new Date()));
    await claimCase(by, form());
    for (const count of [1, 2, 3])
      await happens(() =>
        writeToApplicant(by, { ...form(), text: `Məktub ${count}`, files: [], asksForInformation: count === 2 }),
      );
    for (const count of [1, 2])
      await happens(async () => answerDesk(await receipt(), { clientId: newId(), text: `Cavab ${count}`, files: [] }));
    await happens(() =>
      addTask(by, { ...form(), title: 'Tapşırıq', dueOn: addDays(by.today, 3), staffId: second.staffId }),
    );
    await happens(() => runNight(system, new Date()));
    await happens(() => passCase(by, { ...form(), role: 'cover', toStaffId: second.staffId, reason: 'Məzuniyyət' }));
    await sql`update legal.cases set check_in_on = ${addDays(by.today, -1)} where id = ${caseId}`;
    await happens(() => runNight(system, new Date()));
    if (at === 0) await happens(async () => freezeCase(await receipt(), { clientId: newId() }));
    else await happens(() => closeCase(by, { ...form(), outcome: 'answered', notTakenReason: null, text: 'Bitdi' }));
    if (at === 1) {
      await sql`update legal.cases set closed_on = '2020-01-01' where id = ${caseId}`;
      await happens(() => runNight(system, new Date()));
    }
    if (at > 2) await happens(async () => eraseByReceipt(await receipt(), { clientId: newId() }));
  }
}, 120_000);
afterAll(() => sql.end());

describe('letters of legal aid', () => {
  it('G18: say one constant sentence, byte for byte, over fifty different events, to everybody', () => {
    expect(events).toBeGreaterThanOrEqual(50);
    expect(new Set(letters.map((letter) => letter.body)).size).toBe(1);
    const to = new Set(letters.map((letter) => letter.to));
    for (const address of ['staff-0', 'staff-1', 'staff-2', 'asker-0', 'asker-2', 'asker-4'])
      expect(to).toContain(`${address}@example.invalid`);
  });

  it('names no law, no case, no person, and leads home', () => {
    const body = JSON.parse(letters[0]?.body ?? '{}') as { subject: string; text: string; html: string };
    const said = `${body.subject} ${body.text} ${body.html}`.toLowerCase();
    for (const word of [
      'hüquq',
      'vəkil',
      'məhkəmə',
      'müraciət',
      'iş №',
      'legal',
      'law',
      'case',
      'court',
      'юри',
      'прав',
      'дело',
      'суд',
      'адвокат',
      'masa',
    ])
      expect(said, word).not.toContain(word);
    expect(body.text.match(/https?:\/\/\S+/gu)).toEqual(['http://localhost:3000/']);
    expect(said.replaceAll('localhost:3000', '')).not.toMatch(/\d/u);
    expect(Object.keys(body).toSorted()).toEqual(['html', 'subject', 'text']);
  });
});
