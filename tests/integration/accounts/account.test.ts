import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seal, tokenHash } from '#app/platform/crypto.server.ts';
import * as emailRoute from '#app/routes/account/email.tsx';
import * as confirmationRoute from '#app/routes/account/email-confirmation.tsx';
import * as exportRoute from '#app/routes/account/export.ts';
import * as homeRoute from '#app/routes/account/index.tsx';
import * as phoneRoute from '#app/routes/account/phone.tsx';
import * as profileRoute from '#app/routes/account/profile.tsx';
import * as sessionsRoute from '#app/routes/account/sessions.tsx';
import * as signInRoute from '#app/routes/auth/sign-in.tsx';
import { adminConnection } from '#tests/support/story.ts';
import { form, get, lettersTo, makeOrganisation, makePerson, makeSignedIn, PASSWORD, post, signedIn } from './world.ts';

const sql = adminConnection();
let organisation: { id: string; slug: string };
beforeAll(async () => {
  organisation = await makeOrganisation(sql, 'hesab');
});
afterAll(() => sql.end());

describe('the account', () => {
  it('sends strangers to sign in and back', async () => {
    for (const [route, path] of [
      [homeRoute, '/account'],
      [exportRoute, '/account/export'],
      [sessionsRoute, '/account/sessions'],
    ] as const) {
      const answer = await get(route.loader, path);
      expect([answer.status, answer.location]).toEqual([303, `/sign-in?next=${encodeURIComponent(path)}`]);
    }
  });

  it('shows where a person works, and the operator’s room to the operator', async () => {
    const { cookie, id } = await makeSignedIn(sql, {
      roles: [
        [organisation.id, 'moderator'],
        [organisation.id, 'volunteer'],
      ],
    });
    expect((await get(homeRoute.loader, '/account', { cookie })).body).toMatchObject({
      places: [{ slug: organisation.slug, roles: ['moderator', 'volunteer'] }],
      isOperator: false,
    });
    await sql`update users set is_operator = true where id = ${id}`;
    expect((await get(homeRoute.loader, '/account', { cookie })).body).toMatchObject({ isOperator: true });
  });

  it('goes on in the language that was chosen', async () => {
    const { cookie, id } = await makeSignedIn(sql);
    const answer = await post(profileRoute.action, '/account/profile', form({ name: 'Rəna Q.', locale: 'ru' }), {
      cookie,
    });
    expect(answer.location).toBe('/ru/account?done=saved');
    expect(await sql`select name, locale from users where id = ${id}`).toEqual([{ name: 'Rəna Q.', locale: 'ru' }]);
    expect(
      (await post(profileRoute.action, '/account/profile', form({ name: '  ', locale: 'xx' }), { cookie })).errors,
    ).toEqual({
      name: ['accounts.error.need-name'],
      locale: ['common.error.choose'],
    });
  });
});

describe('contacts', () => {
  const ask = (cookie: string, email: string, password = PASSWORD) =>
    post(emailRoute.action, '/account/email', form({ email, password }), { cookie });
  const ticketIn = (letter = '') => decodeURIComponent(/ticket=(\S+)/.exec(letter)?.[1] ?? '');
  const confirm = (ticket: string) => post(confirmationRoute.action, '/account/email/confirmation', { ticket });

  it('take a new e-mail only from its own mailbox, once', async () => {
    const { cookie, email, id } = await makeSignedIn(sql);
    expect((await ask(cookie, 'yeni-unvan@misal.az', 'səhv')).errors).toEqual({
      password: ['accounts.error.password'],
    });
    expect((await ask(cookie, email)).errors).toEqual({ email: ['accounts.error.same-email'] });
    expect((await ask(cookie, 'yeni-unvan@misal.az')).location).toBe('/account?done=email-sent');
    const ticket = ticketIn((await lettersTo(sql, 'yeni-unvan@misal.az'))[0]);
    const before = await sql`select email_index from users where id = ${id}`;
    expect(
      (await get(confirmationRoute.loader, `/account/email/confirmation?ticket=${encodeURIComponent(ticket)}`)).status,
    ).toBe(200);
    expect(await sql`select email_index from users where id = ${id}`).toEqual(before);
    expect((await confirm(ticket)).location).toBe('/sign-in?done=email-confirmed');
    expect((await confirm(ticket)).errors).toEqual({ '': ['accounts.error.link'] });
    expect((await lettersTo(sql, email))[0]).toContain('e-poçtu dəyişdirildi');
    expect(
      (await post(signInRoute.action, '/sign-in', { contact: 'yeni-unvan@misal.az', password: PASSWORD })).status,
    ).toBe(303);
    expect((await post(signInRoute.action, '/sign-in', { contact: email, password: PASSWORD })).status).toBe(422);
  });

  it('do not tell whether an address has an account', async () => {
    const taken = await makePerson(sql);
    const { cookie } = await makeSignedIn(sql);
    expect((await ask(cookie, taken.email)).location).toBe('/account?done=email-sent');
    expect(await lettersTo(sql, taken.email)).toEqual([]);
  });

  it('take no invented or old ticket', async () => {
    for (const ticket of [
      '',
      'x',
      'v1.aaaa',
      seal('{"note":{},"until":99999999999999}', 'ticket.password-reset'),
      'x'.repeat(5000),
    ]) {
      expect((await confirm(ticket)).status).toBe(422);
      expect(
        (await get(confirmationRoute.loader, `/account/email/confirmation?ticket=${encodeURIComponent(ticket)}`))
          .status,
      ).toBe(410);
    }
  });

  it('keep a phone number that is nobody else’s, and never the last contact away', async () => {
    const change = (cookie: string, phone: string, password = PASSWORD) =>
      post(phoneRoute.action, '/account/phone', form({ phone, password }), { cookie });
    const { cookie, id } = await makeSignedIn(sql);
    expect((await change(cookie, '12')).errors).toMatchObject({ phone: ['common.error.phone'] });
    expect((await change(cookie, '051 222 33 44', 'səhv')).errors).toEqual({ password: ['accounts.error.password'] });
    expect((await change(cookie, '051 222 33 44')).status).toBe(303);
    expect((await change((await makeSignedIn(sql)).cookie, '+994512223344')).errors).toEqual({
      phone: ['accounts.error.taken'],
    });
    expect((await change(cookie, '')).status).toBe(303);
    expect(await sql`select phone_cipher, phone_index from users where id = ${id}`).toEqual([
      { phone_cipher: null, phone_index: null },
    ]);
    const onlyPhone = await makeSignedIn(sql, { phone: '+994512223355' });
    expect((await change(onlyPhone.cookie, '')).errors).toEqual({ phone: ['accounts.error.only-contact'] });
  });
});

describe('devices', () => {
  const act = (cookie: string, fields: Record<string, string>) =>
    post(sessionsRoute.action, '/account/sessions', fields, { cookie });
  const idOf = (cookie: string) => tokenHash(cookie.slice('session='.length));
  const listed = async (cookie: string) =>
    (
      (await get(sessionsRoute.loader, '/account/sessions', { cookie })).body as {
        devices: { id: string; label: string | null; isThis: boolean }[];
      }
    ).devices;

  it('are listed with this one first, named by the person, and ended one by one or all at once', async () => {
    const { cookie, id } = await makeSignedIn(sql);
    const [second, third] = [await signedIn(id), await signedIn(id)];
    expect((await listed(cookie)).map((device) => device.isThis)).toEqual([true, false, false]);
    await act(cookie, { intent: 'label', session: idOf(second), label: 'Ofis' });
    expect((await listed(cookie)).find((device) => device.id === idOf(second))?.label).toBe('Ofis');
    await act(cookie, { intent: 'end', session: idOf(second) });
    expect((await listed(cookie)).map((device) => device.id).sort()).toEqual([idOf(cookie), idOf(third)].sort());
    await act(cookie, { intent: 'end-others' });
    expect((await listed(cookie)).map((device) => device.id)).toEqual([idOf(cookie)]);
  });

  it('of others are out of reach', async () => {
    const [mine, theirs] = [await makeSignedIn(sql), await makeSignedIn(sql)];
    await act(mine.cookie, { intent: 'end', session: idOf(theirs.cookie) });
    expect((await act(mine.cookie, { intent: 'label', session: idOf(theirs.cookie), label: 'x' })).errors).toEqual({
      '': ['accounts.error.no-device'],
    });
    expect((await listed(theirs.cookie)).map((device) => device.label)).toEqual([null]);
  });
});
