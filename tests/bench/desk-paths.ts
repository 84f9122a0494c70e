import { createHash, randomBytes, randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { deriveKey } from '#app/features/legal-aid/key-derivation.server.ts';
import { fromBase64, utf8 } from '#app/features/legal-aid/vault/bytes.ts';
import { grantKey } from '#app/features/legal-aid/vault/grants.ts';
import { makeKey } from '#app/features/legal-aid/vault/keys.ts';
import { sealRecord } from '#app/features/legal-aid/vault/records.ts';
import { kekFromBytes, unwrapSecret, wrapSecret } from '#app/features/legal-aid/vault/wraps.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { DESK_PASSPHRASE, DESK_PEOPLE } from '#db/seed/demo/story/desk.ts';
import type { BenchPath } from './paths.ts';

/** The desk that is measured: a lawyer's cookies with the keys open, and a case that was opened today. */
export type DeskBench = { slug: string; caseId: string; cookie: string };

const CASES = 5_000;
const RECORDS = 40;
const MADE_BY = 'bench';
const LAWYER = DESK_PEOPLE.find((person) => person.key === 'tural')?.shownName ?? '';

type Lawyer = {
  slug: string;
  organisation_id: string;
  user_id: string;
  staff_id: string;
  key_id: string;
  box_public: Buffer;
  salt: string;
  nonce: Buffer;
  ciphertext: Buffer;
};

/** Fills the story's desk with 5,000 cases (sealed noise: the queue opens none) and one that can be read, and signs a lawyer in. */
export async function openDeskBench(adminUrl: string): Promise<DeskBench> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => undefined });
  try {
    const [lawyer] = await sql<Lawyer[]>`
      select o.slug, s.organisation_id, s.user_id, s.id as staff_id, k.id as key_id, k.box_public, w.parameters ->> 'salt' as salt, w.nonce, w.ciphertext
      from legal.staff s join organisations o on o.id = s.organisation_id
      join vault_keys.user_keys k on k.staff_id = s.id and not k.is_revoked join vault_keys.user_wraps w on w.key_id = k.id and w.kind = 'passphrase'
      where s.shown_name = ${LAWYER} limit 1`;
    if (!lawyer) throw new Error('The story has no legal desk: run the bench with --fresh');
    await seedQueue(sql, lawyer);
    const caseId = await seedCase(sql, lawyer);
    return { slug: lawyer.slug, caseId, cookie: await signIn(sql, lawyer) };
  } finally {
    await sql.end();
  }
}

async function seedQueue(sql: postgres.Sql, { organisation_id }: Lawyer): Promise<void> {
  await sql`delete from vault_keys.grants where subject_id in (select id from legal.cases where consent_version = ${MADE_BY})`;
  await sql`delete from legal.cases where consent_version = ${MADE_BY}`;
  await sql`
    insert into legal.cases (id, organisation_id, number, track, language, state, band_floor, due_on, region, opened_on, last_on, padded_length, key_version, consent_version)
    select gen_random_uuid(), ${organisation_id}, 100000 + n, case when n % 4 = 0 then 'campaign' else 'person' end, 'az', 'new',
           case when n % 20 = 0 then 'red' when n % 5 = 0 then 'amber' else 'green' end, case when n % 3 = 0 then current_date + (n % 60) end,
           (array['AZ-AST', 'AZ-GA', 'AZ-GOY', 'AZ-MAS'])[1 + n % 4], current_date - (n % 200), current_date - (n % 100), 2048, 2, ${MADE_BY}
    from generate_series(1, ${CASES}::int) n`;
  await sql`analyze legal.cases`;
}

/** One case with forty messages that the lawyer's key opens, opened today with a reason. */
async function seedCase(sql: postgres.Sql, lawyer: Lawyer): Promise<string> {
  const { box_public, key_id: keyId, organisation_id: organisationId, staff_id: holderId } = lawyer;
  const today = dayOf(new Date());
  const [row] = await sql<{ id: string }[]>`
    update legal.cases set state = 'claimed', claimed_by = ${holderId}, next_seq = ${RECORDS + 1}
    where id = (select id from legal.cases where consent_version = ${MADE_BY} order by number limit 1) returning id`;
  if (!row) throw new Error('No case was made');
  const caseId = row.id;
  const key = makeKey();
  const version = 2;
  const grant = grantKey(key, new Uint8Array(box_public), {
    kind: 'case',
    subjectId: caseId,
    version,
    holderId,
    keyId,
  });
  await sql`insert into vault_keys.grants ${sql({ id: randomUUID(), organisation_id: organisationId, kind: 'case', subject_id: caseId, version, holder_kind: 'staff', holder_id: holderId, key_id: keyId, enc: Buffer.from(grant.enc), ciphertext: Buffer.from(grant.ciphertext), reason: 'intake', made_on: today })}`;
  for (let seq = 1; seq <= RECORDS; seq += 1) {
    const id = randomUUID();
    const place = { table: 'records', caseId, recordId: id, field: 'message', keyVersion: version };
    const sealed = sealRecord(key, place, utf8(JSON.stringify({ text: 'Salam. Sənədləri göndərirəm. '.repeat(20) })));
    await sql`insert into legal.records ${sql({ id, case_id: caseId, organisation_id: organisationId, seq, kind: 'message', author: 'applicant', visibility: 'public', key_version: version, nonce: Buffer.from(sealed.nonce), ciphertext: Buffer.from(sealed.ciphertext), made_on: today })}`;
  }
  await sql`insert into legal.audit_entries ${sql({ organisation_id: organisationId, on_day: today, actor_kind: 'staff', actor_id: holderId, action: 'case.open', case_id: caseId, reason: 'assigned' })}`;
  return caseId;
}

/** A session and an open vault, as signing in and the passphrase leave them. */
async function signIn(sql: postgres.Sql, lawyer: Lawyer): Promise<string> {
  const { ciphertext, key_id: keyId, nonce, organisation_id, salt, staff_id, user_id } = lawyer;
  const secret = unwrapSecret(
    await deriveKey(DESK_PASSPHRASE, Buffer.from(salt, 'base64url')),
    { nonce: new Uint8Array(nonce), ciphertext: new Uint8Array(ciphertext) },
    `user/${keyId}/passphrase`,
  );
  const [session, vault] = [randomBytes(32).toString('base64url'), randomBytes(32).toString('base64url')] as const;
  const sessionId = createHash('sha256').update(session).digest('hex');
  const now = new Date();
  const later = new Date(now.getTime() + 3_600_000);
  await sql`insert into sessions ${sql({ id: sessionId, user_id, expires_at: later, created_at: now, last_seen_at: now, proved_at: now })}`;
  const context = `unlock/staff/${staff_id}/${keyId}`;
  const sealed = wrapSecret(kekFromBytes(fromBase64(vault), 'unlock'), secret, context);
  await sql`insert into vault_keys.unlocks ${sql({ id: createHash('sha256').update(`unlock:${vault}`).digest('hex'), organisation_id, kind: 'staff', holder_id: staff_id, key_id: keyId, session_id: sessionId, nonce: Buffer.from(sealed.nonce), ciphertext: Buffer.from(sealed.ciphertext), made_at: now, seen_at: now })}`;
  return ['', '__Host-'].flatMap((prefix) => [`${prefix}session=${session}`, `${prefix}vault=${vault}`]).join('; ');
}

/** `desk-queue`: the first page of 5,000 cases. `case-open`: a thread of forty sealed records, keys from the cookie. */
export function deskPaths({ caseId, cookie, slug }: DeskBench): BenchPath[] {
  const headers = { cookie, 'accept-encoding': 'gzip, deflate, br' };
  const one = (name: string, path: string): BenchPath => ({
    name,
    ours: 'shared',
    expected: 200,
    requests: () => [{ method: 'GET', path, headers }],
  });
  return [one('desk-queue', `/legal/${slug}`), one('case-open', `/legal/${slug}/cases/${caseId}`)];
}
