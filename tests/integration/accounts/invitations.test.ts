import { afterAll, describe, expect, it } from 'vitest';
import {
  createInvitation,
  listInvitations,
  revokeInvitation,
  type InvitationInput,
} from '#app/features/accounts/public.server.ts';
import { ACCOUNT_CONSENT } from '#app/features/accounts/rules/consent.ts';
import { newId } from '#app/kernel/ids.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import { log } from '#app/platform/log.server.ts';
import { adminConnection } from '#tests/support/story.ts';
import { accept, byEmail, makeHouse, newcomer, rolesOf, show } from './invitation-world.ts';
import { lettersTo, makeOrganisation, makePerson, signedIn, type Answer } from './world.ts';

const sql = adminConnection();
const house = makeHouse(sql);
afterAll(() => sql.end());

const usesOf = async () =>
  (await sql<{ uses: number }[]>`select uses from invitations order by created_at desc limit 1`)[0]?.uses;
const stateOf = (answer: Answer) => (answer.body as { view: { state: string } }).view.state;

describe('making an invitation', () => {
  const input = (more: Partial<InvitationInput>): InvitationInput => ({
    organisationId: house.organisation.id,
    kind: 'email',
    role: 'moderator',
    email: 'yeni@misal.az',
    inviterName: 'Aysel Məhərrəmli',
    organisationName: 'Ocaq',
    locale: 'ru',
    origin: 'https://icma.test',
    ...more,
  });
  const make = (more: Partial<InvitationInput> = {}, as = house.scope) =>
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
    const organiser = { ...house.scope, role: 'organiser' as const };
    expect(await make({ role: 'owner' }, organiser)).toMatchObject({
      ok: false,
      refusal: { code: 'accounts.invite.error.rank' },
    });
    expect(await make({}, { ...house.scope, role: 'moderator' })).toMatchObject({
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
    const strangerScope = { ...house.scope, organisationId: stranger.id };
    expect(await withScope(strangerScope, (tx) => listInvitations(tx))).toEqual([]);
    expect(await revokeInvitation({ scope: strangerScope, now: new Date() }, { invitationId })).toMatchObject({
      ok: false,
    });
    const listed = await withScope(house.scope, (tx) => listInvitations(tx));
    expect(listed.find((row) => row.id === invitationId)).toMatchObject({
      kind: 'link',
      state: 'open',
      maxUses: 5,
      email: null,
    });
    expect(listed.find((row) => row.email === 'samir@misal.az')).toMatchObject({ kind: 'email', role: 'moderator' });
    expect(await revokeInvitation({ scope: house.scope, now: new Date() }, { invitationId })).toMatchObject({
      ok: true,
    });
    expect(await revokeInvitation({ scope: house.scope, now: new Date() }, { invitationId })).toMatchObject({
      ok: true,
    });
    const token = url.split('/').at(-1) ?? '';
    expect((await show(token)).status).toBe(410);
    expect((await accept(token, newcomer())).errors).toEqual({ '': ['accounts.invitation.error.closed'] });
  });

  it('lets the operator invite a first owner and nobody else', async () => {
    const operator = { kind: 'operator', userId: house.owner.id } as const;
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
    const token = await byEmail(sql, house, 'dost@misal.az');
    await show(token);
    await show(token);
    expect(await usesOf()).toBe(0);
    const answer = await accept(
      token,
      newcomer({ contact: 'basqasi@misal.az', role: 'owner', organisationId: newId() }),
    );
    expect([answer.status, answer.location]).toEqual([303, `/org/${house.organisation.slug}?done=joined`]);
    const { blindIndex } = await import('#app/platform/crypto.server.ts');
    const [user] = await sql<
      { id: string; name: string; locale: string }[]
    >`select id, name, locale from users where email_index = ${blindIndex('email', 'dost@misal.az')}`;
    expect(user).toMatchObject({ name: 'Lalə Əmirova', locale: 'az' });
    expect(await rolesOf(sql, house, user?.id ?? '')).toEqual(['moderator']);
    expect(await sql`select purpose, version, locale from consents where subject_id = ${user?.id ?? ''}`).toEqual([
      { ...ACCOUNT_CONSENT, locale: 'az' },
    ]);
  });

  it('is worth one acceptance', async () => {
    const token = await byEmail(sql, house, 'tek@misal.az');
    expect((await accept(token, newcomer())).status).toBe(303);
    expect((await accept(token, newcomer())).errors).toEqual({ '': ['accounts.invitation.error.closed'] });
    expect((await show(token)).status).toBe(410);
  });

  it('does a form that is sent twice once', async () => {
    const token = await byEmail(sql, house, 'iki@misal.az');
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
    const token = await byEmail(sql, house, 'hesabli@misal.az');
    expect(stateOf(await show(token))).toBe('known');
    const [invitedCookie, otherCookie] = [await signedIn(invited.id), await signedIn(other.id)];
    const shown = await show(token, otherCookie);
    expect(stateOf(shown)).toBe('other-account');
    expect(JSON.stringify(shown.body)).not.toContain('hesabli@');
    expect((await accept(token, {}, otherCookie)).errors).toEqual({ '': ['accounts.invitation.error.other-email'] });
    expect(await rolesOf(sql, house, other.id)).toEqual([]);
    expect(stateOf(await show(token, invitedCookie))).toBe('accept');
    expect((await accept(token, { role: 'owner' }, invitedCookie)).status).toBe(303);
    expect(await rolesOf(sql, house, invited.id)).toEqual(['moderator']);
    expect((await accept(token, {}, invitedCookie)).status).toBe(303);
    expect(stateOf(await show(token, invitedCookie))).toBe('member');
  });

  it('does not open a second account for an address that has one', async () => {
    await makePerson(sql, { email: 'vardi@misal.az' });
    const token = await byEmail(sql, house, 'vardi@misal.az');
    expect((await accept(token, newcomer())).errors).toEqual({ contact: ['accounts.error.taken'] });
    expect(await usesOf()).toBe(0);
  });
});
