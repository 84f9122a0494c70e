/**
 * What the public list and the map may be narrowed by. One parser, one address, one where-clause for both, so that the
 * map's count and the list's total can never mean different things. Pure: the clause is built with the caller's `sql`.
 */
import type postgres from 'postgres';
import { choiceOf, isRegionCode, regionsOfChoice } from '#app/kernel/regions.ts';
import { isCategoryKey, isTheme, type CategoryKey, type Theme } from './rules/categories.ts';
import { STATE_GROUPS, type StateGroup } from './rules/lifecycle.ts';

export type IssueFilters = {
  /** A choice of the citizens' list (`AZ-AST`, `AZ-NX`); a twin's code is answered by its choice. */
  region?: string;
  category?: CategoryKey;
  theme?: Theme;
  group?: StateGroup;
  /** Words to look for, as typed; folded by the database like the text they are looked for in. */
  q?: string;
};

const MAX_QUERY = 80;

/** Reads filters out of an address. What is not known is left out, so a broken link shows more and not an error. */
export function parseIssueFilters(params: URLSearchParams): IssueFilters {
  const filters: IssueFilters = {};
  const region = params.get('region') ?? '';
  if (isRegionCode(region) || regionsOfChoice(region).length > 0) filters.region = choiceOf(region);
  const category = params.get('category');
  if (isCategoryKey(category)) filters.category = category;
  const theme = params.get('theme');
  if (isTheme(theme)) filters.theme = theme;
  const group = params.get('group');
  if ((STATE_GROUPS as readonly string[]).includes(group ?? '')) filters.group = group as StateGroup;
  const q = (params.get('q') ?? '').replaceAll('\u0000', '').replace(/\s+/gu, ' ').trim().slice(0, MAX_QUERY);
  if (q !== '') filters.q = q;
  return filters;
}

const ORDER = ['region', 'theme', 'category', 'group', 'q'] as const satisfies readonly (keyof IssueFilters)[];

/** The address's query (`?region=…`, or empty) of these filters, always in one order. */
export function issueQuery(filters: IssueFilters, more: Record<string, string> = {}): string {
  const params = new URLSearchParams();
  for (const key of ORDER) if (filters[key] !== undefined) params.set(key, filters[key]);
  for (const [key, value] of Object.entries(more)) params.set(key, value);
  return params.size > 0 ? `?${params}` : '';
}

/** The same filters without one of them. */
export function withoutFilter(filters: IssueFilters, key: keyof IssueFilters): IssueFilters {
  const { [key]: _dropped, ...rest } = filters;
  return rest;
}

/** `and …` for each filter but the words, over columns `region`, `category`, `theme`, `state_group`: fits issues, cells' points and totals. */
export function whereCounted(
  sql: postgres.Sql,
  { region, category, theme, group }: IssueFilters,
): postgres.PendingQuery<postgres.Row[]> {
  const regions = region === undefined ? [] : regionsOfChoice(region);
  const inRegion =
    regions.length > 1
      ? sql`and region = any(${[...regions]})`
      : regions.length === 1
        ? sql`and region = ${regions[0] as string}`
        : sql``;
  const inCategory = category ? sql`and category = ${category}` : sql``;
  const inTheme = theme ? sql`and theme = ${theme}` : sql``;
  const inGroup = group ? sql`and state_group = ${group}` : sql``;
  return sql`${inRegion} ${inCategory} ${inTheme} ${inGroup}`;
}

/** All filters over `published.issues`, to stand after a `where true` or another condition. */
export function whereIssues(sql: postgres.Sql, filters: IssueFilters): postgres.PendingQuery<postgres.Row[]> {
  const counted = whereCounted(sql, filters);
  if (filters.q === undefined) return counted;
  // A person's % and _ are letters here, not wildcards.
  const words = filters.q.replaceAll(/[\\%_]/g, (letter) => `\\${letter}`);
  return sql`${counted} and search_text like '%' || app.fold(${words}) || '%'`;
}
