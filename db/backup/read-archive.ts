import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { migrateDatabase } from '../migrate.ts';
import { LOGIN_ROLES, rolePassword } from '../roles.ts';
import { emptyDatabase, requireRows, TableLoader } from './load-tables.ts';
import {
  ENDING,
  endingSchema,
  FILES,
  KEPT,
  KEPT_FILES,
  MANIFEST,
  manifestSchema,
  TABLES,
  type Ending,
  type Manifest,
} from './manifest.ts';
import { openArchive, type ArchiveEntry } from './open-archive.ts';
import { BackupRefusal } from './refusal.ts';
import { isPast, KEYS_KEPT_DAYS } from './key-archives.ts';
import { countRows, type ArchiveKind } from './tables.ts';

const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url));

export interface RestoreOrder {
  adminUrl: string;
  dataDir: string;
  /** The secret that the instance has now; 64 hex digits. */
  secret: string;
  /** Whether that secret was given by the environment, which a restore cannot change. */
  secretIsGiven: boolean;
  /** AGE-SECRET-KEY-… */
  identity: string;
  file: string;
  /** An archive of legal aid's keys, not older than a week. Without one nothing of legal aid opens. */
  keysFile?: string;
  /** Overwrite an instance that has something in it. */
  force: boolean;
}

/**
 * Makes the instance what it was when the archive was written: secret, tables, files. The archive is read to its end
 * once before anything is touched, so that a cut or altered one costs nothing.
 */
export async function restoreArchive(order: RestoreOrder): Promise<Ending> {
  await requireWhole(order.file, order.identity, 'instance');
  if (order.keysFile !== undefined) await requireWhole(order.keysFile, order.identity, 'keys');
  const incoming = join(order.dataDir, 'restoring');
  await rm(incoming, { recursive: true, force: true });
  await mkdir(join(incoming, 'files'), { recursive: true, mode: 0o700 });
  const sql = postgres(order.adminUrl, { max: 1, onnotice: () => undefined });
  const entries = openArchive(order.file, order.identity);
  try {
    const manifest = readManifest(await (await expectEntry(entries, MANIFEST)).bytes());
    const secret = (await (await expectEntry(entries, `${KEPT}secret.key`)).bytes()).toString().trim();
    await refuseUnlessFit(sql, order, secret);
    await emptyDatabase(sql);
    await makeTables(order.adminUrl, secret, manifest);
    const ending = await sql.begin((tx) => load(new TableLoader(tx, manifest), entries, incoming));
    await migrateDatabase(order.adminUrl, secret);
    if (order.keysFile !== undefined) await restoreKeys(sql, order.keysFile, order.identity);
    await writeFile(join(incoming, 'secret.key'), `${secret}\n`, { mode: 0o600 });
    await adoptSecret(sql, order, secret);
    await moveIn(incoming, order.dataDir);
    return ending;
  } finally {
    await entries.return(undefined);
    await sql.end();
    await rm(incoming, { recursive: true, force: true });
  }
}

function readManifest(bytes: Buffer): Manifest {
  const parsed = manifestSchema.safeParse(JSON.parse(bytes.toString()));
  if (!parsed.success) throw new BackupRefusal('This archive was made by another kind of program or a later version.');
  return parsed.data;
}

async function expectEntry(entries: AsyncGenerator<ArchiveEntry>, name: string): Promise<ArchiveEntry> {
  const { value } = await entries.next();
  if (value?.name !== name) throw new BackupRefusal(`This is no backup of İcma: it does not begin with ${name}.`);
  return value;
}

async function refuseUnlessFit(sql: postgres.Sql, order: RestoreOrder, secret: string): Promise<void> {
  const [busy] = await sql`
    select 1 from pg_stat_activity where datname = current_database() and usename in ${sql([...LOGIN_ROLES])} limit 1`;
  if (busy) throw new BackupRefusal('İcma is running on this database; stop it first.');
  if (order.secretIsGiven && order.secret !== secret) {
    throw new BackupRefusal('ICMA_SECRET is not the secret of this backup; unset it (the backup brings its own).');
  }
  if (order.force) return;
  const [tables] = await sql`select to_regclass('public.users') is not null as exist`;
  const [people] = tables?.exist ? await sql`select 1 from public.users limit 1` : [];
  const files = await readdir(join(order.dataDir, 'files')).catch(() => []);
  if (people || files.length > 0) {
    throw new BackupRefusal('This instance is not empty; --force replaces everything in it by the backup.');
  }
}

/** The tables as they were: the migrations that the backup had seen, which have to be the first of ours. */
async function makeTables(adminUrl: string, secret: string, manifest: Manifest): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'icma-migrations-'));
  try {
    await cp(MIGRATIONS, folder, { recursive: true });
    const path = join(folder, 'meta/_journal.json');
    const journal = JSON.parse(await readFile(path, 'utf8')) as { entries: unknown[] };
    if (manifest.migrations.length > journal.entries.length) {
      throw new BackupRefusal('This backup is of a later version of İcma; update first.');
    }
    journal.entries = journal.entries.slice(0, manifest.migrations.length);
    await writeFile(path, JSON.stringify(journal));
    await migrateDatabase(adminUrl, secret, { migrationsFolder: folder, withGuards: false });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Reads an archive to its end: what it is, whether it is all there, and (keys) whether its week is over. */
async function requireWhole(file: string, identity: string, kind: ArchiveKind): Promise<void> {
  const rows: Record<string, number> = {};
  let ending: Ending | undefined;
  let manifest: Manifest | undefined;
  for await (const { name, bytes } of openArchive(file, identity)) {
    const content = await bytes();
    if (name === MANIFEST) manifest = readManifest(content);
    if (name === ENDING) ending = endingSchema.parse(JSON.parse(content.toString()));
    if (name.startsWith(TABLES)) rows[tableOf(name)] = (rows[tableOf(name)] ?? 0) + countRows(content);
  }
  if (!ending) throw new BackupRefusal('The archive is not whole: its end is missing.');
  requireRows(rows, ending.rows);
  if (manifest && manifest.kind !== kind) {
    throw new BackupRefusal(
      kind === 'keys'
        ? `${file} is no archive of keys.`
        : `${file} is an archive of keys: name the instance's, and this one with --keys.`,
    );
  }
  if (manifest && kind === 'keys' && isPast(new Date(manifest.createdAt), new Date())) {
    throw new BackupRefusal(
      `${file} is older than ${KEYS_KEPT_DAYS} days. What was erased since then would open again: delete it.`,
    );
  }
}

/** Puts the keys beside what they open. Keys of what is not there (any more) are left out. */
async function restoreKeys(sql: postgres.Sql, file: string, identity: string): Promise<void> {
  const entries = openArchive(file, identity);
  try {
    const manifest = readManifest(await (await expectEntry(entries, MANIFEST)).bytes());
    await sql.begin(async (tx) => {
      await load(new TableLoader(tx, manifest), entries, '');
      await tx`delete from vault_keys.receipts r where not exists (select 1 from legal.cases c where c.id = r.case_id)`;
      await tx`delete from vault_keys.grants g where g.kind in ('case', 'identity') and not exists (select 1 from legal.cases c where c.id = g.subject_id)`;
      await tx`delete from vault_keys.user_wraps w where not exists (select 1 from legal.staff s where s.id = w.staff_id)`;
      await tx`delete from vault_keys.user_keys k where not exists (select 1 from legal.staff s where s.id = k.staff_id)`;
    });
  } finally {
    await entries.return(undefined);
  }
}

/** `schema.table` of an entry `tables/schema.table/000001`. */
function tableOf(name: string): string {
  return dirname(name.slice(TABLES.length));
}

async function load(loader: TableLoader, entries: AsyncGenerator<ArchiveEntry>, incoming: string): Promise<Ending> {
  await loader.prepare();
  for await (const { name, bytes } of entries) {
    const content = await bytes();
    if (name.startsWith(TABLES)) {
      await loader.add(tableOf(name), content);
    } else if (name === ENDING) {
      const ending = endingSchema.parse(JSON.parse(content.toString()));
      await loader.conclude(ending);
      return ending;
    } else if (name.startsWith(FILES)) {
      await keep(join(incoming, 'files', name.slice(FILES.length)), content);
    } else if (KEPT_FILES.includes(name.slice(KEPT.length))) {
      await keep(join(incoming, name.slice(KEPT.length)), content);
    }
  }
  throw new BackupRefusal('The archive is not whole: its end is missing.');
}

async function keep(path: string, content: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(path, content, { mode: 0o600 });
}

/** The administrator of the embedded server has a password that follows from the secret. */
async function adoptSecret(sql: postgres.Sql, { adminUrl, secret }: RestoreOrder, restored: string): Promise<void> {
  if (new URL(adminUrl).password !== rolePassword(secret, 'postgres') || secret === restored) return;
  await sql.unsafe(`alter role postgres password '${rolePassword(restored, 'postgres')}'`);
}

async function moveIn(incoming: string, dataDir: string): Promise<void> {
  for (const name of await readdir(incoming)) {
    await rm(join(dataDir, name), { recursive: true, force: true });
    await rename(join(incoming, name), join(dataDir, name));
  }
}
