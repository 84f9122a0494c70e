/**
 * What a report can be about: 43 categories in four themes.
 *
 * Names are words, in `app/i18n/messages/<language>/categories.ts` under `category.<key>` and `theme.<key>`.
 * `bodies` is the ordinary order of who answers for it (general public knowledge, not law); a region may differ, see
 * `authorities/rules/routing.ts`, and an organiser may always choose otherwise.
 */
import type { BodyKind } from '#app/features/authorities/rules/body-kinds.ts';

export const THEMES = ['infrastructure', 'ecology', 'social', 'gender'] as const;
export type Theme = (typeof THEMES)[number];

/**
 * How closely a report of the category points at a person:
 *
 *   0  public at its exact place
 *   1  public, but the place is blurred by some 500 m (`kernel/geo` publicPoint): the place would tell who it is about
 *   2  never stored as a report: the form stops, shows the emergency numbers and leads to legal aid
 */
export type Sensitivity = 0 | 1 | 2;

type CategoryShape = Readonly<{
  key: string;
  theme: Theme;
  sensitivity: Sensitivity;
  /** Name of the icon in lucide (kebab-case). */
  icon: string;
  /** Offered first; the others stand behind “more”. */
  core: boolean;
  /** Kinds of bodies that usually answer for it, the first one first. */
  bodies: readonly BodyKind[];
}>;

// prettier-ignore
export const CATEGORIES = [
  { key: 'road_surface', theme: 'infrastructure', sensitivity: 0, icon: 'road', core: true, bodies: ['aayda', 'rih', 'belediyye'] },
  { key: 'road_safety', theme: 'infrastructure', sensitivity: 0, icon: 'triangle-alert', core: true, bodies: ['aayda', 'dyp'] },
  { key: 'sidewalk', theme: 'infrastructure', sensitivity: 0, icon: 'footprints', core: false, bodies: ['rih', 'belediyye'] },
  { key: 'street_light', theme: 'infrastructure', sensitivity: 0, icon: 'lightbulb', core: true, bodies: ['rih', 'belediyye', 'azerisiq'] },
  { key: 'water_supply', theme: 'infrastructure', sensitivity: 0, icon: 'droplet', core: true, bodies: ['adsea'] },
  { key: 'sewage', theme: 'infrastructure', sensitivity: 0, icon: 'droplets', core: true, bodies: ['adsea', 'rih'] },
  { key: 'irrigation', theme: 'infrastructure', sensitivity: 0, icon: 'sprout', core: true, bodies: ['adsea_suvarma'] },
  { key: 'electricity', theme: 'infrastructure', sensitivity: 0, icon: 'zap', core: true, bodies: ['azerisiq'] },
  { key: 'gas', theme: 'infrastructure', sensitivity: 0, icon: 'flame', core: true, bodies: ['azeriqaz'] },
  { key: 'bridge', theme: 'infrastructure', sensitivity: 0, icon: 'bridge', core: true, bodies: ['aayda', 'rih'] },
  { key: 'public_transport', theme: 'infrastructure', sensitivity: 0, icon: 'bus', core: true, bodies: ['ayna', 'rih'] },
  { key: 'internet', theme: 'infrastructure', sensitivity: 0, icon: 'wifi', core: false, bodies: ['rabite'] },
  { key: 'unsafe_building', theme: 'infrastructure', sensitivity: 0, icon: 'building-2', core: true, bodies: ['fhn', 'rih'] },
  { key: 'accessibility', theme: 'infrastructure', sensitivity: 0, icon: 'accessibility', core: true, bodies: ['rih', 'sahib'] },
  { key: 'waste', theme: 'ecology', sensitivity: 0, icon: 'trash-2', core: true, bodies: ['belediyye', 'rih', 'etsn'] },
  { key: 'river_pollution', theme: 'ecology', sensitivity: 0, icon: 'waves', core: true, bodies: ['etsn'] },
  { key: 'air_pollution', theme: 'ecology', sensitivity: 0, icon: 'wind', core: true, bodies: ['etsn'] },
  { key: 'tree_felling', theme: 'ecology', sensitivity: 0, icon: 'axe', core: true, bodies: ['etsn'] },
  { key: 'green_space', theme: 'ecology', sensitivity: 0, icon: 'trees', core: true, bodies: ['rih', 'belediyye'] },
  { key: 'coast', theme: 'ecology', sensitivity: 0, icon: 'umbrella', core: true, bodies: ['rih', 'etsn'] },
  { key: 'flood_landslide', theme: 'ecology', sensitivity: 0, icon: 'mountain', core: true, bodies: ['fhn', 'adsea', 'rih'] },
  { key: 'quarry', theme: 'ecology', sensitivity: 0, icon: 'pickaxe', core: false, bodies: ['etsn'] },
  { key: 'wildlife', theme: 'ecology', sensitivity: 0, icon: 'bird', core: false, bodies: ['etsn'] },
  { key: 'stray_animals', theme: 'ecology', sensitivity: 0, icon: 'dog', core: false, bodies: ['rih', 'belediyye'] },
  { key: 'agrochemicals', theme: 'ecology', sensitivity: 0, icon: 'flask-conical', core: false, bodies: ['etsn', 'aqta'] },
  { key: 'school', theme: 'social', sensitivity: 0, icon: 'school', core: true, bodies: ['tehsil'] },
  { key: 'kindergarten', theme: 'social', sensitivity: 0, icon: 'toy-brick', core: false, bodies: ['tehsil', 'rih'] },
  { key: 'health', theme: 'social', sensitivity: 0, icon: 'hospital', core: true, bodies: ['tebib'] },
  { key: 'social_benefit', theme: 'social', sensitivity: 1, icon: 'hand-coins', core: true, bodies: ['dost'] },
  { key: 'disability', theme: 'social', sensitivity: 1, icon: 'hand-helping', core: true, bodies: ['dost'] },
  { key: 'elderly', theme: 'social', sensitivity: 0, icon: 'heart-handshake', core: false, bodies: ['dost'] },
  { key: 'youth', theme: 'social', sensitivity: 0, icon: 'volleyball', core: true, bodies: ['rih', 'gtm'] },
  { key: 'employment', theme: 'social', sensitivity: 1, icon: 'briefcase', core: false, bodies: ['dost', 'emek'] },
  { key: 'land_documents', theme: 'social', sensitivity: 0, icon: 'land-plot', core: true, bodies: ['emdx', 'belediyye'] },
  { key: 'returnees', theme: 'social', sensitivity: 0, icon: 'house', core: false, bodies: ['mkk'] },
  { key: 'women_safety', theme: 'gender', sensitivity: 0, icon: 'shield', core: true, bodies: ['polis', 'rih'] },
  { key: 'violence_support', theme: 'gender', sensitivity: 2, icon: 'life-buoy', core: true, bodies: ['aqupdk', 'polis'] },
  { key: 'early_marriage', theme: 'gender', sensitivity: 2, icon: 'gem', core: false, bodies: ['aqupdk', 'polis'] },
  { key: 'women_participation', theme: 'gender', sensitivity: 0, icon: 'users', core: true, bodies: ['belediyye', 'aqupdk'] },
  { key: 'women_work', theme: 'gender', sensitivity: 1, icon: 'scale', core: true, bodies: ['emek', 'dost'] },
  { key: 'care_services', theme: 'gender', sensitivity: 0, icon: 'baby', core: true, bodies: ['tehsil', 'dost', 'rih'] },
  { key: 'maternal_health', theme: 'gender', sensitivity: 0, icon: 'heart-pulse', core: true, bodies: ['tebib'] },
  { key: 'girls_education', theme: 'gender', sensitivity: 0, icon: 'graduation-cap', core: true, bodies: ['tehsil', 'aqupdk'] },
] as const satisfies readonly CategoryShape[];

export type CategoryKey = (typeof CATEGORIES)[number]['key'];
export type Category = Omit<CategoryShape, 'key'> & Readonly<{ key: CategoryKey }>;

/** All keys, in the order they are shown. */
export const CATEGORY_KEYS: readonly CategoryKey[] = CATEGORIES.map((category) => category.key);

const BY_KEY: ReadonlyMap<string, Category> = new Map(CATEGORIES.map((category) => [category.key, category]));

/** The category with this key; undefined for anything else, so it also validates what a form sends. */
export function categoryByKey(key: string): Category | undefined {
  return BY_KEY.get(key);
}

/** Narrows untrusted text to a category. */
export function isCategoryKey(key: unknown): key is CategoryKey {
  return typeof key === 'string' && BY_KEY.has(key);
}

/** Narrows untrusted text to a theme. */
export function isTheme(key: unknown): key is Theme {
  return typeof key === 'string' && (THEMES as readonly string[]).includes(key);
}

/** The categories of a theme, in the order they are shown. */
export function categoriesOfTheme(theme: Theme): readonly Category[] {
  return CATEGORIES.filter((category) => category.theme === theme);
}

/** True when a report of this category may be stored at all (sensitivity 0 or 1). */
export function isReportable(key: CategoryKey): boolean {
  return (BY_KEY.get(key)?.sensitivity ?? 2) < 2;
}
