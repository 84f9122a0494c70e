import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from './env.server.ts';

/**
 * Where the built islands lie (`vite build --mode islands`). Read once; a new build is a new process.
 * The manifest names each entry's script and the styles it brings.
 */
type Manifest = Record<string, { file: string; css?: string[]; isEntry?: boolean; name?: string }>;
export type IslandAssets = { script: string; styles: string[] };

let assets: Map<string, IslandAssets> | undefined;

function load(): Map<string, IslandAssets> {
  const file = join(process.cwd(), env().ICMA_BUILD_DIR, 'islands/manifest.json');
  const manifest = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : {};
  const entries = Object.values(manifest).filter((chunk) => chunk.isEntry && chunk.name);
  return new Map(entries.map((chunk) => [chunk.name as string, { script: `/islands/${chunk.file}`, styles: (chunk.css ?? []).map((css) => `/islands/${css}`) }]));
}

/** Scripts and styles by island name, for the page that places them (`useIsland` in ui/island.tsx). */
export function islandAssets(): Record<string, IslandAssets> {
  assets ??= load();
  return Object.fromEntries(assets);
}
