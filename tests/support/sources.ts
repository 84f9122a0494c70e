import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

/** The folder of the clone. */
export const ROOT = resolve(import.meta.dirname, '../..');

/** A file of the house: path from the root with forward slashes, and its text. */
export interface SourceFile {
  path: string;
  text: string;
}

/** All files below a folder of the house whose name ends in one of the extensions. */
export function sourceFiles(folder: string, extensions: RegExp): SourceFile[] {
  const full = join(ROOT, folder);
  if (!existsSync(full)) return [];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && extensions.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}

/** Everything that is written in TypeScript or plain JavaScript, tests included. */
export function codeFiles(): SourceFile[] {
  return ['app', 'db', 'e2e', 'tests'].flatMap((folder) => sourceFiles(folder, /\.(ts|tsx|mjs)$/));
}
