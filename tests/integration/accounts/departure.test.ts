import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appointOperator } from '#app/features/accounts/commands/appoint-operator.server.ts';
import { seal, tokenHash } from '#app/platform/crypto.server.ts';
import * as deletionRoute from '#app/routes/account/deletion.tsx';
import * as exportRoute from '#app/routes/account/export.ts';
import * as homeRoute from '#app/routes/account/index.tsx';
import * as profileRoute from '#app/routes/account/profile.tsx';
import * as signInRoute from '#app/routes/auth/sign-in.tsx';
import { adminConnection } from '#tests/support/story.ts';
import {
  enrol,
  form,
  get,
  makeInvitation,
  makeOrganisation,
  makePerson,
  makeSignedIn,
  PASSWORD,
  post,
} from './world.ts';

const sql = adminConnection();
let organisation: { id: string; slug: string };
beforeAll(async () => {
  organisation = await makeOrganisation(sql, 'hesab');
});
afterAll(() => sql.end());

describe('the download of everything held about oneself', () => {
  it('has profile, memberships, devices, consents, signatures and own actions, and no secret', async () => {
    const { cookie, email, id } = await makeSignedIn(sql, { roles: [[organisation.id, 'organiser']] });
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
    const { cookie, email, id } = await makeSignedIn(sql, {
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
    const { cookie, id } = await makeSignedIn(sql, { roles: [[own.id, 'owner']] });
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
