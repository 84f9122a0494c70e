import type postgres from 'postgres';
import { defaultRoutes, isKeptByRegion } from '#app/features/authorities/rules/routing.ts';
import type { BodyKind } from '#app/features/authorities/rules/body-kinds.ts';
import { newId } from '#app/kernel/ids.ts';
import { choiceOf, regionByCode, REGIONS } from '#app/kernel/regions.ts';
import { isDemo } from '#app/platform/env.server.ts';
import { BODY_REFERENCE, bodyNameIn, demoBodyEmail } from './bodies.ts';

/** The regions of the demo story: only their local bodies can be written to by e-mail there. */
const STORY_REGIONS = ['AZ-GA', 'AZ-GOY', 'AZ-SAK', 'AZ-IMI', 'AZ-LAN', 'AZ-KUR', 'AZ-AST', 'AZ-SKR', 'AZ-MAS'];

/** Twin towns (Şəki, Lənkəran, Yevlax) are answered for by the district of the same name. */
const LOCAL_REGIONS = REGIONS.map((region) => region.code).filter(
  (code) => choiceOf(code) === code || choiceOf(code) === 'AZ-NX',
);

/**
 * Loads bodies and default routing into tables that lack them; run again it adds what is new, and what an operator
 * corrected stays. Local kinds get one body a region. Only the demo's have e-mail addresses, and those reach nobody.
 */
export async function loadReference(sql: postgres.Sql): Promise<void> {
  const rows = BODY_REFERENCE.flatMap(({ kind, names, hotlines, source, checkedOn }) =>
    (isKeptByRegion(kind) ? LOCAL_REGIONS : [null]).map((region) => {
      const here = region === null ? names : bodyNameIn(kind, region);
      return {
        id: newId(),
        kind,
        region,
        name_az: here.az,
        name_en: here.en,
        name_ru: here.ru,
        email: isDemo() ? demoEmail(kind, region) : null,
        hotline: hotlines.join(', ') || null,
        source: source || null,
        checked_on: checkedOn,
      };
    }),
  );
  await sql`insert into bodies ${sql(rows)} on conflict do nothing`;
  const [routed] = await sql`select 1 from body_routes where organisation_id is null limit 1`;
  if (routed) return;
  const routes = defaultRoutes().map((route) => ({
    id: newId(),
    category: route.category,
    region: route.region,
    body_kind: route.bodyKind,
    position: route.position,
  }));
  await sql`insert into body_routes ${sql(routes)}`;
}

/** Whoever owns a place has no address of an authority; nor has a district outside the story. */
function demoEmail(kind: BodyKind, region: string | null): string | null {
  if (kind === 'sahib') return null;
  if (region === null) return demoBodyEmail(kind, null);
  return STORY_REGIONS.includes(region) ? demoBodyEmail(kind, regionByCode(region)?.slug ?? null) : null;
}
