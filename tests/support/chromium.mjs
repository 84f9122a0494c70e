import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { say, StartError } from '../../app/start/say.mjs';
import { ROOT } from '../../app/start/settings.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const PLACES = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * The path of a Chromium that starts: CHROMIUM_PATH, the system's, the one Playwright downloaded; installed
 * from Debian's packages (as root) or by Playwright where there is none.
 */
export function findChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  return onThisMachine() ?? fromPackages() ?? fromPlaywright();
}

function onThisMachine() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [
    ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...PLACES,
    playwrightPath(),
  ];
  return candidates.find((path) => isExecutable(path) && starts(path));
}

function playwrightPath() {
  return createRequire(join(ROOT, 'package.json'))('@playwright/test').chromium.executablePath();
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Some systems have a program of that name that only says how to install it. */
function starts(path) {
  return spawnSync(path, ['--version', '--no-sandbox'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
}

function fromPackages() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return undefined;
  say('  Installing Chromium from the system’s packages …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (...args) => spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  return run('update', '-q') && run('install', '-y', '-q', '--no-install-recommends', 'chromium')
    ? onThisMachine()
    : undefined;
}

function fromPlaywright() {
  say('  Downloading Chromium with Playwright …');
  const cli = join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js');
  const extra = process.getuid?.() === 0 && process.platform === 'linux' ? ['--with-deps'] : [];
  try {
    execFileSync(process.execPath, [cli, 'install', ...extra, 'chromium'], { cwd: ROOT, stdio: 'inherit' });
  } catch {
    throw new StartError('No Chromium could be found or installed; name one in CHROMIUM_PATH.');
  }
  return playwrightPath();
}
