import { publicSql } from '#db/client.server.ts';
import { isCategoryKey, isReportable, type CategoryKey } from '#app/features/issues/rules/categories.ts';
import type { CampaignState } from '#app/features/campaigns/rules/lifecycle.ts';
import type { Day } from '#app/kernel/dated-rules/days.ts';
import { choiceOf, isRegionCode, regionsForChoice } from '#app/kernel/regions.ts';
import { regionOfPoint, searchPlaces } from '#app/platform/gazetteer/gazetteer.server.ts';
import { postsOfBodies, type Post } from './posts.server.ts';
import { getPublicBody, listPublicBodies, publicBodiesFor, type PublicBody } from './routing.server.ts';

export type BodyWithPosts = PublicBody & { posts: Post[] };

/** What somebody asks of the page: a topic, and a place by the list, by words or by a point of the map. */
export type Question = {
  category: CategoryKey | null;
  /** A choice's code; null when no place is known yet. */
  region: string | null;
  /** The words of the place, kept for the form. */
  place: string;
  /** The place was given in words or by a point, and no region was found there. */
  isLost: boolean;
};

/** Reads the page's address. A chosen region wins over a point, and a point over words. Nonsense is passed over. */
export function readQuestion(query: URLSearchParams): Question {
  const category = query.get('category');
  const chosen = query.get('region') ?? '';
  const place = (query.get('place') ?? '').trim().slice(0, 100);
  const known = regionsForChoice().some((choice) => choice.code === chosen) || isRegionCode(chosen);
  const region = known ? choiceOf(chosen) : (regionByPoint(query) ?? regionByWords(place));
  return {
    category: isCategoryKey(category) && isReportable(category) ? category : null,
    region,
    place,
    isLost: region === null && (place !== '' || (query.get('lat') ?? '') !== ''),
  };
}

function regionByPoint(query: URLSearchParams): string | null {
  const [lat, lng] = [Number(query.get('lat') || Number.NaN), Number(query.get('lng') || Number.NaN)];
  if (!Number.isFinite(lat) || !Number.isFinite(lng)) return null;
  const region = regionOfPoint(lat, lng);
  return region === null ? null : choiceOf(region);
}

function regionByWords(words: string): string | null {
  const [place] = words === '' ? [] : searchPlaces(words, { limit: 1 });
  return place ? choiceOf(place.region) : null;
}

/** The routed bodies for a topic in a region, likeliest first, with their offices and today's holders. */
export async function whoDecides(category: CategoryKey, region: string, today: Day): Promise<BodyWithPosts[]> {
  return withPosts(await publicBodiesFor(category, region, today), today);
}

/** Bodies of a region and of the whole country; only the latter while no region is chosen. */
export async function listAuthorities(region: string | null): Promise<{ local: PublicBody[]; national: PublicBody[] }> {
  const bodies = await listPublicBodies(region ?? '');
  return {
    local: bodies.filter((body) => body.region !== null),
    national: bodies.filter((body) => body.region === null && body.kind !== 'sahib'),
  };
}

async function withPosts(bodies: readonly PublicBody[], day: Day): Promise<BodyWithPosts[]> {
  const posts = await postsOfBodies(
    bodies.map((body) => body.id),
    day,
  );
  return bodies.map((body) => ({ ...body, posts: posts.get(body.id) ?? [] }));
}

export type AuthorityCampaign = { slug: string; title: string; state: CampaignState };
export type AuthorityDecision = { id: string; kind: string; title: string; on: Day };
export type Authority = BodyWithPosts & {
  topics: CategoryKey[];
  campaigns: AuthorityCampaign[];
  decisions: AuthorityDecision[];
};

/** A body's page: offices, what it answers for, what was watched there, campaigns that ask something of it. */
export async function getAuthority(id: string, today: Day): Promise<Authority | null> {
  const body = await getPublicBody(id);
  if (!body) return null;
  const [[withOffices], topics, campaigns, decisions] = await Promise.all([
    withPosts([body], today),
    publicSql<{ category: string }[]>`
      select category from published.body_routes
      where body_kind = ${body.kind} and (region is null or region = ${body.region})
        and coalesce(valid_from, ${today}::date) <= ${today}::date and coalesce(valid_to, ${today}::date) >= ${today}::date
      group by category order by min(position), category`,
    publicSql<AuthorityCampaign[]>`
      select c.slug, c.title, c.state from published.campaigns c
      where exists (select 1 from published.campaign_demands d where d.campaign_id = c.id and d.body_id = ${id})
         or exists (select 1 from published.campaign_deliveries d where d.campaign_id = c.id and d.body_id = ${id})
      order by c.published_at desc limit 30`,
    publicSql<AuthorityDecision[]>`
      select id, kind, title, to_char("on", 'YYYY-MM-DD') as "on" from published.watched_decisions
      where body_id = ${id} order by published.watched_decisions."on" desc, id limit 30`,
  ]);
  if (!withOffices) return null;
  return {
    ...withOffices,
    topics: topics.map((row) => row.category).filter((key): key is CategoryKey => isCategoryKey(key)),
    campaigns: [...campaigns],
    decisions: [...decisions],
  };
}
