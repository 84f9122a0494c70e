import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyArchiveName, pruneKeyArchives } from '#db/backup/key-archives.ts';
import { makeKeyFile, readIdentity } from '#db/backup/keys.ts';
import { restoreArchive, type RestoreOrder } from '#db/backup/read-archive.ts';
import { listSequences, listTables } from '#db/backup/tables.ts';
import { writeArchive, type BackupOrder } from '#db/backup/write-archive.ts';
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { makeTemporaryFolder, removeTemporaryFolder, TEST_SECRET } from '#tests/support/temporary-database.mjs';

const folder = makeTemporaryFolder();
const at = (...names: string[]): string => join(folder, ...names);
const photo = randomBytes(300_000);
let source: TestDatabase;
let target: TestDatabase;
let recipient: string;

beforeAll(async () => {
  source = await createTestDatabase();
  target = await createTestDatabase({ empty: true });
  mkdirSync(at('source/files/ab'), { recursive: true });
  mkdirSync(at('target'));
  writeFileSync(at('source/files/ab/photo.webp'), photo);
  writeFileSync(at('source/secret.key'), `${TEST_SECRET}\n`);
  writeFileSync(at('source/legal-roots.json'), '{"a":"b"}');
  recipient = await makeKeyFile(at('offline.key'));
  await onDatabase(source.adminUrl, fillWithOddities);
});

afterAll(async () => {
  await source.drop();
  await target.drop();
  removeTemporaryFolder(folder);
});

async function onDatabase<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

/** Rows in every table, with what trips a copy: tabs, line breaks, backslashes, nulls, three alphabets, more than one piece. */
async function fillWithOddities(sql: postgres.Sql): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    for (const { schema, name } of [...(await listTables(tx)), ...(await listTables(tx, 'keys'))]) {
      const columns = await tx<OddColumn[]>`
        select a.attname as name, format_type(a.atttypid, null) as kind,
          t.typcategory = 'A' as "isArray", t.typcategory = 'S' as "isText",
          -- A column that knows its words takes the first of them.
          (select (regexp_match(pg_get_constraintdef(c.oid), 'ARRAY\\[''([^'']+)'''))[1] from pg_constraint c
           where c.conrelid = a.attrelid and c.contype = 'c' and c.conkey = array[a.attnum] limit 1) as word
        from pg_attribute a join pg_type t on t.oid = a.atttypid
        where a.attrelid = ${`${schema}.${name}`}::regclass and a.attnum > 0 and not a.attisdropped
          and a.attgenerated = '' and a.attidentity = ''`;
      const values = columns.map((column) => `${oddity(column, name)} as "${column.name}"`).join(', ');
      await tx.unsafe(`
        insert into "${schema}"."${name}" (${columns.map((column) => `"${column.name}"`).join(', ')})
        select ${columns.map((column) => `"${column.name}"`).join(', ')} from (select ${values} from generate_series(1, ${rowsOf(schema, name)}) n) as odd
        on conflict do nothing`);
    }
  });
}

function rowsOf(schema: string, table: string): number {
  return schema === 'public' && table === 'audit_entries' ? 20_000 : 3;
}

interface OddColumn {
  name: string;
  kind: string;
  isArray: boolean;
  isText: boolean;
  word: string | null;
}

/** Who decides is never who asked, who answers on the board never who wrote. */
const OTHERS = new Set(['decided_by', 'proposer_id']);
/** A colleague or somebody on the list, a person or a partner: one of the two. */
const EMPTY = new Set(['tasks.person_id', 'contact_follow_ups.person_id']);

function oddity({ kind, isArray, isText, name, word }: OddColumn, table: string): string {
  if (EMPTY.has(`${table}.${name}`)) return `null::${kind}`;
  if (word) return `'${word}'::${kind}`;
  if (kind === 'uuid[]') return `array[md5(n::text), md5('x' || n), null]::${kind}`;
  if (isArray) return `array['a,b', '{"', null]::${kind}`;
  if (isText) return `(E'Şəki\\t\\\\N\\nУлица ' || n || repeat(' ğ', 20))::${kind}`;
  // All else refers to one another, as keys do to what they open.
  if (kind === 'uuid') return `md5(${OTHERS.has(name) ? "'x' || n" : 'n::text'})::uuid`;
  if (kind === 'boolean') return `n % 2 = 0`;
  if (kind === 'bytea') return `decode(md5(n::text), 'hex')`;
  if (kind.startsWith('json')) return `json_build_object('n', n, 'text', E'"\\\\\\n')::${kind}`;
  if (kind.startsWith('timestamp') || kind === 'date')
    return `(timestamptz '2026-01-01 00:00:00.123456Z' + n * interval '1 hour')::${kind}`;
  return `n::${kind}`;
}

/** What is in a database: a checksum of each table, row by row, and where the sequences stand. */
async function fingerprint(sql: postgres.Sql): Promise<Record<string, string>> {
  const sums: Record<string, string> = {};
  for (const { schema, name } of [...(await listTables(sql)), ...(await listTables(sql, 'keys'))]) {
    const [sum] = await sql<{ sum: string }[]>`
      select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text collate "C")), '') as sum
      from ${sql(schema)}.${sql(name)} t`;
    sums[`${schema}.${name}`] = sum?.sum ?? '';
  }
  for (const { schema, name, value, isCalled } of await listSequences(sql))
    sums[`${schema}.${name}`] = `${value} ${isCalled}`;
  return sums;
}

function backupOrder(file: string): BackupOrder {
  return { adminUrl: source.adminUrl, dataDir: at('source'), secret: TEST_SECRET, recipient, file };
}

function restoreOrder(changes: Partial<RestoreOrder> = {}): RestoreOrder {
  return {
    adminUrl: target.adminUrl,
    dataDir: at('target'),
    secret: TEST_SECRET,
    secretIsGiven: false,
    identity: readIdentity(at('offline.key')),
    file: at('icma.age'),
    force: false,
    ...changes,
  };
}

describe('a backup', () => {
  it('brings back an identical instance', async () => {
    const written = await writeArchive(backupOrder(at('icma.age')));
    expect(written.files).toBe(1);
    expect(Object.values(written.rows).every((rows) => rows > 0)).toBe(true);

    const keys = await writeArchive({ ...backupOrder(at('keys.age')), kind: 'keys' });
    expect(Object.keys(keys.rows).toSorted()).toEqual(
      ['grants', 'receipts', 'user_keys', 'user_wraps'].map((name) => `vault_keys.${name}`),
    );
    expect(keys.files).toBe(0);
    expect(Object.keys(written.rows).filter((name) => name.startsWith('vault_keys.'))).toEqual([]);
    expect(written.rows['legal.records']).toBe(3);

    await restoreArchive(restoreOrder({ keysFile: at('keys.age') }));

    // The jobs that the old worker was at are free again.
    await onDatabase(
      source.adminUrl,
      (sql) => sql`update graphile_worker._private_jobs set locked_at = null, locked_by = null`,
    );
    await onDatabase(
      source.adminUrl,
      (sql) => sql`update graphile_worker._private_job_queues set locked_at = null, locked_by = null`,
    );
    const expected = await onDatabase(source.adminUrl, fingerprint);
    expect(await onDatabase(target.adminUrl, fingerprint)).toEqual(expected);
    expect(readFileSync(at('target/files/ab/photo.webp')).equals(photo)).toBe(true);
    expect(readFileSync(at('target/secret.key'), 'utf8')).toBe(`${TEST_SECRET}\n`);
    expect(readFileSync(at('target/legal-roots.json'), 'utf8')).toBe('{"a":"b"}');
  });

  it('is not put over an instance that has something in it', async () => {
    await expect(restoreArchive(restoreOrder())).rejects.toThrow(/not empty/);
    await expect(restoreArchive(restoreOrder({ force: true }))).resolves.toBeDefined();
  });

  it('shows nothing to whom it was not meant for', async () => {
    const sealed = readFileSync(at('icma.age'));
    expect(sealed.includes('manifest')).toBe(false);
    expect(sealed.includes(TEST_SECRET)).toBe(false);
    await makeKeyFile(at('other.key'));
    await expect(
      restoreArchive(restoreOrder({ identity: readIdentity(at('other.key')), force: true })),
    ).rejects.toThrow(/cannot be read/);
  });

  it('has no keys of legal aid: they come from an archive of their own, which is told apart', async () => {
    await restoreArchive(restoreOrder({ force: true }));
    for (const name of ['grants', 'receipts', 'user_keys', 'user_wraps'])
      expect(await onDatabase(target.adminUrl, (sql) => sql`select 1 from vault_keys.${sql(name)}`), name).toEqual([]);
    const file = at('keys.age');
    await expect(restoreArchive(restoreOrder({ file, force: true }))).rejects.toThrow(/is an archive of keys/);
    await expect(restoreArchive(restoreOrder({ keysFile: at('icma.age'), force: true }))).rejects.toThrow(
      /is no archive of keys/,
    );
  });

  it('of keys says in its name when it has to go, and is deleted then', async () => {
    const made = new Date('2026-11-22T09:30:00Z');
    expect(keyArchiveName(made)).toBe('icma-keys-2026-11-22T0930-delete-by-2026-11-29.age');
    const folder = at('keys');
    mkdirSync(folder);
    for (const name of [keyArchiveName(made), keyArchiveName(new Date('2026-11-23T09:30:00Z')), 'icma-2026-01-01.age'])
      writeFileSync(join(folder, name), 'x');
    expect(await pruneKeyArchives(folder, new Date('2026-11-28T23:59:59Z'))).toEqual([]);
    expect(await pruneKeyArchives(folder, new Date('2026-11-29T00:00:00Z'))).toEqual([keyArchiveName(made)]);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it('is refused when it was cut or altered, and the instance stays as it was', async () => {
    const before = await onDatabase(target.adminUrl, fingerprint);
    const whole = readFileSync(at('icma.age'));
    const altered = Buffer.from(whole);
    altered[1000] = (altered[1000] ?? 0) ^ 1;
    for (const [name, bytes] of [
      ['cut', whole.subarray(0, whole.length - 100)],
      ['altered', altered],
    ] as const) {
      writeFileSync(at(name), bytes);
      await expect(restoreArchive(restoreOrder({ file: at(name), force: true }))).rejects.toThrow(/not whole/);
      expect(await onDatabase(target.adminUrl, fingerprint)).toEqual(before);
    }
  });

  it('never overwrites another file, and says when the key is none', async () => {
    const order = backupOrder(at('icma.age'));
    await expect(writeArchive(order)).rejects.toThrow(/exists already/);
    await expect(writeArchive({ ...order, file: at('b.age'), recipient: 'age1nonsense' })).rejects.toThrow(
      /not a public key/,
    );
    await expect(makeKeyFile(at('offline.key'))).rejects.toThrow(/cannot be written/);
  });
});
