// `npm start`: from a fresh clone to a running instance. Plain JavaScript without packages, because it runs before
// anything is installed. Steps: install, data folder, database, migrate, seed, build, web and worker, address.
//   --dev       web with vite's development server, nothing built
//   --prepare   install and build only (container images)
//   --only web|worker   one of the two processes (several machines on one database; only web migrates)
import { setTimeout as sleep } from 'node:timers/promises';
import { build, isBuilt } from './start/build.mjs';
import { Child, openLog, stopScripts } from './start/children.mjs';
import { prepareContents } from './start/contents.mjs';
import { openDatabase } from './start/database.mjs';
import { ensureInstalled } from './start/install.mjs';
import { takeLock } from './start/lock.mjs';
import { onNpmGone } from './start/parent.mjs';
import { printDemoPeople } from './start/people.mjs';
import { portTrouble } from './start/processes.mjs';
import { StartError, reportAndExit, say, step, warn } from './start/say.mjs';
import {
  childEnv,
  prepareDataDir,
  readSettings,
  requireLiveAddress,
  requireNode,
  requireSameMode,
} from './start/settings.mjs';

/** Small heaps: measured enough under load, and half the memory of the defaults. */
const SMALL_HEAP = ['--max-old-space-size=128', '--max-semi-space-size=8'];
const READY_MS = 120_000;
/** So many crashes before the first answer, and there is no hope that the next try helps. */
const HOPELESS = 3;

const args = process.argv.slice(2);
const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : undefined;
/**
 * What has to be stopped, in the order in which it is stopped. `database` is a promise: a server that is just coming
 * up has to be stopped as well.
 */
const running = { web: undefined, worker: undefined, database: undefined, lock: undefined };
let stopping;

process.on('uncaughtException', fail);
main().catch(fail);

/** Nothing stays behind, whatever went wrong. */
async function fail(error) {
  if (stopping) return;
  await stopAll().catch((trouble) => warn(String(trouble)));
  reportAndExit(error);
}

async function main() {
  requireNode();
  const settings = readSettings({ dev: args.includes('--dev') });
  if (args.includes('--prepare')) {
    await ensureInstalled();
    return step('built', build);
  }
  if (only && !settings.ownServerUrl) throw new StartError('--only is for an own database server (DATABASE_URL).');
  requireLiveAddress(settings);
  if (only !== 'worker') await requireFreePort(settings);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, onSignal);
  onNpmGone(onSignal);
  say(`İcma (${settings.mode})`);
  await ensureInstalled();
  prepareDataDir(settings.dataDir);
  // Several machines, or containers, may share an own server; the embedded one has one starter.
  if (!settings.ownServerUrl) running.lock = takeLock(settings.dataDir, 'start');
  requireSameMode(settings);

  running.database = step('database', () => openDatabase(settings));
  const { secret, adminUrl } = await running.database;
  if (stopping) return;
  await Promise.all([
    only !== 'worker' &&
      prepareContents(settings, { secret, adminUrl }, childEnv(settings, { secret, adminUrl, admin: true })),
    isBuilt() || step('built', build),
  ]);
  await startProcesses(settings, childEnv(settings, { secret, adminUrl }));
}

async function startProcesses(settings, env) {
  const heap = settings.dev || /max-old-space-size/.test(env.NODE_OPTIONS ?? '') ? [] : SMALL_HEAP;
  // On a terminal the logs go to files, so that the address stays in sight; elsewhere they are the output.
  const log = (name) => (process.stdout.isTTY && !settings.dev ? openLog(settings.dataDir, name) : undefined);
  if (stopping) return;
  if (only !== 'worker') {
    running.web = new Child('web', [...heap, 'app/server.ts'], { env, log: log('web') });
    await waitReady(settings);
  }
  // After the first answer: the worker can wait, and on a small machine both would be slower side by side.
  if (only !== 'web' && !stopping) {
    running.worker = new Child('worker', [...heap, 'app/worker.ts'], { env, log: log('worker') });
  }
  if (only !== 'worker') greet(settings);
}

async function requireFreePort({ port, host }) {
  const trouble = await portTrouble(port, host);
  if (trouble === 'EADDRINUSE') {
    throw new StartError(`Port ${port} is taken by another program; choose another: PORT=${port + 1} npm start`);
  }
  if (trouble === 'EACCES') throw new StartError(`Port ${port} may not be opened by this user; choose one above 1023.`);
  if (trouble) throw new StartError(`${host}:${port} cannot be opened (${trouble}); HOST is the address to listen on.`);
}

async function waitReady({ port, host, dataDir }) {
  const address = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  for (const end = Date.now() + READY_MS; Date.now() < end; await sleep(50)) {
    if (stopping) return;
    if (running.web.failures >= HOPELESS) throw new StartError('The web process does not start; see its output above.');
    try {
      const answer = await fetch(`http://${address}:${port}/readyz`, { signal: AbortSignal.timeout(5000) });
      await answer.arrayBuffer();
      if (answer.ok) return;
    } catch {
      // Not listening yet; asked again until the time is up.
    }
  }
  throw new StartError(`The web process was not ready within ${READY_MS / 1000} s; see ${dataDir}/logs.`);
}

function greet(settings) {
  if (stopping) return;
  const address = settings.publicUrl || `http://localhost:${settings.port}`;
  if (settings.mode === 'demo') {
    printDemoPeople(settings.dataDir);
  } else {
    say('\n  The first operator is made by:  npm run operator -- --email you@example.org --name "Your Name"');
  }
  if (process.stdout.isTTY) say(`\n  Logs: ${settings.dataDir}/logs. Ctrl-C stops everything.`);
  say(`\n  İcma is at ${address}\n`);
}

/** The first signal stops in order; one more, later than the echo that npm sends, stops at once. */
function onSignal() {
  if (stopping && Date.now() - stopping.since < 1500) return;
  const force = Boolean(stopping);
  if (!force) say('\nStopping …');
  stopping ??= { since: Date.now() };
  stopAll({ force }).then(
    () => process.exit(0),
    (error) => reportAndExit(error),
  );
}

async function stopAll(options) {
  stopping ??= { since: Date.now() };
  await stopScripts();
  await running.web?.stop(options);
  await running.worker?.stop(options);
  const database = await running.database?.catch(() => undefined);
  await database?.stop(options);
  running.lock?.release();
}
