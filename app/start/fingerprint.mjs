import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from './settings.mjs';

/** A checksum of what lies at some paths of the clone, and of `more` words; names count as well as contents. */
export function fingerprint(paths, { leaveOut, more = [] } = {}) {
  const hash = createHash('sha256');
  for (const word of more) hash.update(word).update('\0');
  for (const file of paths.flatMap(filesOf)) {
    if (leaveOut?.test(file)) continue;
    hash.update(file).update('\0');
    hash.update(readFileSync(join(ROOT, file))).update('\0');
  }
  return hash.digest('hex');
}

function filesOf(path) {
  const full = join(ROOT, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}
