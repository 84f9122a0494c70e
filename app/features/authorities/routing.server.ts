import { and, asc, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm';
import { publicSql, type Tx } from '#db/client.server.ts';
import { bodies, bodyRoutes } from '#db/schema/index.ts';
import type { Day } from '#app/kernel/dated-rules/days.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { choiceOf, regionsOfChoice, type Names } from '#app/kernel/regions.ts';
import { now } from '#app/platform/clock.server.ts';
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

/** Lines that hold on a day: ended ones are kept for whoever asks about an earlier day. */
export function holdingOn(day: Day) {
  return and(
    or(isNull(bodyRoutes.validFrom), lte(bodyRoutes.validFrom, day)),
    or(isNull(bodyRoutes.validTo), gte(bodyRoutes.validTo, day)),
  );
}

/** The instance's default lines and the organisation's own that hold on a day; of other organisations' the walls show nothing. */
export async function listRoutes(tx: Tx, organisationId: string | null, day: Day = dayOf(now())): Promise<Route[]> {
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
      and(
        holdingOn(day),
        organisationId === null
          ? isNull(bodyRoutes.organisationId)
          : or(isNull(bodyRoutes.organisationId), eq(bodyRoutes.organisationId, organisationId)),
      ),
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
export async function publicBodiesFor(
  category: string,
  region: string,
  day: Day = dayOf(now()),
): Promise<PublicBody[]> {
  const routes = await publicSql<{ category: string; region: string | null; body_kind: string; position: number }[]>`
    select category, region, body_kind, position from published.body_routes
    where category = ${category} and coalesce(valid_from, ${day}::date) <= ${day}::date
      and coalesce(valid_to, ${day}::date) >= ${day}::date`;
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
  const rows = await publicSql<
    PublicRow[]
  >`select ${PUBLIC_COLUMNS} from published.bodies where kind in ${publicSql(kinds)}`;
  return bodiesOfKinds(rows.map(toPublic), kinds, region);
}

const PUBLIC_COLUMNS = publicSql`
  id, kind, region, name_az, name_en, name_ru, hotline, source, to_char(checked_on, 'YYYY-MM-DD') as checked_on`;

const toPublic = (row: PublicRow): PublicBody => ({
  id: row.id,
  kind: row.kind,
  region: row.region,
  names: { az: row.name_az, en: row.name_en, ru: row.name_ru },
  hotline: row.hotline,
  source: row.source,
  checkedOn: row.checked_on,
});

/** Bodies in use of one choice of region and the country-wide ones; null is all of them. By name, local ones first. */
export async function listPublicBodies(region: string | null): Promise<PublicBody[]> {
  const here = region === null ? [] : [region, choiceOf(region), ...regionsOfChoice(choiceOf(region))];
  const rows = await publicSql<PublicRow[]>`
    select ${PUBLIC_COLUMNS} from published.bodies
    where ${region === null ? publicSql`true` : publicSql`region is null or region in ${publicSql(here)}`}
    order by region is null, name_az collate "az-x-icu", id`;
  return rows.map(toPublic);
}

/** One body in use; null when there is none. */
export async function getPublicBody(id: string): Promise<PublicBody | null> {
  const [row] = await publicSql<PublicRow[]>`select ${PUBLIC_COLUMNS} from published.bodies where id = ${id}`;
  return row ? toPublic(row) : null;
}
