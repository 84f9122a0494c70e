// Runs one command of the instance with its database up: `node app/start/run.mjs db/seed/run.ts --issues 1000`.
// When the instance is running its server is used, otherwise one is started and stopped again.
//   --migrate             brings the schema up to date first (when the instance is not running)
//   --build               builds the pages first if they are older than their sources
//   --offline-if OPTION   (may be given again) with that option the command needs neither database nor data folder
import { build, isBuilt } from './build.mjs';
import { runNode, stopScripts } from './children.mjs';
import { openDatabase } from './database.mjs';
import { ensureInstalled } from './install.mjs';
import { takeLock } from './lock.mjs';
import { onNpmGone } from './parent.mjs';
import { hasCluster, embeddedUrl } from './postgres.mjs';
import { reportAndExit, StartError } from './say.mjs';
import { childEnv, prepareDataDir, readSecret, readSettings, requireNode } from './settings.mjs';

const { buildFirst, migrate, offlineIf, script, scriptArgs } = readArguments(process.argv.slice(2));

let interrupted = false;

main().then((code) => process.exit(code), reportAndExit);

async function main() {
  requireNode();
  const settings = readSettings();
  await ensureInstalled();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, interrupt);
  onNpmGone(interrupt);
  if (offlineIf.some((option) => scriptArgs.includes(option))) return runScript(process.env);
  if (buildFirst && !isBuilt()) await build();
  prepareDataDir(settings.dataDir);
  const lock = settings.ownServerUrl ? undefined : takeLock(settings.dataDir, 'command', { allowRunning: true });
  if (lock?.holder) return runScript(environment(settings, running(settings)));
  const database = await openDatabase(settings);
  try {
    const env = environment(settings, database);
    if (migrate) await runNode(['db/migrate.ts'], { env, quiet: true });
    return await runScript(env);
  } finally {
    await database.stop();
    lock?.release();
  }
}

/** Ends the command; the database that was started for it is stopped on the way out. */
function interrupt() {
  interrupted = true;
  void stopScripts();
}

/** The database of the instance that runs beside this command. */
function running({ dataDir }) {
  const secret = readSecret(dataDir, { hasData: hasCluster(dataDir) });
  return { secret, adminUrl: embeddedUrl(dataDir, secret) };
}

function environment(settings, { secret, adminUrl }) {
  return childEnv(settings, { secret, adminUrl, admin: true });
}

async function runScript(env) {
  if (interrupted) return 130;
  try {
    await runNode([script, ...scriptArgs], { env });
    return 0;
  } catch (error) {
    // The command has said itself what is wrong.
    if (error instanceof StartError) return error.exitCode ?? 1;
    throw error;
  }
}

function readArguments(rest) {
  const found = { buildFirst: false, migrate: false, offlineIf: [] };
  for (;;) {
    const first = rest.shift();
    if (first === '--migrate') found.migrate = true;
    else if (first === '--build') found.buildFirst = true;
    else if (first === '--offline-if') found.offlineIf.push(rest.shift());
    else return { ...found, script: first, scriptArgs: rest };
  }
}
