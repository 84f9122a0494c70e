import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findClusterHome } from './cluster-home.mjs';
import { openLog } from './children.mjs';
import { readPidFile, stop, stopOrphan } from './postmaster.mjs';
import { freePort, portTrouble } from './processes.mjs';
import { rolePassword } from './settings.mjs';
import { StartError, say } from './say.mjs';

const SUPERUSER = 'postgres';
const DATABASE = 'icma';
/** After a kill -9 old server processes may hold shared memory for a moment; a start is tried again for so long. */
const RECOVERY_MS = 10_000;
const READY_MS = 30_000;

/**
 * What the server is told. Nobody but this machine may connect; the log holds no statement, no parameter and no
 * detail, because those are people's words; memory is modest because web and worker share the machine.
 */
const CONFIGURATION = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_parameter_max_length_on_error: '0',
  log_error_verbosity: 'terse',
  shared_buffers: '160MB',
  effective_cache_size: '1GB',
  maintenance_work_mem: '128MB',
  max_connections: '100',
  max_wal_size: '2GB',
  log_checkpoints: 'off',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/** Whether the data folder already holds a database of its own. */
export function hasCluster(dataDir) {
  const note = join(dataDir, 'postgres-elsewhere');
  const home = existsSync(note) ? readFileSync(note, 'utf8').trim() : join(dataDir, 'postgres');
  return existsSync(join(home, 'data', 'PG_VERSION'));
}

/** The administrator's address of the embedded server that was started last on this data folder. */
export function embeddedUrl(dataDir, secret, port = readPort(dataDir)) {
  return `postgres://${SUPERUSER}:${rolePassword(secret, SUPERUSER)}@127.0.0.1:${port}/${DATABASE}`;
}

/**
 * Starts the embedded server, making its database first where there is none, and recovers from whatever a
 * kill -9 left behind. Answers the administrator's address and `stop()`.
 * `flags` are settings beside the usual ones (the tests ask for speed instead of durability).
 */
export async function startPostgres({ dataDir, secret, flags = {} }) {
  const place = findClusterHome(dataDir);
  const data = join(place.home, 'data');
  await stopOrphan(data);
  if (!existsSync(join(data, 'PG_VERSION'))) await initialise(place, data, secret);
  const { pid, port } = await launchPatiently(place, data, dataDir, flags);
  const url = embeddedUrl(dataDir, secret, port);
  const end = (options) => stop(pid, place, data, options);
  try {
    await ensureDatabase(url);
  } catch (error) {
    await end();
    throw error;
  }
  return { url, stop: end };
}

async function launchPatiently(place, data, dataDir, flags) {
  for (const end = Date.now() + RECOVERY_MS; ; await sleep(300)) {
    try {
      return await launch(place, data, dataDir, flags);
    } catch (error) {
      if (Date.now() > end || !(error instanceof StartError)) throw error;
    }
  }
}

async function initialise({ home, bin, ids }, data, secret) {
  say('  Making the database (once) …');
  const unfinished = `${data}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  const passwordFile = join(home, 'initial-password');
  writeFileSync(passwordFile, `${rolePassword(secret, SUPERUSER)}\n`, { mode: 0o600 });
  if ('uid' in ids) chownSync(passwordFile, ids.uid, ids.gid);
  try {
    execFileSync(
      join(bin, 'initdb'),
      [
        `--pgdata=${unfinished}`,
        `--username=${SUPERUSER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        // The same order and the same case rules on every system, and letters that trigrams recognise as letters.
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        `--locale=${unicodeLocale()}`,
        '--lc-messages=C',
      ],
      { ...ids, cwd: home, stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, LC_ALL: 'C' } },
    );
  } catch (error) {
    throw new StartError(`The database could not be made: ${error.stderr?.toString().trim() || error.message}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(unfinished, data);
}

/** A system locale that knows Unicode letters; pg_trgm asks it what belongs to a word. */
function unicodeLocale() {
  if (process.platform === 'win32') return 'C';
  let known = '';
  try {
    known = execFileSync('locale', ['-a'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    // Systems with musl have no `locale` command, and accept C.UTF-8 always.
    return 'C.UTF-8';
  }
  return known.split('\n').find((name) => /^(C|en_US)\.utf-?8$/i.test(name.trim())) ?? 'C';
}

async function launch({ home, bin, ids }, data, dataDir, flags) {
  const port = await choosePort(dataDir);
  const log = openLog(dataDir, 'postgres');
  const settings = Object.entries({ ...CONFIGURATION, ...flags }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const server = spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), ...settings], {
    ...ids,
    cwd: home,
    detached: process.platform !== 'win32',
    windowsHide: true,
    stdio: ['ignore', log, log],
    env: { ...process.env, LC_ALL: undefined, LC_MESSAGES: 'C' },
  });
  let failure;
  server.on('error', (error) => (failure = error.message));
  server.on('exit', (code) => (failure ??= `code ${code}`));
  for (const end = Date.now() + READY_MS; Date.now() < end; await sleep(20)) {
    if (failure) throw new StartError(`PostgreSQL did not start (${failure}): ${logTail(dataDir)}`);
    const file = readPidFile(data);
    if (file?.pid === server.pid && file.status === 'ready') {
      server.unref();
      return { pid: server.pid, port };
    }
  }
  server.kill('SIGKILL');
  throw new StartError(`PostgreSQL was not ready within ${READY_MS / 1000} s: ${logTail(dataDir)}`);
}

function logTail(dataDir) {
  return readFileSync(join(dataDir, 'logs', 'postgres.log'), 'utf8')
    .trim()
    .split('\n')
    .slice(-2)
    .join(' ');
}

function readPort(dataDir) {
  const file = join(dataDir, 'run', 'postgres-port');
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : undefined;
}

async function choosePort(dataDir) {
  const remembered = readPort(dataDir);
  if (remembered && !(await portTrouble(remembered, '127.0.0.1'))) return remembered;
  const port = await freePort();
  writeFileSync(join(dataDir, 'run', 'postgres-port'), `${port}\n`);
  return port;
}

/** Makes the database that the address names where the server does not have it yet. */
export async function ensureDatabase(adminUrl) {
  const { default: postgres } = await import('postgres');
  const connect = (url) => postgres(url, { max: 1, onnotice: () => undefined, connect_timeout: 10 });
  const sql = connect(adminUrl);
  try {
    await sql`select 1`;
    return;
  } catch (error) {
    // 3D000: the server is there, the database is not.
    if (error.code !== '3D000') throw new StartError(`The database server does not let us in: ${error.message}.`);
  } finally {
    await sql.end();
  }
  const url = new URL(adminUrl);
  const name = decodeURIComponent(url.pathname.slice(1));
  url.pathname = '/postgres';
  const admin = connect(url.href);
  try {
    await admin`create database ${admin(name)}`;
  } finally {
    await admin.end();
  }
}
