import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from './env.server.ts';

/**
 * Where the built islands lie (`vite build --mode islands`). Read once; a new build is a new process.
 * The manifest names each entry's script and the styles it brings.
 */
type Chunk = { file: string; css?: string[]; imports?: string[]; isEntry?: boolean; name?: string };
type Manifest = Record<string, Chunk>;
export type IslandAssets = { script: string; styles: string[] };

let assets: Record<string, IslandAssets> | undefined;

/** Styles of a chunk and of everything it imports at once. */
function stylesOf(manifest: Manifest, chunk: Chunk): string[] {
  const inherited = (chunk.imports ?? []).flatMap((key) => (manifest[key] ? stylesOf(manifest, manifest[key]) : []));
  return [...new Set([...inherited, ...(chunk.css ?? [])])];
}

function load(): Record<string, IslandAssets> {
  const file = join(process.cwd(), env().ICMA_BUILD_DIR, 'islands/manifest.json');
  const manifest = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : {};
  const entries = Object.values(manifest).filter((chunk) => chunk.isEntry && chunk.name);
  return Object.fromEntries(
    entries.map((chunk) => [
      chunk.name as string,
      { script: `/islands/${chunk.file}`, styles: stylesOf(manifest, chunk).map((css) => `/islands/${css}`) },
    ]),
  );
}

/** Scripts and styles by island name, for the page that places them (ui/island.tsx). */
export function islandAssets(): Record<string, IslandAssets> {
  assets ??= load();
  return assets;
}
