import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LOGIN_ROLES, roleUrl } from '#db/roles.ts';

interface Starter {
  readSettings: () => { mode: string; port: number; dataDir: string };
  requireLiveAddress: (settings: { mode: string; publicUrl: string }) => void;
  requireSameMode: (settings: { dataDir: string; mode: string }) => void;
  prepareDataDir: (dataDir: string) => void;
  readSecret: (dataDir: string, options: { hasData: boolean }) => string;
  databaseUrls: (adminUrl: string, secret: string) => Record<string, string>;
  childEnv: (
    settings: object,
    options: { secret: string; adminUrl: string; admin?: boolean },
  ) => Record<string, string | undefined>;
}

// Plain JavaScript without types: it runs before anything is installed.
const address = new URL('../../../app/start/settings.mjs', import.meta.url).href;
const starter = (await import(address)) as Starter;

const SECRET = 'ab'.repeat(32);
const ADMIN = 'postgres://postgres:admin@127.0.0.1:5432/icma?sslmode=disable';
const before = { ...process.env };
let dataDir = '';

beforeEach(() => {
  dataDir = join(mkdtempSync(join(tmpdir(), 'icma-settings-')), 'data');
});

afterEach(() => {
  rmSync(join(dataDir, '..'), { recursive: true, force: true });
  process.env = { ...before };
});

describe('what the operator sets', () => {
  it.each([
    ['ICMA_MODE', 'production', /demo or live/],
    ['PORT', 'http', /1 to 65535/],
    ['PORT', '70000', /1 to 65535/],
    ['DATABASE_URL', 'mysql://root@localhost/icma', /postgres:\/\//],
  ])('refuses %s=%s', (name, value, sentence) => {
    process.env[name] = value;
    expect(() => starter.readSettings()).toThrow(sentence);
  });

  it.each([
    ['', false],
    ['icma.example', false],
    ['http://icma.example', false],
    ['http://localhost.icma.example', false],
    ['https://icma.example', true],
    ['http://localhost:3000', true],
    ['http://127.0.0.1:3000', true],
  ])('lets a live instance be reached at "%s": %s', (publicUrl, allowed) => {
    const check = (): void => starter.requireLiveAddress({ mode: 'live', publicUrl });
    if (allowed) expect(check).not.toThrow();
    else expect(check).toThrow(/PUBLIC_URL/);
  });
});

describe('a data folder', () => {
  it('is a demonstration or a live instance for good', () => {
    starter.prepareDataDir(dataDir);
    starter.requireSameMode({ dataDir, mode: 'demo' });
    expect(() => starter.requireSameMode({ dataDir, mode: 'demo' })).not.toThrow();
    expect(() => starter.requireSameMode({ dataDir, mode: 'live' })).toThrow(/whose passwords are public/);
  });

  it('is taken for a demonstration when it lists demo people, whatever else it says', () => {
    starter.prepareDataDir(dataDir);
    writeFileSync(join(dataDir, 'demo-people.json'), '[]');
    expect(() => starter.requireSameMode({ dataDir, mode: 'live' })).toThrow(/whose passwords are public/);
  });

  it('is not opened as a demonstration when it is live', () => {
    starter.prepareDataDir(dataDir);
    starter.requireSameMode({ dataDir, mode: 'live' });
    expect(() => starter.requireSameMode({ dataDir, mode: 'demo' })).toThrow(/holds a live instance/);
  });

  it('keeps its secret for its owner, and never makes a second one beside data', () => {
    starter.prepareDataDir(dataDir);
    delete process.env.ICMA_SECRET;
    const secret = starter.readSecret(dataDir, { hasData: false });
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(statSync(join(dataDir, 'secret.key')).mode & 0o777).toBe(0o600);
    expect(starter.readSecret(dataDir, { hasData: true })).toBe(secret);
    rmSync(join(dataDir, 'secret.key'));
    expect(() => starter.readSecret(dataDir, { hasData: true })).toThrow(/Restore it from a backup/);
    expect(existsSync(join(dataDir, 'secret.key'))).toBe(false);
  });
});

describe('the environment of the processes', () => {
  it('names the roles with the passwords that the migration sets', () => {
    const urls = starter.databaseUrls(ADMIN, SECRET);
    expect(Object.values(urls).sort()).toEqual(LOGIN_ROLES.map((role) => roleUrl(ADMIN, SECRET, role)).sort());
  });

  it('holds the administrator only for those who need it', () => {
    process.env.DATABASE_URL = ADMIN;
    process.env.DATABASE_ADMIN_URL = ADMIN;
    const settings = {
      dev: false,
      port: 3000,
      host: '127.0.0.1',
      dataDir,
      mode: 'live',
      publicUrl: 'https://icma.example',
    };
    const web = starter.childEnv(settings, { secret: SECRET, adminUrl: ADMIN });
    expect(Object.entries(web).filter(([, value]) => value?.includes('postgres:admin'))).toEqual([]);
    expect(starter.childEnv(settings, { secret: SECRET, adminUrl: ADMIN, admin: true }).DATABASE_ADMIN_URL).toBe(ADMIN);
  });
});
