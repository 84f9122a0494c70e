import { and, asc, eq, isNotNull, isNull, sql, type SQL } from 'drizzle-orm';
import { bodies } from '#db/schema/index.ts';
import { fold } from '#app/kernel/az-text.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { isBodyKind } from './rules/body-kinds.ts';

type OperatorScope = Extract<Scope, { kind: 'operator' }>;

export type BodyFilter = { words: string; kind: string; region: string; email: string };
export type BodyRecord = typeof bodies.$inferSelect;

/** Bodies per page of the operator's list. */
export const BODIES_PAGE = 40;

/** One where-builder for the list and its count. */
function matching({ words, kind, region, email }: BodyFilter): SQL | undefined {
  const conditions: (SQL | undefined)[] = [
    isBodyKind(kind) ? eq(bodies.kind, kind) : undefined,
    region === 'country' ? isNull(bodies.region) : region ? eq(bodies.region, region) : undefined,
    email === 'with' ? isNotNull(bodies.email) : email === 'without' ? isNull(bodies.email) : undefined,
    words
      ? sql`app.fold(${bodies.nameAz} || ' ' || ${bodies.nameEn} || ' ' || ${bodies.nameRu}) like ${`%${likeable(fold(words))}%`}`
      : undefined,
  ];
  return and(...conditions);
}

const likeable = (text: string): string => text.replaceAll(/[\\%_]/gu, (found) => `\\${found}`);

/** Each language sorts its own names. */
const NAME_ORDER: Record<Locale, SQL> = {
  az: sql`${bodies.nameAz} collate "az-x-icu"`,
  en: sql`${bodies.nameEn} collate "en-x-icu"`,
  ru: sql`${bodies.nameRu} collate "ru-x-icu"`,
};

/** The instance's bodies for their keeper, by name. */
export function listBodies(
  scope: OperatorScope,
  filter: BodyFilter,
  page: number,
  locale: Locale,
): Promise<{ rows: BodyRecord[]; total: number }> {
  return withScope(scope, async (tx) => {
    const where = matching(filter);
    const [counted] = await tx
      .select({ n: sql<number>`count(*)::int` })
      .from(bodies)
      .where(where);
    const rows = await tx
      .select()
      .from(bodies)
      .where(where)
      .orderBy(asc(NAME_ORDER[locale]), asc(bodies.id))
      .limit(BODIES_PAGE)
      .offset((page - 1) * BODIES_PAGE);
    return { rows, total: counted?.n ?? 0 };
  });
}

export function getBody(scope: OperatorScope, id: string): Promise<BodyRecord | null> {
  return withScope(scope, async (tx) => {
    const [row] = await tx.select().from(bodies).where(eq(bodies.id, id));
    return row ?? null;
  });
}
