import { hkdfSync } from 'node:crypto';
import type postgres from 'postgres';
import { deriveKey } from '#app/features/legal-aid/key-derivation.server.ts';
import { fromBase64, fromUtf8 } from '#app/features/legal-aid/vault/bytes.ts';
import { VaultError } from '#app/features/legal-aid/vault/errors.ts';
import { openGrant, type GrantPlace } from '#app/features/legal-aid/vault/grants.ts';
import { unpackSecret } from '#app/features/legal-aid/vault/keys.ts';
import { parseReceipt } from '#app/features/legal-aid/vault/receipts.ts';
import { openRecord } from '#app/features/legal-aid/vault/records.ts';
import { selfKey } from '#app/features/legal-aid/vault/self-notes.ts';
import { kekFromBytes, unwrapSecret } from '#app/features/legal-aid/vault/wraps.ts';

/** What somebody brings who has the whole database already: nothing, passphrases, receipts, printed codes, any 32 bytes. */
export type Loot = {
  passphrases?: readonly string[];
  receipts?: readonly string[];
  /** X25519 secrets, or whatever else may be one. */
  secrets?: readonly Uint8Array[];
};
export type Opened = { caseId: string; recordId: string; kind: string; text: string };

type Grant = {
  kind: GrantPlace['kind'];
  subject_id: string;
  version: number;
  holder_id: string;
  key_id: string;
  enc: Buffer;
  ciphertext: Buffer;
};
type Sealed = {
  id: string;
  case_id: string;
  kind: string;
  key_kind: string;
  key_version: number;
  author: string;
  author_id: string | null;
  visibility: string;
  nonce: Buffer;
  ciphertext: Buffer;
};

/**
 * Somebody with an administrator's connection and all the time of a test opens what can be opened, past every wall: each
 * secret is tried on each grant, each key on each record. It knows the format, as an attacker who read the source does.
 */
export async function solve(sql: postgres.Sql, loot: Loot): Promise<Opened[]> {
  const secrets = [
    ...(loot.secrets ?? []),
    ...(await Promise.all((loot.passphrases ?? []).map((passphrase) => byPassphrase(sql, passphrase)))).flat(),
    ...(await Promise.all((loot.receipts ?? []).map((digits) => byReceipt(sql, digits)))).flat(),
  ];
  const grants = await sql<Grant[]>`select * from vault_keys.grants`;
  const granted: Uint8Array[] = [];
  for (const secret of secrets)
    for (const grant of grants) {
      const place = {
        kind: grant.kind,
        subjectId: grant.subject_id,
        version: grant.version,
        holderId: grant.holder_id,
        keyId: grant.key_id,
      };
      const key = attempt(() =>
        openGrant(secret, place, { enc: bytes(grant.enc), ciphertext: bytes(grant.ciphertext) }),
      );
      if (key) granted.push(key);
    }
  const own = secrets.flatMap((secret) => granted.flatMap((key) => attempt(() => selfKey(secret, key)) ?? []));
  // Whatever was found is also tried as the key itself: somebody may have forgotten to wrap one.
  const all = [...granted, ...own, ...(loot.secrets ?? [])];
  const opened: Opened[] = [];
  for (const row of await sql<Sealed[]>`select * from legal.records`) {
    const place = {
      table: 'records',
      caseId: row.case_id,
      recordId: row.id,
      field: row.kind,
      keyVersion: row.key_version,
    };
    const said = { author: row.author, authorId: row.author_id, visibility: row.visibility };
    const sealed = { nonce: bytes(row.nonce), ciphertext: bytes(row.ciphertext) };
    // As it is sealed now, and as it was sealed before author and readers were bound to it.
    const found =
      firstOf(all, (key) => openRecord(key, { ...place, said }, sealed)) ??
      firstOf(all, (key) => openRecord(key, place, sealed));
    if (found) opened.push({ caseId: row.case_id, recordId: row.id, kind: row.kind, text: fromUtf8(found) });
  }
  return opened;
}

/** Every 32 bytes that lie about in the database: keys that somebody forgot to wrap would be among them. */
export async function loot32(sql: postgres.Sql): Promise<Uint8Array[]> {
  const columns = await sql<{ schema: string; name: string; column: string }[]>`
    select c.table_schema as schema, c.table_name as name, c.column_name as column from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.data_type = 'bytea' and t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')`;
  const found: Uint8Array[] = [];
  for (const { column, name, schema } of columns) {
    const rows = await sql<{ value: Buffer }[]>`
      select distinct ${sql(column)} as value from ${sql(schema)}.${sql(name)} where octet_length(${sql(column)}) in (32, 48, 64)`;
    for (const { value } of rows) found.push(bytes(value).slice(0, 32));
  }
  return found;
}

async function byPassphrase(sql: postgres.Sql, passphrase: string): Promise<Uint8Array[]> {
  const wraps = await sql<
    {
      key_id: string;
      parameters: { salt: string; memoryCost: number; timeCost: number; parallelism: number };
      nonce: Buffer;
      ciphertext: Buffer;
    }[]
  >`select key_id, parameters, nonce, ciphertext from vault_keys.user_wraps where kind = 'passphrase'`;
  const found: Uint8Array[] = [];
  for (const { ciphertext, key_id: keyId, nonce, parameters } of wraps) {
    const { salt, ...cost } = parameters;
    const kek = await deriveKey(passphrase, fromBase64(salt), cost);
    const packed = attempt(() =>
      unwrapSecret(kek, { nonce: bytes(nonce), ciphertext: bytes(ciphertext) }, `user/${keyId}/passphrase`),
    );
    if (packed) found.push(unpackSecret(packed).box);
  }
  return found;
}

async function byReceipt(sql: postgres.Sql, digits: string): Promise<Uint8Array[]> {
  const parsed = parseReceipt(digits);
  if (!parsed) return [];
  const rows = await sql<{ id: string; salt: Buffer; nonce: Buffer; ciphertext: Buffer }[]>`
    select id, salt, nonce, ciphertext from vault_keys.receipts where locator = ${parsed.locator}`;
  const found: Uint8Array[] = [];
  for (const { ciphertext, id, nonce, salt } of rows) {
    const derived = await deriveKey(parsed.secret, bytes(salt));
    const secret = attempt(() =>
      unwrapSecret(
        kekFromBytes(derived, 'receipt-key'),
        { nonce: bytes(nonce), ciphertext: bytes(ciphertext) },
        `receipt/${id}`,
      ),
    );
    if (secret) found.push(secret);
  }
  return found;
}

/** A key of the instance's secret under some purpose, for those who guess that it may open more than it should. */
export const guessed = (secret: string, purposes: readonly string[]): Uint8Array[] => [
  new Uint8Array(Buffer.from(secret, 'hex')),
  ...purposes.map((purpose) => new Uint8Array(hkdfSync('sha256', Buffer.from(secret, 'hex'), '', purpose, 32))),
];

const bytes = (buffer: Buffer): Uint8Array => new Uint8Array(buffer);

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof VaultError) return null;
    throw error;
  }
}

function firstOf<T>(keys: readonly Uint8Array[], work: (key: Uint8Array) => T): T | null {
  for (const key of keys) {
    const found = attempt(() => work(key));
    if (found !== null) return found;
  }
  return null;
}
