import type postgres from 'postgres';
import { reachOf, type BodyKind } from '#app/features/authorities/rules/body-kinds.ts';
import { CATEGORIES } from '#app/features/issues/rules/categories.ts';
import { newId } from '#app/kernel/ids.ts';
import { REGIONS } from '#app/kernel/regions.ts';
import { isDemo } from '#app/platform/env.server.ts';
import { BODY_REFERENCE, bodyNameIn, demoBodyEmail } from './bodies.ts';

/**
 * Loads bodies and default routing into tables that do not have them yet; what an operator corrected stays.
 * Local kinds get one body a region. Only the demo's have e-mail addresses, and those end in `.invalid`.
 */
export async function loadReference(sql: postgres.Sql): Promise<void> {
  const rows = BODY_REFERENCE.flatMap((entry) => {
    const regions = isLocal(entry.kind) ? REGIONS.map((region) => region.code) : [null];
    return regions.map((region) => {
      const names = region === null ? entry.names : bodyNameIn(entry.kind, region);
      return {
        id: newId(),
        kind: entry.kind,
        region,
        name_az: names.az,
        name_en: names.en,
        name_ru: names.ru,
        email: isDemo() ? demoBodyEmail(entry.kind, region === null ? null : region.toLowerCase()) : null,
        hotline: entry.hotlines[0] ?? null,
        source: entry.source || null,
        checked_on: entry.checkedOn,
      };
    });
  });
  await sql`insert into bodies ${sql(rows)} on conflict do nothing`;
  const [routed] = await sql`select 1 from body_routes where organisation_id is null limit 1`;
  if (routed) return;
  const routes = CATEGORIES.flatMap((category) =>
    category.bodies.map((body_kind, position) => ({ id: newId(), category: category.key, region: null, body_kind, position })),
  );
  await sql`insert into body_routes ${sql(routes)}`;
}

const isLocal = (kind: BodyKind): boolean => ['local', 'region'].includes(reachOf(kind));
