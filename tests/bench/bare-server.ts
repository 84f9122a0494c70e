/**
 * The other side of the comparison: node:http and postgres.js, nothing in between. It asks the database the same
 * statements as the product's paths and answers what it read as JSON: no page, no words, no headers.
 */
import { createHash, randomInt, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { answerCampaign } from './campaign-bare.ts';
import { answerDesk } from './desk-bare.ts';
import { answerEvent } from './event-bare.ts';
import { answerPeople } from './people-bare.ts';
import { appSql, closePools } from '#db/client.server.ts';
import { findOnMap } from '#app/features/issues/map.server.ts';
import { findIssue, listIssues } from '#app/features/issues/public-queries.server.ts';
import { organisationForRegion } from '#app/features/organisations/public.server.ts';
import { parseWindow } from '#app/features/issues/rules/map-window.ts';
import { env } from '#app/platform/env.server.ts';

/** What the report form writes, statement for statement (commands/submit-issue.server.ts), as one raw transaction. */
async function submit(body: string): Promise<string> {
  const field = (name: string): string => new RegExp(`name="${name}"\\r\\n\\r\\n([^]*?)\\r\\n--`).exec(body)?.[1] ?? '';
  const key = createHash('sha256')
    .update(String(randomInt(1e9)))
    .digest('hex')
    .slice(0, 32);
  await appSql`insert into rate_limits as r values (${`report:${key}`}, 1, ${Date.now() + 3_600_000})
    on conflict (key) do update set points = case when r.expire <= ${Date.now()} then 1 else r.points + 1 end, expire = case when r.expire <= ${Date.now()} then ${Date.now() + 3_600_000} else r.expire end
    returning points, expire`;
  const organisation = await organisationForRegion(field('region'));
  const [id, locator] = [randomUUID(), String(randomInt(10_000_000, 49_999_999))];
  const org = organisation?.id ?? '';
  const [lat, lng] = [Number(field('lat')), Number(field('lng'))];
  await appSql.begin(async (sql) => {
    await sql`select set_config('icma.kind', 'citizen', true), set_config('icma.org', ${org}, true), set_config('icma.user', '', true), set_config('icma.issue', '', true)`;
    await Promise.all([
      sql`insert into issues (id, organisation_id, client_id, category, theme, sensitivity, region, place, title, details, locale, source, exact_lat, exact_lng, public_lat, public_lng)
          values (${id}, ${org}, ${field('clientId')}, ${field('category')}, 'infrastructure', 0, ${field('region')}, ${field('place')}, ${field('title')}, ${field('details')}, 'az', 'web',
                  ${lat}, ${lng}, ${lat}, ${lng})`,
      sql`insert into issue_receipts (locator, issue_id, organisation_id, secret_hmac) values (${locator + id.slice(0, 8)}, ${id}, ${org}, ${key})`,
      sql`insert into issue_events (id, issue_id, organisation_id, kind, to_state, actor_role) values (${randomUUID()}, ${id}, ${org}, 'move', 'received', 'reporter')`,
      sql`insert into audit_entries (organisation_id, actor_role, action, subject_type, subject_id) values (${org}, 'citizen', 'issue.submitted', 'issue', ${id})`,
    ]);
  });
  return locator;
}

const server = createServer(async (req, res) => {
  const url = new URL(req.url ?? '/', 'http://bare');
  const answer = (status: number, value: unknown) =>
    res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  try {
    const readBody = async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of req) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks).toString('utf8');
    };
    const campaign = await answerCampaign(req.method ?? 'GET', url.pathname, readBody);
    if (campaign) return void answer(campaign.status, campaign.value);
    const event = await answerEvent(req.method ?? 'GET', url.pathname, readBody);
    if (event) return void answer(event.status, event.value);
    const desk = await answerDesk(req, url.pathname);
    if (desk !== undefined) return void answer(200, desk);
    const people = await answerPeople(url);
    if (people !== undefined) return void answer(200, people);
    const page = /^\/issues\/(\d+)$/.exec(url.pathname);
    if (url.pathname === '/readyz') answer(200, 'ready');
    else if (req.method === 'POST') {
      answer(201, await submit(await readBody()));
    } else if (url.pathname === '/issues') answer(200, await listIssues({}));
    else if (page) answer(200, await findIssue(Number(page[1])));
    else if (url.pathname === '/api/map') {
      const window = parseWindow(url.searchParams.get('bbox'), url.searchParams.get('zoom'));
      answer(200, window ? await findOnMap(window, {}) : null);
    } else answer(404, null);
  } catch (error) {
    answer(500, String(error));
  }
});
server.listen(env().PORT, env().HOST);
process.on('SIGTERM', () => server.close(() => void closePools().then(() => process.exit(0))));
