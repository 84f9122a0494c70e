import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { trackScript } from './children.mjs';
import { ROOT } from './settings.mjs';
import { StartError, say } from './say.mjs';

const LOCK = join(ROOT, 'package-lock.json');
const STAMP = join(ROOT, 'node_modules', '.icma-lock');

/** Installs with `npm ci` when node_modules is missing or does not match package-lock.json. */
export async function ensureInstalled() {
  const wanted = createHash('sha256').update(readFileSync(LOCK)).digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8').trim() === wanted) return;
  if (!isInstalled()) {
    say('Installing the packages (once; it takes about two minutes) …');
    await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund']);
  }
  writeFileSync(STAMP, `${wanted}\n`);
}

/** Whether npm's own record of node_modules holds every package of the lock file in the same version. */
function isInstalled() {
  const record = join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  const locked = JSON.parse(readFileSync(LOCK, 'utf8')).packages;
  return Object.entries(locked).every(([path, { version, optional, devOptional }]) => {
    if (path === '' || version === undefined) return true;
    const there = installed[path];
    return there ? there.version === version : Boolean(optional ?? devOptional);
  });
}

function runNpm(args) {
  // npm names itself to its scripts; outside of npm the one on the path is taken.
  const cli = process.env.npm_execpath;
  const [command, first] = cli?.endsWith('.js') ? [process.execPath, [cli]] : ['npm', []];
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...first, ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32' && command === 'npm',
    });
    trackScript(child);
    child.on('error', (error) => reject(new StartError(`npm cannot be run: ${error.message}.`)));
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new StartError(`npm ${args[0]} ended with code ${code}; see above.`)),
    );
  });
}
