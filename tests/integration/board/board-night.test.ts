import { afterAll, describe, expect, it } from 'vitest';
import { getBoard } from '#app/features/board/entries.server.ts';
import { tellSide, tendBoard } from '#app/features/board/jobs.server.ts';
import { countBoard } from '#app/features/board/public.server.ts';
import { blindIndex, seal } from '#app/platform/crypto.server.ts';
import { openMail } from '#app/platform/mail.server.ts';
import { adminConnection } from '#tests/support/story.ts';
import { inDays, makeSide, proposed, put } from './board-world.ts';

const sql = adminConnection();
const now = new Date();
afterAll(() => sql.end());

const stateOf = async (id: string) => (await sql`select state from board_entries where id = ${id}`)[0]?.state as string;
const matchState = async (id: string) =>
  (await sql`select state from board_matches where id = ${id}`)[0]?.state as string;

describe('by night', () => {
  it('ends what is past its day, and says once that nobody answered for two weeks', async () => {
    const work = await makeSide(sql, 'Gecə İcması');
    const theirs = await makeSide(sql, 'Qonşu İcma');
    const { organisationId, userId } = work.scope;
    const email = `${userId.slice(0, 8)}@icma.invalid`;
    await sql`update users set email_cipher = ${seal(email, 'users.email')}, email_index = ${blindIndex('email', email)} where id = ${userId}`;
    const [old, past] = [await put(work, { title: 'Köhnə ehtiyac' }), await put(work)];
    const match = await proposed(theirs, past);
    await sql`update board_entries set created_at = now() - interval '15 days' where id = ${old}`;
    await sql`update board_entries set starts_on = ${inDays(-3)}, ends_on = ${inDays(-1)} where id = ${past}`;
    expect((await getBoard(theirs.scope, {}, now)).others.map(({ id }) => id)).not.toContain(past);
    expect((await countBoard(work.scope, now)).unmatched).toBe(1);
    await tendBoard({ organisationId }, now);
    await tendBoard({ organisationId }, now);
    expect([await stateOf(old), await stateOf(past), await matchState(match)]).toEqual(['open', 'expired', 'lapsed']);
    const tasks = await sql`select title, place from tasks where organisation_id = ${organisationId}`;
    expect(tasks).toHaveLength(1);
    expect(tasks[0]).toMatchObject({
      title: expect.stringContaining('Köhnə ehtiyac') as string,
      place: `/board/${old}`,
    });
    const letters = (await sql`select * from mails`).map((row) =>
      openMail({
        ...row,
        toCipher: row.to_cipher,
        contentCipher: row.content_cipher,
        createdAt: row.created_at,
      } as never),
    );
    const own = letters.filter(({ to }) => to === email);
    expect(own).toHaveLength(1);
    expect(own[0]?.text).toContain('Köhnə ehtiyac');

    // An answer settles it, and is told to the side it concerns, each state once.
    const answer = await proposed(theirs, old);
    await tendBoard({ organisationId }, now);
    expect((await sql`select state from tasks where organisation_id = ${organisationId}`)[0]?.state).toBe('done');
    expect(await tellSide({ organisationId, matchId: answer })).toBe(1);
    expect(await tellSide({ organisationId, matchId: answer })).toBe(0);
  });
});
