import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cases } from '#db/schema/legal-aid.ts';
import {
  addDeadline,
  endDeadline,
  signOffDeadline,
  type NewDeadline,
} from '#app/features/legal-aid/commands/keep-deadlines.server.ts';
import { readDeadlines, shownDeadlines } from '#app/features/legal-aid/deadlines.server.ts';
import { withLegalScope } from '#app/features/legal-aid/legal-scope.server.ts';
import { readReceipt } from '#app/features/legal-aid/receipt.server.ts';
import { adminConnection } from '#tests/support/story.ts';
import {
  addStaff,
  deskWork,
  makeCase,
  makeDesk,
  withCookie,
  type Desk,
  type DeskPerson,
  type MadeCase,
} from './legal-world.ts';

const sql = adminConnection();
let desk: Desk;
let [lawyer, second, outsider]: DeskPerson[] = [];
const NOW = new Date('2026-03-09T08:00:00Z');

beforeAll(async () => {
  // 2026 is confirmed with Novruz; for 2027 there is nothing.
  await sql`insert into holiday_years ${sql({ year: 2026, is_sample: false, source: 'test', confirmed_at: new Date() })} on conflict (year) do update set is_sample = false, confirmed_at = now()`;
  await sql`delete from holidays where year = 2026`;
  for (const on of ['2026-03-20', '2026-03-23', '2026-03-24'])
    await sql`insert into holidays ${sql({ year: 2026, on, name: 'Novruz', is_workday: false })}`;
  desk = await makeDesk(sql);
  lawyer = await addStaff(sql, desk, 'lawyer', { isBar: true, shownName: 'Aynur' });
  second = await addStaff(sql, desk, 'lawyer', { shownName: 'Vüsal' });
});
afterAll(() => sql.end());

const work = (person: DeskPerson | undefined) => deskWork(desk, person as DeskPerson, NOW);
const wish = (made: MadeCase, over: Partial<NewDeadline> = {}): NewDeadline => ({
  clientId: randomUUID(),
  caseId: made.caseId,
  ruleKey: null,
  on: '2026-03-30',
  title: 'Məhkəmə iclası',
  note: '',
  isCritical: false,
  isShown: false,
  ...over,
});
const add = async (made: MadeCase, over: Partial<NewDeadline> = {}, by = lawyer) =>
  addDeadline(await work(by), wish(made, over));
const dueOn = async ({ caseId }: MadeCase) => {
  const at = await work(desk.lead);
  const [row] = await withLegalScope(at.scope, (tx) =>
    tx.select({ dueOn: cases.dueOn }).from(cases).where(eq(cases.id, caseId)),
  );
  return row?.dueOn ?? null;
};
const room = async (made: MadeCase, by = lawyer) => {
  const found = await readDeadlines(await work(by), made.caseId);
  if (!found) throw new Error('No room');
  return found.deadlines;
};
const shown = async (made: MadeCase) => {
  const receipt = await readReceipt(withCookie(made.cookie), new Date());
  if (!receipt) throw new Error('No receipt');
  return withLegalScope(receipt.scope, (tx) => shownDeadlines(tx, receipt));
};

describe('a deadline of a case', () => {
  it('is reckoned by its rule, on the safe side, and its words are sealed', async () => {
    const made = await makeCase(desk);
    const title = 'İddianı verin: Göyçay';
    expect(await add(made, { ruleKey: 'suit.contest', on: '2026-02-18', title, note: 'Surət lazımdır' })).toMatchObject(
      { ok: true },
    );
    // Thirty days end on 20 March, a holiday: the working day before it.
    expect(await room(made)).toMatchObject([
      {
        title,
        note: 'Surət lazımdır',
        dueOn: '2026-03-19',
        counted: '2026-03-20',
        from: '2026-02-18',
        certainty: 'medium',
        checked: 'confirmed',
      },
    ]);
    const [row] = await sql<
      { text: string }[]
    >`select string_agg(r::text, '') as text from legal.records r where case_id = ${made.caseId}`;
    expect(row?.text).not.toContain('Göyçay');
  });

  it('keeps the date of the case at the nearest day by which we must act', async () => {
    const made = await makeCase(desk, { answers: { dueOn: '2026-03-12' } });
    expect(await dueOn(made)).toBe('2026-03-12');
    await add(made, { on: '2026-04-30' });
    // What the applicant was told stays in the queue until somebody takes it out.
    expect(await dueOn(made)).toBe('2026-03-12');
    const [told] = await room(made);
    expect(told).toMatchObject({ dueOn: '2026-03-12', title: 'Müraciət edənə deyilən son gün' });
    await endDeadline(await work(lawyer), {
      clientId: randomUUID(),
      caseId: made.caseId,
      dateId: told?.id ?? '',
      to: 'dropped',
    });
    expect(await dueOn(made)).toBe('2026-04-30');
    const near = await add(made, { on: '2026-03-17' });
    expect(await dueOn(made)).toBe('2026-03-17');
    // An authority's time is no haste of ours.
    await add(made, { ruleKey: 'appeal.forward', on: '2026-03-09' });
    expect(await dueOn(made)).toBe('2026-03-17');
    // Of low certainty, but it climbs.
    await add(made, { ruleKey: 'penalty.appeal', on: '2026-03-05' });
    expect(await dueOn(made)).toBe('2026-03-13');
    const [low] = (await room(made)).filter((one) => one.certainty === 'low');
    await endDeadline(await work(lawyer), {
      clientId: randomUUID(),
      caseId: made.caseId,
      dateId: low?.id ?? '',
      to: 'dropped',
    });
    expect(await dueOn(made)).toBe('2026-03-17');
    if (near.ok)
      await endDeadline(await work(lawyer), {
        clientId: randomUUID(),
        caseId: made.caseId,
        dateId: near.value.id,
        to: 'done',
      });
    expect(await dueOn(made)).toBe('2026-04-30');
  });

  it('has no date where nobody knows, and none in a year without confirmed holidays', async () => {
    const made = await makeCase(desk);
    expect(await add(made, { ruleKey: 'administrative.appeal', on: '2026-03-01' })).toMatchObject({
      value: { hasDate: false },
    });
    expect(await add(made, { ruleKey: 'appeal.answer', on: '2027-06-01' })).toMatchObject({
      value: { hasDate: false },
    });
    const found = await room(made);
    expect(found.map(({ dueOn: on }) => on)).toEqual([null, null]);
    expect(found.map(({ checked }) => checked).toSorted()).toEqual(['no-calendar 2027', 'unknown']);
    expect(await dueOn(made)).toBeNull();
    expect(await add(made, { ruleKey: 'strasbourg.application', on: '2021-01-01' })).toMatchObject({
      ok: false,
      refusal: { field: 'on' },
    });
  });

  it('G21: is shown to the applicant only if it is sure, dated and meant for them', async () => {
    const made = await makeCase(desk);
    await add(made, { title: 'Görünən', isShown: true });
    await add(made, { title: 'Gizli' });
    await add(made, { title: 'Əmin deyilik', ruleKey: 'penalty.appeal', on: '2026-03-05', isShown: true });
    await add(made, { title: 'Tarixsiz', ruleKey: 'administrative.appeal', isShown: true });
    await add(made, { title: 'Qayda ilə', ruleKey: 'suit.oblige', on: '2026-03-02', isShown: true });
    expect((await shown(made)).map(({ title }) => title)).toEqual(['Görünən', 'Qayda ilə']);
    // The database itself refuses a low one that is shown.
    await expect(
      sql`update legal.dates set is_shown = true where case_id = ${made.caseId} and certainty = 'low'`,
    ).rejects.toThrow(/low_hidden/u);
  });

  it('sent twice is one', async () => {
    const made = await makeCase(desk);
    const at = await work(lawyer);
    const input = wish(made);
    const first = await addDeadline(at, input);
    expect(await addDeadline(at, input)).toEqual(first);
    expect(await room(made)).toHaveLength(1);
  });
});

describe('a critical filing', () => {
  it('is completed only after a second lawyer approved it, never the one who asked', async () => {
    const made = await makeCase(desk);
    const added = await add(made, { isCritical: true });
    const dateId = added.ok ? added.value.id : '';
    const end = async () =>
      endDeadline(await work(lawyer), { clientId: randomUUID(), caseId: made.caseId, dateId, to: 'done' });
    const sign = async (by: DeskPerson | undefined, step: 'asked' | 'approved' | 'returned') =>
      signOffDeadline(await work(by), { clientId: randomUUID(), caseId: made.caseId, dateId, step });
    expect(await end()).toMatchObject({ refusal: { code: 'legal-case.deadlines.error.sign-off' } });
    expect(await sign(second, 'approved')).toMatchObject({ refusal: { code: 'legal-case.deadlines.error.not-asked' } });
    expect(await sign(lawyer, 'asked')).toMatchObject({ ok: true });
    expect(await sign(lawyer, 'approved')).toMatchObject({ refusal: { code: 'legal-case.deadlines.error.second' } });
    expect(await sign(second, 'returned')).toMatchObject({ ok: true });
    expect(await end()).toMatchObject({ ok: false });
    expect(await sign(lawyer, 'asked')).toMatchObject({ ok: true });
    expect(await sign(second, 'approved')).toMatchObject({ ok: true });
    expect(await room(made)).toMatchObject([{ signOff: 'approved', askedBy: 'Aynur', decidedBy: 'Vüsal' }]);
    expect(await end()).toMatchObject({ ok: true });
    expect(await room(made)).toMatchObject([{ state: 'done' }]);
  });
});

describe('whoever holds no key', () => {
  it('sees no deadlines and changes none: a colleague who came later, and one kept out by the applicant', async () => {
    const made = await makeCase(desk, { keptOut: [(second as DeskPerson).staffId] });
    await add(made);
    const [only] = await room(made);
    outsider = await addStaff(sql, desk);
    for (const person of [second, outsider]) {
      expect(await readDeadlines(await work(person), made.caseId)).toBeNull();
      expect(await add(made, {}, person)).toMatchObject({ ok: false, refusal: { code: 'legal-case.error.gone' } });
      const end = { clientId: randomUUID(), caseId: made.caseId, dateId: only?.id ?? '', to: 'dropped' as const };
      expect(await endDeadline(await work(person), end)).toMatchObject({ ok: false });
    }
    expect(await room(made)).toMatchObject([{ state: 'open' }]);
  });

  it('cannot reach another case with the id of a date', async () => {
    const [one, other] = [await makeCase(desk), await makeCase(desk)];
    const added = await add(one);
    const end = {
      clientId: randomUUID(),
      caseId: other.caseId,
      dateId: added.ok ? added.value.id : '',
      to: 'done' as const,
    };
    expect(await endDeadline(await work(lawyer), end)).toMatchObject({ refusal: { code: 'legal-case.error.gone' } });
  });

  it('changes nothing in a case that has ended', async () => {
    const made = await makeCase(desk);
    await sql`update legal.cases set state = 'closed' where id = ${made.caseId}`;
    expect(await add(made)).toMatchObject({ refusal: { code: 'legal-case.error.ended' } });
  });
});
