import type { PlaceRow } from '#app/kernel/basemap.ts';

/** Names of the sea and of the neighbours, which no source gives in our three languages. Rank 0: not a settlement. */
export const BASEMAP_LABELS: readonly PlaceRow[] = [
  [40.9, 50.9, 0, 'Xəzər dənizi', 'Caspian Sea', 'Каспийское море'],
  [41.95, 44.95, 0, 'Gürcüstan', 'Georgia', 'Грузия'],
  [42.1, 47.4, 0, 'Rusiya', 'Russia', 'Россия'],
  [40.4, 44.7, 0, 'Ermənistan', 'Armenia', 'Армения'],
  [38.35, 46.9, 0, 'İran', 'Iran', 'Иран'],
  [39.75, 43.9, 0, 'Türkiyə', 'Türkiye', 'Турция'],
];
