import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adminConnection, seedStory } from '#tests/support/story.ts';
import { startServer, type TestServer } from '#tests/support/server.ts';

let server: TestServer;
const sql = adminConnection();
const PAGE = '/campaigns/temiz-sahil';
const EVERYWHERE = [PAGE, `/ru${PAGE}`, `${PAGE}/embed`, `${PAGE}/card-az.png`, `${PAGE}/count.json`, `${PAGE}/sign`];

beforeAll(async () => {
  await seedStory();
  server = await startServer();
}, 180_000);
afterAll(async () => {
  await server.stop();
  await sql.end();
});

const get = (path: string) => fetch(server.url + path, { redirect: 'manual' });
const statuses = () => Promise.all(EVERYWHERE.map(async (path) => (await get(path)).status));

describe('a campaign away from its page', () => {
  it('may be framed as its widget and as nothing else, and sets no cookie', async () => {
    const widget = await get(`/en${PAGE}/embed`);
    expect(widget.status).toBe(200);
    expect(widget.headers.get('content-security-policy')).toContain('frame-ancestors *');
    expect(widget.headers.get('x-frame-options')).toBeNull();
    expect(await widget.text()).not.toMatch(/<script/);
    const page = await get(PAGE);
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    for (const path of EVERYWHERE) expect((await get(path)).headers.get('set-cookie'), path).toBeNull();
  });

  it('names its card in the page, in the page’s language', async () => {
    const text = await (await get(`/ru${PAGE}`)).text();
    const card = /property="og:image" content="[^"]*(\/campaigns\/[^"]+)"/.exec(text)?.[1] ?? '';
    expect(card).toBe(`${PAGE}/card-ru.png`);
    const picture = await get(card);
    expect(picture.headers.get('content-type')).toBe('image/png');
  });

  it('is gone everywhere within ten seconds of being taken down, caches and all', async () => {
    expect(await statuses()).toEqual(EVERYWHERE.map(() => 200));
    await sql`update campaigns set hidden_at = now(), hidden_reason = 'personal_data' where slug = 'temiz-sahil'`;
    const until = Date.now() + 10_000;
    let seen = await statuses();
    while (seen.some((status) => status !== 410) && Date.now() < until) {
      await sleep(500);
      seen = await statuses();
    }
    expect(seen).toEqual(EVERYWHERE.map(() => 410));
  }, 20_000);
});
