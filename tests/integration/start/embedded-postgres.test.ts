import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTemporaryFolder, removeTemporaryFolder, TEST_SECRET } from '#tests/support/temporary-database.mjs';

interface Server {
  url: string;
  stop: () => Promise<void>;
}

// Plain JavaScript without types: it runs before anything is installed.
const start = (name: string): Promise<Record<string, (...args: unknown[]) => unknown>> =>
  import(new URL(`../../../app/start/${name}.mjs`, import.meta.url).href);
const { startPostgres } = await start('postgres');
const { prepareDataDir } = await start('settings');

const dataDir = makeTemporaryFolder();
const pidFile = join(dataDir, 'postgres/data/postmaster.pid');
const launch = (): Promise<Server> => startPostgres?.({ dataDir, secret: TEST_SECRET }) as Promise<Server>;
const pidOfServer = (): number => Number(readFileSync(pidFile, 'utf8').split('\n', 1)[0]);

async function query<T>(server: Server, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(server.url, { max: 1 });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

const count = (sql: postgres.Sql): Promise<unknown> =>
  sql`select count(*)::int from kept`.then((rows) => rows[0]?.count);

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

beforeAll(async () => {
  prepareDataDir?.(dataDir);
  const server = await launch();
  await query(server, (sql) => sql`create table kept (word text)`);
  await server.stop();
});

afterAll(() => removeTemporaryFolder(dataDir));

describe('the embedded server', () => {
  it('loses nothing when it is killed, and starts at once', async () => {
    const first = await launch();
    await query(first, (sql) => sql`insert into kept values ('before the end')`);
    process.kill(pidOfServer(), 'SIGKILL');
    const second = await launch();
    expect(await query(second, count)).toBe(1);
    await second.stop();
  });

  it('stops one that outlived its starter before it starts another', async () => {
    const orphan = await launch();
    const pid = pidOfServer();
    await query(orphan, (sql) => sql`insert into kept values ('of the orphan')`);
    const second = await launch();
    expect(isAlive(pid)).toBe(false);
    expect(await query(second, count)).toBe(2);
    await second.stop();
  });

  it('is not kept from starting by a note whose process is another program now', async () => {
    writeFileSync(pidFile, `${process.pid}\n${dataDir}/postgres/data\n1\n1\n\n127.0.0.1\n\nready\n`);
    const server = await launch();
    expect(pidOfServer()).not.toBe(process.pid);
    expect(isAlive(process.pid)).toBe(true);
    await server.stop();
  });

  it('is closed to other machines, knows Azerbaijani and Cyrillic letters, and writes nobody’s words into its log', async () => {
    const server = await launch();
    const word = `private-${Date.now()}`;
    const seen = await query(server, async (sql) => {
      await sql`create extension pg_trgm`;
      await sql`select ${word}::int`.catch(() => undefined);
      await sql.unsafe(`do $$ begin raise exception '${word}'; end $$`).catch(() => undefined);
      const [row] = await sql`
        select current_setting('listen_addresses') as listens, lower('ŞƏKİ ШЕКИ') as folded,
          similarity('Şəki', 'şəki') as alike, similarity('шеки', 'шекинский') > 0.3 as near`;
      return row;
    });
    expect(seen).toMatchObject({ listens: '127.0.0.1', alike: 1, near: true });
    expect(seen?.folded).toMatch(/ шеки$/);
    await server.stop();
    await sleep(50);
    expect(readFileSync(join(dataDir, 'logs/postgres.log'), 'utf8')).not.toContain(word);
  });
});
