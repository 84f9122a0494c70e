import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from '#app/platform/env.server.ts';

/**
 * What trust rests on, in files beside the database and never in it, so that whoever writes the database can add no key
 * that is trusted and bring none back.
 *
 * legal-roots.json: for each organisation the fingerprints of the keys that its vouching began with, the one in force last.
 * legal-retired.json: keys that were revoked, and signatures (by their SHA-256) that a later one replaced.
 */
type Roots = Record<string, string[]>;
type Retired = { keys: string[]; signatures: string[] };

function read<T>(name: string, empty: T): T {
  const file = join(env().DATA_DIR, name);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : empty;
}

const write = (name: string, content: unknown): void =>
  writeFileSync(join(env().DATA_DIR, name), `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });

/** The pinned fingerprint of an organisation's desk; null while nobody pinned one, and then no key is trusted. */
export function rootOf(organisationId: string): string | null {
  return rootsOf(organisationId).at(-1) ?? null;
}

/** Every fingerprint that ever was the root: what was signed below an earlier one was rightly signed then. */
export function rootsOf(organisationId: string): readonly string[] {
  return read<Roots>('legal-roots.json', {})[organisationId] ?? [];
}

/** Pins (or changes) the root. Only the operator's command and the demo's seed call this; no page does. */
export function pinRoot(organisationId: string, fingerprint: string): void {
  const earlier = rootsOf(organisationId).filter((one) => one !== fingerprint);
  write('legal-roots.json', { ...read<Roots>('legal-roots.json', {}), [organisationId]: [...earlier, fingerprint] });
}

/** What no longer counts, whatever the database says. */
export function readRetired(): { keys: ReadonlySet<string>; signatures: ReadonlySet<string> } {
  const { keys, signatures } = read<Retired>('legal-retired.json', { keys: [], signatures: [] });
  return { keys: new Set(keys), signatures: new Set(signatures) };
}

/**
 * Retires keys and signatures, after the database has committed what retires them. `inForce` are signatures that hold
 * again: the same words signed by the same lead once more are the same signature.
 */
export function retire({ inForce = [], keys = [], signatures = [] }: Partial<Retired> & { inForce?: string[] }): void {
  const before = readRetired();
  const names = new Set([...before.signatures, ...signatures]);
  for (const name of inForce) names.delete(name);
  write('legal-retired.json', { keys: [...new Set([...before.keys, ...keys])], signatures: [...names] });
}
