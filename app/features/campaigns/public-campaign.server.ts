import { publicSql } from '#db/client.server.ts';
import { postsOfBodies, type Post } from '#app/features/authorities/public.server.ts';
import { organisationNames } from '#app/features/organisations/public.server.ts';
import { unseal } from '#app/platform/crypto.server.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { cardColumns, toCards, type CardRow } from './public-queries.server.ts';
import type { CampaignState, DemandState, DocumentKind } from './rules/lifecycle.ts';
import { publicName } from './rules/support.ts';
import type { AddresseeView, DemandView, PublicCampaign } from './rules/views.ts';

type PageRow = CardRow & {
  story: string;
  people_affected: number | null;
  lat: number | null;
  lng: number | null;
  closes_at: Date | null;
  is_signing_paused: boolean;
  has_public_names: boolean;
  delivered_at: Date | null;
  ended_at: Date | null;
  before: string | null;
  after: string | null;
  verifier: string | null;
  verified_on: string | null;
};

const SHOWN_NAMES = 12;

/** A published campaign with everything its page says; null when there is none at this address. */
export async function findCampaign(slug: string, now: Date): Promise<PublicCampaign | null> {
  const [row] = await publicSql<PageRow[]>`
    select ${cardColumns()}, c.story, c.people_affected, c.lat, c.lng, c.closes_at, c.is_signing_paused, c.has_public_names, c.delivered_at,
           c.ended_at, c.before, c.after, c.verifier, to_char(c.verified_on, 'YYYY-MM-DD') as verified_on
    from published.campaigns c where c.slug = ${slug}`;
  if (!row) return null;
  const id = row.id;
  const [cards, demands, milestones, news, documents, steps, issues, partners, names, bodyReplies] = await Promise.all([
    toCards([row]),
    readDemands(id, now),
    publicSql<{ id: string; title: string; supporters: number | null; on: string | null; reachedAt: Date | null }[]>`
      select id, title, supporters, to_char("on", 'YYYY-MM-DD') as "on", reached_at as "reachedAt" from published.campaign_milestones
      where campaign_id = ${id} order by supporters nulls last, "on"`,
    publicSql<{ id: string; title: string; text: string; at: Date }[]>`
      select id, title, text, created_at as at from published.campaign_updates where campaign_id = ${id} order by created_at desc limit 20`,
    publicSql<
      {
        id: string;
        kind: DocumentKind;
        title: string;
        url: string | null;
        fileName: string | null;
        mime: string | null;
        bytes: number | null;
        isPublic: boolean;
        at: Date;
      }[]
    >`
      select id, kind, title, url, file_name as "fileName", mime, bytes, true as "isPublic", created_at as at
      from published.campaign_documents where campaign_id = ${id} order by created_at`,
    publicSql<{ id: string; to: CampaignState; at: Date }[]>`
      select id, to_state as "to", created_at as at from published.campaign_steps where campaign_id = ${id} order by created_at, id`,
    publicSql<{ ref: string; title: string; state: string; confirmations: number; region: string; place: string }[]>`
      select i.ref, i.title, i.state, i.confirmations, i.region, i.place from published.campaign_issues l join published.issues i on i.ref = l.ref
      where l.campaign_id = ${id} order by i.confirmations desc, i.ref`,
    readPartners(id),
    readNames(id),
    publicSql<{ id: string; bodyName: string; signatory: string; text: string; at: Date }[]>`
      select id, body_name as "bodyName", signatory, text, decided_at as at from published.campaign_body_replies
      where campaign_id = ${id} order by decided_at`,
  ]);
  const card = cards[0];
  if (!card) return null;
  return {
    ...card,
    story: row.story,
    peopleAffected: row.people_affected,
    lat: row.lat,
    lng: row.lng,
    closesAt: row.closes_at,
    isSigningPaused: row.is_signing_paused,
    hasPublicNames: row.has_public_names,
    deliveredAt: row.delivered_at,
    endedAt: row.ended_at,
    before: row.before,
    after: row.after,
    verifier: row.verifier,
    verifiedOn: row.verified_on,
    demands,
    milestones: [...milestones],
    news: [...news],
    documents: [...documents],
    steps: [...steps],
    issues: issues.map((issue) => ({ ...issue, ref: Number(issue.ref) })),
    partners,
    names,
    bodyReplies: [...bodyReplies],
  };
}

type DemandRow = {
  id: string;
  text: string;
  state: DemandState;
  due_on: string | null;
  changed_at: Date;
  post_id: string | null;
  body_id: string | null;
  name_az: string | null;
  name_en: string | null;
  name_ru: string | null;
};

async function readDemands(campaignId: string, now: Date): Promise<DemandView[]> {
  const [rows, moves] = await Promise.all([
    publicSql<DemandRow[]>`
      select d.id, d.text, d.state, to_char(d.due_on, 'YYYY-MM-DD') as due_on, d.changed_at, d.post_id, d.body_id, b.name_az, b.name_en, b.name_ru
      from published.campaign_demands d left join published.bodies b on b.id = d.body_id where d.campaign_id = ${campaignId} order by d.position`,
    publicSql<
      {
        id: string;
        demand_id: string;
        from: DemandState;
        to: DemandState;
        note: string;
        evidenceUrl: string | null;
        at: Date;
      }[]
    >`
      select id, demand_id, from_state as "from", to_state as "to", note, evidence_url as "evidenceUrl", created_at as at
      from published.campaign_demand_moves where campaign_id = ${campaignId} order by created_at`,
  ]);
  const posts = await postsOfBodies(
    rows.flatMap((row) => (row.post_id && row.body_id ? [row.body_id] : [])),
    dayOf(now),
  );
  return rows.map((row) => ({
    id: row.id,
    text: row.text,
    state: row.state,
    dueOn: row.due_on,
    changedAt: row.changed_at,
    postId: row.post_id,
    addressee: addresseeView(row, posts),
    moves: moves.filter((move) => move.demand_id === row.id).map(({ demand_id: _of, ...move }) => move),
  }));
}

/** Says an addressee in words; `posts` are those of the bodies that are named. */
export function addresseeView(
  row: Pick<DemandRow, 'post_id' | 'body_id' | 'name_az' | 'name_en' | 'name_ru'>,
  posts: Map<string, readonly Post[]>,
): AddresseeView {
  const post = row.body_id ? posts.get(row.body_id)?.find(({ id }) => id === row.post_id) : undefined;
  return {
    bodyId: row.body_id,
    body:
      row.name_az !== null && row.name_en !== null && row.name_ru !== null
        ? { az: row.name_az, en: row.name_en, ru: row.name_ru }
        : null,
    post: post?.names ?? null,
    holder: post?.holder?.name ?? null,
  };
}

async function readPartners(campaignId: string): Promise<PublicCampaign['partners']> {
  const rows = await publicSql<{ organisation_id: string; text: string; supporters: number }[]>`
    select p.organisation_id, p.text,
           (select coalesce(sum(t.count), 0)::int from published.campaign_totals t where t.campaign_id = p.campaign_id and t.organisation_id = p.organisation_id) as supporters
    from published.campaign_partners p where p.campaign_id = ${campaignId}`;
  const names = await organisationNames(rows.map((row) => row.organisation_id));
  return rows.flatMap((row) => {
    const card = names.get(row.organisation_id);
    return card ? [{ slug: card.slug, names: card.names, text: row.text, supporters: row.supporters }] : [];
  });
}

/** The newest of those who wish to be shown, as first name and initial: the cipher is opened here and nowhere kept. */
async function readNames(campaignId: string): Promise<string[]> {
  const rows = await publicSql<{ person_cipher: string }[]>`
    select person_cipher from published.campaign_names where campaign_id = ${campaignId} order by confirmed_at desc limit ${SHOWN_NAMES}`;
  return rows.map((row) =>
    publicName((JSON.parse(unseal(row.person_cipher, 'signatures.person')) as { name: string }).name),
  );
}
