import { makeStaffKeys } from '#app/features/legal-aid/vault/keys.ts';
import { vouch } from '#app/features/legal-aid/vault/vouching.ts';
import { tokenHash } from '#app/platform/crypto.server.ts';
import * as queue from '#app/routes/legal/queue.tsx';
import { enrol, get, makeSignedIn, signedIn } from '#tests/integration/accounts/world.ts';
import { vaultCookie, type Desk, type DeskPerson } from '#tests/integration/legal-aid/legal-world.ts';
import { adminConnection } from '#tests/support/story.ts';

export const sql = adminConnection();

export const STORY = 'Qapımı gecə döydülər, adım Nümunə Kəpənəkqızıdır';
export const PASSPHRASE = 'yeddi rəngli kəpənək dam üstə';

/** Signed in and, with `isOpen`, unlocked: what a browser of that person would send. */
export async function cookieOf(desk: Desk, person: DeskPerson, isOpen = true): Promise<string> {
  const session = await signedIn(person.userId);
  person.sessionId = tokenHash(session.split('=')[1] as string);
  return isOpen ? `${session}; ${await vaultCookie(desk, person)}` : session;
}

export const atQueue = (desk: Desk, cookie: string) =>
  get(queue.loader, `/legal/${desk.slug}`, { cookie, params: { org: desk.slug } });

/** A key row as somebody writes it who may write to the database. */
export async function plantKey(desk: Desk, more: Record<string, unknown> = {}) {
  const person = await makeSignedIn(sql, { roles: [[desk.organisationId, 'legal_lead']] });
  await enrol(sql, person.id);
  const staffId = crypto.randomUUID();
  const keyId = crypto.randomUUID();
  const keys = makeStaffKeys();
  await sql`insert into legal.staff ${sql({ id: staffId, organisation_id: desk.organisationId, user_id: person.id, role: 'lead', shown_name: 'Əkilmiş', is_bar: true, state: 'vouched', joined_on: '2026-11-22' })}`;
  const vouched = {
    organisationId: desk.organisationId,
    staffId,
    keyId,
    role: 'lead',
    isBar: true,
    shownName: 'Əkilmiş',
    ...keys.public,
  };
  await sql`insert into vault_keys.user_keys ${sql({
    id: keyId,
    organisation_id: desk.organisationId,
    staff_id: staffId,
    role: 'lead',
    is_bar: true,
    shown_name: 'Əkilmiş',
    box_public: Buffer.from(keys.public.box),
    sign_public: Buffer.from(keys.public.sign),
    vouched_by: null,
    signature: Buffer.from(vouch(keys.secret.sign, vouched)),
    made_on: '2026-11-22',
    vouched_on: '2026-11-22',
    ...more,
  })}`;
  return { staffId, keyId, secret: keys.secret, userId: person.id };
}

/** Grants of a case (with its name), past row-level security. */
export const grantsOf = (caseId: string) =>
  sql<
    { holder_id: string; key_id: string; version: number; kind: 'case' | 'identity'; enc: Buffer; ciphertext: Buffer }[]
  >`
    select holder_id, key_id, version, kind, enc, ciphertext from vault_keys.grants where subject_id = ${caseId} and holder_kind = 'staff'`;
