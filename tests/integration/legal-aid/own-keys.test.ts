import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pinRoot } from '#app/features/legal-aid/roots.server.ts';
import { listTrusted } from '#app/features/legal-aid/holders.server.ts';
import { withLegalScope } from '#app/features/legal-aid/legal-scope.server.ts';
import { tokenHash } from '#app/platform/crypto.server.ts';
import * as enrolment from '#app/routes/legal/enrolment.tsx';
import * as keysPage from '#app/routes/legal/keys.tsx';
import * as lock from '#app/routes/legal/lock.ts';
import * as queue from '#app/routes/legal/queue.tsx';
import * as recovery from '#app/routes/legal/recovery.tsx';
import * as team from '#app/routes/legal/team.tsx';
import * as memberPage from '#app/routes/legal/team-member.tsx';
import * as unlock from '#app/routes/legal/unlock.tsx';
import {
  enrol,
  form,
  get,
  lettersTo,
  makeOrganisation,
  makeSignedIn,
  post,
  signedIn,
  type Answer,
} from '#tests/integration/accounts/world.ts';
import { adminConnection } from '#tests/support/story.ts';

const sql = adminConnection();
afterAll(() => sql.end());

const PASSPHRASE = 'dörd söz bir yerdə deyil';
const OTHER = 'beş başqa söz yan-yana durub';

type Person = { id: string; email: string; cookie: string };
let organisation: { id: string; slug: string };
let lead: Person;
let lawyer: Person;
let printed = '';
let leadVault = '';
let lawyerVault = '';

const asked = (person: Person, vault = '', more: Record<string, string> = {}) => ({
  cookie: [person.cookie, vault].filter(Boolean).join('; '),
  params: { org: organisation.slug, ...more },
});
const vaultOf = (answer: Answer): string => answer.cookies.find((one) => one.startsWith('vault=')) ?? '';
const bodyOf = <T>(answer: Answer): T => (answer.body as { data?: T }).data ?? (answer.body as T);

async function enrolAs(person: Person, fields: Record<string, string> = {}): Promise<Answer> {
  return post(
    enrolment.action,
    '/legal/x/enrolment',
    form({ shownName: 'Sınaq Adı', newPassword: PASSPHRASE, kept: 'on', ...fields }),
    asked(person),
  );
}

const open = (person: Person, password: string): Promise<Answer> =>
  post(unlock.action, '/legal/x/unlock', { password }, asked(person));

/** Where the queue sends somebody; null when it opens. */
const sentTo = async (person: Person, vault = ''): Promise<string | null> =>
  (await get(queue.loader, `/legal/${organisation.slug}`, asked(person, vault))).location;

beforeAll(async () => {
  organisation = await makeOrganisation(sql, 'masa');
  lead = await makeSignedIn(sql, { name: 'Sınaq Rəhbər', roles: [[organisation.id, 'legal_lead']] });
  lawyer = await makeSignedIn(sql, { name: 'Sınaq Hüquqşünas', roles: [[organisation.id, 'lawyer']] });
});

describe('making keys', () => {
  it('asks for the second factor first, in the page, the command and the database', async () => {
    expect(await sentTo(lead)).toBe(`/legal/${organisation.slug}/enrolment`);
    expect((await enrolAs(lead)).errors).toEqual({ '': ['legal-keys.error.factor-first'] });
    const staffId = crypto.randomUUID();
    await sql`insert into legal.staff ${sql({ id: staffId, organisation_id: organisation.id, user_id: lead.id, role: 'lead', shown_name: 'x', joined_on: '2026-11-22' })}`;
    const key = {
      id: crypto.randomUUID(),
      organisation_id: organisation.id,
      staff_id: staffId,
      role: 'lead',
      is_bar: false,
      shown_name: 'x',
    };
    await expect(
      sql`insert into vault_keys.user_keys ${sql({ ...key, box_public: randomBytes(32), sign_public: randomBytes(32), made_on: '2026-11-22' })}`,
    ).rejects.toThrow(/second factor/);
    await sql`delete from legal.staff where id = ${staffId}`;
    await enrol(sql, lead.id);
    await enrol(sql, lawyer.id);
  });

  it('is never for the operator of the instance, in the command and the database', async () => {
    const operator = await makeSignedIn(sql, { roles: [[organisation.id, 'lawyer']] });
    await enrol(sql, operator.id);
    await sql`update users set is_operator = true where id = ${operator.id}`;
    expect((await enrolAs(operator)).errors).toEqual({ '': ['legal-keys.error.operator'] });
    const staffId = crypto.randomUUID();
    await sql`insert into legal.staff ${sql({ id: staffId, organisation_id: organisation.id, user_id: operator.id, role: 'lawyer', shown_name: 'x', joined_on: '2026-11-22' })}`;
    const key = {
      id: crypto.randomUUID(),
      organisation_id: organisation.id,
      staff_id: staffId,
      role: 'lawyer',
      is_bar: false,
      shown_name: 'x',
    };
    await expect(
      sql`insert into vault_keys.user_keys ${sql({ ...key, box_public: randomBytes(32), sign_public: randomBytes(32), made_on: '2026-11-22' })}`,
    ).rejects.toThrow(/operator/);
    await sql`delete from legal.staff where id = ${staffId}`;
  });

  it('refuses a passphrase that is short, common or the person’s name', async () => {
    for (const [newPassword, error] of [
      ['on dörd simvol', 'legal-keys.error.short'],
      ['qwertyuiopqwertyuiop', 'accounts.password.error.common'],
      ['sınaq rəhbər 2026', 'accounts.password.error.personal'],
    ] as const) {
      expect((await enrolAs(lead, { newPassword })).errors).toEqual({ newPassword: [error] });
    }
  });

  it('shows the printed code once, and leaves the person waiting for the operator to pin the root', async () => {
    const answer = await enrolAs(lead, { isBar: 'on' });
    printed = bodyOf<{ code: string }>(answer).code;
    leadVault = vaultOf(answer);
    expect(printed).toMatch(/^([0-9A-Z]{4}-){7}[0-9A-Z]{4}$/);
    const page = bodyOf<{ step: string; keys: { fingerprint: string; hasRoot: boolean } }>(
      await get(enrolment.loader, '/', asked(lead, leadVault)),
    );
    expect(page).toMatchObject({ step: 'waiting', keys: { hasRoot: false, codeWrittenOn: null } });
    expect(await sentTo(lead, leadVault)).toBe(`/legal/${organisation.slug}/enrolment`);
    // Nowhere at rest, however it is written.
    const dump = JSON.stringify([
      await sql`select * from vault_keys.user_wraps`,
      await sql`select * from legal.done_forms`,
      await sql`select * from legal.audit_entries`,
    ]);
    expect(dump).not.toContain(printed);
    expect(dump).not.toContain(printed.replaceAll('-', ''));
    expect(dump).not.toContain(PASSPHRASE);
    // The same form again makes no second person, and shows no second code.
    expect((await enrolAs(lead)).location).toBe(`/legal/${organisation.slug}/keys`);
    pinRoot(organisation.id, page.keys.fingerprint);
    expect(await sentTo(lead, leadVault)).toBeNull();
  });

  it('remembers that the printed code is written down', async () => {
    const answer = await post(keysPage.action, '/', form({ intent: 'written', written: 'on' }), asked(lead, leadVault));
    expect(answer.location).toBe(`/legal/${organisation.slug}/keys?done=written`);
    const page = bodyOf<{ keys: { codeWrittenOn: string } }>(await get(keysPage.loader, '/', asked(lead, leadVault)));
    expect(page.keys.codeWrittenOn).toMatch(/^\d{4}-\d\d-\d\d$/);
  });
});

describe('opening and locking', () => {
  it('takes the passphrase and nothing else; the lead’s first opening settles the desk', async () => {
    expect((await open(lead, 'bir başqa uzun parol')).errors).toEqual({ password: ['legal-keys.error.passphrase'] });
    const opened = await open(lead, PASSPHRASE);
    expect(opened.location).toBe(`/legal/${organisation.slug}`);
    leadVault = vaultOf(opened);
    expect(await sentTo(lead, leadVault)).toBeNull();
    const [desk] = await sql`select * from legal.desks where organisation_id = ${organisation.id}`;
    expect(desk).toMatchObject({ team_key_version: 1, is_open: false });
  });

  it('ends after a quarter of an hour without a request, at once with the button, and with the sign-in', async () => {
    await sql`update vault_keys.unlocks set seen_at = now() - interval '16 minutes'`;
    expect(await sentTo(lead, leadVault)).toContain('/unlock?next=');
    leadVault = vaultOf(await open(lead, PASSPHRASE));
    await sql`update vault_keys.unlocks set made_at = now() - interval '12 hours 1 minute'`;
    expect(await sentTo(lead, leadVault)).toContain('/unlock?next=');
    leadVault = vaultOf(await open(lead, PASSPHRASE));
    const locked = await post(lock.action, '/', {}, asked(lead, leadVault));
    expect(locked.cookies).toEqual(['vault=']);
    expect(await sentTo(lead, leadVault)).toContain('/unlock?next=');
    leadVault = vaultOf(await open(lead, PASSPHRASE));
    // Somebody else's sign-in with this vault's cookie opens nothing.
    const elsewhere = await makeSignedIn(sql, { roles: [[organisation.id, 'lawyer']] });
    expect(await sentTo(elsewhere, leadVault)).toContain('/enrolment');
  });

  it('needs a sign-in that is not older than 12 hours', async () => {
    const id = tokenHash(lead.cookie.split('=')[1] as string);
    await sql`update sessions set created_at = now() - interval '12 hours 1 minute' where id = ${id}`;
    expect(await sentTo(lead, leadVault)).toMatch(/^\/sign-in\?next=/);
    expect(await sql`select 1 from sessions where id = ${id}`).toHaveLength(0);
    lead = { ...lead, cookie: await signedIn(lead.id) };
    leadVault = vaultOf(await open(lead, PASSPHRASE));
    expect(await sentTo(lead, leadVault)).toBeNull();
  });

  it('slows wrong passphrases down, for this person only', async () => {
    const unlucky = await makeSignedIn(sql, { roles: [[organisation.id, 'lawyer']] });
    await enrol(sql, unlucky.id);
    await enrolAs(unlucky);
    let refused = 0;
    for (let turn = 0; turn < 12; turn += 1) {
      const { errors } = await open(unlucky, 'yanlış parol cümləsi');
      if (errors.password?.[0] === 'common.error.too-many') refused += 1;
    }
    expect(refused).toBe(2);
    expect((await open(unlucky, PASSPHRASE)).errors.password).toEqual(['common.error.too-many']);
    expect(vaultOf(await open(lead, PASSPHRASE))).not.toBe('');
  });
});

describe('a colleague', () => {
  it('is invited by the lead into a role of the desk, and nowhere else', async () => {
    const invited = await post(
      team.action,
      '/',
      form({ email: 'yeni@misal.az', role: 'lawyer', locale: 'az' }),
      asked(lead, leadVault),
    );
    expect(invited.location).toBe(`/legal/${organisation.slug}/team?done=invited`);
    expect(await lettersTo(sql, 'yeni@misal.az')).toHaveLength(1);
    const owner = await post(
      team.action,
      '/',
      form({ email: 'b@misal.az', role: 'owner', locale: 'az' }),
      asked(lead, leadVault),
    );
    expect(owner.status).toBe(422);
  });

  it('may open nothing until a lead, who heard the fingerprint, vouches', async () => {
    const enrolled = await enrolAs(lawyer);
    lawyerVault = vaultOf(enrolled);
    expect(await sentTo(lawyer, lawyerVault)).toBe(`/legal/${organisation.slug}/enrolment`);
    const people = bodyOf<{ team: { id: string; shownName: string; standing: string; fingerprint: string }[] }>(
      await get(team.loader, '/', asked(lead, leadVault)),
    ).team;
    const [row] = await sql<{ id: string }[]>`select id from legal.staff where user_id = ${lawyer.id}`;
    const staff = row?.id ?? '';
    const newcomer = people.find((one) => one.id === staff);
    expect(newcomer?.standing).toBe('waiting');
    const vouchWith = (heard: string) =>
      post(memberPage.action, '/', form({ intent: 'vouch', role: 'lawyer', heard }), asked(lead, leadVault, { staff }));
    expect((await vouchWith('zzzz')).errors).toEqual({ heard: ['legal-keys.error.fingerprint'] });
    const vouched = await vouchWith(newcomer?.fingerprint.slice(0, 19) ?? '');
    expect(vouched.location).toBe(`/legal/${organisation.slug}/team?done=vouched`);
    expect(await sentTo(lawyer, lawyerVault)).toBeNull();
    const trusted = await withLegalScope({ kind: 'legal_system', organisationId: organisation.id }, (tx) =>
      listTrusted(tx, organisation.id),
    );
    expect(trusted.map((one) => one.role).sort()).toEqual(['lawyer', 'lead']);
    expect(await sql`select 1 from vault_keys.grants where kind = 'team' and holder_id = ${staff}`).toHaveLength(1);
    // A lawyer vouches for nobody, and changes nobody else.
    expect(
      (
        await post(
          memberPage.action,
          '/',
          form({ intent: 'vouch', role: 'lead', heard: 'a' }),
          asked(lawyer, lawyerVault, { staff }),
        )
      ).status,
    ).toBe(403);
  });
});

describe('a forgotten passphrase', () => {
  it('is set anew with the printed code, however it is typed; the old one opens nothing', async () => {
    const recover = (code: string) =>
      post(recovery.action, '/', form({ intent: 'code', code, newPassword: OTHER }), asked(lead));
    expect((await recover('ABCD-'.repeat(8))).errors).toEqual({ code: ['legal-keys.error.recovery-code'] });
    const recovered = await recover(printed.toLowerCase().replaceAll('-', ' '));
    expect(recovered.location).toBe(`/legal/${organisation.slug}/keys?done=recovered`);
    leadVault = vaultOf(recovered);
    expect(await sentTo(lead, leadVault)).toBeNull();
    expect((await open(lead, PASSPHRASE)).errors.password).toEqual(['legal-keys.error.passphrase']);
    expect(vaultOf(await open(lead, OTHER))).not.toBe('');
  });

  it('leaves a new printed code, asked for with the passphrase; the old paper opens nothing', async () => {
    const renew = (password: string) =>
      post(keysPage.action, '/', form({ intent: 'code', password }), asked(lead, leadVault));
    expect((await renew(PASSPHRASE)).errors).toEqual({ password: ['legal-keys.error.passphrase'] });
    const fresh = bodyOf<{ code: string }>(await renew(OTHER)).code;
    expect(fresh).not.toBe(printed);
    const old = await post(
      recovery.action,
      '/',
      form({ intent: 'code', code: printed, newPassword: PASSPHRASE }),
      asked(lead),
    );
    expect(old.errors).toEqual({ code: ['legal-keys.error.recovery-code'] });
    const back = await post(
      recovery.action,
      '/',
      form({ intent: 'code', code: fresh, newPassword: PASSPHRASE }),
      asked(lead),
    );
    leadVault = vaultOf(back);
    expect(await sentTo(lead, leadVault)).toBeNull();
  });

  it('may be changed by whoever knows it; every other device is locked', async () => {
    const elsewhere = vaultOf(await open(lead, PASSPHRASE));
    const changed = await post(
      keysPage.action,
      '/',
      form({ intent: 'passphrase', password: PASSPHRASE, newPassword: OTHER }),
      asked(lead, leadVault),
    );
    expect(changed.location).toContain('done=passphrase');
    expect(await sentTo(lead, elsewhere)).toContain('/unlock');
    leadVault = vaultOf(changed);
    expect(await sentTo(lead, leadVault)).toBeNull();
  });
});

describe('a passkey', () => {
  it('opens the keys by its PRF output, until it is removed', async () => {
    const prf = randomBytes(32).toString('base64url');
    const add = (password: string) =>
      post(
        keysPage.action,
        '/',
        form({
          intent: 'passkey',
          password,
          credentialId: randomBytes(16).toString('base64url'),
          salt: randomBytes(32).toString('base64url'),
          prf,
        }),
        asked(lead, leadVault),
      );
    expect((await add(PASSPHRASE)).errors.password).toEqual(['legal-keys.error.passphrase']);
    expect((await add(OTHER)).location).toContain('done=passkey');
    const byPasskey = (output: string) => post(unlock.action, '/', { prf: output }, asked(lead));
    expect((await byPasskey(randomBytes(32).toString('base64url'))).errors).toEqual({
      '': ['legal-keys.error.passkey'],
    });
    const opened = await byPasskey(prf);
    expect(await sentTo(lead, vaultOf(opened))).toBeNull();
    expect(JSON.stringify(await sql`select * from vault_keys.user_wraps`)).not.toContain(prf);
    const page = bodyOf<{ keys: { passkeys: { id: string }[] } }>(
      await get(keysPage.loader, '/', asked(lead, leadVault)),
    );
    await post(
      keysPage.action,
      '/',
      form({ intent: 'passkey-off', wrapId: page.keys.passkeys[0]?.id ?? '' }),
      asked(lead, leadVault),
    );
    expect(vaultOf(await byPasskey(prf))).toBe('');
  });
});

describe('what is posted', () => {
  it('may be garbage: an answer, never a fault', async () => {
    for (const [page, more] of [
      [enrolment, {}],
      [unlock, {}],
      [recovery, {}],
      [keysPage, {}],
      [team, {}],
    ] as const) {
      for (const fields of [
        {},
        { intent: 'x', clientId: '1' },
        { intent: 'code' },
        { password: '\u0000'.repeat(2000), prf: '\ud800', next: '//evil' },
      ]) {
        const answer = await post(page.action, '/', fields as Record<string, string>, asked(lead, leadVault, more));
        expect([422, 303]).toContain(answer.status);
      }
    }
    const [row] = await sql<{ id: string }[]>`select id from legal.staff where user_id = ${lead.id}`;
    expect((await post(memberPage.action, '/', {}, asked(lead, leadVault, { staff: row?.id ?? '' }))).status).toBe(422);
    expect((await get(memberPage.loader, '/', asked(lead, leadVault, { staff: 'x' }))).status).toBe(404);
    expect((await get(memberPage.loader, '/', asked(lead, leadVault, { staff: crypto.randomUUID() }))).status).toBe(
      404,
    );
  });
});
