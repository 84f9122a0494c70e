/**
 * `npm run backup -- FILE [--recipient age1…]` writes one encrypted archive; ICMA_BACKUP_RECIPIENT names the usual
 * recipient. `npm run backup -- --new-key FILE` makes an offline key. Run by app/start/run.mjs.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { makeKeyFile } from './keys.ts';
import { BackupRefusal, runCommand } from './refusal.ts';
import { writeArchive } from './write-archive.ts';

const USAGE = 'npm run backup -- FILE --recipient age1…   or   npm run backup -- --new-key FILE';

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    options: { recipient: { type: 'string' }, 'new-key': { type: 'string' } },
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
  const file = positionals[0];
  const recipient = values.recipient ?? ICMA_BACKUP_RECIPIENT;
  if (!file || positionals.length > 1) throw new BackupRefusal(USAGE);
  if (!recipient)
    throw new BackupRefusal('Who shall be able to read the backup? --recipient age1… (make one with --new-key FILE).');
  if (!DATABASE_ADMIN_URL || !DATA_DIR || !ICMA_SECRET) throw new BackupRefusal(USAGE);
  const { rows, files } = await writeArchive({
    adminUrl: DATABASE_ADMIN_URL,
    dataDir: DATA_DIR,
    secret: ICMA_SECRET,
    recipient,
    file: place(file),
  });
  const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
  console.log(`${file}: ${total} rows of ${Object.keys(rows).length} tables, ${files} files, for ${recipient}`);
  if (S3_BUCKET) console.log(`The files in the bucket ${S3_BUCKET} are not in it; keep versions of the bucket itself.`);
});
