import type postgres from 'postgres';
import { publicSql } from '#db/client.server.ts';
import { decodeCursor, encodeCursor, PAGE_SIZE } from '#app/kernel/pagination.ts';
import type { Names } from '#app/kernel/regions.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { whereCounted, whereIssues, type IssueFilters } from './public-filters.ts';
import { STATE_GROUPS, type IssueState } from './rules/lifecycle.ts';
import {
  COUNT_CAP,
  type GroupTotals,
  type IssueCard,
  type IssuePage,
  type PhotoCard,
  type PublicIssue,
  type PublicStep,
} from './rules/views.ts';

/** Everything here asks the published views as a role that sees nothing else. */

type CardRow = {
  ref: string;
  state: IssueState;
  category: string;
  region: string;
  place: string;
  title: string;
  locale: Locale;
  confirmations: number;
  published_at: Date;
};

const toCard = (row: CardRow): IssueCard => ({
  ref: Number(row.ref),
  state: row.state,
  category: row.category,
  region: row.region,
  place: row.place,
  title: row.title,
  locale: row.locale,
  confirmations: row.confirmations,
  publishedAt: row.published_at,
});

const cardColumns = () => publicSql`ref, state, category, region, place, title, locale, confirmations, published_at`;

/** How many fit: from kept counts, or, when words are searched for, by counting up to the cap. */
function totalOf(filters: IssueFilters): postgres.PendingQuery<postgres.Row[]> {
  return filters.q === undefined
    ? publicSql`(select coalesce(sum(count), 0)::int from published.issue_totals where true ${whereCounted(publicSql, filters)})`
    : publicSql`(select count(*)::int from (select 1 from published.issues where true ${whereIssues(publicSql, filters)} limit ${COUNT_CAP + 1}) counted)`;
}

/**
 * A page of published reports, newest first, in one query. Cut by a cursor (the last row's day and number), so that a
 * late page costs what the first one costs. A cursor that is not ours is as good as none.
 */
export async function listIssues(
  filters: IssueFilters,
  cursors: { after?: string | null; before?: string | null } = {},
  size = PAGE_SIZE,
): Promise<IssuePage> {
  const after = decodeCursor(cursors.after ?? null);
  const before = after ? undefined : decodeCursor(cursors.before ?? null);
  const rows = before
    ? await publicSql<(CardRow & { total: number })[]>`
        select ${cardColumns()}, ${totalOf(filters)} as total from published.issues
        where (published_at, ref) > (${before.at}, ${before.id}) ${whereIssues(publicSql, filters)} order by published_at asc nulls first, ref asc nulls first limit ${size + 1}`
    : await publicSql<(CardRow & { total: number })[]>`
        select ${cardColumns()}, ${totalOf(filters)} as total from published.issues
        where ${after ? publicSql`(published_at, ref) < (${after.at}, ${after.id})` : publicSql`true`} ${whereIssues(publicSql, filters)}
        order by published_at desc nulls last, ref desc nulls last limit ${size + 1}`;
  const hasMore = rows.length > size;
  const items = rows.slice(0, size).map(toCard);
  if (before) items.reverse();
  const total = rows[0]?.total ?? 0;
  const cursorOf = (card: IssueCard | undefined) => (card ? encodeCursor(card.publishedAt, card.ref) : null);
  return {
    items,
    total: filters.q === undefined ? total : Math.min(total, COUNT_CAP),
    isCapped: filters.q !== undefined && total > COUNT_CAP,
    next: before || hasMore ? cursorOf(items.at(-1)) : null,
    previous: (before ? hasMore : after !== undefined) ? cursorOf(items[0]) : null,
  };
}

/** Published reports by group, of a region's choice or of the whole country. */
export async function countByGroup(filters: Pick<IssueFilters, 'region'>): Promise<GroupTotals> {
  const rows = await publicSql<{ state_group: keyof GroupTotals; count: number }[]>`
    select state_group, sum(count)::int as count from published.issue_totals where true ${whereCounted(publicSql, filters)} group by state_group`;
  const totals = Object.fromEntries(STATE_GROUPS.map((group) => [group, 0])) as GroupTotals;
  for (const row of rows) totals[row.state_group] = row.count;
  return totals;
}

type IssueRow = CardRow & {
  details: string;
  theme: string;
  has_point: boolean;
  is_blurred: boolean;
  is_by_words: boolean;
  organisation: { slug: string; names: Names } | null;
  steps: { id: string; state: IssueState; note: string | null; body: Names | null; at: string }[];
  photos: PhotoCard[];
  replies: { id: string; bodyName: string | null; signatory: string | null; text: string; at: string }[];
};

const names = (alias: string) =>
  publicSql`json_build_object('az', ${publicSql(alias)}.name_az, 'en', ${publicSql(alias)}.name_en, 'ru', ${publicSql(alias)}.name_ru)`;

/** A published report with all that its page shows, in one query; null when there is none under this number. */
export async function findIssue(ref: number): Promise<PublicIssue | null> {
  const [row] = await publicSql<IssueRow[]>`
    select i.ref, i.state, i.category, i.region, i.place, i.title, i.locale, i.confirmations, i.published_at, i.details, i.theme,
           i.lat is not null as has_point, i.is_blurred, i.is_by_words,
           (select json_build_object('slug', o.slug, 'names', ${names('o')}) from published.organisations o where o.id = i.organisation_id) as organisation,
           (select coalesce(json_agg(json_build_object('id', e.id, 'state', e.to_state, 'note', e.public_note, 'at', e.created_at,
                      'body', (select ${names('b')} from published.bodies b where b.id = e.body_id)) order by e.created_at, e.id), '[]')
            from published.issue_events e where e.ref = i.ref) as steps,
           (select coalesce(json_agg(json_build_object('id', p.id, 'width', p.width, 'height', p.height) order by p.position), '[]')
            from published.issue_photos p where p.ref = i.ref) as photos,
           (select coalesce(json_agg(json_build_object('id', r.id, 'bodyName', r.body_name, 'signatory', r.signatory, 'text', r.text, 'at', r.decided_at)
                      order by r.decided_at), '[]')
            from published.body_replies r where r.ref = i.ref) as replies
    from published.issues i where i.ref = ${ref}`;
  if (!row) return null;
  return {
    ...toCard(row),
    details: row.details,
    theme: row.theme,
    hasPoint: row.has_point,
    isBlurred: row.is_blurred,
    isByWords: row.is_by_words,
    organisation: row.organisation,
    steps: row.steps.map((step) => ({ ...step, at: new Date(step.at) })),
    photos: row.photos,
    replies: row.replies.map((reply) => ({
      ...reply,
      bodyName: reply.bodyName ?? '',
      signatory: reply.signatory ?? '',
      at: new Date(reply.at),
    })),
  };
}

/** Title and place of a published report, for pages about it; null when there is none. */
export async function findIssueCard(ref: number): Promise<IssueCard | null> {
  const [row] = await publicSql<CardRow[]>`select ${cardColumns()} from published.issues where ref = ${ref}`;
  return row ? toCard(row) : null;
}

/** True for a number whose page was public and is not any more: withdrawn, or taken down. */
export async function isGone(ref: number): Promise<boolean> {
  const [row] = await publicSql<{ gone: boolean }[]>`select published.issue_is_gone(${ref}) as gone`;
  return row?.gone ?? false;
}

/** The file of a published picture, or null: hidden ones, and those of reports that are not public, are not there. */
export async function findPhotoFile(id: string, size: 'full' | 'thumb'): Promise<string | null> {
  const [row] = await publicSql<
    { full_key: string; thumb_key: string }[]
  >`select full_key, thumb_key from published.issue_photos where id = ${id}`;
  if (!row) return null;
  return size === 'full' ? row.full_key : row.thumb_key;
}

/** True for a picture of a report whose page was public and is not any more. */
export async function isPhotoGone(id: string): Promise<boolean> {
  const [row] = await publicSql<{ gone: boolean }[]>`select published.photo_is_gone(${id}) as gone`;
  return row?.gone ?? false;
}

/** Only the first of equal moves in a row: a page taken down and put back has not been published twice. */
export function distinctSteps(steps: readonly PublicStep[]): PublicStep[] {
  return steps.filter((step, at) => at === 0 || step.state !== steps[at - 1]?.state || step.note !== null);
}
