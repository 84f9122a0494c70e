import type { CategoryKey } from '#app/features/issues/rules/categories.ts';
import { haversineMetres } from '#app/kernel/geo.ts';

/**
 * Where a campaign could begin (issue 3, part 1): published reports of one group of categories that stand near each other
 * and came within a short time. Only public points are looked at, so a suggestion tells nothing that the map does not.
 */
export const SUGGESTION_RULE = { reports: 5, metres: 1000, days: 60 } as const;
export type SuggestionRule = { reports: number; metres: number; days: number };

/** Categories that people speak of as one thing; what is in no group stands with its theme. */
export const CATEGORY_GROUPS = {
  roads: ['road_surface', 'road_safety', 'sidewalk', 'street_light', 'bridge', 'public_transport', 'accessibility'],
  water: ['water_supply', 'sewage', 'irrigation', 'river_pollution', 'flood_landslide'],
  energy: ['electricity', 'gas', 'internet'],
  cleanliness: ['waste', 'air_pollution', 'stray_animals', 'agrochemicals'],
  nature: ['tree_felling', 'green_space', 'coast', 'quarry', 'wildlife'],
  education: ['school', 'kindergarten', 'girls_education'],
  health: ['health', 'maternal_health'],
} as const satisfies Record<string, readonly CategoryKey[]>;
export type CategoryGroup = keyof typeof CATEGORY_GROUPS;

const GROUP_OF = new Map<string, CategoryGroup>(
  Object.entries(CATEGORY_GROUPS).flatMap(([group, keys]) => keys.map((key) => [key, group as CategoryGroup] as const)),
);

/** The group a category belongs to; undefined where its theme is the group. */
export function groupOfCategory(category: string): CategoryGroup | undefined {
  return GROUP_OF.get(category);
}

/** A published report as the rule sees it: its public point and the day it was published. */
export type NearReport = {
  id: string;
  category: string;
  theme: string;
  lat: number;
  lng: number;
  publishedAt: Date;
  confirmations: number;
};
export type Cluster<Report extends NearReport = NearReport> = {
  reports: readonly Report[];
  /** The category that most of them have; of equals the one that comes first in the alphabet of keys. */
  category: string;
  theme: string;
  lat: number;
  lng: number;
  /** Metres between the two that are farthest apart. */
  metres: number;
  /** Whole days between the first and the last, at least 1. */
  days: number;
  /** Confirmations by other people, all together. */
  confirmed: number;
};

const DAY_MS = 86_400_000;
const keyOf = ({ category, theme }: NearReport): string => groupOfCategory(category) ?? `theme:${theme}`;

/**
 * All clusters among reports of the last `days`. In each of them any two are at most `metres` apart, all are of one group,
 * and there are at least `reports`; no report is in two. Wherever a report has enough neighbours within half the distance,
 * a cluster is found. The answer does not depend on the order of what is given.
 */
export function findClusters<Report extends NearReport>(
  reports: readonly Report[],
  now: Date,
  rule: SuggestionRule = SUGGESTION_RULE,
): Cluster<Report>[] {
  const since = now.getTime() - rule.days * DAY_MS;
  const fresh = reports
    .filter(({ publishedAt }) => publishedAt.getTime() > since && publishedAt <= now)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const clusters: Cluster<Report>[] = [];
  for (const group of new Set(fresh.map(keyOf)))
    for (
      let left = fresh.filter((report) => keyOf(report) === group), found = largest(left, rule);
      found.length > 0;
      found = largest(left, rule)
    ) {
      clusters.push(describeCluster(found));
      left = left.filter((report) => !found.includes(report));
    }
  return clusters;
}

/** The largest set around any one of them; empty when none is large enough. */
function largest<Report extends NearReport>(reports: readonly Report[], rule: SuggestionRule): Report[] {
  let best: Report[] = [];
  for (const seed of reports) {
    const near = reports
      .map((report) => ({ report, metres: haversineMetres(seed, report) }))
      .filter(({ metres }) => metres <= rule.metres)
      .sort((a, b) => a.metres - b.metres || (a.report.id < b.report.id ? -1 : 1));
    if (near.length < rule.reports || near.length <= best.length) continue;
    const taken: Report[] = [];
    for (const { report } of near)
      if (taken.every((other) => haversineMetres(other, report) <= rule.metres)) taken.push(report);
    if (taken.length >= rule.reports && taken.length > best.length) best = taken;
  }
  return best;
}

/** What is said of a set of reports, whichever way they came together. */
export function describeCluster<Report extends NearReport>(reports: readonly Report[]): Cluster<Report> {
  const counts = new Map<string, number>();
  for (const { category } of reports) counts.set(category, (counts.get(category) ?? 0) + 1);
  const [category = ''] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? [];
  const times = reports.map(({ publishedAt }) => publishedAt.getTime());
  const mean = (pick: 'lat' | 'lng') => reports.reduce((sum, report) => sum + report[pick], 0) / reports.length;
  let metres = 0;
  reports.forEach((a, at) => {
    for (const b of reports.slice(at + 1)) metres = Math.max(metres, haversineMetres(a, b));
  });
  return {
    reports,
    category,
    theme: reports.find((report) => report.category === category)?.theme ?? '',
    lat: mean('lat'),
    lng: mean('lng'),
    metres: Math.round(metres),
    days: Math.max(1, Math.ceil((Math.max(...times) - Math.min(...times)) / DAY_MS)),
    confirmed: reports.reduce((sum, { confirmations }) => sum + confirmations, 0),
  };
}

/** Whether two sets of reports are one suggestion: more than half of the smaller one stands in the other. */
export function isSameSuggestion(a: readonly string[], b: readonly string[]): boolean {
  const common = a.filter((id) => b.includes(id)).length;
  return common * 2 > Math.min(a.length, b.length);
}
