import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { publicSql } from '#db/client.server.ts';
import type { Locale } from '#app/kernel/locale.ts';
import type { Names } from '#app/kernel/regions.ts';
import { organisationNames } from '#app/features/organisations/public.server.ts';
import { now } from '#app/platform/clock.server.ts';
import type { PublicCampaignState } from './rules/lifecycle.ts';
import { isSigningOpen } from './rules/support.ts';

/** What a campaign shows of itself away from its page: on a share card and in an iframe on somebody else's site. Nobody's name. */
export type CampaignFace = {
  slug: string;
  title: string;
  locale: Locale;
  state: PublicCampaignState;
  organisation: Names;
  supporters: number;
  goal: number;
  /** The highest milestone that was reached, in the organisation's words. */
  milestone: string | null;
  isOpen: boolean;
};
export type Face = { face: CampaignFace } | { face: null; status: 404 | 410 };

/** A page taken down is gone from here within this time, and a count is no older. */
const KEPT_MS = 4000;
const MOST = 500;
const kept = new Map<string, { until: number; face: Promise<Face> }>();

type Row = Omit<CampaignFace, 'organisation' | 'isOpen'> & {
  organisation_id: string;
  closes_at: Date | null;
  is_signing_paused: boolean;
};

async function askFace(slug: string): Promise<Face> {
  const [row] = await publicSql<Row[]>`
    select c.slug, c.title, c.locale, c.state, c.goal, c.organisation_id, c.closes_at, c.is_signing_paused,
           (select coalesce(sum(t.count), 0)::int from published.campaign_totals t where t.campaign_id = c.id) as supporters,
           (select m.title from published.campaign_milestones m where m.campaign_id = c.id and m.reached_at is not null
            order by m.supporters desc nulls last, m.reached_at desc limit 1) as milestone
    from published.campaigns c where c.slug = ${slug}`;
  if (!row) {
    const [answer] = await publicSql<{ gone: boolean }[]>`select published.campaign_is_gone(${slug}) as gone`;
    return { face: null, status: answer?.gone ? 410 : 404 };
  }
  const { organisation_id, closes_at, is_signing_paused, ...rest } = row;
  const names = await organisationNames([organisation_id]);
  const organisation = names.get(organisation_id)?.names ?? { az: 'İcma', en: 'İcma', ru: 'İcma' };
  const isOpen = isSigningOpen({ state: row.state, closesAt: closes_at, isSigningPaused: is_signing_paused }, now());
  return { face: { ...rest, organisation, isOpen } };
}

/** Asked at most every few seconds for each campaign, however many ask. */
export function readFace(slug: string): Promise<Face> {
  const found = kept.get(slug);
  if (found && found.until > Date.now()) return found.face;
  const face = askFace(slug);
  kept.delete(slug);
  kept.set(slug, { until: Date.now() + KEPT_MS, face });
  if (kept.size > MOST) kept.delete(kept.keys().next().value as string);
  face.catch(() => kept.delete(slug));
  return face;
}

/** Forgets what is kept, for tests. */
export function forgetFaces(): void {
  kept.clear();
}

/** Sends a body that everybody gets alike: no cookie, a validator, kept for as long as a taken-down page may still be seen. */
export function sendShared(
  asked: { headers: Record<string, string | string[] | undefined> },
  res: ServerResponse,
  {
    status,
    type,
    body,
    headers = {},
  }: { status: number; type: string; body: Buffer; headers?: Record<string, string> },
): void {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  res.setHeader('Content-Type', type);
  res.setHeader('X-Content-Type-Options', 'nosniff');
  res.setHeader('Cache-Control', 'public, max-age=5');
  res.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
  res.setHeader('ETag', etag);
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
  if (status === 200 && asked.headers['if-none-match'] === etag) {
    res.writeHead(304).end();
    return;
  }
  res.setHeader('Content-Length', body.length);
  res.writeHead(status).end(body);
}
