import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { auditEntries, organisationRegions, users } from '#db/schema/index.ts';
import { CATEGORIES, isReportable, type CategoryKey, type Theme } from '#app/features/issues/rules/categories.ts';
import { choiceOf, regionsForChoice } from '#app/kernel/regions.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { listBodyCards, listRoutes, type BodyCard } from './routing.server.ts';
import type { BodyKind } from './rules/body-kinds.ts';
import { parseCorrectionSubject } from './rules/corrections.ts';
import { bodiesOfKinds, rankKinds } from './rules/routing.ts';

type MemberScope = Extract<Scope, { kind: 'member' }>;

export type BoardLine = {
  category: CategoryKey;
  theme: Theme;
  bodies: BodyCard[];
  /** The organisation's own correction that holds here, if one does. */
  own: { bodyKind: BodyKind; region: string | null } | null;
};
export type CorrectionEntry = {
  id: number;
  at: Date;
  by: string | null;
  category: CategoryKey;
  region: string | null;
  bodyKind: BodyKind | null;
};

export type RoutingBoard = {
  /** The choice shown. */
  region: string;
  /** The organisation's own regions first. */
  regions: { own: string[]; others: string[] };
  lines: BoardLine[];
  gaps: CategoryKey[];
  history: CorrectionEntry[];
};

/** Who answers for what in one region, as this organisation has it. An unknown region falls back to the organisation's first. */
export function getRoutingBoard(scope: MemberScope, asked: string | null): Promise<RoutingBoard> {
  return withScope(scope, async (tx) => {
    const served = await tx
      .select({ region: organisationRegions.region })
      .from(organisationRegions)
      .where(eq(organisationRegions.organisationId, scope.organisationId));
    const own = [...new Set(served.map((row) => choiceOf(row.region)))].sort();
    const choices = regionsForChoice().map((choice) => choice.code);
    const region = choices.find((code) => code === asked) ?? own[0] ?? choices[0] ?? '';
    const routes = await listRoutes(tx, scope.organisationId);
    const cards = (await listBodyCards(tx)).filter((body) => body.isActive);
    const lines = CATEGORIES.filter(({ key }) => isReportable(key)).map(({ key, theme }) => {
      const kinds = rankKinds(routes, { category: key, region, organisationId: scope.organisationId });
      const mine = routes.filter((route) => route.organisationId !== null && route.category === key);
      const holding =
        mine.find((route) => route.region !== null && choiceOf(route.region) === region) ??
        mine.find((route) => route.region === null);
      return {
        category: key,
        theme,
        bodies: bodiesOfKinds(cards, kinds, region),
        own: holding ? { bodyKind: holding.bodyKind as BodyKind, region: holding.region } : null,
      };
    });
    return {
      region,
      regions: { own, others: choices.filter((code) => !own.includes(code)) },
      lines,
      gaps: lines.filter((line) => line.bodies.length === 0).map((line) => line.category),
      history: await listCorrections(tx),
    };
  });
}

/** The trail's entries about corrections, newest first: they name category, region and kind, and no person's data. */
async function listCorrections(tx: Tx): Promise<CorrectionEntry[]> {
  const rows = await tx
    .select({ id: auditEntries.id, at: auditEntries.at, subjectId: auditEntries.subjectId, by: users.name })
    .from(auditEntries)
    .leftJoin(users, eq(users.id, auditEntries.actorId))
    .where(
      and(
        eq(auditEntries.subjectType, 'body_route'),
        inArray(auditEntries.action, ['routing.corrected', 'routing.restored']),
      ),
    )
    .orderBy(desc(auditEntries.id))
    .limit(20);
  return rows.flatMap(({ subjectId, ...row }) => {
    const named = parseCorrectionSubject(subjectId ?? '');
    return named ? [{ ...row, ...named }] : [];
  });
}
