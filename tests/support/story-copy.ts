import { cpSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { cloneDatabase, onServer } from '#tests/support/database.ts';

/** Where the story of one test run is kept: told once, copied for every other test file that asks for it. */
export function storyOf(template: string): { database: string; folder: string } {
  return { database: `${template}_story`, folder: join(tmpdir(), `${template}_story`) };
}

/**
 * Gives this file's database and data folder the story: the first file of a run tells it with `tell` and leaves a copy, the
 * others take the copy. The file's connections are cut meanwhile; its pools open new ones.
 */
export async function copyStory(tell: () => Promise<void>): Promise<void> {
  const { database, folder } = storyOf(inject('testDatabaseTemplate'));
  const own = new URL(process.env['DATABASE_ADMIN_URL'] ?? '').pathname.slice(1);
  const data = process.env['DATA_DIR'] ?? '';
  await onServer(inject('testDatabaseAdminUrl'), async (sql) => {
    const cut = () => sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${own}`;
    // Two files may ask at once: the second waits for the first one's copy. The lock ends with the connection.
    await sql`select pg_advisory_lock(hashtext(${database}))`;
    const [told] = await sql`select 1 from pg_database where datname = ${database}`;
    if (told && existsSync(folder)) {
      await cut();
      await sql`drop database ${sql(own)} with (force)`;
      await cloneDatabase(sql, database, own);
      cpSync(folder, data, { recursive: true });
      return;
    }
    await tell();
    await cut();
    const before = `${folder}.part`;
    mkdirSync(before, { recursive: true });
    cpSync(data, before, { recursive: true });
    renameSync(before, folder);
    await cloneDatabase(sql, own, database);
  });
}
