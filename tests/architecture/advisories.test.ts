import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '#tests/support/sources.ts';
import pinned from './advisories.json' with { type: 'json' };

interface Locked {
  version?: string;
  dev?: boolean;
}

function numbers(version: string): number[] {
  return version.split('-', 1).join('').split('.').map(Number);
}

function isBelow(version: string, limit: string): boolean {
  const [a, b] = [numbers(version), numbers(limit)];
  const at = [0, 1, 2].find((index) => (a[index] ?? 0) !== (b[index] ?? 0));
  return at !== undefined && (a[at] ?? 0) < (b[at] ?? 0);
}

/** Locked packages that a pinned advisory concerns; an accepted one only where it never runs for people. */
function concerned(packages: Record<string, Locked>): string[] {
  const accepted = new Set(pinned.accepted.map(({ id }) => id));
  return Object.entries(packages).flatMap(([path, { version, dev }]) => {
    const name = path.split('node_modules/').at(-1) ?? '';
    if (!version) return [];
    return pinned.advisories
      .filter((advisory) => advisory.package === name && isBelow(version, advisory.below))
      .filter((advisory) => advisory.major === undefined || numbers(version)[0] === advisory.major)
      .filter(({ id }) => !(dev && accepted.has(id)))
      .map(({ id }) => `${path} ${version}: ${id}`);
  });
}

describe('known advisories', () => {
  it('concern no locked package', () => {
    const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, Locked>;
    };
    expect(concerned(lock.packages)).toEqual([]);
  });

  it('are seen when one does', () => {
    expect(concerned({ 'node_modules/a/node_modules/cookie': { version: '0.6.0' } })).toHaveLength(1);
    expect(concerned({ 'node_modules/cookie': { version: '0.7.0' } })).toEqual([]);
    expect(concerned({ 'node_modules/esbuild': { version: '0.21.5', dev: true } })).toEqual([]);
    expect(concerned({ 'node_modules/esbuild': { version: '0.21.5' } })).toHaveLength(1);
  });
});
