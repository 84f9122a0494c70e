import { createHash } from 'node:crypto';
import { publicSql } from '#db/client.server.ts';
import { now } from '#app/platform/clock.server.ts';
import type { HotPath } from '#app/platform/front.server.ts';
import { isSigningOpen } from './rules/support.ts';
import { isCampaignGone } from './signing-campaign.server.ts';
import { addUp, type TotalRow, type Totals } from './support-totals.server.ts';

/** `/campaigns/:slug/count.json`: what a page may ask every ten seconds, and what others may read. */
export type CampaignCount = Pick<Totals, 'total' | 'byChannel' | 'byAssurance' | 'byRegion'> & {
  goal: number;
  isOpen: boolean;
};

type Answer = { status: number; body: Buffer; etag: string; until: number };

/** Together with what browsers keep (ten seconds) nobody sees a number older than a quarter of a minute. */
const KEPT_MS = 2000;
const MOST = 500;
const kept = new Map<string, Promise<Answer>>();
const settled = new WeakMap<Promise<Answer>, Answer>();

/** Asked of the database; null when there is no such published campaign. */
export async function readCount(slug: string): Promise<CampaignCount | null> {
  const [row] = await publicSql<
    { id: string; goal: number; state: string; closes_at: Date | null; is_signing_paused: boolean }[]
  >`select id, goal, state, closes_at, is_signing_paused from published.campaigns where slug = ${slug}`;
  if (!row) return null;
  const rows = await publicSql<TotalRow[]>`
    select campaign_id, organisation_id, channel, assurance, region, count from published.campaign_totals where campaign_id = ${row.id}`;
  const { total, byChannel, byAssurance, byRegion } = addUp(rows);
  const isOpen = isSigningOpen(
    { state: row.state, closesAt: row.closes_at, isSigningPaused: row.is_signing_paused },
    now(),
  );
  return { total, goal: row.goal, isOpen, byChannel, byAssurance, byRegion };
}

async function make(slug: string): Promise<Answer> {
  const count = await readCount(slug);
  const status = count ? 200 : (await isCampaignGone(slug)) ? 410 : 404;
  const body = Buffer.from(JSON.stringify(count));
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  return { status, body, etag, until: Date.now() + KEPT_MS };
}

/** One question at a time for each campaign; those that come meanwhile wait for it. */
function ask(slug: string): Promise<Answer> {
  const found = kept.get(slug);
  const known = found && settled.get(found);
  if (found && (!known || known.until > Date.now())) return found;
  const made = make(slug);
  kept.delete(slug);
  kept.set(slug, made);
  if (kept.size > MOST) kept.delete(kept.keys().next().value as string);
  made.then(
    (answer) => settled.set(made, answer),
    () => kept.delete(slug),
  );
  return made;
}

/** Cookie-free whatever the browser sends, and shared by everybody who stands in between. */
export const campaignCount: HotPath = async (req, res) => {
  const slug = (req.url ?? '').split('?', 1)[0]?.split('/')[2] ?? '';
  const { status, body, etag } = await ask(slug);
  res.setHeader('Content-Type', 'application/json; charset=utf-8');
  res.setHeader('X-Content-Type-Options', 'nosniff');
  res.setHeader('Cache-Control', 'public, max-age=10, stale-while-revalidate=20');
  res.setHeader('ETag', etag);
  if (status === 200 && req.headers['if-none-match'] === etag) {
    res.writeHead(304).end();
    return;
  }
  res.setHeader('Content-Length', body.length);
  res.writeHead(status).end(body);
};
