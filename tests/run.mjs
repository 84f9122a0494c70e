// `npm test`: everything; `npm run check`: what needs no browser; `npm run e2e`: build and browser journeys;
// `npm run check:canary`: whether anybody who signed or asked for help stands anywhere in clear.
// Works as the first command after a clone: installs what is missing. Prints each step with its time, goes on after
// a failure, and ends with a summary; leaves no process and no temporary folder behind.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { build, isBuilt } from '../app/start/build.mjs';
import { ensureInstalled } from '../app/start/install.mjs';
import { onNpmGone } from '../app/start/parent.mjs';
import { freePort } from '../app/start/processes.mjs';
import { reportAndExit, say, StartError } from '../app/start/say.mjs';
import { pinnedNode, requireNode, ROOT } from '../app/start/settings.mjs';

const CHECKS = [
  ['format', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']],
  ['lint', ['node_modules/oxlint/bin/oxlint', '--deny-warnings']],
  ['import rules', ['node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', 'app', 'db', 'tests', 'e2e']],
  ['dead code', ['node_modules/knip/bin/knip.js', '--no-progress']],
  ['types', ['node_modules/typescript/bin/tsc', '--noEmit']],
];
const INSTANCE_READY_MS = 300_000;

const failed = [];
const children = new Set();
/** What has to be undone, last first. */
const cleanups = [];
let interrupted = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void interrupt());
onNpmGone(() => void interrupt());

main(process.argv[2] ?? 'all').catch(async (error) => {
  await cleanUp();
  if (!interrupted) reportAndExit(error);
});

async function main(what) {
  requireNode();
  await ensureInstalled();
  if (what === 'canary') {
    const test = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'integration', 'tests/security/canary'];
    await runStep('nobody who signed or asked for help stands anywhere in clear', () => runLoudly(test, {}));
    process.exit(failed.length === 0 ? 0 : 1);
  }
  if (what !== 'e2e') {
    await inPool(
      CHECKS.map(
        ([name, args]) =>
          () =>
            runStep(name, () => runQuietly(args)),
      ),
    );
  }
  const built = await runStep('build', async () => isBuilt() || build());
  if (what !== 'e2e') await runStep('unit, architecture, integration, served', runVitest);
  if (what !== 'check' && built) await runStep('browser journeys', runJourneys);
  await cleanUp();
  if (interrupted) return;
  say(failed.length === 0 ? '\nAll green.' : `\nFailed: ${failed.join(', ')}.`);
  process.exit(failed.length === 0 ? 0 : 1);
}

async function runVitest() {
  // Read late: it needs the installed packages.
  const { startTemporaryDatabase } = await import('./support/temporary-database.mjs');
  const starting = startTemporaryDatabase();
  // A server that is just coming up has to be stopped as well.
  cleanups.push(async () => (await starting.catch(() => undefined))?.stop());
  const database = await starting;
  if (interrupted) return;
  await runLoudly(['node_modules/vitest/vitest.mjs', 'run'], { TEST_DATABASE_ADMIN_URL: database.url });
  await cleanUp();
}

async function runJourneys() {
  const { findChromium } = await import('./support/chromium.mjs');
  const { makeTemporaryFolder, removeTemporaryFolder } = await import('./support/temporary-database.mjs');
  const chromium = findChromium();
  const dataDir = makeTemporaryFolder();
  cleanups.push(() => removeTemporaryFolder(dataDir));
  const baseUrl = await startInstance(dataDir);
  await runLoudly(['node_modules/@playwright/test/cli.js', 'test', '--config', 'e2e/playwright.config.ts'], {
    CHROMIUM_PATH: chromium,
    E2E_BASE_URL: baseUrl,
    E2E_DATA_DIR: dataDir,
  });
  await cleanUp();
}

/** Starts the whole instance as `npm start` does, on a free port and an empty data folder. */
async function startInstance(dataDir) {
  const port = await freePort();
  const env = { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir, ICMA_MODE: 'demo' };
  // No message to many leaves in the night; these journeys are walked at any hour of the day.
  env.MAILINGS_NIGHT = '0-0';
  for (const name of ['DATABASE_URL', 'PUBLIC_URL', 'ICMA_SECRET', 'SMTP_URL', 'NODE_ENV']) delete env[name];
  const child = spawn(pinnedNode(), ['app/start.mjs'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (output = (output + chunk).slice(-20_000)));
  const gone = new Promise((resolve) => child.once('exit', resolve));
  cleanups.push(async () => {
    if (child.exitCode === null) child.kill('SIGTERM');
    await gone;
  });
  const baseUrl = `http://127.0.0.1:${port}`;
  for (const end = Date.now() + INSTANCE_READY_MS; Date.now() < end && child.exitCode === null; await sleep(200)) {
    const answer = await fetch(`${baseUrl}/readyz`).catch(() => undefined);
    if (answer?.ok) return baseUrl;
  }
  throw new StartError(`The instance for the journeys did not start:\n${output}`);
}

async function runStep(name, work) {
  if (interrupted) return false;
  const from = performance.now();
  const done = (mark) => say(`${mark} ${name} (${((performance.now() - from) / 1000).toFixed(1)} s)`);
  try {
    await work();
    done('✓');
    return true;
  } catch (error) {
    await cleanUp();
    if (interrupted) return false;
    failed.push(name);
    done('✗');
    if (error.output ?? error.message) say(error.output ?? error.message);
    if (!(error instanceof StartError)) say(error.stack);
    return false;
  }
}

function runQuietly(args) {
  return run(args, {}, 'pipe');
}

function runLoudly(args, env) {
  return run(args, env, 'inherit');
}

function run(args, env, output) {
  return new Promise((resolve, reject) => {
    const child = spawn(pinnedNode(), args, {
      cwd: ROOT,
      env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0', ...env },
      stdio: ['ignore', output, output],
    });
    children.add(child);
    let text = '';
    child.stdout?.on('data', (chunk) => (text += chunk));
    child.stderr?.on('data', (chunk) => (text += chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      children.delete(child);
      if (code === 0) resolve();
      else reject(Object.assign(new StartError(''), { output: text.trimEnd() }));
    });
  });
}

/** Runs the jobs side by side, as many as there are processors. */
async function inPool(jobs) {
  const waiting = [...jobs];
  const lane = async () => {
    for (let job = waiting.shift(); job; job = waiting.shift()) await job();
  };
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, lane));
}

async function cleanUp() {
  for (let undo = cleanups.pop(); undo; undo = cleanups.pop()) await undo();
}

async function interrupt() {
  if (interrupted) return;
  interrupted = true;
  for (const child of children) child.kill('SIGTERM');
  await cleanUp();
  process.exit(130);
}
