import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appointOperator } from '#app/features/accounts/commands/appoint-operator.server.ts';
import { seal, tokenHash } from '#app/platform/crypto.server.ts';
import * as deletionRoute from '#app/routes/account/deletion.tsx';
import * as emailRoute from '#app/routes/account/email.tsx';
import * as confirmationRoute from '#app/routes/account/email-confirmation.tsx';
import * as exportRoute from '#app/routes/account/export.ts';
import * as homeRoute from '#app/routes/account/index.tsx';
import * as phoneRoute from '#app/routes/account/phone.tsx';
import * as profileRoute from '#app/routes/account/profile.tsx';
import * as factorRoute from '#app/routes/account/second-factor.tsx';
import * as removalRoute from '#app/routes/account/second-factor-removal.tsx';
import * as sessionsRoute from '#app/routes/account/sessions.tsx';
import * as signInRoute from '#app/routes/auth/sign-in.tsx';
import { Secret, TOTP } from 'otpauth';
import { adminConnection } from '#tests/support/story.ts';
import {
  enrol,
  get,
  lettersTo,
  makeInvitation,
  makeOrganisation,
  makePerson,
  PASSWORD,
  post,
  signedIn,
} from './world.ts';

const sql = adminConnection();
let organisation: { id: string; slug: string };
beforeAll(async () => {
  organisation = await makeOrganisation(sql, 'hesab');
});
afterAll(() => sql.end());

const form = (fields: Record<string, string>) => ({ clientId: crypto.randomUUID(), ...fields });
async function somebody(input: Parameters<typeof makePerson>[1] = {}) {
  const person = await makePerson(sql, input);
  return { ...person, cookie: await signedIn(person.id) };
}

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
    const { cookie, id } = await somebody({
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
    const { cookie, id } = await somebody();
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
    const { cookie, email, id } = await somebody();
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
    const { cookie } = await somebody();
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
    const { cookie, id } = await somebody();
    expect((await change(cookie, '12')).errors).toMatchObject({ phone: ['common.error.phone'] });
    expect((await change(cookie, '051 222 33 44', 'səhv')).errors).toEqual({ password: ['accounts.error.password'] });
    expect((await change(cookie, '051 222 33 44')).status).toBe(303);
    expect((await change((await somebody()).cookie, '+994512223344')).errors).toEqual({
      phone: ['accounts.error.taken'],
    });
    expect((await change(cookie, '')).status).toBe(303);
    expect(await sql`select phone_cipher, phone_index from users where id = ${id}`).toEqual([
      { phone_cipher: null, phone_index: null },
    ]);
    const onlyPhone = await somebody({ phone: '+994512223355' });
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
    const { cookie, id } = await somebody();
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
    const [mine, theirs] = [await somebody(), await somebody()];
    await act(mine.cookie, { intent: 'end', session: idOf(theirs.cookie) });
    expect((await act(mine.cookie, { intent: 'label', session: idOf(theirs.cookie), label: 'x' })).errors).toEqual({
      '': ['accounts.error.no-device'],
    });
    expect((await listed(theirs.cookie)).map((device) => device.label)).toEqual([null]);
  });
});

describe('enrolling a second factor', () => {
  const act = (cookie: string, fields: Record<string, string>) =>
    post(factorRoute.action, '/account/second-factor', fields, { cookie });
  const shown = async (cookie: string) =>
    (await get(factorRoute.loader, '/account/second-factor', { cookie })).body as {
      factor: string;
      codesLeft: number;
      setup: { secret: string; qr: string } | null;
    };

  it('asks for the password, then for a code, and gives ten codes once', async () => {
    const { cookie, email, id } = await somebody();
    expect((await act(cookie, { intent: 'start', password: 'səhv' })).errors).toEqual({
      password: ['accounts.error.password'],
    });
    expect((await act(cookie, { intent: 'confirm', code: '123456' })).errors).toEqual({
      code: ['accounts.error.start-again'],
    });
    await act(cookie, { intent: 'start', password: PASSWORD });
    const { setup } = await shown(cookie);
    expect(setup?.qr).toMatch(/^data:image\/svg\+xml;base64,/);
    expect((await act(cookie, { intent: 'confirm', code: '000000' })).errors).toEqual({
      code: ['accounts.error.code'],
    });
    const totp = new TOTP({ secret: Secret.fromBase32(setup?.secret.replaceAll(' ', '') ?? '') });
    const confirmed = await act(cookie, { intent: 'confirm', code: totp.generate() });
    const { codes } = confirmed.body as { codes: string[] };
    expect(new Set(codes).size).toBe(10);
    const [row] = await sql`select totp_cipher from users where id = ${id}`;
    expect(JSON.stringify(row)).not.toContain(totp.secret.base32);
    const stored = await sql<{ code_hash: string }[]>`select code_hash from recovery_codes where user_id = ${id}`;
    expect(stored.map((entry) => entry.code_hash).sort()).toEqual(
      codes.map((code) => tokenHash(code.replaceAll('-', ''))).sort(),
    );
    expect((await get(homeRoute.loader, '/account', { cookie })).status).toBe(303);
    const now = confirmed.cookies[0] ?? '';
    expect(await shown(now)).toMatchObject({ factor: 'on', codesLeft: 10, setup: null });
    expect((await lettersTo(sql, email))[0]).toContain('iki mərhələli giriş qoşuldu');
    // The code that enrolled is used up.
    const remove = (code: string, password = PASSWORD) =>
      post(removalRoute.action, '/account/second-factor/removal', form({ code, password }), { cookie: now });
    expect((await remove(totp.generate({ timestamp: Date.now() - 30_000 }))).errors).toEqual({
      code: ['accounts.error.code'],
    });
    expect((await remove(codes[0] ?? '', 'səhv')).errors).toEqual({ password: ['accounts.error.password'] });
    expect((await remove(codes[0] ?? '')).location).toBe('/account?done=factor-off');
    expect(await sql`select totp_cipher from users where id = ${id}`).toEqual([{ totp_cipher: null }]);
  });

  it('can be given up before it is confirmed, and not after', async () => {
    const { cookie, id } = await somebody();
    await act(cookie, { intent: 'start', password: PASSWORD });
    await act(cookie, { intent: 'cancel' });
    expect(await shown(cookie)).toMatchObject({ factor: 'off', setup: null });
    await enrol(sql, id);
    await act(cookie, { intent: 'cancel' });
    await act(cookie, { intent: 'start', password: PASSWORD });
    expect(await shown(cookie)).toMatchObject({ factor: 'on', setup: null });
    expect(await sql`select 1 from users where id = ${id} and totp_cipher is not null`).toHaveLength(1);
  });

  it('makes new recovery codes for a code, and the old ones are void', async () => {
    const { cookie, id } = await somebody();
    const totp = await enrol(sql, id);
    const renewed = await act(cookie, { intent: 'renew', code: totp.generate() });
    const { codes } = renewed.body as { codes: string[] };
    const again = await act(cookie, { intent: 'renew', code: codes[3] ?? '' });
    expect((again.body as { codes: string[] }).codes).toHaveLength(10);
    expect((await act(cookie, { intent: 'renew', code: codes[4] ?? '' })).errors).toEqual({
      code: ['accounts.error.code'],
    });
  });
});

describe('the download of everything held about oneself', () => {
  it('has profile, memberships, devices, consents, signatures and own actions, and no secret', async () => {
    const { cookie, email, id } = await somebody({ roles: [[organisation.id, 'organiser']] });
    await enrol(sql, id);
    await sql`insert into consents ${sql({ id: crypto.randomUUID(), subject_type: 'user', subject_id: id, purpose: 'account', version: 'account/1', locale: 'az' })}`;
    await sql`insert into letter_signatories ${sql({ id: crypto.randomUUID(), organisation_id: organisation.id, user_id: id, full_name_cipher: seal('Rəna Əli qızı', 'letter-signatories.full-name'), address_cipher: seal('Astara', 'letter-signatories.address'), agreed_at: new Date() })}`;
    await post(profileRoute.action, '/account/profile', form({ name: 'Rəna', locale: 'az' }), { cookie });
    const answer = await get(exportRoute.loader, '/account/export', { cookie });
    const records = JSON.parse(answer.body as string) as Record<string, unknown>;
    expect(records).toMatchObject({
      profile: { name: 'Rəna', email, language: 'az', hasPassword: true },
      memberships: [{ organisation: 'hesab', role: 'organiser', until: null }],
      devices: [{ isThis: true }],
      consents: [{ purpose: 'account', version: 'account/1' }],
      letterSignatures: [{ organisation: 'hesab', fullName: 'Rəna Əli qızı', address: 'Astara' }],
      actions: [{ action: 'account.edit-profile', subjectType: 'user', subjectId: id }],
    });
    const [row] = await sql<
      { password_hash: string; totp_cipher: string }[]
    >`select password_hash, totp_cipher from users where id = ${id}`;
    for (const secret of [row?.password_hash, row?.totp_cipher, tokenHash(cookie.slice('session='.length)), 'v1.'])
      expect(answer.body).not.toContain(secret);
  });
});

describe('deleting an account', () => {
  const remove = (cookie: string, password = PASSWORD) =>
    post(deletionRoute.action, '/account/deletion', form({ password }), { cookie });

  it('needs the password and leaves a nameless row, no way in, and the trail', async () => {
    const { cookie, email, id } = await somebody({
      phone: '+994777778899',
      email: 'gedir@misal.az',
      roles: [[organisation.id, 'volunteer']],
    });
    await enrol(sql, id);
    await makeInvitation(sql, { organisationId: organisation.id, createdBy: id, email });
    await post(profileRoute.action, '/account/profile', form({ name: 'Rəna', locale: 'az' }), { cookie });
    expect((await remove(cookie, 'səhv')).errors).toEqual({ password: ['accounts.error.password'] });
    const answer = await remove(cookie);
    expect([answer.location, answer.cookies]).toEqual(['/sign-in?done=account-deleted', ['session=']]);
    const [row] = await sql`select * from users where id = ${id}`;
    expect(row).toMatchObject({
      name: '',
      email_cipher: null,
      email_index: null,
      phone_cipher: null,
      phone_index: null,
      password_hash: null,
      totp_cipher: null,
    });
    expect(row?.deleted_at).not.toBeNull();
    expect(await sql`select 1 from sessions where user_id = ${id}`).toHaveLength(0);
    expect(await sql`select 1 from memberships where user_id = ${id} and ended_at is null`).toHaveLength(0);
    expect(
      await sql`select 1 from invitations where created_by = ${id} and (email_cipher is not null or revoked_at is null)`,
    ).toHaveLength(0);
    expect(
      (await sql`select action from audit_entries where actor_id = ${id} order by id`).map((entry) => entry.action),
    ).toEqual(['account.edit-profile', 'account.delete']);
    for (const contact of [email, '+994777778899'])
      expect((await post(signInRoute.action, '/sign-in', { contact, password: PASSWORD })).status).toBe(422);
    expect((await get(homeRoute.loader, '/account', { cookie })).status).toBe(303);
    // The address is free again.
    await makePerson(sql, { email });
  });

  it('is refused to the last owner of an organisation, and to the last operator', async () => {
    const own = await makeOrganisation(sql, 'tek');
    const { cookie, id } = await somebody({ roles: [[own.id, 'owner']] });
    expect((await get(deletionRoute.loader, '/account/deletion', { cookie })).body).toMatchObject({
      alone: [{ slug: own.slug }],
    });
    expect((await remove(cookie)).errors).toEqual({ '': ['accounts.error.last-owner'] });
    await makePerson(sql, { roles: [[own.id, 'owner']] });
    await sql`update users set is_operator = false`;
    await sql`update users set is_operator = true where id = ${id}`;
    expect((await remove(cookie)).errors).toEqual({ '': ['accounts.error.last-operator'] });
    const other = await makePerson(sql);
    await sql`update users set is_operator = true where id = ${other.id}`;
    expect((await remove(cookie)).status).toBe(303);
  });
});

describe('appointing an operator from the console', () => {
  const appoint = (value: string, more = {}) =>
    appointOperator(
      { now: new Date() },
      { contact: { kind: 'email', value }, name: 'Elçin Rəhimli', passwordOnly: false, ...more },
    );

  it('makes the account, or promotes the one there is, and gives a link', async () => {
    const made = await appoint('operator@misal.az');
    if (!made.ok) throw new Error(made.refusal.code);
    expect(made.value).toMatchObject({ isNew: true, wasOperator: false });
    const [row] = await sql<
      { is_operator: boolean }[]
    >`select u.is_operator from users u join account_tokens t on t.user_id = u.id where t.token_hash = ${tokenHash(made.value.token)} and t.purpose = 'password_reset'`;
    expect(row?.is_operator).toBe(true);
    expect(await appoint('operator@misal.az', { name: '' })).toMatchObject({
      ok: true,
      value: { isNew: false, wasOperator: true },
    });
  });

  it('gives only a link where only a link is wanted', async () => {
    const { email, id } = await makePerson(sql);
    expect(await appoint(email, { passwordOnly: true })).toMatchObject({ ok: true, value: { isNew: false } });
    expect(await sql`select is_operator from users where id = ${id}`).toEqual([{ is_operator: false }]);
    expect(await appoint('hec-kim@misal.az', { passwordOnly: true })).toMatchObject({
      ok: false,
      refusal: { code: 'unknown-person' },
    });
    expect(await appoint('adsiz@misal.az', { name: '' })).toMatchObject({
      ok: false,
      refusal: { code: 'name-missing' },
    });
  });
});
