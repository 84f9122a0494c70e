import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from '#app/platform/env.server.ts';

/**
 * The pinned roots of trust: for each organisation the fingerprint of the key that all vouching begins with. In a file
 * beside the database and never in it, so that whoever writes the database can add no key that is trusted.
 */
const file = (): string => join(env().DATA_DIR, 'legal-roots.json');

/** The pinned fingerprint of an organisation's desk; null while nobody pinned one, and then no key is trusted. */
export function rootOf(organisationId: string): string | null {
  if (!existsSync(file())) return null;
  const roots = JSON.parse(readFileSync(file(), 'utf8')) as Record<string, string>;
  return roots[organisationId] ?? null;
}

/** Pins (or changes) the root. Only the operator's command and the demo's seed call this; no page does. */
export function pinRoot(organisationId: string, fingerprint: string): void {
  const roots = existsSync(file()) ? (JSON.parse(readFileSync(file(), 'utf8')) as Record<string, string>) : {};
  writeFileSync(file(), `${JSON.stringify({ ...roots, [organisationId]: fingerprint }, null, 2)}\n`, { mode: 0o600 });
}
