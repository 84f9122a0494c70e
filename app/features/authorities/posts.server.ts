import { publicSql } from '#db/client.server.ts';
import type { Day } from '#app/kernel/dated-rules/days.ts';
import { dayOf } from '#app/kernel/dates.ts';
import type { Names } from '#app/kernel/regions.ts';
import { listPublicBodies, publicBodiesFor, type PublicBody } from './routing.server.ts';

/** Who holds an office. `source` says by what it is known, `checkedOn` when somebody looked last (`YYYY-MM-DD`). */
export type Holder = {
  id: string;
  name: string;
  since: Day;
  until: Day | null;
  source: string | null;
  checkedOn: Day | null;
};

/** An office that decides, with its holder on the day that was asked for; null when nobody is known. */
export type Post = { id: string; bodyId: string; names: Names; holder: Holder | null };

type HolderRow = {
  id: string;
  post_id: string;
  name: string;
  since: Day;
  until: Day | null;
  source: string | null;
  checked_on: Day | null;
};
type PostRow = { id: string; body_id: string; title_az: string; title_en: string; title_ru: string };

const toHolder = (row: HolderRow): Holder => ({
  id: row.id,
  name: row.name,
  since: row.since,
  until: row.until,
  source: row.source,
  checkedOn: row.checked_on,
});

/** Each post's holder on a day; the later one where two overlap. */
async function holdersOn(postIds: readonly string[], day: Day): Promise<Map<string, Holder>> {
  if (postIds.length === 0) return new Map();
  const rows = await publicSql<HolderRow[]>`
    select distinct on (post_id) id, post_id, name, to_char(since, 'YYYY-MM-DD') as since,
           to_char(until, 'YYYY-MM-DD') as until, source, to_char(checked_on, 'YYYY-MM-DD') as checked_on
    from published.post_holders
    where post_id in ${publicSql([...postIds])} and since <= ${day}::date and (until is null or until >= ${day}::date)
    order by post_id, published.post_holders.since desc, id desc`;
  return new Map(rows.map((row) => [row.post_id, toHolder(row)]));
}

/** Who held a post on a day (`YYYY-MM-DD`); null when nobody is known for it. */
export async function holderOn(postId: string, day: Day): Promise<Holder | null> {
  return (await holdersOn([postId], day)).get(postId) ?? null;
}

/** The posts in use of several bodies, in their order, with the holders of a day. */
export async function postsOfBodies(bodyIds: readonly string[], day: Day): Promise<Map<string, Post[]>> {
  if (bodyIds.length === 0) return new Map();
  const rows = await publicSql<PostRow[]>`
    select id, body_id, title_az, title_en, title_ru from published.posts
    where body_id in ${publicSql([...bodyIds])} order by position, title_az`;
  const holders = await holdersOn(
    rows.map((row) => row.id),
    day,
  );
  const found = new Map<string, Post[]>();
  for (const row of rows) {
    const names = { az: row.title_az, en: row.title_en, ru: row.title_ru };
    const post = { id: row.id, bodyId: row.body_id, names, holder: holders.get(row.id) ?? null };
    found.set(row.body_id, [...(found.get(row.body_id) ?? []), post]);
  }
  return found;
}

/** The posts in use of one body with their holders on a day (today's by the caller's clock). */
export async function postsOfBody(bodyId: string, day: Day | Date): Promise<Post[]> {
  const on = typeof day === 'string' ? day : dayOf(day);
  return (await postsOfBodies([bodyId], on)).get(bodyId) ?? [];
}

/** A body to choose as addressee, with its posts: what a picker of demands, letters and packs shows. */
export type BodyChoice = PublicBody & { posts: Post[]; isLikely: boolean };

/**
 * Bodies for a picker: those that usually answer for the category in the region first (`isLikely`), then the others of
 * that region and the country-wide ones by name. `category` may be null when it is not known yet.
 */
export async function listBodyChoices(region: string, category: string | null, day: Day | Date): Promise<BodyChoice[]> {
  const on = typeof day === 'string' ? day : dayOf(day);
  const likely = category === null ? [] : await publicBodiesFor(category, region, on);
  const taken = new Set(likely.map((body) => body.id));
  const others = (await listPublicBodies(region)).filter((body) => !taken.has(body.id));
  const all = [...likely, ...others];
  const posts = await postsOfBodies(
    all.map((body) => body.id),
    on,
  );
  return all.map((body) => ({ ...body, posts: posts.get(body.id) ?? [], isLikely: taken.has(body.id) }));
}
