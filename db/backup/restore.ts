/**
 * `npm run restore -- FILE --identity KEYFILE [--keys KEYSFILE] [--force]` brings a backup back into an empty instance,
 * or with `--force` in place of what is there. Without the archive of keys nothing of legal aid opens any more. Run by app/start/run.mjs.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readIdentity } from './keys.ts';
import { restoreArchive } from './read-archive.ts';
import { BackupRefusal, runCommand } from './refusal.ts';

const USAGE = 'npm run restore -- FILE --identity KEYFILE [--keys KEYSFILE] [--force]';

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    options: { identity: { type: 'string' }, keys: { type: 'string' }, force: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const { DATABASE_ADMIN_URL, DATA_DIR, ICMA_SECRET, INIT_CWD } = process.env;
  const place = (path: string): string => resolve(INIT_CWD ?? '.', path);
  const file = positionals[0];
  if (!file || positionals.length > 1 || !values.identity) throw new BackupRefusal(USAGE);
  if (!DATABASE_ADMIN_URL || !DATA_DIR || !ICMA_SECRET) throw new BackupRefusal(USAGE);
  for (const given of [file, ...(values.keys === undefined ? [] : [values.keys])])
    if (!existsSync(place(given))) throw new BackupRefusal(`There is no ${place(given)}.`);
  const { rows, files } = await restoreArchive({
    adminUrl: DATABASE_ADMIN_URL,
    dataDir: DATA_DIR,
    secret: ICMA_SECRET,
    secretIsGiven: !existsSync(join(DATA_DIR, 'secret.key')),
    identity: readIdentity(place(values.identity)),
    file: place(file),
    ...(values.keys === undefined ? {} : { keysFile: place(values.keys) }),
    force: values.force,
  });
  const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
  console.log(`Restored: ${total} rows of ${Object.keys(rows).length} tables, ${files} files. Start İcma as usual.`);
  if (values.keys === undefined)
    console.log('No archive of keys was given (--keys): nothing of legal aid opens, its people enrol anew.');
});
