import { and, inArray, isNotNull, lt, sql } from 'drizzle-orm';
import { cases } from '#db/schema/legal-aid.ts';
import { addMonths } from '#app/kernel/dated-rules/days.ts';
import { REGIONS } from '#app/kernel/regions.ts';
import type { DeskWork } from './desk-staff.server.ts';
import { withLegalScope } from './legal-scope.server.ts';
import { MATTERS, OUTCOMES, TRACKS } from './rules/desk.ts';
import { CASE_STATES } from './rules/lifecycle.ts';
import { suppress, type CountTable, type Published } from './rules/suppression.ts';

/** What the figures count by, one facet a table; there is no table of two. */
export const FIGURES = ['month', 'track', 'matter', 'region', 'outcome', 'age'] as const;
export type Figure = (typeof FIGURES)[number];
/** Days from the request to its end, or to the end of last month. */
export const AGES = ['week', 'month', 'quarter', 'year', 'longer'] as const;
const MONTHS = 12;
/** A case that has no such facet yet. */
export const NONE = 'none';

/**
 * The desk's figures of the twelve months before this one, suppressed (rules/suppression). Whole months only: figures that
 * change with each case would say, by their difference, what that case is. Cases kept from the reader are left out.
 */
export function readStatistics(work: DeskWork): Promise<{ from: string; to: string; published: Published }> {
  const to = `${work.today.slice(0, 7)}-01`;
  const from = addMonths(to, -MONTHS);
  const months = Array.from({ length: MONTHS }, (_, at) => addMonths(from, at).slice(0, 7));
  const keysOf: Record<Figure, readonly string[]> = {
    month: months,
    track: TRACKS,
    matter: [...MATTERS, NONE],
    region: [...REGIONS.map((region) => region.code), NONE],
    outcome: [...OUTCOMES, NONE],
    age: AGES,
  };
  const days = sql`(coalesce(${cases.closedOn}, ${to}::date) - ${cases.openedOn})`;
  const by: Record<Figure, ReturnType<typeof sql>> = {
    month: sql`to_char(${cases.openedOn}, 'YYYY-MM')`,
    track: sql`${cases.track}`,
    matter: sql`coalesce(${cases.matter}, ${NONE})`,
    region: sql`coalesce(${cases.region}, ${NONE})`,
    outcome: sql`coalesce(${cases.outcome}, ${NONE})`,
    age: sql`case when ${days} <= 7 then 'week' when ${days} <= 31 then 'month' when ${days} <= 92 then 'quarter' when ${days} <= 365 then 'year' else 'longer' end`,
  };
  const counted = and(
    isNotNull(cases.number),
    inArray(
      cases.state,
      CASE_STATES.filter((state) => state !== 'draft' && state !== 'erased'),
    ),
    sql`${cases.openedOn} >= ${from}`,
    lt(cases.openedOn, to),
  );
  return withLegalScope(work.scope, async (tx) => {
    const tables: CountTable[] = [];
    for (const figure of FIGURES) {
      const rows = await tx
        .select({ key: sql<string>`${by[figure]}`, count: sql<number>`count(*)::int` })
        .from(cases)
        .where(counted)
        .groupBy(sql`1`);
      const found = new Map(rows.map((row) => [row.key, row.count]));
      // A district of another country's code, or a word of an older version, still counts.
      const keys = [...new Set([...keysOf[figure], ...found.keys()])];
      tables.push({ key: figure, cells: keys.map((key) => ({ key, count: found.get(key) ?? 0 })) });
    }
    return { from, to, published: suppress(tables) };
  });
}
