/** Who usually answers for a problem, by category and region. A suggestion: organisers correct it by hand. */
import { categoryByKey } from '#app/features/issues/rules/categories.ts';
import type { CategoryKey } from '#app/features/issues/rules/categories.ts';
import type { BodyKind } from './body-kinds.ts';

type RegionRule = Readonly<{ region: string; categories: readonly CategoryKey[]; first: BodyKind }>;

/** Where a region differs from the country: a body that comes first there. */
const REGION_RULES: readonly RegionRule[] = [
  // “Təmiz Şəhər” disposes of waste in Baku only; elsewhere it is the municipality and the district's utilities.
  { region: 'AZ-BA', categories: ['waste'], first: 'temiz_seher' },
];

/**
 * Kinds of bodies for a category in a region, the likeliest first, none twice; empty for a category that may not be
 * stored as a report. Bodies of a wider reach (ministry, ombudsman) come only where the category names them.
 */
export function defaultRouting(category: CategoryKey, regionCode: string): readonly BodyKind[] {
  const known = categoryByKey(category);
  if (!known || known.sensitivity === 2) return [];
  const first = REGION_RULES.filter(
    (rule) => rule.region === regionCode && rule.categories.includes(category),
  ).map((rule) => rule.first);
  return [...new Set([...first, ...known.bodies])];
}
