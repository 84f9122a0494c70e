import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './settings.mjs';
import { runNode } from './children.mjs';

/** Where the builds lie, read late: an `.env` file may say so. */
const folder = () => join(ROOT, process.env.ICMA_BUILD_DIR || 'build');
const stamp = () => join(folder(), '.icma-sources');
/** Everything the build is made from; a change in any of it makes the build stale. */
const SOURCES = ['app', 'db/schema', 'public', 'vite.config.ts', 'package.json', 'package-lock.json'];
const NOT_BUILT = /\.(md|mjs)$/;

/** Whether build/ was made from the sources as they are. */
export function isBuilt() {
  return existsSync(stamp()) && readFileSync(stamp(), 'utf8').trim() === fingerprint();
}

/** Builds pages, then islands; the stamp is written last, so that a broken build is never taken for a good one. */
export async function build() {
  const made = fingerprint();
  rmSync(stamp(), { force: true });
  const env = { ...process.env, NODE_ENV: 'production' };
  await runNode(['node_modules/@remix-run/dev/dist/cli.js', 'vite:build'], { env, quiet: true });
  await runNode(['node_modules/vite/bin/vite.js', 'build', '--mode', 'islands'], { env, quiet: true });
  mkdirSync(folder(), { recursive: true });
  writeFileSync(stamp(), `${made}\n`);
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap(filesOf)) {
    if (NOT_BUILT.test(file)) continue;
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(ROOT, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesOf(path) {
  const full = join(ROOT, path);
  if (!existsSync(full)) return [];
  if (/\.[a-z]+$/.test(path)) return [path];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(ROOT.length + 1))
    .sort();
}
