import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boardContacts, boardEntries, boardMatches } from '#db/schema/index.ts';
import { addEntry, editEntry, withdrawEntry } from '#app/features/board/commands/keep-entry.server.ts';
import { getBoard } from '#app/features/board/entries.server.ts';
import { getEntryPage, listAnswers } from '#app/features/board/matches.server.ts';
import { countBoard } from '#app/features/board/public.server.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import type { StaffWork } from '#app/platform/staff-work.server.ts';
import { adminConnection } from '#tests/support/story.ts';
import { entry, inDays, makeSide, propose, proposed, put, step } from './board-world.ts';

const sql = adminConnection();
const now = new Date();
let ours: StaffWork;
let theirs: StaffWork;
let third: StaffWork;
let team: StaffWork;
let applied: StaffWork;

beforeAll(async () => {
  ours = await makeSide(sql, 'Bizim İcma');
  theirs = await makeSide(sql, 'Qonşu İcma');
  third = await makeSide(sql, 'Üçüncü İcma');
  team = await makeSide(sql, 'Namizədin komandası', 'team');
  applied = await makeSide(sql, 'Gözləyən İcma', 'cbo', 'applied');
});
afterAll(() => sql.end());

const stateOf = async (id: string) => (await sql`select state from board_entries where id = ${id}`)[0]?.state as string;
const matchState = async (id: string) =>
  (await sql`select state from board_matches where id = ${id}`)[0]?.state as string;
/** An answer past the program: only the walls of the database stand. */
const answerPast = ({ scope }: StaffWork, entryId: string) =>
  withScope(scope, (tx) =>
    tx
      .insert(boardMatches)
      .values({ id: randomUUID(), entryId, ownerId: ours.scope.organisationId, proposerId: scope.organisationId }),
  );
const seenBy = async (work: StaffWork) => (await getBoard(work.scope, {}, now)).others.map(({ id }) => id);

describe('an entry of the board', () => {
  it('goes open → proposed → agreed → done → confirmed by both, and contacts open with the agreement', async () => {
    const need = await put(ours);
    expect(await stateOf(need)).toBe('open');
    const offer = await put(theirs, { kind: 'offer' });
    const match = await proposed(theirs, need, offer);
    expect([await stateOf(need), await stateOf(offer)]).toEqual(['proposed', 'open']);
    const before = await getEntryPage(ours.scope, need, now);
    expect(before?.matches[0]).toMatchObject({ contact: null, steps: ['agree', 'decline'] });
    // Past the page as well: the wall itself gives no other row out.
    expect(await withScope(ours.scope, (tx) => tx.$count(boardContacts))).toBe(0);

    expect(await step(theirs, match, 'agree')).toMatchObject({ refusal: { code: 'common.error.changed-meanwhile' } });
    expect(await step(ours, match, 'agree')).toMatchObject({ ok: true });
    expect([await stateOf(need), await stateOf(offer)]).toEqual(['agreed', 'agreed']);
    expect((await getEntryPage(ours.scope, need, now))?.matches[0]?.contact?.name).toBe('Təklif edən');
    expect((await getEntryPage(theirs.scope, need, now))?.matches[0]?.contact?.name).toBe('Sahib');

    expect(await step(theirs, match, 'done')).toMatchObject({ ok: true });
    expect(await step(theirs, match, 'confirm')).toMatchObject({ refusal: { code: 'common.error.changed-meanwhile' } });
    expect((await countBoard(ours.scope, now)).toConfirm).toBe(1);
    expect((await countBoard(theirs.scope, now)).toConfirm).toBe(0);
    expect(await step(ours, match, 'confirm')).toMatchObject({ ok: true });
    expect([await stateOf(need), await stateOf(offer), await matchState(match)]).toEqual(Array(3).fill('confirmed'));
  });

  it('is open again after a refusal, a proposal taken back and an agreement that came to nothing', async () => {
    const need = await put(ours);
    for (const [who, how] of [
      [ours, 'decline'],
      [theirs, 'take-back'],
    ] as const) {
      const match = await proposed(theirs, need);
      expect(await stateOf(need)).toBe('proposed');
      expect(await step(who, match, how)).toMatchObject({ ok: true });
      expect(await stateOf(need)).toBe('open');
    }
    const match = await proposed(theirs, need);
    await step(ours, match, 'agree');
    expect(await step(theirs, match, 'cancel')).toMatchObject({ ok: true });
    expect(await stateOf(need)).toBe('open');
    expect((await getEntryPage(ours.scope, need, now))?.matches.find(({ id }) => id === match)?.contact).toBeNull();
  });

  it('is put there once by a form sent twice, and answered once by each organisation', async () => {
    const form = entry();
    const twice = await Promise.all([addEntry(ours, form, 'az'), addEntry(ours, form, 'az')]);
    expect(twice[0]).toEqual(twice[1]);
    const id = twice[0]?.ok ? twice[0].value.entryId : '';
    const clientId = randomUUID();
    const answers = await Promise.all([propose(theirs, id, null, clientId), propose(theirs, id, null, clientId)]);
    expect(answers[0]).toEqual(answers[1]);
    expect(await propose(theirs, id)).toMatchObject({ refusal: { code: 'board.error.answered-already' } });
    expect((await sql`select 1 from board_matches where entry_id = ${id}`).count).toBe(1);
  });

  it('cannot be answered by its own organisation, nor changed while somebody waits', async () => {
    const need = await put(ours);
    expect(await propose(ours, need)).toMatchObject({ refusal: { code: 'board.error.gone' } });
    await proposed(theirs, need);
    expect(await editEntry(ours, need, entry({ title: 'Başqa şey' }))).toMatchObject({
      refusal: { code: 'common.error.changed-meanwhile' },
    });
    expect(await editEntry(theirs, need, entry({ title: 'Özgəsinin' }))).toMatchObject({
      refusal: { code: 'board.error.gone' },
    });
  });

  it('lets go of whoever waits when it is taken back', async () => {
    const need = await put(ours);
    const match = await proposed(theirs, need);
    expect(await withdrawEntry(ours, need, randomUUID())).toMatchObject({ ok: true });
    expect([await stateOf(need), await matchState(match)]).toEqual(['withdrawn', 'lapsed']);
    expect(await step(ours, match, 'agree')).toMatchObject({ refusal: { code: 'board.error.taken' } });
    expect(await seenBy(theirs)).not.toContain(need);
    // Who answered still reads what they answered.
    expect((await listAnswers(theirs.scope)).map(({ id }) => id)).toContain(match);
  });
});

describe('two who want the same', () => {
  it('one offer taken by two needs at once is agreed once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const offer = await put(ours, { kind: 'offer' });
      const needs = [await put(theirs), await put(third)] as const;
      const matches = [await proposed(ours, needs[0], offer), await proposed(ours, needs[1], offer)] as const;
      const results = await Promise.all([step(theirs, matches[0], 'agree'), step(third, matches[1], 'agree')]);
      expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
      expect(results.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'board.error.taken' } });
      const states = await Promise.all(matches.map(matchState));
      expect([...states].sort()).toEqual(['agreed', 'lapsed']);
      const won = states.indexOf('agreed');
      expect(await stateOf(offer)).toBe('agreed');
      expect(await stateOf(needs[won] as string)).toBe('agreed');
      expect(await stateOf(needs[1 - won] as string)).toBe('open');
    }
  });

  it('one need with two proposals agrees with one, also when both are pressed at once', async () => {
    const need = await put(ours);
    const matches = [await proposed(theirs, need), await proposed(third, need)];
    const results = await Promise.all(matches.map((match) => step(ours, match, 'agree')));
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect((await Promise.all(matches.map(matchState))).sort()).toEqual(['agreed', 'lapsed']);
  });
});

describe('who sees the board', () => {
  it('shows others what is open, with the organisation’s name and nobody’s own', async () => {
    const need = await put(ours, { title: 'Səs avadanlığı' });
    const seen = (await getBoard(theirs.scope, {}, now)).others.find(({ id }) => id === need);
    expect(seen).toMatchObject({
      title: 'Səs avadanlığı',
      isOurs: false,
      organisation: { names: { az: 'Bizim İcma' } },
    });
    const raw = await withScope(theirs.scope, (tx) => tx.execute('select * from app.board_of_others(current_date)'));
    expect(JSON.stringify(raw)).toContain('Səs avadanlığı');
    expect(JSON.stringify([raw, seen])).not.toMatch(/Gizli|created_by/u);
    expect(JSON.stringify([raw, seen])).not.toContain(ours.scope.userId);
    // The table itself stays closed; so does the match of two others.
    expect(await withScope(theirs.scope, (tx) => tx.select().from(boardEntries))).not.toContainEqual(
      expect.objectContaining({ id: need }),
    );
    const match = await proposed(theirs, need);
    await step(ours, match, 'agree');
    const strangers = await withScope(third.scope, async (tx) => ({
      matches: (await tx.select().from(boardMatches)).filter(({ id }) => id === match).length,
      contacts: (await tx.select().from(boardContacts)).filter(({ matchId }) => matchId === match).length,
    }));
    expect(strangers).toEqual({ matches: 0, contacts: 0 });
    expect(await getEntryPage(third.scope, need, now)).toBeUndefined();
    expect(await step(third, match, 'done')).toMatchObject({ refusal: { code: 'board.error.gone' } });
  });

  it('has no place for a team: it puts nothing there, sees nothing, and what stands in its name is shown to nobody', async () => {
    const need = await put(ours);
    expect(await addEntry(team, entry(), 'az')).toMatchObject({ refusal: { code: 'common.error.not-allowed' } });
    const row = { ...entry({ title: 'Komandanın' }), locale: 'az', organisationId: team.scope.organisationId };
    const { clientId: _form, ...values } = row;
    await expect(
      withScope(team.scope, (tx) =>
        tx.insert(boardEntries).values({ ...values, id: randomUUID(), createdBy: team.scope.userId }),
      ),
    ).rejects.toMatchObject({ cause: { code: '42501' } });
    const id = randomUUID();
    await sql`insert into board_entries ${sql({ id, organisation_id: team.scope.organisationId, kind: 'need', category: 'room', title: 'Komandanın', locale: 'az', region: 'AZ-AST', starts_on: inDays(0), ends_on: inDays(5), created_by: team.scope.userId })}`;
    expect(await seenBy(ours)).not.toContain(id);
    expect(await getEntryPage(ours.scope, id, now)).toBeUndefined();
    expect(await propose(ours, id)).toMatchObject({ refusal: { code: 'board.error.gone' } });
    expect(await seenBy(team)).toEqual([]);
    expect(await propose(team, need)).toMatchObject({ ok: false });
    await expect(answerPast(team, need)).rejects.toMatchObject({ cause: { code: '42501' } });
  });

  it('is for approved organisations, on both sides', async () => {
    const need = await put(ours);
    const id = randomUUID();
    await sql`insert into board_entries ${sql({ id, organisation_id: applied.scope.organisationId, kind: 'need', category: 'room', title: 'Hələ yox', locale: 'az', region: 'AZ-AST', starts_on: inDays(0), ends_on: inDays(5), created_by: applied.scope.userId })}`;
    expect(await seenBy(ours)).not.toContain(id);
    expect(await seenBy(applied)).toEqual([]);
    expect(await propose(applied, need)).toMatchObject({ ok: false });
    await expect(answerPast(applied, need)).rejects.toMatchObject({ cause: { code: '42501' } });
    await answerPast(theirs, need);
  });
});
