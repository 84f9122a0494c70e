import { runNode } from './children.mjs';
import { fingerprint } from './fingerprint.mjs';
import { shortHash } from './settings.mjs';
import { StartError, step } from './say.mjs';

/** What makes tables, reference data and the story; when nothing of it has changed, a start need not look again. */
const MAKERS = ['db', 'app/features', 'app/kernel', 'app/platform', 'package-lock.json'];
const NOT_MAKERS = /\.(md|tsx)$|\/ui\/|\/backup\//;

/**
 * Brings the tables up to date, loads the reference tables and, into an empty demo, the story. What was done is
 * noted in the database itself, so that the next start of the same version takes no time for it.
 */
export async function prepareContents(settings, { adminUrl, secret }, env) {
  const wanted = `${settings.mode} ${fingerprint(MAKERS, { leaveOut: NOT_MAKERS, more: [shortHash(secret)] })}`;
  const note = await openNote(adminUrl);
  try {
    const found = await note.read();
    if (found === wanted) return;
    refuseOtherMode(found, settings.mode);
    await step('migrated', () => runNode(['db/migrate.ts'], { env, quiet: true }));
    const what = settings.mode === 'demo' ? 'demo story' : 'reference tables';
    await step(what, () => runNode(['db/seed/run.ts'], { env, quiet: true }));
    await note.write(wanted);
  } finally {
    await note.close();
  }
}

/** The data folder may be new while the database, on a server of its own, is not. */
function refuseOtherMode(note, mode) {
  const was = ['demo', 'live'].find((one) => note?.startsWith(`${one} `));
  if (was && was !== mode) {
    throw new StartError(`This database holds a ${was} instance; a ${mode} instance needs a database of its own.`);
  }
}

/** The note is the comment on the schema `app`, which every migrated database has. */
async function openNote(adminUrl) {
  const { default: postgres } = await import('postgres');
  const sql = postgres(adminUrl, { max: 1, onnotice: () => undefined });
  return {
    read: async () => {
      const [row] = await sql`select obj_description(to_regnamespace('app'), 'pg_namespace') as note`;
      return row?.note;
    },
    // COMMENT takes no parameters; the text is a mode and hexadecimal digits.
    write: (text) => sql.unsafe(`comment on schema app is '${text}'`),
    close: () => sql.end(),
  };
}
