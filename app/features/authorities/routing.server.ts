import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm';
import { publicSql, type Tx } from '#db/client.server.ts';
import { bodies, bodyRoutes } from '#db/schema/index.ts';
import type { Names } from '#app/kernel/regions.ts';
import { bodiesOfKinds, rankKinds, type Route, type RoutingQuestion } from './rules/routing.ts';

/** A body as routing and its lists show it. */
export type BodyCard = {
  id: string;
  kind: string;
  region: string | null;
  names: Names;
  hasEmail: boolean;
  isActive: boolean;
};

const toCard = (row: typeof bodies.$inferSelect): BodyCard => ({
  id: row.id,
  kind: row.kind,
  region: row.region,
  names: { az: row.nameAz, en: row.nameEn, ru: row.nameRu },
  hasEmail: row.email !== null,
  isActive: row.isActive,
});

/** Every body of the instance, in use or not. */
export async function listBodyCards(tx: Tx): Promise<BodyCard[]> {
  const rows = await tx.select().from(bodies).orderBy(asc(bodies.kind), asc(bodies.region));
  return rows.map(toCard);
}

/** The instance's default lines and the organisation's own; of other organisations' the walls show nothing. */
export async function listRoutes(tx: Tx, organisationId: string | null): Promise<Route[]> {
  return tx
    .select({
      category: bodyRoutes.category,
      region: bodyRoutes.region,
      bodyKind: bodyRoutes.bodyKind,
      position: bodyRoutes.position,
      organisationId: bodyRoutes.organisationId,
    })
    .from(bodyRoutes)
    .where(
      organisationId === null
        ? isNull(bodyRoutes.organisationId)
        : or(isNull(bodyRoutes.organisationId), eq(bodyRoutes.organisationId, organisationId)),
    );
}

/**
 * The bodies in use that answer for a category in a region, likeliest first: the organisation's own correction, then the
 * region's line, then the general one. Empty when nobody is known: the page says so.
 */
export async function bodiesFor(tx: Tx, question: RoutingQuestion): Promise<BodyCard[]> {
  const kinds = rankKinds(await listRoutes(tx, question.organisationId), question);
  if (kinds.length === 0) return [];
  const rows = await tx
    .select()
    .from(bodies)
    .where(and(inArray(bodies.kind, kinds), eq(bodies.isActive, true)));
  return bodiesOfKinds(rows.map(toCard), kinds, question.region);
}

/** A body as strangers see it. */
export type PublicBody = {
  id: string;
  kind: string;
  region: string | null;
  names: Names;
  hotline: string | null;
  source: string | null;
  checkedOn: string | null;
};

type PublicRow = {
  id: string;
  kind: string;
  region: string | null;
  name_az: string;
  name_en: string;
  name_ru: string;
  hotline: string | null;
  source: string | null;
  checked_on: string | null;
};

/** The same for the public pages, by the instance's own table alone: an organisation's corrections are its own. */
export async function publicBodiesFor(category: string, region: string): Promise<PublicBody[]> {
  const routes = await publicSql<{ category: string; region: string | null; body_kind: string; position: number }[]>`
    select category, region, body_kind, position from published.body_routes where category = ${category}`;
  const kinds = rankKinds(
    routes.map((row) => ({
      category: row.category,
      region: row.region,
      bodyKind: row.body_kind,
      position: row.position,
      organisationId: null,
    })),
    { category, region, organisationId: null },
  );
  if (kinds.length === 0) return [];
  const rows = await publicSql<PublicRow[]>`
    select id, kind, region, name_az, name_en, name_ru, hotline, source, to_char(checked_on, 'YYYY-MM-DD') as checked_on
    from published.bodies where kind in ${publicSql(kinds)}`;
  const found = rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    region: row.region,
    names: { az: row.name_az, en: row.name_en, ru: row.name_ru },
    hotline: row.hotline,
    source: row.source,
    checkedOn: row.checked_on,
  }));
  return bodiesOfKinds(found, kinds, region);
}
