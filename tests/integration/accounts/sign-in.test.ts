import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTicketCookie, ticketCookie } from '#app/features/accounts/tickets.server.ts';
import { readActor } from '#app/platform/session.server.ts';
import { blindIndex, tokenHash } from '#app/platform/crypto.server.ts';
import { LIMITS, withinLimit } from '#app/platform/rate-limit.server.ts';
import * as signIn from '#app/routes/auth/sign-in.tsx';
import * as signInCode from '#app/routes/auth/sign-in-code.tsx';
import * as signOut from '#app/routes/auth/sign-out.tsx';
import { adminConnection } from '#tests/support/story.ts';
import { enrol, get, makeOrganisation, makePerson, PASSWORD, post, signedIn, type Answer } from './world.ts';

const sql = adminConnection();
let organisation: { id: string; slug: string };

beforeAll(async () => {
  organisation = await makeOrganisation(sql, 'sinaq');
});
afterAll(() => sql.end());

const sessionOf = (answer: Answer): string => answer.cookies.find((cookie) => cookie.startsWith('session=')) ?? '';
const enter = (contact: string, password = PASSWORD, more: Record<string, string> = {}, asked = {}) =>
  post(signIn.action, '/sign-in', { contact, password, ...more }, asked);
const actorOf = (cookie: string) => readActor(new Request('https://icma.test/', { headers: { cookie } }), new Date());

describe('signing in', () => {
  it('takes an e-mail or a phone, however they are typed', async () => {
    const person = await makePerson(sql, { email: 'sevinc@misal.az', phone: '+994501112233' });
    for (const contact of [' Sevinc@Misal.AZ', '050 111 22 33', '+994 (50) 111-22-33']) {
      const answer = await enter(contact);
      expect([answer.status, answer.location]).toEqual([303, '/account']);
      expect(await actorOf(sessionOf(answer))).toMatchObject({ kind: 'user', userId: person.id });
    }
  });

  it('keeps the cookie’s token out of the table, and what is in the table signs nobody in', async () => {
    const { email, id } = await makePerson(sql);
    const cookie = sessionOf(await enter(email));
    const token = cookie.slice('session='.length);
    const rows = await sql<{ id: string }[]>`select id from sessions where user_id = ${id}`;
    expect(rows.map((row) => row.id)).toEqual([tokenHash(token)]);
    expect(await actorOf(`session=${rows[0]?.id}`)).toEqual({ kind: 'anonymous' });
  });

  it('gives a new session each time and ends the one this browser had', async () => {
    const { email } = await makePerson(sql);
    const first = sessionOf(await enter(email));
    const second = sessionOf(await enter(email, PASSWORD, {}, { cookie: first }));
    expect(second).not.toBe(first);
    expect(await actorOf(first)).toEqual({ kind: 'anonymous' });
    expect(await actorOf(second)).toMatchObject({ kind: 'user' });
  });

  it('answers alike for a wrong password, an unknown contact and an account without a password', async () => {
    const { email } = await makePerson(sql);
    const silent = await makePerson(sql);
    await sql`update users set password_hash = null where id = ${silent.id}`;
    const answers = [
      await enter(email, 'yanlış şifrə'),
      await enter('hec-kim@misal.az'),
      await enter(silent.email),
      await enter('0559998877'),
    ];
    for (const answer of answers) {
      expect([answer.status, answer.cookies, answer.errors]).toEqual([422, [], { '': ['accounts.error.sign-in'] }]);
    }
  });

  it('never sends the password back, and keeps the contact', async () => {
    const answer = await enter('hec-kim@misal.az', 'gizli şifrəm');
    expect(JSON.stringify(answer.body)).not.toContain('gizli');
    expect(JSON.stringify(answer.body)).toContain('hec-kim@misal.az');
  });

  it('goes on only to paths of ours', async () => {
    const { email, id } = await makePerson(sql, { roles: [[organisation.id, 'moderator']] });
    await sql`update users set locale = 'ru' where id = ${id}`;
    expect((await enter(email, PASSWORD, { next: '/en/org/x/issues?state=held' })).location).toBe(
      '/en/org/x/issues?state=held',
    );
    for (const next of [
      '//evil.example',
      'https://evil.example',
      '/\\evil.example',
      '/\tx',
      'javascript:alert(1)',
      '',
    ]) {
      expect((await enter(email, PASSWORD, { next })).location).toBe(`/ru/org/${organisation.slug}`);
    }
  });

  it('stops after too many wrong passwords, for the account and for the network', async () => {
    const [person, neighbour] = [await makePerson(sql), await makePerson(sql)];
    const account = blindIndex('email', person.email);
    for (let tries = 2; tries < LIMITS['sign-in-account'].points; tries += 1)
      await withinLimit('sign-in-account', `${account}/village`);
    expect((await enter(person.email, 'yox', {}, { clientKey: 'village' })).errors).toEqual({
      '': ['accounts.error.sign-in'],
    });
    expect((await enter(person.email, 'yox', {}, { clientKey: 'village' })).errors).toEqual({
      '': ['accounts.error.sign-in'],
    });
    expect((await enter(person.email, PASSWORD, {}, { clientKey: 'village' })).errors).toEqual({
      '': ['common.error.too-many'],
    });
    // Somebody else behind the same address, and the same person from elsewhere.
    expect((await enter(neighbour.email, PASSWORD, {}, { clientKey: 'village' })).status).toBe(303);
    expect((await enter(person.email)).status).toBe(303);
    while (await withinLimit('sign-in', 'village'));
    const refused = await enter(neighbour.email, PASSWORD, {}, { clientKey: 'village' });
    expect([refused.status, refused.errors]).toEqual([422, { '': ['common.error.too-many'] }]);
    while (await withinLimit('sign-in-anywhere', account));
    expect((await enter(person.email)).errors).toEqual({ '': ['common.error.too-many'] });
  });

  it('does not count right passwords', async () => {
    const { email } = await makePerson(sql);
    for (let tries = 1; tries < LIMITS['sign-in'].points; tries += 1) await withinLimit('sign-in', 'office');
    for (let tries = 0; tries < 3; tries += 1)
      expect((await enter(email, PASSWORD, {}, { clientKey: 'office' })).status).toBe(303);
    expect((await enter(email, 'yox', {}, { clientKey: 'office' })).status).toBe(422);
    expect((await enter(email, PASSWORD, {}, { clientKey: 'office' })).errors).toEqual({
      '': ['common.error.too-many'],
    });
  });

  it('is shut for a deleted account', async () => {
    const { email, id } = await makePerson(sql);
    const cookie = await signedIn(id);
    await sql`update users set deleted_at = now() where id = ${id}`;
    expect((await enter(email)).errors).toEqual({ '': ['accounts.error.sign-in'] });
    expect(await actorOf(cookie)).toEqual({ kind: 'anonymous' });
  });
});

describe('the second step', () => {
  async function begin() {
    const person = await makePerson(sql);
    const totp = await enrol(sql, person.id);
    const first = await enter(person.email, PASSWORD, { next: '/map' });
    return { person, totp, first, ticket: first.cookies[0] ?? '' };
  }
  const step = (code: string, cookie: string, next = '') =>
    post(signInCode.action, '/sign-in/code', { code, next }, { cookie });

  it('comes between the password and the session', async () => {
    const { first, ticket, totp } = await begin();
    expect(first.location).toBe('/sign-in/code?next=%2Fmap');
    expect(sessionOf(first)).toBe('');
    expect((await get(signInCode.loader, '/sign-in/code')).location).toBe('/sign-in');
    const answer = await step(totp.generate(), ticket, '/map');
    expect([answer.status, answer.location]).toEqual([303, '/map']);
    expect(await actorOf(sessionOf(answer))).toMatchObject({ kind: 'user', hasSecondFactor: true });
    expect(answer.cookies).toContain('second-factor=');
  });

  it('refuses the code of a step that was used, and older ones', async () => {
    const { ticket, totp } = await begin();
    const now = Date.now();
    const code = totp.generate({ timestamp: now });
    expect((await step(code, ticket)).status).toBe(303);
    expect((await step(code, ticket)).errors).toEqual({ code: ['accounts.error.code'] });
    expect((await step(totp.generate({ timestamp: now - 30_000 }), ticket)).errors).toEqual({
      code: ['accounts.error.code'],
    });
  });

  it('lets one code pass once even when it comes twice at the same moment', async () => {
    const { ticket, totp } = await begin();
    const code = totp.generate();
    const answers = await Promise.all([step(code, ticket), step(code, ticket), step(code, ticket)]);
    expect(answers.filter((answer) => answer.status === 303)).toHaveLength(1);
  });

  it('takes each recovery code once', async () => {
    const { person, ticket } = await begin();
    const code = 'abcdefghijklmnopqrstuvwx';
    await sql`insert into recovery_codes ${sql({ id: crypto.randomUUID(), user_id: person.id, code_hash: tokenHash(code) })}`;
    const answers = await Promise.all([step('ABCD-efgh-ijkl-mnop-qrst-uvwx', ticket), step(code, ticket)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([303, 422]);
    expect((await step(code, ticket)).status).toBe(422);
  });

  it('needs the note of the first step: not another’s, not one from before a new password, not an invented one', async () => {
    const { person, ticket, totp } = await begin();
    for (const cookie of [
      '',
      'second-factor=',
      'second-factor=v1.aaaa',
      `second-factor=${'x'.repeat(5000)}`,
      ticket.slice(0, -2),
      ticket.replace('second-factor', 'password-reset'),
    ]) {
      const answer = await step(totp.generate(), cookie);
      expect([answer.status, answer.errors]).toEqual([422, { '': ['accounts.error.start-again'] }]);
    }
    await sql`update users set password_hash = 'x' where id = ${person.id}`;
    expect((await step(totp.generate(), ticket)).errors).toEqual({ code: ['accounts.error.start-again'] });
  });

  it('is open for ten minutes', async () => {
    const { ticket, totp, person } = await begin();
    const note = readTicketCookie(
      'second-factor',
      new Request('https://icma.test/', { headers: { cookie: ticket } }),
      new Date(),
    );
    expect(note).toMatchObject({ userId: person.id });
    const old = ticketCookie(
      'second-factor',
      note as { userId: string; proof: string },
      new Date(Date.now() - 10 * 60_000),
    );
    expect((await step(totp.generate(), old.split(';', 1)[0] ?? '')).errors).toEqual({
      '': ['accounts.error.start-again'],
    });
  });

  it('stops guessing after a few codes', async () => {
    const { ticket, totp } = await begin();
    for (let tries = 0; tries < LIMITS.code.points; tries += 1) await step('000000', ticket);
    expect((await step(totp.generate(), ticket)).errors).toEqual({ code: ['common.error.too-many'] });
  });
});

describe('signing out', () => {
  it('ends the session, by POST only', async () => {
    const { id } = await makePerson(sql);
    const cookie = await signedIn(id);
    expect((await get(signOut.loader, '/sign-out', { cookie })).status).toBe(200);
    expect(await actorOf(cookie)).toMatchObject({ kind: 'user' });
    const answer = await post(signOut.action, '/sign-out', {}, { cookie });
    expect([answer.status, answer.location, answer.cookies]).toEqual([303, '/sign-in?done=signed-out', ['session=']]);
    expect(await actorOf(cookie)).toEqual({ kind: 'anonymous' });
    expect((await post(signOut.action, '/sign-out', {}, { cookie })).status).toBe(303);
  });
});
