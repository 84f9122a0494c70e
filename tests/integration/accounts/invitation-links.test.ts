import { afterAll, describe, expect, it } from 'vitest';
import { adminConnection } from '#tests/support/story.ts';
import { accept, byLink, makeHouse, newcomer, rolesOf, show } from './invitation-world.ts';
import { makePerson, PASSWORD, signedIn } from './world.ts';

const sql = adminConnection();
const house = makeHouse(sql);
afterAll(() => sql.end());

describe('an invitation by link', () => {
  it('takes volunteers in until it is used up, by e-mail or by phone', async () => {
    const token = await byLink(sql, house);
    expect((await accept(token, newcomer({ contact: '055 123 45 67' }))).status).toBe(303);
    const present = await makePerson(sql);
    expect((await accept(token, {}, await signedIn(present.id))).status).toBe(303);
    expect(await rolesOf(sql, house, present.id)).toEqual(['volunteer']);
    expect((await accept(token, newcomer())).errors).toEqual({ '': ['accounts.invitation.error.closed'] });
  });

  it('never gives more than a volunteer’s role, whatever the table says', async () => {
    const token = await byLink(sql, house, { role: 'owner' });
    expect((await accept(token, newcomer())).errors).toEqual({ '': ['accounts.invitation.error.closed'] });
    const present = await makePerson(sql);
    expect((await accept(token, {}, await signedIn(present.id))).errors).toEqual({
      '': ['accounts.invitation.error.closed'],
    });
    expect(await rolesOf(sql, house, present.id)).toEqual([]);
  });

  it('runs out', async () => {
    const token = await byLink(sql, house, { days: -1 });
    expect((await show(token)).status).toBe(410);
    const people = await sql<{ n: string }[]>`select count(*) n from users`;
    expect((await accept(token, newcomer())).errors).toEqual({ '': ['accounts.invitation.error.closed'] });
    expect(await sql`select count(*) n from users`).toEqual(people);
  });

  it('has no more places than it says when many come at once', async () => {
    const token = await byLink(sql, house);
    const cookies = await Promise.all(Array.from({ length: 5 }, async () => signedIn((await makePerson(sql)).id)));
    const answers = await Promise.all(cookies.map((cookie) => accept(token, {}, cookie)));
    expect(answers.filter((answer) => answer.status === 303)).toHaveLength(2);
  });

  it('is none when nobody made it', async () => {
    for (const token of ['no-such-token-at-all-here', '', '../x', 'x'.repeat(500), "' or 1=1 --"]) {
      expect((await show(token)).status).toBe(404);
      expect((await accept(token, newcomer())).status).toBe(404);
    }
  });
});

describe('opening an account', () => {
  it('asks for consent, a contact, and a password that is not the person or the organisation', async () => {
    const token = await byLink(sql, house, { maxUses: 20 });
    const { consent: _consent, ...silent } = newcomer();
    expect((await accept(token, silent)).errors).toEqual({ consent: ['common.error.consent'] });
    expect((await accept(token, newcomer({ contact: 'nə' }))).errors).toMatchObject({
      contact: ['accounts.error.contact'],
    });
    expect((await accept(token, newcomer({ newPassword: 'Lalə Əmirova' }))).errors).toEqual({
      newPassword: ['accounts.password.error.personal'],
    });
    expect((await accept(token, newcomer({ newPassword: 'qısa' }))).errors).toEqual({
      newPassword: ['accounts.password.error.short'],
    });
    const refused = await accept(token, newcomer({ newPassword: PASSWORD, name: '' }));
    expect(refused.errors).toEqual({ name: ['accounts.error.need-name'] });
    expect(JSON.stringify(refused.body)).not.toContain(PASSWORD);
  });
});
