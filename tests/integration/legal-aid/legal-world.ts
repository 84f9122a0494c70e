import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type postgres from 'postgres';
import { staff } from '#db/schema/legal-aid.ts';
import { beginRequest } from '#app/features/legal-aid/commands/begin-request.server.ts';
import { submitRequest } from '#app/features/legal-aid/commands/submit-request.server.ts';
import { openKeys } from '#app/features/legal-aid/case-keys.server.ts';
import { readRecords, type Content } from '#app/features/legal-aid/case-records.server.ts';
import type { DeskWork } from '#app/features/legal-aid/desk-staff.server.ts';
import { DERIVATION, deriveKey } from '#app/features/legal-aid/key-derivation.server.ts';
import { withLegalScope } from '#app/features/legal-aid/legal-scope.server.ts';
import { readReceipt } from '#app/features/legal-aid/receipt.server.ts';
import { pinRoot } from '#app/features/legal-aid/roots.server.ts';
import type { Answers, Identity } from '#app/features/legal-aid/rules/contents.ts';
import type { StaffRole } from '#app/features/legal-aid/rules/desk.ts';
import { startUnlock } from '#app/features/legal-aid/unlock.server.ts';
import { randomBytes, toBase64 } from '#app/features/legal-aid/vault/bytes.ts';
import { grantKey } from '#app/features/legal-aid/vault/grants.ts';
import { makeKey, makeStaffKeys, packSecret, type StaffSecret } from '#app/features/legal-aid/vault/keys.ts';
import { signVersion } from '#app/features/legal-aid/vault/links.ts';
import { fingerprint, vouch } from '#app/features/legal-aid/vault/vouching.ts';
import { wrapSecret } from '#app/features/legal-aid/vault/wraps.ts';
import type { UserActor } from '#app/kernel/actor.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { makeOrganisation } from '#tests/support/campaigns.ts';

/** Somebody of a desk with everything that only that person has. */
export type DeskPerson = {
  userId: string;
  staffId: string;
  keyId: string;
  role: StaffRole;
  isBar: boolean;
  shownName: string;
  secret: StaffSecret;
  sessionId: string;
};
export type Desk = {
  organisationId: string;
  slug: string;
  lead: DeskPerson;
  /** Holds names beside the lead: fewer than two could lose one. */
  custodian: DeskPerson;
  teamKey: Uint8Array;
};
export type MadeCase = { caseId: string; digits: string; number: number; cookie: string };

const ROLE_NAMES = { lead: 'legal_lead', lawyer: 'lawyer', custodian: 'custodian' } as const;
type Wishes = { isBar?: boolean; shownName?: string; isOnDuty?: boolean; capacity?: number; passphrase?: string };

/** A desk that takes requests, with its lead as the pinned root and a custodian (add a lawyer before making cases). `sql` is the administrator's connection. */
export async function makeDesk(sql: postgres.Sql, wishes: Wishes = {}): Promise<Desk> {
  const { id: organisationId, slug } = await makeOrganisation(sql, 'Sınaq Hüquq Masası');
  const teamKey = makeKey();
  await sql`insert into legal.desks ${sql({ organisation_id: organisationId, is_open: true, phone: '+994 12 000 00 00', team_key_version: 1 })}`;
  const lead = await insertPerson(sql, { organisationId, slug, teamKey }, 'lead', { isBar: true, ...wishes }, null);
  pinRoot(organisationId, fingerprint(publicOf(lead)));
  const custodian = await insertPerson(sql, { organisationId, slug, teamKey }, 'custodian', {}, lead);
  return { organisationId, slug, lead, custodian, teamKey };
}

/** A colleague whom the lead vouched for; with `passphrase` the keys are wrapped as enrolment does (0.3 s). */
export function addStaff(
  sql: postgres.Sql,
  desk: Desk,
  role: StaffRole = 'lawyer',
  wishes: Wishes = {},
): Promise<DeskPerson> {
  return insertPerson(sql, desk, role, wishes, desk.lead);
}

const publics = new Map<string, { box: Uint8Array; sign: Uint8Array }>();
/** The public halves of a made person's keys. */
const publicOf = (person: DeskPerson): { box: Uint8Array; sign: Uint8Array } =>
  publics.get(person.keyId) as { box: Uint8Array; sign: Uint8Array };
export const signPublicOf = (person: DeskPerson): Uint8Array =>
  (publics.get(person.keyId) as { sign: Uint8Array }).sign;
export const boxPublicOf = (person: DeskPerson): Uint8Array => (publics.get(person.keyId) as { box: Uint8Array }).box;

async function insertPerson(
  sql: postgres.Sql,
  { organisationId, teamKey }: Pick<Desk, 'organisationId' | 'slug' | 'teamKey'>,
  role: StaffRole,
  { capacity = 15, isBar = false, isOnDuty = true, passphrase, shownName = `Sınaq ${role}` }: Wishes,
  voucher: DeskPerson | null,
): Promise<DeskPerson> {
  const [userId, staffId, keyId] = [randomUUID(), randomUUID(), randomUUID()] as [string, string, string];
  const { public: halves, secret } = makeStaffKeys();
  publics.set(keyId, halves);
  const today = dayOf(new Date());
  const signature = vouch(voucher?.secret.sign ?? secret.sign, {
    organisationId,
    staffId,
    keyId,
    role,
    isBar,
    shownName,
    ...halves,
  });
  await sql`insert into users ${sql({ id: userId, name: shownName, locale: 'az', totp_confirmed_at: new Date() })}`;
  await sql`insert into memberships ${sql({ id: randomUUID(), user_id: userId, organisation_id: organisationId, role: ROLE_NAMES[role] })}`;
  await sql`insert into legal.staff ${sql({ id: staffId, organisation_id: organisationId, user_id: userId, role, shown_name: shownName, is_bar: isBar, is_on_duty: isOnDuty, capacity, state: 'vouched', joined_on: today })}`;
  await sql`insert into vault_keys.user_keys ${sql({
    id: keyId,
    organisation_id: organisationId,
    staff_id: staffId,
    role,
    is_bar: isBar,
    shown_name: shownName,
    box_public: Buffer.from(halves.box),
    sign_public: Buffer.from(halves.sign),
    vouched_by: voucher?.keyId ?? null,
    signature: Buffer.from(signature),
    made_on: today,
    vouched_on: today,
  })}`;
  if (role !== 'custodian') {
    const place = { kind: 'team' as const, subjectId: organisationId, version: 1, holderId: staffId, keyId };
    const { ciphertext, enc } = grantKey(teamKey, halves.box, place);
    // Signed by whoever vouches; the first person of a desk, by the own key.
    const maker = voucher ?? { keyId, secret };
    const link = Buffer.from(signVersion(maker.secret.sign, place, teamKey));
    await sql`insert into vault_keys.grants ${sql({ id: randomUUID(), organisation_id: organisationId, kind: 'team', subject_id: organisationId, version: 1, holder_kind: 'staff', holder_id: staffId, key_id: keyId, enc: Buffer.from(enc), ciphertext: Buffer.from(ciphertext), link, link_by: maker.keyId, reason: 'team', made_on: today })}`;
  }
  if (passphrase !== undefined) {
    const salt = randomBytes(16);
    const kek = await deriveKey(passphrase, salt);
    const wrapped = wrapSecret(kek, packSecret(secret), `user/${keyId}/passphrase`);
    const { memoryCost, parallelism, timeCost } = DERIVATION;
    await sql`insert into vault_keys.user_wraps ${sql({
      id: randomUUID(),
      organisation_id: organisationId,
      staff_id: staffId,
      key_id: keyId,
      kind: 'passphrase',
      parameters: sql.json({ salt: toBase64(salt), memoryCost, parallelism, timeCost }) as never,
      nonce: Buffer.from(wrapped.nonce),
      ciphertext: Buffer.from(wrapped.ciphertext),
      made_on: today,
    })}`;
  }
  return { userId, staffId, keyId, role, isBar, shownName, secret, sessionId: randomUUID() };
}

/** The person as a signed-in actor with the desk's membership. */
export function actorOf(desk: Desk, person: DeskPerson): UserActor {
  return {
    kind: 'user',
    userId: person.userId,
    name: person.shownName,
    locale: 'az',
    isOperator: false,
    hasSecondFactor: true,
    sessionId: person.sessionId,
    memberships: [
      {
        organisationId: desk.organisationId,
        slug: desk.slug,
        kind: 'cbo',
        names: { az: 'Sınaq', en: 'Test', ru: 'Проба' },
        roles: [ROLE_NAMES[person.role]],
      },
    ],
  };
}

/** At work with open keys, as `atDesk` gives it to a route, without going through HTTP. */
export async function deskWork(desk: Desk, person: DeskPerson, now = new Date()): Promise<DeskWork> {
  const { organisationId } = desk;
  const scope = { kind: 'legal_staff' as const, organisationId, userId: person.userId, staffId: person.staffId };
  const [row] = await withLegalScope(scope, (tx) => tx.select().from(staff).where(eq(staff.id, person.staffId)));
  if (!row) throw new Error('No such person at the desk');
  return {
    actor: actorOf(desk, person),
    scope,
    staff: row,
    role: person.role,
    isBar: person.isBar,
    holder: { kind: 'staff', id: person.staffId, keyId: person.keyId, box: person.secret.box },
    sign: person.secret.sign,
    now,
    today: dayOf(now),
  };
}

/** The cookie of an unlocked vault (`name=value`), as after the passphrase. */
export async function vaultCookie(desk: Desk, person: DeskPerson, now = new Date()): Promise<string> {
  const { keyId, secret, sessionId, staffId: holderId } = person;
  const { organisationId } = desk;
  const cookie = await startUnlock(
    'staff',
    { organisationId, holderId, keyId, sessionId, secret: packSecret(secret) },
    now,
  );
  return cookie.split(';')[0] as string;
}

type CaseWishes = {
  story?: string;
  answers?: Partial<Answers>;
  identity?: Identity | null;
  /** Staff ids whom the applicant keeps out. */
  keptOut?: readonly string[];
  now?: Date;
};

/** A request handed in the way an applicant does it. Needs two people at least who can hold the case, and two for the name. */
export async function makeCase(desk: Desk, wishes: CaseWishes = {}): Promise<MadeCase> {
  const now = wishes.now ?? new Date();
  const { organisationId } = desk;
  const answers: Answers = { track: 'person', matter: 'housing', flags: [], ...wishes.answers };
  const begun = await beginRequest({ organisationId, track: answers.track, language: 'az', draft: {} }, now);
  const cookie = begun.setCookie.split(';')[0] as string;
  const work = await readReceipt(withCookie(cookie), now);
  if (!work) throw new Error('The receipt did not open');
  const handedIn = await submitRequest(work, {
    answers,
    story: { text: wishes.story ?? 'Sınaq hekayəsi' },
    identity: wishes.identity ?? null,
    keptOut: wishes.keptOut ?? [],
    consentVersion: 'test',
  });
  if (!handedIn.ok) throw new Error(`The request was refused: ${handedIn.refusal.code}`);
  return { caseId: begun.caseId, digits: begun.digits, number: handedIn.value.number, cookie };
}

export function withCookie(...cookies: string[]): Request {
  return new Request('http://localhost/', { headers: { cookie: cookies.join('; ') } });
}

/** What somebody reads of a case: the contents of its records that the person's keys open, in order. */
export async function readsOf(desk: Desk, person: DeskPerson, caseId: string): Promise<Content[]> {
  const work = await deskWork(desk, person);
  return withLegalScope(work.scope, async (tx) => {
    const keys = await openKeys(tx, work.holder, 'case', caseId);
    const records = await readRecords(tx, keys, caseId);
    return records.flatMap((record) => (record.content ? [record.content] : []));
  });
}
