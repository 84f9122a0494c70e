import { randomUUID } from 'node:crypto';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDeadline } from '#app/features/legal-aid/commands/keep-deadlines.server.ts';
import { endFeed, makeFeed, ownDates, readFeed } from '#app/features/legal-aid/feed.server.ts';
import { wordsFor } from '#app/i18n/words.ts';
import { adminConnection } from '#tests/support/story.ts';
import { addStaff, deskWork, makeCase, makeDesk, type Desk, type DeskPerson } from './legal-world.ts';

const sql = adminConnection();
let desk: Desk;
let lawyer: DeskPerson;
let other: DeskPerson;
beforeAll(async () => {
  desk = await makeDesk(sql);
  lawyer = await addStaff(sql, desk);
  other = await addStaff(sql, desk);
});
afterAll(() => sql.end());

const read = (secret: string) => readFeed(secret, { now: new Date(), t: wordsFor('az') });
const daysOf = (calendar: string | null) =>
  new ICAL.Component(ICAL.parse(calendar ?? ''))
    .getAllSubcomponents('vevent')
    .map((one) => new ICAL.Event(one).startDate.toString());
async function add(person: DeskPerson, caseId: string, on: string) {
  const wish = {
    clientId: randomUUID(),
    caseId,
    ruleKey: null,
    on,
    title: 'Rəna Məmmədova: iclas',
    note: '',
    isCritical: false,
    isShown: false,
  };
  expect(await addDeadline(await deskWork(desk, person), wish)).toMatchObject({ ok: true });
}

describe('the calendar of a lawyer', () => {
  it('has the days that are theirs, and not a word of a case', async () => {
    const [mine, theirs] = [await makeCase(desk), await makeCase(desk)];
    await add(lawyer, mine.caseId, '2030-03-11');
    await add(other, theirs.caseId, '2030-04-01');
    await sql`update legal.cases set claimed_by = ${lawyer.staffId}, state = 'claimed' where id = ${theirs.caseId}`;
    const secret = await makeFeed(await deskWork(desk, lawyer));
    const calendar = await read(secret);
    expect(daysOf(calendar)).toEqual(['2030-03-11', '2030-04-01']);
    for (const word of ['Rəna', 'iclas', mine.caseId, String(mine.number) + '"', lawyer.staffId, secret])
      expect(calendar).not.toContain(word);
    expect((await ownDates(await deskWork(desk, lawyer))).dates).toMatchObject([
      { title: 'Rəna Məmmədova: iclas' },
      { dueOn: '2030-04-01' },
    ]);
    // Ended cases and what the person is kept from leave the calendar.
    await sql`update legal.cases set state = 'closed' where id = ${mine.caseId}`;
    expect(daysOf(await read(secret))).toEqual(['2030-04-01']);
    await sql`insert into legal.exclusions ${sql({ case_id: theirs.caseId, staff_id: lawyer.staffId, organisation_id: desk.organisationId, by: 'conflict' })}`;
    expect(daysOf(await read(secret))).toEqual([]);
  });

  it('lies behind a secret of which only the hash is kept, ends with a new one, and with leaving', async () => {
    const first = await makeFeed(await deskWork(desk, other));
    expect(first).toMatch(/^[\w-]{43}$/u);
    const [row] = await sql<{ text: string }[]>`select s::text as text from legal.staff s where id = ${other.staffId}`;
    expect(row?.text).not.toContain(first);
    const second = await makeFeed(await deskWork(desk, other));
    expect([await read(first), typeof (await read(second))]).toEqual([null, 'string']);
    for (const nonsense of [
      '',
      'x',
      `${second}x`,
      "' or 1=1",
      second.replace(/^./u, (letter) => (letter === 'a' ? 'b' : 'a')),
    ])
      expect(await read(nonsense)).toBeNull();
    await endFeed(await deskWork(desk, other));
    expect(await read(second)).toBeNull();
    const third = await makeFeed(await deskWork(desk, other));
    await sql`update legal.staff set state = 'revoked' where id = ${other.staffId}`;
    expect(await read(third)).toBeNull();
  });
});
