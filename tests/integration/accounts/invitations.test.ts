import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createInvitation,
  listInvitations,
  revokeInvitation,
  type InvitationInput,
} from '#app/features/accounts/public.server.ts';
import { ACCOUNT_CONSENT } from '#app/features/accounts/rules/consent.ts';
import { newId } from '#app/kernel/ids.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { log } from '#app/platform/log.server.ts';
import * as invitationRoute from '#app/routes/auth/invitation.tsx';
import { adminConnection } from '#tests/support/story.ts';
import {
  get,
  lettersTo,
  makeInvitation,
  makeOrganisation,
  makePerson,
  PASSWORD,
  post,
  signedIn,
  type Answer,
} from './world.ts';

const sql = adminConnection();
let organisation: { id: string; slug: string };
let owner: { id: string };
let scope: Extract<Scope, { kind: 'member' }>;

beforeAll(async () => {
  organisation = await makeOrganisation(sql, 'ocaq');
  owner = await makePerson(sql, { name: 'Aysel Məhərrəmli', roles: [[organisation.id, 'owner']] });
  scope = { kind: 'member', organisationId: organisation.id, userId: owner.id, role: 'owner' };
});
afterAll(() => sql.end());

const show = (token: string, cookie = '') =>
  get(invitationRoute.loader, `/invitations/${token}`, { params: { token }, cookie });
const accept = (token: string, fields: Record<string, string> = {}, cookie = '') =>
  post(invitationRoute.action, `/invitations/${token}`, fields, { params: { token }, cookie });
const newcomer = (more: Record<string, string> = {}) => ({
  clientId: newId(),
  name: 'Lalə Əmirova',
  contact: `l${newId().slice(0, 8)}@misal.az`,
  newPassword: 'dəniz kənarında çay',
  consent: 'on',
  ...more,
});
const rolesOf = async (userId: string) =>
  (
    await sql<
      { role: string }[]
    >`select role from memberships where user_id = ${userId} and organisation_id = ${organisation.id} and ended_at is null`
  ).map((row) => row.role);
const usesOf = async () =>
  (await sql<{ uses: number }[]>`select uses from invitations order by created_at desc limit 1`)[0]?.uses;
const stateOf = (answer: Answer) => (answer.body as { view: { state: string } }).view.state;
const byEmail = (email: string, more = {}) =>
  makeInvitation(sql, { organisationId: organisation.id, createdBy: owner.id, email, ...more });
const byLink = (more = {}) =>
  makeInvitation(sql, {
    organisationId: organisation.id,
    createdBy: owner.id,
    kind: 'link',
    role: 'volunteer',
    maxUses: 2,
    ...more,
  });

describe('making an invitation', () => {
  const input = (more: Partial<InvitationInput>): InvitationInput => ({
    organisationId: organisation.id,
    kind: 'email',
    role: 'moderator',
    email: 'yeni@misal.az',
    inviterName: 'Aysel Məhərrəmli',
    organisationName: 'Ocaq',
    locale: 'ru',
    origin: 'https://icma.test',
    ...more,
  });
  const make = (more: Partial<InvitationInput> = {}, as = scope) =>
    createInvitation({ scope: as, now: new Date(), log }, input(more));

  it('sends the address to the mailbox and stores neither token nor address readably', async () => {
    const made = await make({ email: 'Samir@Misal.az' });
    if (!made.ok) throw new Error(made.refusal.code);
    const token = made.value.url.split('/').at(-1) ?? '';
    expect(made.value.url).toBe(`https://icma.test/ru/invitations/${token}`);
    const [letter = ''] = await lettersTo(sql, 'samir@misal.az');
    expect(letter).toContain(made.value.url);
    expect(letter).toContain('Модератор');
    const [row] = await sql`select * from invitations where id = ${made.value.invitationId}`;
    expect(JSON.stringify(row)).not.toContain(token);
    expect(JSON.stringify(row).toLowerCase()).not.toContain('samir');
    expect(stateOf(await show(token))).toBe('new');
  });

  it('does it once for one form', async () => {
    const clientId = newId();
    const email = `bir${clientId.slice(0, 8)}@misal.az`;
    const [first, second] = [await make({ clientId, email }), await make({ clientId, email })];
    expect(second).toEqual(first);
    expect(await lettersTo(sql, email)).toHaveLength(1);
  });

  it('refuses what the inviter may not do', async () => {
    const organiser = { ...scope, role: 'organiser' as const };
    expect(await make({ role: 'owner' }, organiser)).toMatchObject({
      ok: false,
      refusal: { code: 'accounts.invite.error.rank' },
    });
    expect(await make({}, { ...scope, role: 'moderator' })).toMatchObject({
      ok: false,
      refusal: { code: 'accounts.invite.error.rank' },
    });
    for (const role of ['owner', 'organiser', 'moderator', 'reader'] as const) {
      expect(await make({ kind: 'link', role })).toMatchObject({
        ok: false,
        refusal: { code: 'accounts.invite.error.link-role', field: 'role' },
      });
    }
    expect(await make({ email: 'a@b.az\nBcc: c@d.az' })).toMatchObject({ ok: false, refusal: { field: 'email' } });
    for (const more of [{ days: 0 }, { days: 1.5 }, { days: 31, kind: 'link' as const, role: 'volunteer' as const }])
      expect(await make(more)).toMatchObject({ ok: false, refusal: { field: 'days' } });
    expect(await make({ kind: 'link', role: 'volunteer', maxUses: 201 })).toMatchObject({
      ok: false,
      refusal: { field: 'maxUses' },
    });
  });

  it('lists and revokes within the organisation only', async () => {
    const made = await make({ kind: 'link', role: 'volunteer', maxUses: 5 });
    if (!made.ok) throw new Error(made.refusal.code);
    const { invitationId, url } = made.value;
    const stranger = await makeOrganisation(sql, 'yad');
    const strangerScope = { ...scope, organisationId: stranger.id };
    expect(await withScope(strangerScope, (tx) => listInvitations(tx))).toEqual([]);
    expect(await revokeInvitation({ scope: strangerScope, now: new Date() }, { invitationId })).toMatchObject({
      ok: false,
    });
    const listed = await withScope(scope, (tx) => listInvitations(tx));
    expect(listed.find((row) => row.id === invitationId)).toMatchObject({
      kind: 'link',
      state: 'open',
      maxUses: 5,
      email: null,
    });
    expect(listed.find((row) => row.email === 'samir@misal.az')).toMatchObject({ kind: 'email', role: 'moderator' });
    expect(await revokeInvitation({ scope, now: new Date() }, { invitationId })).toMatchObject({ ok: true });
    expect(await revokeInvitation({ scope, now: new Date() }, { invitationId })).toMatchObject({ ok: true });
    const token = url.split('/').at(-1) ?? '';
    expect((await show(token)).status).toBe(410);
    expect((await accept(token, newcomer())).errors).toEqual({ '': ['accounts.invitation.error.closed'] });
  });

  it('lets the operator invite a first owner and nobody else', async () => {
    const operator = { kind: 'operator', userId: owner.id } as const;
    const made = await createInvitation(
      { scope: operator, now: new Date(), log },
      input({ role: 'owner', email: 'ilk@misal.az' }),
    );
    expect(made.ok).toBe(true);
    expect(
      await createInvitation({ scope: operator, now: new Date(), log }, input({ role: 'organiser' })),
    ).toMatchObject({ ok: false });
  });
});

describe('an invitation by e-mail', () => {
  it('is shown without being used, and makes the account with the address it was sent to', async () => {
    const token = await byEmail('dost@misal.az');
    await show(token);
    await show(token);
    expect(await usesOf()).toBe(0);
    const answer = await accept(
      token,
      newcomer({ contact: 'basqasi@misal.az', role: 'owner', organisationId: newId() }),
    );
    expect([answer.status, answer.location]).toEqual([303, `/org/${organisation.slug}?done=joined`]);
    const { blindIndex } = await import('#app/platform/crypto.server.ts');
    const [user] = await sql<
      { id: string; name: string; locale: string }[]
    >`select id, name, locale from users where email_index = ${blindIndex('email', 'dost@misal.az')}`;
    expect(user).toMatchObject({ name: 'Lalə Əmirova', locale: 'az' });
    expect(await rolesOf(user?.id ?? '')).toEqual(['moderator']);
    expect(await sql`select purpose, version, locale from consents where subject_id = ${user?.id ?? ''}`).toEqual([
      { ...ACCOUNT_CONSENT, locale: 'az' },
    ]);
  });

  it('is worth one acceptance', async () => {
    const token = await byEmail('tek@misal.az');
    expect((await accept(token, newcomer())).status).toBe(303);
    expect((await accept(token, newcomer())).errors).toEqual({ '': ['accounts.invitation.error.closed'] });
    expect((await show(token)).status).toBe(410);
  });

  it('does a form that is sent twice once', async () => {
    const token = await byEmail('iki@misal.az');
    const fields = newcomer();
    const answers = [await accept(token, fields), await accept(token, fields)];
    expect(answers.map((answer) => answer.status)).toEqual([303, 303]);
    expect(await usesOf()).toBe(1);
    // The same id with another password is somebody else.
    expect((await accept(token, { ...fields, newPassword: 'tamam başqa şifrə' })).errors).toEqual({
      contact: ['accounts.error.taken'],
    });
  });

  it('is accepted by its own account with one click, and by no other', async () => {
    const invited = await makePerson(sql, { email: 'hesabli@misal.az' });
    const other = await makePerson(sql);
    const token = await byEmail('hesabli@misal.az');
    expect(stateOf(await show(token))).toBe('known');
    const [invitedCookie, otherCookie] = [await signedIn(invited.id), await signedIn(other.id)];
    const shown = await show(token, otherCookie);
    expect(stateOf(shown)).toBe('other-account');
    expect(JSON.stringify(shown.body)).not.toContain('hesabli@');
    expect((await accept(token, {}, otherCookie)).errors).toEqual({ '': ['accounts.invitation.error.other-email'] });
    expect(await rolesOf(other.id)).toEqual([]);
    expect(stateOf(await show(token, invitedCookie))).toBe('accept');
    expect((await accept(token, { role: 'owner' }, invitedCookie)).status).toBe(303);
    expect(await rolesOf(invited.id)).toEqual(['moderator']);
    expect((await accept(token, {}, invitedCookie)).status).toBe(303);
    expect(stateOf(await show(token, invitedCookie))).toBe('member');
  });

  it('does not open a second account for an address that has one', async () => {
    await makePerson(sql, { email: 'vardi@misal.az' });
    const token = await byEmail('vardi@misal.az');
    expect((await accept(token, newcomer())).errors).toEqual({ contact: ['accounts.error.taken'] });
    expect(await usesOf()).toBe(0);
  });
});

describe('an invitation by link', () => {
  it('takes volunteers in until it is used up, by e-mail or by phone', async () => {
    const token = await byLink();
    expect((await accept(token, newcomer({ contact: '055 123 45 67' }))).status).toBe(303);
    const present = await makePerson(sql);
    expect((await accept(token, {}, await signedIn(present.id))).status).toBe(303);
    expect(await rolesOf(present.id)).toEqual(['volunteer']);
    expect((await accept(token, newcomer())).errors).toEqual({ '': ['accounts.invitation.error.closed'] });
  });

  it('never gives more than a volunteer’s role, whatever the table says', async () => {
    const token = await byLink({ role: 'owner' });
    expect((await accept(token, newcomer())).errors).toEqual({ '': ['accounts.invitation.error.closed'] });
    const present = await makePerson(sql);
    expect((await accept(token, {}, await signedIn(present.id))).errors).toEqual({
      '': ['accounts.invitation.error.closed'],
    });
    expect(await rolesOf(present.id)).toEqual([]);
  });

  it('runs out', async () => {
    const token = await byLink({ days: -1 });
    expect((await show(token)).status).toBe(410);
    const people = await sql<{ n: string }[]>`select count(*) n from users`;
    expect((await accept(token, newcomer())).errors).toEqual({ '': ['accounts.invitation.error.closed'] });
    expect(await sql`select count(*) n from users`).toEqual(people);
  });

  it('has no more places than it says when many come at once', async () => {
    const token = await byLink();
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
    const token = await byLink({ maxUses: 20 });
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
