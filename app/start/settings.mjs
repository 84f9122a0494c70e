import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StartError } from './say.mjs';

/** The folder of the clone. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** The oldest Node.js that can install the packages; everything after that runs on the pinned one. */
const OLDEST_NODE = 20;

/** Refuses a Node.js too old to install with, in one sentence. */
export function requireNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < OLDEST_NODE) {
    throw new StartError(`İcma needs Node.js ${OLDEST_NODE} or newer; this is ${process.versions.node}.`);
  }
}

/** The Node.js pinned in package.json; the one at hand where the package has none for this machine. */
export function pinnedNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const pinned = join(ROOT, 'node_modules', 'node', 'bin', name);
  return existsSync(pinned) ? pinned : process.execPath;
}

/**
 * Reads what the operator set, by environment or an `.env` file, and refuses what cannot work.
 * Together with `app/platform/env.server.ts` the only reader of the environment.
 */
export function readSettings({ dev = false } = {}) {
  loadEnvFile();
  const env = process.env;
  const mode = env.ICMA_MODE || 'demo';
  if (mode !== 'demo' && mode !== 'live') {
    throw new StartError(`ICMA_MODE is "${mode}"; it can be demo or live.`);
  }
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new StartError(`PORT is "${env.PORT}"; it has to be a number from 1 to 65535.`);
  }
  const settings = {
    mode,
    dev,
    port,
    host: env.HOST || '0.0.0.0',
    dataDir: resolve(ROOT, env.DATA_DIR || 'data'),
    publicUrl: env.PUBLIC_URL || '',
    ownServerUrl: env.DATABASE_URL || '',
  };
  if (settings.ownServerUrl && !/^postgres(ql)?:\/\//.test(settings.ownServerUrl)) {
    throw new StartError('DATABASE_URL has to begin with postgres:// and name an administrator of the server.');
  }
  return settings;
}

function loadEnvFile() {
  const file = join(ROOT, '.env');
  if (existsSync(file) && typeof process.loadEnvFile === 'function') process.loadEnvFile(file);
}

/** A live instance is reached over TLS; the only exception is a browser on the same machine. */
export function requireLiveAddress(settings) {
  if (settings.mode !== 'live') return;
  let url;
  try {
    url = new URL(settings.publicUrl);
  } catch {
    throw new StartError(
      'In live mode PUBLIC_URL has to name the public address, for example PUBLIC_URL=https://icma.example.',
    );
  }
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !local) {
    throw new StartError(
      `In live mode PUBLIC_URL has to begin with https:// (it is ${url.origin}); only localhost may go without.`,
    );
  }
}

/**
 * Makes the data folder. As root it may be entered (not listed) by the unprivileged database user;
 * every secret in it has its own tight mode.
 */
export function prepareDataDir(dataDir) {
  try {
    mkdirSync(dataDir, { recursive: true });
    chmodSync(dataDir, process.getuid?.() === 0 ? 0o711 : 0o700);
    for (const name of ['files', 'logs', 'run']) {
      mkdirSync(join(dataDir, name), { recursive: true, mode: 0o700 });
    }
  } catch (error) {
    throw new StartError(`The data folder ${dataDir} cannot be written: ${error.message}.`);
  }
}

/**
 * Remembers once and for all whether a data folder holds a demonstration or a live instance, and refuses
 * to open it as the other: demo passwords are public.
 */
export function requireSameMode({ dataDir, mode }) {
  const file = join(dataDir, 'instance.json');
  const wasDemo = existsSync(join(dataDir, 'demo-people.json'));
  const remembered = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).mode : undefined;
  if (mode === 'live' && (wasDemo || remembered === 'demo')) {
    throw new StartError(
      `${dataDir} holds a demonstration, whose passwords are public; a live instance needs a data folder of its own (DATA_DIR=…).`,
    );
  }
  if (mode === 'demo' && remembered === 'live') {
    throw new StartError(
      `${dataDir} holds a live instance; start it with ICMA_MODE=live, or give the demonstration another DATA_DIR.`,
    );
  }
  if (!remembered) writeFileSync(file, `${JSON.stringify({ mode })}\n`, { mode: 0o600 });
}

/** The secret from ICMA_SECRET or `secret.key` (64 hexadecimal characters), made when the data folder is new. */
export function readSecret(dataDir, { hasData }) {
  const given = process.env.ICMA_SECRET;
  if (given) {
    if (!/^[0-9a-f]{64}$/i.test(given)) {
      throw new StartError('ICMA_SECRET has to be 64 hexadecimal characters (openssl rand -hex 32).');
    }
    return given.toLowerCase();
  }
  const file = join(dataDir, 'secret.key');
  if (!existsSync(file)) {
    if (hasData) {
      throw new StartError(
        `${file} is missing although there is a database; without it contacts cannot be read. Restore it from a backup.`,
      );
    }
    writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  }
  chmodSync(file, 0o600);
  const secret = readFileSync(file, 'utf8').trim();
  if (!/^[0-9a-f]{64}$/.test(secret)) throw new StartError(`${file} does not hold 64 hexadecimal characters.`);
  return secret;
}

/** The password of a database role, derived from the instance's secret so that it is stored nowhere. */
export function rolePassword(secret, role) {
  const bytes = hkdfSync('sha256', Buffer.from(secret, 'hex'), Buffer.alloc(0), `db-role:${role}`, 32);
  return Buffer.from(bytes).toString('hex');
}

/** The connections of all roles on the server that `adminUrl` names. */
export function databaseUrls(adminUrl, secret) {
  const as = (role) => {
    const url = new URL(adminUrl);
    url.username = role;
    url.password = rolePassword(secret, role);
    return url.href;
  };
  return {
    DATABASE_APP_URL: as('icma_app'),
    DATABASE_PUBLIC_URL: as('icma_public'),
    DATABASE_AUTH_URL: as('icma_auth'),
    DATABASE_WORKER_URL: as('icma_worker'),
    DATABASE_LEGAL_URL: as('icma_legal'),
  };
}

/** The environment of every process of the instance; the administrator's connection only for those who need it. */
export function childEnv(settings, { secret, adminUrl, admin = false }) {
  const env = {
    // Compose files hand on what is not set as empty words.
    ...Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== '')),
    NODE_ENV: settings.dev ? 'development' : 'production',
    PORT: String(settings.port),
    HOST: settings.host,
    DATA_DIR: settings.dataDir,
    // Compiled code is kept between starts: a second start spends half as long on loading.
    NODE_COMPILE_CACHE: join(settings.dataDir, 'run', 'compiled'),
    ICMA_MODE: settings.mode,
    ICMA_SECRET: secret,
    ...databaseUrls(adminUrl, secret),
  };
  if (settings.publicUrl) env.PUBLIC_URL = settings.publicUrl;
  if (settings.dev) env.ICMA_DEV = '1';
  delete env.DATABASE_URL;
  delete env.DATABASE_ADMIN_URL;
  if (admin) env.DATABASE_ADMIN_URL = adminUrl;
  return env;
}

/** A short name for a folder, for things that have to lie outside of it. */
export function shortHash(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
