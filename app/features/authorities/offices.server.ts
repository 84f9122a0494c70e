import { asc, desc, eq, inArray } from 'drizzle-orm';
import { holidays, holidayYears, postHolders, posts } from '#db/schema/index.ts';
import type { Day } from '#app/kernel/dated-rules/days.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';

type OperatorScope = Extract<Scope, { kind: 'operator' }>;

export type KeptHolder = Omit<typeof postHolders.$inferSelect, 'postId'>;
export type KeptPost = typeof posts.$inferSelect & { holders: KeptHolder[] };

/** A body's offices for their keeper, in use or not, each with everybody who held it, the newest first. */
export function listKeptPosts(scope: OperatorScope, bodyId: string): Promise<KeptPost[]> {
  return withScope(scope, async (tx) => {
    const rows = await tx
      .select()
      .from(posts)
      .where(eq(posts.bodyId, bodyId))
      .orderBy(asc(posts.position), asc(posts.titleAz));
    if (rows.length === 0) return [];
    const holders = await tx
      .select()
      .from(postHolders)
      .where(
        inArray(
          postHolders.postId,
          rows.map((post) => post.id),
        ),
      )
      .orderBy(desc(postHolders.since));
    return rows.map((post) => ({ ...post, holders: holders.filter((holder) => holder.postId === post.id) }));
  });
}

export type KeptYear = {
  year: number;
  isSample: boolean;
  source: string;
  confirmedAt: Date | null;
  days: { on: Day; name: string; isWorkday: boolean }[];
};

/** Every year with a table, and the one asked for though it has none. */
export function listKeptYears(scope: OperatorScope, asked: number): Promise<{ years: number[]; year: KeptYear }> {
  return withScope(scope, async (tx) => {
    const rows = await tx.select().from(holidayYears).orderBy(asc(holidayYears.year));
    const days = await tx.select().from(holidays).where(eq(holidays.year, asked)).orderBy(asc(holidays.on));
    const row = rows.find((one) => one.year === asked);
    return {
      years: [...new Set([...rows.map((one) => one.year), asked])].sort(),
      year: {
        year: asked,
        isSample: row?.isSample ?? false,
        source: row?.source ?? '',
        confirmedAt: row?.confirmedAt ?? null,
        days: days.map(({ on, name, isWorkday }) => ({ on, name, isWorkday })),
      },
    };
  });
}
