import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unseal } from '#app/platform/crypto.server.ts';
import { startServer, type TestServer } from '#tests/support/server.ts';
import { adminConnection, seedStory } from '#tests/support/story.ts';

/**
 * Everything a stranger can read is fetched, in three languages, and searched for what must not be there: exact points
 * of sensitive reports, contacts, words of unpublished reports, names of people, receipts.
 */
let sql: postgres.Sql;
let server: TestServer;

beforeAll(async () => {
  await seedStory();
  sql = adminConnection();
  await plantSecrets();
  server = await startServer();
}, 180_000);
afterAll(async () => {
  await server?.stop();
  await sql?.end();
});

const CONTACT = '+994501112233';
const CANARY = 'gizlicanari4711';

/** A sensitive public report with an exact point and a contact, and an unpublished one: the things to look for. */
async function plantSecrets(): Promise<void> {
  const { sealContact } = await import('#app/features/issues/contact.server.ts');
  const [issue] = await sql<
    { id: string; organisation_id: string }[]
  >`select id, organisation_id from issues where is_public order by created_at limit 1`;
  if (!issue) throw new Error('The story has no public report');
  await sql`insert into issue_contacts (issue_id, organisation_id, contact_cipher, consent_version) values (${issue.id}, ${issue.organisation_id}, ${sealContact(issue.id, CONTACT)}, '1')`;
  await sql`update issues set title = ${`${CANARY} original`}, details = ${CANARY} where id = ${issue.id}`;
  await sql`insert into issue_events ${sql({ id: crypto.randomUUID(), issue_id: issue.id, organisation_id: issue.organisation_id, kind: 'note', actor_role: 'moderator', reason: CANARY })}`;
  await sql`insert into issue_messages ${sql({ id: crypto.randomUUID(), issue_id: issue.id, organisation_id: issue.organisation_id, client_id: crypto.randomUUID(), side: 'reporter', body: CANARY })}`;
}

/** Addresses that anybody can come to, found by following links from the front pages. */
async function crawl(): Promise<Map<string, string>> {
  const seen = new Map<string, string>();
  const queue = [
    '/',
    '/en',
    '/ru',
    '/issues',
    '/en/issues',
    '/ru/issues',
    '/map',
    '/organisations',
    '/search?q=su',
    '/privacy',
    '/about',
    '/legal-aid',
    '/receipt',
    '/sitemap.xml',
    '/robots.txt',
  ];
  for (let path = queue.shift(); path !== undefined && seen.size < 900; path = queue.shift()) {
    if (seen.has(path)) continue;
    const answer = await fetch(server.url + path, { redirect: 'manual' });
    const body = Buffer.from(await answer.arrayBuffer());
    seen.set(path, `${[...answer.headers].join('\n')}\n${body.toString('latin1')}\n${body.toString('utf8')}`);
    if (!answer.headers.get('content-type')?.includes('html')) continue;
    for (const [, link] of body.toString('utf8').matchAll(/(?:href|src)="([^"#]+)/g)) {
      const address = (link ?? '').replaceAll('&amp;', '&');
      if (/^\/(?!\/)/.test(address) && !/^\/(assets|islands|demo)\//.test(address) && !seen.has(address))
        queue.push(address);
    }
  }
  for (const zoom of [5, 7, 9, 11, 12, 13, 14, 15, 16, 18]) {
    const path = `/api/map?bbox=44,38,51.5,42&zoom=${zoom}`;
    seen.set(path, await (await fetch(server.url + path)).text());
  }
  return seen;
}

/** Where any of the needles is found: `needle at address`. */
function find(surfaces: Map<string, string>, needles: readonly string[]): string[] {
  return needles.flatMap((needle) =>
    [...surfaces].filter(([, text]) => text.includes(needle)).map(([path]) => `${needle} at ${path}`),
  );
}

async function secrets(): Promise<string[]> {
  const hidden = await sql<{ title: string; details: string }[]>`select title, details from issues where not is_public`;
  const exact = await sql<
    { lat: number; lng: number }[]
  >`select exact_lat as lat, exact_lng as lng from issues where exact_lat is not null and (sensitivity > 0 or not is_public)`;
  const people = await sql<
    { name: string; email_cipher: string | null; phone_cipher: string | null }[]
  >`select name, email_cipher, phone_cipher from users`;
  const reasons = await sql<{ reason: string }[]>`select distinct reason from issue_events where length(reason) > 25`;
  const addresses = await sql<{ cipher: string }[]>`select address_cipher as cipher from letter_signatories`;
  return [
    CONTACT,
    '501112233',
    CANARY,
    ...hidden.flatMap((row) => [row.title, row.details]),
    ...exact.flatMap((row) => [String(row.lat), String(row.lng)]),
    ...people.flatMap((row) => [
      row.email_cipher ? unseal(row.email_cipher, 'users.email') : '',
      row.phone_cipher ? unseal(row.phone_cipher, 'users.phone') : '',
    ]),
    ...reasons.map((row) => row.reason),
    ...addresses.map((row) => unseal(row.cipher, 'letter-signatories.address')),
  ].filter((needle) => needle.length > 5);
}

describe('what strangers can read', () => {
  it('has no exact point, contact, unpublished report or inner word in it', async () => {
    const surfaces = await crawl();
    expect(surfaces.size).toBeGreaterThan(150);
    expect([...surfaces.keys()].some((path) => path.startsWith('/photos/'))).toBe(true);
    const needles = await secrets();
    expect(needles.length).toBeGreaterThan(60);
    expect(find(surfaces, needles)).toEqual([]);

    // And it would be seen: the same search finds a contact that somebody writes into a public text.
    await sql`update issues set public_details = ${`Zəng edin: ${CONTACT}`} where ref = (select min(ref) from issues where is_public)`;
    const [planted] = await sql<{ ref: string }[]>`select min(ref) as ref from issues where is_public`;
    const page = `/issues/${planted?.ref}`;
    const text = await (await fetch(`${server.url}${page}`, { headers: { cookie: 'fresh=1' } })).text();
    expect(find(new Map([[page, text]]), needles)).toContain(`${CONTACT} at ${page}`);
  }, 180_000);

  it('has pictures without a trace of the camera', async () => {
    const photos = await sql<{ id: string }[]>`select id from issue_photos limit 5`;
    for (const { id } of photos) {
      const bytes = Buffer.from(await (await fetch(`${server.url}/photos/${id}/full`)).arrayBuffer());
      for (const mark of ['Exif', 'http://ns.adobe.com', 'Photoshop', 'GPS'])
        expect(bytes.includes(mark), mark).toBe(false);
    }
  });
});
