import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handOverCode } from '#app/features/accounts/public.server.ts';
import { blindIndex, tokenHash } from '#app/platform/crypto.server.ts';
import type { Scope } from '#app/platform/db-scope.server.ts';
import { isPassword } from '#app/platform/passwords.server.ts';
import { withinLimit } from '#app/platform/rate-limit.server.ts';
import * as passwordRoute from '#app/routes/account/password.tsx';
import * as codeRoute from '#app/routes/auth/password-code.tsx';
import * as forgottenRoute from '#app/routes/auth/password-forgotten.tsx';
import * as newRoute from '#app/routes/auth/password-new.tsx';
import { adminConnection } from '#tests/support/story.ts';
import { enrol, get, lettersTo, makeOrganisation, makePerson, PASSWORD, post, signedIn } from './world.ts';

const sql = adminConnection();
afterAll(() => sql.end());

const NEW = 'tamam yeni bir şifrə';
const forget = (contact: string, asked = {}) => post(forgottenRoute.action, '/password/forgotten', { contact }, asked);
const setNew = (cookie: string, newPassword = NEW) =>
  post(newRoute.action, '/password/new', { newPassword }, { cookie });
const sessionsOf = async (userId: string) =>
  Number((await sql<{ n: string }[]>`select count(*) n from sessions where user_id = ${userId}`)[0]?.n);
async function hasPassword(userId: string, password: string): Promise<boolean> {
  const [row] = await sql<{ password_hash: string | null }[]>`select password_hash from users where id = ${userId}`;
  return isPassword(row?.password_hash ?? null, password);
}

/** Asks for a link and takes it out of the letter. */
async function tokenFor(email: string): Promise<string> {
  await forget(email);
  const [letter = ''] = await lettersTo(sql, email);
  return /token=([\w-]+)/.exec(letter)?.[1] ?? '';
}

/** Opens the link as a browser does: the cookie that it leaves. */
async function openLink(token: string): Promise<string> {
  const answer = await get(newRoute.loader, `/password/new?token=${token}`);
  expect([answer.status, answer.location]).toEqual([303, '/password/new']);
  return answer.cookies[0] ?? '';
}

describe('a forgotten password', () => {
  it('answers the same whether there is such an account, an e-mail, or neither', async () => {
    const person = await makePerson(sql);
    const byPhone = await makePerson(sql, { phone: '+994702223344' });
    const answers = [
      await forget(person.email),
      await forget('hec-kim@misal.az'),
      await forget(byPhone.phone),
      await forget('+994559990000'),
    ];
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.location).toBe('/password/forgotten?done=sent');
    expect(await lettersTo(sql, person.email)).toHaveLength(1);
    expect(await lettersTo(sql, 'hec-kim@misal.az')).toHaveLength(0);
  });

  it('takes no less time without an account', async () => {
    const started = Date.now();
    await forget('hec-kim@misal.az');
    expect(Date.now() - started).toBeGreaterThanOrEqual(240);
  });

  it('stores a hash of the link and not the link', async () => {
    const { email, id } = await makePerson(sql);
    const token = await tokenFor(email);
    const rows = await sql<{ token_hash: string }[]>`select * from account_tokens where user_id = ${id}`;
    expect(rows.map((row) => row.token_hash)).toEqual([tokenHash(token)]);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('sets a password once, ends every session, and signs nobody in', async () => {
    const { email, id } = await makePerson(sql);
    await signedIn(id);
    const cookie = await openLink(await tokenFor(email));
    expect(cookie).not.toContain(await tokenFor(email));
    expect((await get(newRoute.loader, '/password/new', { cookie })).status).toBe(200);
    const answer = await setNew(cookie);
    expect([answer.status, answer.location, answer.cookies]).toEqual([
      303,
      '/sign-in?done=password-set',
      ['password-reset='],
    ]);
    expect(await sessionsOf(id)).toBe(0);
    expect(await hasPassword(id, NEW)).toBe(true);
    expect((await setNew(cookie, 'yenə başqa bir şifrə')).errors).toEqual({ '': ['accounts.error.link'] });
    expect((await get(newRoute.loader, '/password/new', { cookie })).status).toBe(410);
    expect((await lettersTo(sql, email))[0]).toContain('şifrəsi dəyişdirildi');
  });

  it('uses up every other link with it', async () => {
    const { email } = await makePerson(sql);
    const [first, second] = [await openLink(await tokenFor(email)), await openLink(await tokenFor(email))];
    expect((await setNew(second)).status).toBe(303);
    expect((await setNew(first)).errors).toEqual({ '': ['accounts.error.link'] });
  });

  it('leaves the second factor where it is', async () => {
    const { email, id } = await makePerson(sql);
    await enrol(sql, id);
    await setNew(await openLink(await tokenFor(email)));
    const [row] = await sql<
      { yes: boolean }[]
    >`select totp_confirmed_at is not null as yes from users where id = ${id}`;
    expect(row?.yes).toBe(true);
  });

  it('refuses a weak password, an old link and an invented one', async () => {
    const { email, id } = await makePerson(sql, { name: 'Günel Abbaslı' });
    const cookie = await openLink(await tokenFor(email));
    expect((await setNew(cookie, 'Abbaslı2026')).errors).toEqual({ newPassword: ['accounts.password.error.personal'] });
    expect((await setNew(cookie, 'salam12345')).errors).toEqual({ newPassword: ['accounts.password.error.common'] });
    await sql`update account_tokens set expires_at = now() - interval '1 second' where user_id = ${id}`;
    expect((await setNew(cookie)).errors).toEqual({ '': ['accounts.error.link'] });
    expect(await hasPassword(id, PASSWORD)).toBe(true);
    for (const wrong of ['', 'password-reset=x', await openLink('x'.repeat(43))])
      expect((await setNew(wrong)).status).toBe(422);
    expect((await get(newRoute.loader, '/password/new?token=%3Cscript%3E')).cookies).toEqual([]);
  });

  it('has limits: a network that asks too often hears so, an account gets few letters', async () => {
    const { email } = await makePerson(sql);
    for (let tries = 0; tries < 5; tries += 1) expect((await forget(email)).status).toBe(303);
    expect((await lettersTo(sql, email)).length).toBe(3);
    while (await withinLimit('password-reset', 'cafe'));
    expect((await forget(email, { clientKey: 'cafe' })).errors).toEqual({ '': ['common.error.too-many'] });
  });
});

describe('a handed-over code', () => {
  let scope: Extract<Scope, { kind: 'member' }>;
  let organisationId: string;
  beforeAll(async () => {
    organisationId = (await makeOrganisation(sql, 'kod')).id;
    const giver = await makePerson(sql, { roles: [[organisationId, 'organiser']] });
    scope = { kind: 'member', organisationId, userId: giver.id, role: 'organiser' };
  });
  let count = 0;
  async function colleague() {
    count += 1;
    const phone = `+99450777${String(count).padStart(4, '0')}`;
    return makePerson(sql, { phone, roles: [[organisationId, 'volunteer']] });
  }
  const redeem = (contact: string, code: string, newPassword = NEW, asked = {}) =>
    post(codeRoute.action, '/password/code', { contact, code, newPassword }, asked);

  it('sets a password once, for the person it was made for', async () => {
    const [person, other] = [await colleague(), await colleague()];
    await signedIn(person.id);
    const made = await handOverCode({ scope, now: new Date() }, { userId: person.id });
    if (!made.ok) throw new Error(made.refusal.code);
    expect(made.value.code).toMatch(/^\d{4} \d{4}$/);
    const [row] = await sql`select * from account_tokens where user_id = ${person.id}`;
    expect(JSON.stringify(row)).not.toContain(made.value.code.replace(' ', ''));
    expect(row?.token_hash).not.toBe(tokenHash(made.value.code.replace(' ', '')));
    expect((await redeem(other.phone, made.value.code)).errors).toEqual({ code: ['accounts.error.handed-code'] });
    expect((await redeem(person.phone, made.value.code)).location).toBe('/sign-in?done=password-set');
    expect(await hasPassword(person.id, NEW)).toBe(true);
    expect(await sessionsOf(person.id)).toBe(0);
    expect((await redeem(person.phone, made.value.code)).errors).toEqual({ code: ['accounts.error.handed-code'] });
  });

  it('answers alike for a wrong code and an unknown contact, and is gone after a day', async () => {
    const person = await colleague();
    const yesterday = new Date(Date.now() - 25 * 3_600_000);
    const made = await handOverCode({ scope, now: yesterday }, { userId: person.id });
    if (!made.ok) throw new Error(made.refusal.code);
    for (const [contact, code] of [
      [person.phone, made.value.code],
      [person.phone, '0000 0000'],
      ['+994559990000', '0000 0000'],
      [person.phone, 'abc'],
    ] as const) {
      const answer = await redeem(contact, code);
      expect([answer.status, answer.errors]).toEqual([422, { code: ['accounts.error.handed-code'] }]);
    }
  });

  it('cannot be guessed for long', async () => {
    const person = await colleague();
    const made = await handOverCode({ scope, now: new Date() }, { userId: person.id });
    if (!made.ok) throw new Error(made.refusal.code);
    for (let tries = 0; tries < 6; tries += 1) await redeem(person.phone, '0000 0000');
    expect((await redeem(person.phone, made.value.code)).errors).toEqual({ '': ['common.error.too-many'] });
    expect(await withinLimit('code', blindIndex('phone', person.phone))).toBe(false);
  });

  it('is not made for strangers, for those with an e-mail, or for those above', async () => {
    const stranger = await makePerson(sql, { phone: '+994507779999' });
    const withEmail = await makePerson(sql, { roles: [[organisationId, 'volunteer']] });
    const chief = await makePerson(sql, { phone: '+994507779998', roles: [[organisationId, 'owner']] });
    const elsewhere = await makePerson(sql, {
      phone: '+994507779997',
      roles: [
        [organisationId, 'volunteer'],
        [(await makeOrganisation(sql, 'qonsu')).id, 'reader'],
      ],
    });
    const codes = await Promise.all(
      [stranger, withEmail, chief, elsewhere, { id: crypto.randomUUID() }].map(({ id }) =>
        handOverCode({ scope, now: new Date() }, { userId: id }),
      ),
    );
    expect(codes.map((made) => !made.ok && made.refusal.code)).toEqual([
      'accounts.handover.error.unknown',
      'accounts.handover.error.has-email',
      'accounts.handover.error.rank',
      'accounts.handover.error.elsewhere',
      'accounts.handover.error.unknown',
    ]);
  });
});

describe('changing one’s password', () => {
  const change = (fields: Record<string, string>, cookie: string) =>
    post(passwordRoute.action, '/account/password', { clientId: crypto.randomUUID(), ...fields }, { cookie });

  it('needs the present one, ends every other session and keeps this person in', async () => {
    const { id } = await makePerson(sql);
    const [here, elsewhere] = [await signedIn(id), await signedIn(id)];
    expect((await change({ password: 'səhv şifrə', newPassword: NEW }, here)).errors).toEqual({
      password: ['accounts.error.password'],
    });
    const answer = await change({ password: PASSWORD, newPassword: NEW }, here);
    expect(answer.location).toBe('/account?done=password-changed');
    expect(await sessionsOf(id)).toBe(1);
    expect((await get(passwordRoute.loader, '/account/password', { cookie: answer.cookies[0] ?? '' })).status).toBe(
      200,
    );
    for (const cookie of [here, elsewhere])
      expect((await get(passwordRoute.loader, '/account/password', { cookie })).location).toContain('/sign-in');
  });

  it('cannot be used to guess the present one', async () => {
    const { id } = await makePerson(sql);
    const cookie = await signedIn(id);
    while (await withinLimit('sign-in-account', id));
    expect((await change({ password: PASSWORD, newPassword: NEW }, cookie)).errors).toEqual({
      password: ['common.error.too-many'],
    });
  });
});
