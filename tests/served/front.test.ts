import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GUARANTEES, PROTECTED } from '#app/features/legal-aid/rules/guarantees.ts';
import { wordsFor } from '#app/i18n/words.ts';
import { LOCALES } from '#app/kernel/locale.ts';
import { seedStory } from '#tests/support/story.ts';
import { startServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;

beforeAll(async () => {
  await seedStory();
  server = await startServer();
}, 180_000);
afterAll(() => server.stop());

const get = (path: string, init: RequestInit = {}) => fetch(server.url + path, { redirect: 'manual', ...init });
const post = (path: string, headers: Record<string, string>) =>
  get(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: 'a=b',
  });

describe('G15: every answer', () => {
  it.each([
    '/',
    '/sign-in',
    '/legal-aid',
    '/legal-aid/request',
    '/legal-aid/receipt',
    '/ru/legal-aid/protection',
    '/xx',
  ])('allows no script but ours, no frame, no foreign host, and tells nobody where one came from: %s', async (path) => {
    const answer = await get(path);
    const { headers } = answer;
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/script-src 'self'(;|$)/);
    expect(policy).toMatch(/style-src 'self'(;|$)/);
    expect(policy).not.toMatch(/unsafe-eval|style-src-elem|script-src-/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/https?:/);
    expect(headers.get('referrer-policy')?.split(',').at(-1)?.trim()).toMatch(/^(same-origin|no-referrer)$/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
    // Nothing in the page that the policy would have to stop.
    expect(await answer.text()).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>|\son[a-z]+="|<style/);
  });
});

describe('addresses', () => {
  it('speak three languages and no other', async () => {
    for (const [path, lang] of [
      ['/', 'az'],
      ['/en', 'en'],
      ['/ru', 'ru'],
    ] as const) {
      const answer = await get(path);
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain(`<html lang="${lang}">`);
    }
    for (const path of ['/xx', '/xx/issues', '/de/map']) expect((await get(path)).status, path).toBe(404);
  });

  it('have one spelling', async () => {
    for (const [from, to] of [
      ['/az/issues', '/issues'],
      ['/az', '/'],
      ['/issues/', '/issues'],
      ['/ru/issues/?group=open', '/ru/issues?group=open'],
    ] as const) {
      const answer = await get(from);
      expect(answer.status, from).toBe(301);
      expect(answer.headers.get('location')).toBe(to);
    }
    const outside = await get('//evil.example/');
    expect(outside.headers.get('location') ?? '').not.toMatch(/^\/\//);
  });
});

describe('requests from other sites', () => {
  it('G13: change nothing', async () => {
    const origin = server.url;
    expect((await post('/sign-in', {})).status, 'neither header').toBe(403);
    expect((await post('/sign-in', { origin: 'https://evil.example' })).status).toBe(403);
    expect((await post('/sign-in', { origin: 'null' })).status).toBe(403);
    expect((await post('/sign-in', { 'sec-fetch-site': 'cross-site', origin })).status).toBe(403);
    expect((await post('/sign-in', { 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' })).status).toBe(
      403,
    );
  });

  it('are told apart from our own pages', async () => {
    const kinds: Record<string, string>[] = [
      { origin: server.url },
      { 'sec-fetch-site': 'same-origin' },
      { 'sec-fetch-site': 'same-origin', origin: 'null' },
    ];
    for (const headers of kinds) {
      const answer = await post('/sign-in', headers);
      expect([200, 303, 400, 422, 429]).toContain(answer.status);
    }
  });
});

describe('the page of what legal aid protects', () => {
  it.each(LOCALES)('G34: tells in %s every promise, limit and thing left in clear, and no other', async (locale) => {
    const t = wordsFor(locale);
    const page = await get(`${locale === 'az' ? '' : `/${locale}`}/legal-aid/protection`);
    const text = (await page.text()).replaceAll('<!-- -->', '');
    const told = [...text.matchAll(/<span class="meta">[^<]*?(G\d+)<\/span>/g)].map(([, id]) => id);
    expect(told).toEqual([...PROTECTED]);
    for (const id of Object.values(GUARANTEES).flat())
      expect(text, id).toContain(t(`legal-rights.guarantee.${id}`).replaceAll("'", '&#x27;'));
    const lines = text.slice(text.indexOf('id="not"')).match(/<li[ >]/g) ?? [];
    expect(lines.length).toBeGreaterThanOrEqual(Object.values(GUARANTEES).flat().length);
  });
});

describe('the micro-cache', () => {
  it('answers strangers alike, with validators and compression', async () => {
    const first = await get('/issues', { headers: { 'accept-encoding': 'gzip' } });
    expect(first.status).toBe(200);
    expect(first.headers.get('cache-control')).toMatch(/^public/);
    expect(first.headers.get('set-cookie')).toBeNull();
    const etag = first.headers.get('etag') ?? '';
    expect(etag).not.toBe('');
    expect((await get('/issues', { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  it('keeps nothing of somebody who brings a cookie', async () => {
    const answer = await get('/issues', { headers: { cookie: 'session=x' } });
    expect(answer.headers.get('etag') ?? '').not.toMatch(/^W\/"[\w-]{22}"$/);
  });
});

describe('the log', () => {
  it('has no query, no address and nothing typed in it', async () => {
    await get('/search?q=canary-4711');
    await get('/xx/canary-4711');
    expect(server.output()).not.toContain('canary-4711');
    expect(server.output()).not.toContain('127.0.0.1');
  });
});
