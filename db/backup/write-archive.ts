import { createWriteStream } from 'node:fs';
import { open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ReadableStream as WebStream } from 'node:stream/web';
import { Encrypter } from 'age-encryption';
import postgres from 'postgres';
import { pack, type Pack } from 'tar-stream';
import { ENDING, FILES, FORMAT, KEPT, KEPT_FILES, MANIFEST, TABLES, type Ending, type Manifest } from './manifest.ts';
import { BackupRefusal } from './refusal.ts';
import { deleteByOf } from './key-archives.ts';
import { copyTarget, countRows, listMigrations, listSequences, listTables, type ArchiveKind } from './tables.ts';

/** Rows travel in pieces of about this size, so that no table is ever whole in memory or in clear on a disk. */
const PIECE = 4_000_000;

export interface BackupOrder {
  adminUrl: string;
  dataDir: string;
  /** 64 hex digits; written into the archive where the data folder has no `secret.key`. */
  secret: string;
  /** `age1…`: only the holder of its secret half can read the archive. */
  recipient: string;
  /** Where the archive goes; must not exist. */
  file: string;
  kind?: ArchiveKind;
}

/**
 * Writes one archive, a tar encrypted with age: a snapshot of the database without the keys of legal aid, the files, the
 * secret; or (kind `keys`) those keys alone, to be gone within a week.
 */
export async function writeArchive(order: BackupOrder): Promise<Ending> {
  if (await exists(order.file)) throw new BackupRefusal(`${order.file} exists already; name a new file.`);
  const encrypter = new Encrypter();
  try {
    encrypter.addRecipient(order.recipient);
  } catch {
    throw new BackupRefusal(`"${order.recipient}" is not a public key; it looks like age1…`);
  }
  const unfinished = `${order.file}.unfinished`;
  const tar = pack();
  try {
    // The two type libraries describe one class.
    const plain = WebStream.from(tar) as unknown as ReadableStream<Uint8Array>;
    const sealed = Readable.fromWeb((await encrypter.encrypt(plain)) as unknown as WebStream);
    const [ending] = await Promise.all([
      fill(tar, order).catch((error: unknown) => {
        tar.destroy(error as Error);
        throw error;
      }),
      pipeline(sealed, createWriteStream(unfinished, { mode: 0o600, flush: true })),
    ]);
    await rename(unfinished, order.file);
    return ending;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function fill(tar: Pack, { adminUrl, dataDir, kind = 'instance', secret }: BackupOrder): Promise<Ending> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => undefined });
  try {
    // One snapshot for all tables; row_security off makes a role that would see a part only fail instead.
    const ending = await sql.begin('isolation level repeatable read read only', async (tx) => {
      await tx`set local row_security = off`;
      const tables = await listTables(tx, kind);
      const createdAt = new Date();
      const manifest: Manifest = {
        format: FORMAT,
        kind,
        createdAt: createdAt.toISOString(),
        ...(kind === 'keys' ? { deleteBy: deleteByOf(createdAt) } : {}),
        migrations: await listMigrations(tx),
        tables,
      };
      await addEntry(tar, MANIFEST, Buffer.from(JSON.stringify(manifest)));
      if (kind === 'instance') await addKept(tar, dataDir, secret);
      const rows: Record<string, number> = {};
      for (const table of tables) {
        const name = `${table.schema}.${table.name}`;
        const stream = await tx.unsafe(`copy ${copyTarget(table)} to stdout`).readable();
        rows[name] = await addPieces(tar, `${TABLES}${name}`, stream);
      }
      return { rows, files: 0, sequences: await listSequences(tx, kind) };
    });
    if (kind === 'instance') ending.files = await addFiles(tar, join(dataDir, 'files'), FILES);
    await addEntry(tar, ENDING, Buffer.from(JSON.stringify(ending)));
    tar.finalize();
    return ending;
  } finally {
    await sql.end();
  }
}

/** Adds a stream of rows as `name/000001`, `name/000002` …; answers the number of rows. */
async function addPieces(tar: Pack, name: string, stream: Readable): Promise<number> {
  let piece: Buffer[] = [];
  let size = 0;
  let number = 0;
  let rows = 0;
  const flush = async (): Promise<void> => {
    number += 1;
    await addEntry(tar, `${name}/${String(number).padStart(6, '0')}`, Buffer.concat(piece));
    piece = [];
    size = 0;
  };
  for await (const chunk of stream) {
    const bytes = chunk as Buffer;
    rows += countRows(bytes);
    piece.push(bytes);
    size += bytes.length;
    if (size >= PIECE) await flush();
  }
  if (size > 0) await flush();
  return rows;
}

async function addKept(tar: Pack, dataDir: string, secret: string): Promise<void> {
  for (const name of KEPT_FILES) {
    const path = join(dataDir, name);
    if (await exists(path)) await addEntry(tar, KEPT + name, await readFile(path));
    else if (name === 'secret.key') await addEntry(tar, KEPT + name, Buffer.from(`${secret}\n`));
  }
}

/** Adds the files below a folder. One that was deleted meanwhile is no longer wanted by any row of tomorrow. */
async function addFiles(tar: Pack, folder: string, prefix: string): Promise<number> {
  if (!(await exists(folder))) return 0;
  let count = 0;
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) count += await addFiles(tar, path, `${prefix}${entry.name}/`);
    else if (entry.isFile() && (await addFile(tar, path, prefix + entry.name))) count += 1;
  }
  return count;
}

async function addFile(tar: Pack, path: string, name: string): Promise<boolean> {
  const handle = await open(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!handle) return false;
  try {
    await addEntry(tar, name, await handle.readFile());
  } finally {
    await handle.close();
  }
  return true;
}

/** Answers when the entry has gone on its way, so that nothing heaps up in front of a slow disk. */
async function addEntry(tar: Pack, name: string, content: Buffer): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    tar.entry({ name, size: content.length, mode: 0o600 }, content, (error) => (error ? reject(error) : resolve()));
  });
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
