import { publicSql } from '#db/client.server.ts';
import type { Day } from '#app/kernel/dated-rules/days.ts';
import { regionsOfChoice, type Names } from '#app/kernel/regions.ts';
import type { DecisionKind, PromiseState, Vote } from './rules/watch.ts';
import type { WatchFilters } from './rules/watch-filters.ts';

/** A published decision in a list. */
export type PublicDecision = {
  id: string;
  kind: DecisionKind;
  title: string;
  text: string;
  on: Day;
  region: string;
  sourceUrl: string | null;
  amount: string | null;
  body: { id: string; names: Names };
  organisation: { slug: string; names: Names };
  promises: number;
};

type Row = Omit<PublicDecision, 'body' | 'organisation'> & {
  body_id: string;
  body_az: string;
  body_en: string;
  body_ru: string;
  slug: string;
  org_az: string;
  org_en: string;
  org_ru: string;
};

const toDecision = ({
  body_id,
  body_az,
  body_en,
  body_ru,
  slug,
  org_az,
  org_en,
  org_ru,
  ...row
}: Row): PublicDecision => ({
  ...row,
  body: { id: body_id, names: { az: body_az, en: body_en, ru: body_ru } },
  organisation: { slug, names: { az: org_az, en: org_en, ru: org_ru } },
});

/** One where-builder for the list, its count and its export. */
function matching({ bodyId, kind, year, region }: WatchFilters) {
  return publicSql`
    (${bodyId}::uuid is null or d.body_id = ${bodyId}::uuid) and (${kind}::text is null or d.kind = ${kind}::text)
    and (${year}::int is null or extract(year from d."on") = ${year}::int)
    and (${region}::text is null or d.region = any(${region === null ? [] : [region, ...regionsOfChoice(region)]}::text[]))`;
}

const columns = () => publicSql`
  d.id, d.kind, d.title, d.text, to_char(d."on", 'YYYY-MM-DD') as "on", d.region, d.source_url as "sourceUrl", d.amount,
  b.id as body_id, b.name_az as body_az, b.name_en as body_en, b.name_ru as body_ru,
  o.slug, o.name_az as org_az, o.name_en as org_en, o.name_ru as org_ru,
  (select count(*)::int from published.watched_promises p where p.decision_id = d.id) as promises`;

const source = () => publicSql`
  published.watched_decisions d join published.bodies b on b.id = d.body_id
  join published.organisations o on o.id = d.organisation_id`;

export const DECISIONS_PAGE = 30;

/** Published decisions, newest first. */
export async function listPublicDecisions(
  filters: WatchFilters,
  page: number,
): Promise<{ rows: PublicDecision[]; total: number }> {
  const [rows, counted] = await Promise.all([
    publicSql<Row[]>`
      select ${columns()} from ${source()} where ${matching(filters)}
      order by d."on" desc, d.id desc limit ${DECISIONS_PAGE} offset ${(page - 1) * DECISIONS_PAGE}`,
    publicSql<{ n: number }[]>`select count(*)::int as n from ${source()} where ${matching(filters)}`,
  ]);
  return { rows: rows.map(toDecision), total: counted[0]?.n ?? 0 };
}

/** The whole public list under its filters. */
export async function exportPublicDecisions(filters: WatchFilters): Promise<PublicDecision[]> {
  const rows = await publicSql<Row[]>`
    select ${columns()} from ${source()} where ${matching(filters)} order by d."on" desc, d.id desc`;
  return rows.map(toDecision);
}

export type PublicPromise = {
  id: string;
  text: string;
  dueOn: Day | null;
  state: PromiseState;
  campaign: { slug: string; title: string } | null;
};
export type PublicPriority = { rank: number; text: string; basis: string };
export type PriorityBoard = { organisation: Names; year: number; rows: PublicPriority[] };

export type DecisionPage = PublicDecision & {
  minutes: string;
  votes: { member: string; vote: Vote }[];
  promiseList: PublicPromise[];
  /** What communities of the region want first in that year, or in the last one before it: to set beside what was decided. */
  priorities: PriorityBoard[];
};

/** One published decision with its promises, votes and the community's priorities; null when there is none. */
export async function getPublicDecision(id: string): Promise<DecisionPage | null> {
  const [row] = await publicSql<(Row & { minutes: string; votes: DecisionPage['votes'] })[]>`
    select ${columns()}, d.minutes, d.votes from ${source()} where d.id = ${id}`;
  if (!row) return null;
  const { minutes, votes, ...line } = row;
  const decision = toDecision(line);
  const [promises, priorities] = await Promise.all([
    publicSql<(Omit<PublicPromise, 'campaign'> & { slug: string | null; campaign: string | null })[]>`
      select p.id, p.text, to_char(p.due_on, 'YYYY-MM-DD') as "dueOn", p.state, c.slug, c.title as campaign
      from published.watched_promises p
      left join published.campaign_demands m on m.id = p.demand_id left join published.campaigns c on c.id = m.campaign_id
      where p.decision_id = ${id} order by p.due_on nulls last, p.id`,
    listBoards(decision.region, Number(decision.on.slice(0, 4))),
  ]);
  return {
    ...decision,
    minutes,
    votes,
    promiseList: promises.map(({ slug, campaign, ...promise }) => ({
      ...promise,
      campaign: slug === null ? null : { slug, title: campaign ?? '' },
    })),
    priorities,
  };
}

async function listBoards(region: string, year: number): Promise<PriorityBoard[]> {
  const rows = await publicSql<
    {
      organisation_id: string;
      az: string;
      en: string;
      ru: string;
      year: number;
      rank: number;
      text: string;
      basis: string;
    }[]
  >`
    select p.organisation_id, o.name_az as az, o.name_en as en, o.name_ru as ru, p.year, p.rank, p.text, p.basis
    from published.community_priorities p join published.organisations o on o.id = p.organisation_id
    where p.region = ${region} and p.year = (
      select max(q.year) from published.community_priorities q
      where q.organisation_id = p.organisation_id and q.region = ${region} and q.year <= ${year})
    order by o.name_az, p.rank`;
  const boards = new Map<string, PriorityBoard>();
  for (const { organisation_id, az, en, ru, year: of, ...priority } of rows) {
    const board = boards.get(organisation_id) ?? { organisation: { az, en, ru }, year: of, rows: [] };
    board.rows.push(priority);
    boards.set(organisation_id, board);
  }
  return [...boards.values()];
}

/** What the public list may be filtered by: bodies and years of published decisions. */
export async function listWatchedBodies(): Promise<{ bodies: { id: string; names: Names }[]; years: number[] }> {
  const [bodies, years] = await Promise.all([
    publicSql<{ id: string; az: string; en: string; ru: string }[]>`
      select distinct b.id, b.name_az as az, b.name_en as en, b.name_ru as ru from ${source()} order by b.name_az`,
    publicSql<
      { year: number }[]
    >`select distinct extract(year from d."on")::int as year from ${source()} order by 1 desc`,
  ]);
  return { bodies: bodies.map(({ id, ...names }) => ({ id, names })), years: years.map((row) => row.year) };
}
