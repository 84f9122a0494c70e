// Runs one command of the instance with its database up: `node app/start/run.mjs db/seed/run.ts --issues 1000`.
// When the instance is running its server is used, otherwise one is started and stopped again.
//   --migrate   brings the schema up to date first (when the instance is not running)
import { runNode } from './children.mjs';
import { openDatabase } from './database.mjs';
import { ensureInstalled } from './install.mjs';
import { takeLock } from './lock.mjs';
import { hasCluster, embeddedUrl } from './postgres.mjs';
import { reportAndExit, StartError } from './say.mjs';
import { childEnv, prepareDataDir, readSecret, readSettings, requireNode } from './settings.mjs';

const options = process.argv.slice(2);
const migrate = options[0] === '--migrate';
const [script, ...scriptArgs] = migrate ? options.slice(1) : options;

main().then((code) => process.exit(code), reportAndExit);

async function main() {
  requireNode();
  const settings = readSettings();
  await ensureInstalled();
  prepareDataDir(settings.dataDir);
  const lock = settings.ownServerUrl ? undefined : takeLock(settings.dataDir, 'command', { allowRunning: true });
  if (lock?.holder) return runScript(settings, running(settings));
  const database = await openDatabase(settings);
  let child;
  const forward = (signal) => child?.kill(signal);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => forward('SIGTERM'));
  try {
    if (migrate) await runNode(['db/migrate.ts'], { env: environment(settings, database), quiet: true });
    return await runScript(settings, database, (spawned) => (child = spawned));
  } finally {
    await database.stop();
    lock?.release();
  }
}

/** The database of the instance that runs beside this command. */
function running({ dataDir }) {
  const secret = readSecret(dataDir, { hasData: hasCluster(dataDir) });
  return { secret, adminUrl: embeddedUrl(dataDir, secret) };
}

function environment(settings, { secret, adminUrl }) {
  return childEnv(settings, { secret, adminUrl, admin: true });
}

async function runScript(settings, database, onSpawn) {
  try {
    await runNode([script, ...scriptArgs], { env: environment(settings, database), onSpawn });
    return 0;
  } catch (error) {
    // The command has said itself what is wrong.
    if (error instanceof StartError) return error.exitCode ?? 1;
    throw error;
  }
}
