import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './settings.mjs';
import { runNode } from './children.mjs';
import { fingerprint } from './fingerprint.mjs';

/** Where the builds lie, read late: an `.env` file may say so. */
const folder = () => join(ROOT, process.env.ICMA_BUILD_DIR || 'build');
const stamp = () => join(folder(), '.icma-sources');
/** Everything the build is made from; a change in any of it makes the build stale. */
const SOURCES = ['app', 'db/schema', 'public', 'vite.config.ts', 'package.json', 'package-lock.json'];
const NOT_BUILT = /\.(md|mjs)$/;
const sources = () => fingerprint(SOURCES, { leaveOut: NOT_BUILT });

/** Whether build/ was made from the sources as they are. */
export function isBuilt() {
  return existsSync(stamp()) && readFileSync(stamp(), 'utf8').trim() === sources();
}

/** Builds pages, then islands; the stamp is written last, so that a broken build is never taken for a good one. */
export async function build() {
  const made = sources();
  rmSync(stamp(), { force: true });
  const env = { ...process.env, NODE_ENV: 'production' };
  await runNode(['node_modules/@remix-run/dev/dist/cli.js', 'vite:build'], { env, quiet: true });
  await runNode(['node_modules/vite/bin/vite.js', 'build', '--mode', 'islands'], { env, quiet: true });
  mkdirSync(folder(), { recursive: true });
  writeFileSync(stamp(), `${made}\n`);
}
