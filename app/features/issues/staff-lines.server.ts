import { sql } from 'drizzle-orm';
import { issues, users } from '#db/schema/index.ts';
import type { CategoryKey } from './rules/categories.ts';
import type { IssueLine } from './staff-views.ts';

/** The columns of a report in a list. Queries of the staff join `issues` under its own name. */
export const lineColumns = {
  id: issues.id,
  ref: issues.ref,
  state: issues.state,
  title: sql<string>`coalesce(issues.public_title, issues.title)`,
  place: sql<string>`coalesce(issues.public_place, issues.place)`,
  region: issues.region,
  category: sql<CategoryKey>`issues.category`,
  createdAt: issues.createdAt,
} as const;

export const photoCount = sql<number>`(select count(*)::int from issue_photos p where p.issue_id = issues.id and p.full_key <> '')`;

/** Name of a colleague by a column of `issues`. Row-level security leaves out people of elsewhere. */
export const nameOf = (column: 'entered_by' | 'assignee_id') =>
  sql<string | null>`(select ${users.name} from users where users.id = issues.${sql.identifier(column)})`;

/** When the state last changed. */
export const lastMove = sql<Date>`coalesce(
  (select max(e.created_at) from issue_events e where e.issue_id = issues.id and e.kind = 'move'), issues.created_at)`.mapWith(
  issues.createdAt,
);

export const SAME_THEME_METRES = 250;
export const SAME_CATEGORY_DAYS = 90;

/** Metres between the exact points of two aliases of `issues`; null when one has none. Good to a metre over some kilometres. */
export const metresBetween = (a: string, b: string) => {
  const [one, two] = [sql.identifier(a), sql.identifier(b)];
  return sql<number | null>`(111195 * sqrt(power(${one}.exact_lat - ${two}.exact_lat, 2)
    + power((${one}.exact_lng - ${two}.exact_lng) * cos(radians(${one}.exact_lat)), 2)))`;
};

/** Whether report `b` may be about the same thing as `a`; turned down and withdrawn ones are not asked. */
export const isSimilar = (a: string, b: string, since: Date) => {
  const [one, two] = [sql.identifier(a), sql.identifier(b)];
  return sql<boolean>`(${two}.organisation_id = ${one}.organisation_id and ${two}.id <> ${one}.id
    and ${two}.state not in ('rejected', 'withdrawn')
    and ((${two}.region = ${one}.region and ${two}.category = ${one}.category and ${two}.created_at >= ${since.toISOString()}::timestamptz)
      or (${two}.theme = ${one}.theme and ${metresBetween(a, b)} <= ${SAME_THEME_METRES})))`;
};

export const similarSince = (now: Date): Date => new Date(now.getTime() - SAME_CATEGORY_DAYS * 86_400_000);

/** A line out of a row that holds more. */
export const toLine = ({ id, ref, state, title, place, region, category, createdAt }: IssueLine): IssueLine => ({
  id,
  ref,
  state,
  title,
  place,
  region,
  category,
  createdAt,
});
