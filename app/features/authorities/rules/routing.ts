/** Who usually answers for a problem, by category and region. A suggestion: organisers correct it by hand. */
import { CATEGORIES, categoryByKey, isReportable } from '#app/features/issues/rules/categories.ts';
import type { CategoryKey } from '#app/features/issues/rules/categories.ts';
import { choiceOf, regionsOfChoice } from '#app/kernel/regions.ts';
import { isBodyKind, reachOf } from './body-kinds.ts';
import type { BodyKind } from './body-kinds.ts';

type RegionRule = Readonly<{ region: string; categories: readonly CategoryKey[]; first: BodyKind }>;

/** Where a region differs from the country: a body that comes first there. */
const REGION_RULES: readonly RegionRule[] = [
  // “Təmiz Şəhər” disposes of waste in Baku only; elsewhere it is the municipality and the district's utilities.
  { region: 'AZ-BA', categories: ['waste'], first: 'temiz_seher' },
];

/** One line of the routing table: `region` null means everywhere, `organisationId` null means the instance's default. */
export type Route = Readonly<{
  category: string;
  region: string | null;
  bodyKind: string;
  position: number;
  organisationId: string | null;
}>;

/** What a letter's addressee is looked for by. `region` is a region's code or a choice's. */
export type RoutingQuestion = Readonly<{ category: string; region: string; organisationId: string | null }>;

/** The routing table that an instance starts with: each category's bodies in order, and the regions that differ. */
export function defaultRoutes(): Route[] {
  const general = CATEGORIES.filter(({ key }) => isReportable(key)).flatMap(({ key, bodies }) =>
    bodies.map((bodyKind, position) => ({ category: key, region: null, bodyKind, position, organisationId: null })),
  );
  const regional = REGION_RULES.flatMap(({ region, categories, first }) =>
    categories.map((category) => ({ category, region, bodyKind: first, position: 0, organisationId: null })),
  );
  return [...general, ...regional];
}

const DEFAULTS = defaultRoutes();

/** Whether a line's region covers the question's: the same, or the town and district of one name. */
function covers(region: string, asked: string): boolean {
  return region === asked || choiceOf(region) === choiceOf(asked);
}

/** 0 one's own correction for the region, 1 one's own for everywhere, 2 the default for the region, 3 the general default. */
function rank(route: Route): number {
  return (route.organisationId === null ? 2 : 0) + (route.region === null ? 1 : 0);
}

/**
 * Kinds of bodies for a question, the most specific line first (one's own correction, then region, then general; equals
 * by position), none twice. Other organisations' corrections and unknown kinds are passed over.
 */
export function rankKinds(routes: readonly Route[], { category, region, organisationId }: RoutingQuestion): BodyKind[] {
  const mine = routes.filter(
    (route) =>
      route.category === category &&
      (route.organisationId === null || route.organisationId === organisationId) &&
      (route.region === null || covers(route.region, region)),
  );
  const ordered = mine.toSorted((a, b) => rank(a) - rank(b) || a.position - b.position);
  return [...new Set(ordered.map((route) => route.bodyKind))].filter(isBodyKind);
}

/** What routing needs to know of a body. */
export type RoutableBody = Readonly<{ id: string; kind: string; region: string | null }>;

/**
 * The bodies behind ranked kinds, likeliest first: of each kind those of the region (of the autonomous republic all of
 * its districts'), else the country-wide one. A kind that is kept by region and has nobody there gives none.
 */
export function bodiesOfKinds<Body extends RoutableBody>(
  bodies: readonly Body[],
  kinds: readonly BodyKind[],
  region: string,
): Body[] {
  const near = [region, choiceOf(region), ...regionsOfChoice(choiceOf(region))];
  return kinds.flatMap((kind) => {
    const ofKind = bodies.filter((body) => body.kind === kind);
    const local = ofKind
      .filter((body) => body.region !== null && near.includes(body.region))
      .toSorted((a, b) => near.indexOf(a.region as string) - near.indexOf(b.region as string));
    return local.length > 0 ? local : ofKind.filter((body) => body.region === null);
  });
}

/**
 * Kinds of bodies for a category in a region by the default table; empty for a category that may not be stored as a
 * report. Bodies of a wider reach (ministry, ombudsman) come only where the category names them.
 */
export function defaultRouting(category: CategoryKey, regionCode: string): readonly BodyKind[] {
  if ((categoryByKey(category)?.sensitivity ?? 2) === 2) return [];
  return rankKinds(DEFAULTS, { category, region: regionCode, organisationId: null });
}

/** Kinds of which an instance keeps one body a region. */
export function isKeptByRegion(kind: BodyKind): boolean {
  return ['local', 'region'].includes(reachOf(kind));
}
