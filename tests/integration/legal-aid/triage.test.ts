import { afterAll, describe, expect, it } from 'vitest';
import { openCase } from '#app/features/legal-aid/commands/open-case.server.ts';
import type { Answers } from '#app/features/legal-aid/rules/contents.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';
import * as queue from '#app/routes/legal/queue.tsx';
import * as steps from '#app/routes/legal/case-steps.tsx';
import { tokenHash } from '#app/platform/crypto.server.ts';
import { adminConnection } from '#tests/support/story.ts';
import { get, post, signedIn } from '../accounts/world.ts';
import { addStaff, deskWork, makeCase, makeDesk, vaultCookie, type Desk, type DeskPerson } from './legal-world.ts';

const sql = adminConnection();
afterAll(() => sql.end());

type Wish = { flags: Answers['flags']; dueIn: number | null; age: number };
/**
 * Thirty requests as they come in: what is urgent is spread among them, the oldest are not the most urgent, and somebody
 * in danger names no date. In the order of their coming.
 */
const WISHES: Wish[] = Array.from({ length: 30 }, (_, at) => ({
  flags: at === 11 ? ['detention'] : at === 23 ? ['violence'] : at % 10 === 4 ? ['retaliation'] : [],
  dueIn: at === 19 ? 1 : at === 27 ? 3 : at % 7 === 5 ? 8 : at % 3 === 0 ? 40 : null,
  age: 29 - at,
}));

/** What a person would take first, said apart from the product's rules: danger, then what is due soonest, then the oldest. */
function urgency({ age, dueIn, flags }: Wish): [band: number, day: number, age: number] {
  const inDanger = flags.includes('detention') || flags.includes('violence');
  const soon = dueIn ?? Number.POSITIVE_INFINITY;
  if (inDanger) return [0, 0, -age];
  if (soon <= 3) return [0, soon, -age];
  return [flags.includes('retaliation') || soon <= 10 ? 1 : 2, soon, -age];
}
const before = (one: Wish, other: Wish): number => {
  const [a, b] = [urgency(one), urgency(other)];
  const at = [0, 1, 2].find((index) => a[index] !== b[index]);
  return at === undefined ? 0 : (a[at] as number) - (b[at] as number);
};

async function cookieOf(desk: Desk, person: DeskPerson): Promise<string> {
  const session = await signedIn(person.userId);
  person.sessionId = tokenHash(session.split('=')[1] as string);
  return `${session}; ${await vaultCookie(desk, person)}`;
}

const plus = (days: number): string => dayOf(new Date(Date.now() + days * 86_400_000));
const median = (numbers: number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/**
 * What the same person needs with a list by arrival that says nothing of urgency, as a plain ticket queue is: open from the
 * oldest on, go back, until the most urgent of what is left was read; what was read once is remembered.
 */
function stepsByArrival(order: readonly Wish[]): number[] {
  const read = new Set<Wish>();
  return order.map((wanted) => {
    let taken = 1;
    for (const wish of WISHES) {
      if (read.has(wanted)) break;
      if (read.has(wish)) continue;
      read.add(wish);
      taken += 2;
    }
    return taken + 1;
  });
}

describe('G33: the right case first', () => {
  it('thirty requests are taken in the order of their urgency, two steps each, and none is read for it', async () => {
    const desk = await makeDesk(sql, { capacity: 100 });
    const lawyer = await addStaff(sql, desk, 'lawyer', { capacity: 100, isBar: true });
    const made: { wish: Wish; caseId: string }[] = [];
    for (const wish of WISHES) {
      const dueOn = wish.dueIn === null ? {} : { dueOn: plus(wish.dueIn) };
      const { caseId } = await makeCase(desk, { answers: { flags: wish.flags, ...dueOn } });
      await sql`update legal.cases set opened_on = ${plus(-wish.age)} where id = ${caseId}`;
      made.push({ wish, caseId });
    }
    const order = WISHES.toSorted(before);
    const asked = { cookie: await cookieOf(desk, lawyer), params: { org: desk.slug } };
    const taken: { wish: Wish | undefined; steps: number }[] = [];
    for (let left = WISHES.length; left > 0; left -= 1) {
      let done = 1;
      const page = await get(queue.loader, `/legal/${desk.slug}?whose=unclaimed`, asked);
      const [first] = (page.body as { rows: { id: string; claimId: string }[] }).rows;
      if (!first) throw new Error('The queue is empty too soon');
      done += 1;
      const claimed = await post(
        steps.action,
        `/legal/${desk.slug}/cases/${first.id}/steps`,
        { intent: 'claim', clientId: newId() },
        { ...asked, params: { ...asked.params, id: first.id } },
      );
      expect(claimed.status).toBe(303);
      taken.push({ wish: made.find((one) => one.caseId === first.id)?.wish, steps: done });
    }
    expect(taken.map(({ wish }) => wish && WISHES.indexOf(wish))).toEqual(order.map((wish) => WISHES.indexOf(wish)));
    expect(
      await sql`select 1 from legal.audit_entries where organisation_id = ${desk.organisationId} and action = 'case.open'`,
    ).toEqual([]);

    const ours = taken.map(({ steps: count }) => count);
    const byArrival = stepsByArrival(order);
    expect([median(ours), Math.max(...ours)]).toEqual([2, 2]);
    // The first right case alone costs that list dozens of steps, and the median is no better than ours.
    expect(byArrival[0]).toBeGreaterThan(20);
    expect(median(byArrival)).toBeGreaterThanOrEqual(median(ours));
    const sum = (numbers: number[]): number => numbers.reduce((all, one) => all + one, 0);
    expect(sum(byArrival)).toBeGreaterThan(1.5 * sum(ours));

    // Taken first was somebody in danger, who is read with one reason given.
    const danger = made.find(({ wish }) => wish === order[0]);
    expect(danger?.wish.flags).toEqual(['detention']);
    expect(
      await openCase(await deskWork(desk, lawyer), { caseId: danger?.caseId ?? '', reason: 'assigned' }),
    ).toMatchObject({ ok: true });
  }, 180_000);
});
