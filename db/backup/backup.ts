/**
 * `npm run backup -- FILE [--recipient age1…]` writes one encrypted archive; ICMA_BACKUP_RECIPIENT names the usual
 * recipient. `npm run backup -- --keys FOLDER` writes the keys of legal aid into an archive of their own and deletes those
 * in the folder that are older than a week; `--prune-keys FOLDER` only deletes. `npm run backup -- --new-key FILE` makes an
 * offline key. Run by app/start/run.mjs.
 */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { keyArchiveName, KEYS_KEPT_DAYS, pruneKeyArchives } from './key-archives.ts';
import { makeKeyFile } from './keys.ts';
import { BackupRefusal, runCommand } from './refusal.ts';
import { writeArchive } from './write-archive.ts';

const USAGE =
  'npm run backup -- FILE --recipient age1…   or   -- --keys FOLDER --recipient age1…   or   -- --prune-keys FOLDER   or   -- --new-key FILE';

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    options: {
      recipient: { type: 'string' },
      'new-key': { type: 'string' },
      keys: { type: 'string' },
      'prune-keys': { type: 'string' },
    },
    allowPositionals: true,
  });
  const { DATABASE_ADMIN_URL, DATA_DIR, ICMA_BACKUP_RECIPIENT, ICMA_SECRET, INIT_CWD, S3_BUCKET } = process.env;
  const place = (path: string): string => resolve(INIT_CWD ?? '.', path);
  if (values['new-key']) {
    const recipient = await makeKeyFile(place(values['new-key']));
    console.log(`${values['new-key']} is the key that reads backups: keep it offline, in two places.`);
    console.log(`Backups are encrypted to\n\n  ${recipient}\n\n(--recipient, or ICMA_BACKUP_RECIPIENT in .env)`);
    return;
  }
  const pruned = values['prune-keys'] ?? values.keys;
  if (pruned !== undefined) {
    const gone = await pruneKeyArchives(place(pruned), new Date());
    for (const name of gone) console.log(`${name}: deleted, older than ${KEYS_KEPT_DAYS} days`);
    if (values.keys === undefined) return;
  }
  const kind = values.keys === undefined ? 'instance' : 'keys';
  const file = values.keys === undefined ? positionals[0] : join(values.keys, keyArchiveName(new Date()));
  const recipient = values.recipient ?? ICMA_BACKUP_RECIPIENT;
  if (!file || positionals.length > (kind === 'keys' ? 0 : 1)) throw new BackupRefusal(USAGE);
  if (!recipient)
    throw new BackupRefusal('Who shall be able to read the backup? --recipient age1… (make one with --new-key FILE).');
  if (!DATABASE_ADMIN_URL || !DATA_DIR || !ICMA_SECRET) throw new BackupRefusal(USAGE);
  const { rows, files } = await writeArchive({
    adminUrl: DATABASE_ADMIN_URL,
    dataDir: DATA_DIR,
    secret: ICMA_SECRET,
    recipient,
    file: place(file),
    kind,
  });
  const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
  console.log(`${file}: ${total} rows of ${Object.keys(rows).length} tables, ${files} files, for ${recipient}`);
  if (kind === 'keys') {
    console.log(`It must not be kept longer than ${KEYS_KEPT_DAYS} days, on no disk: erased cases live on in it.`);
    return;
  }
  console.log('The keys of legal aid are not in it: --keys FOLDER, each day, kept a week at most.');
  if (S3_BUCKET) console.log(`The files in the bucket ${S3_BUCKET} are not in it; keep versions of the bucket itself.`);
});
