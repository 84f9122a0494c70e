import { isRegionCode } from '#app/kernel/regions.ts';
import { BANDS, LABELS, TRACKS, type Band, type Label, type Track } from './desk.ts';
import { CASE_STATES, type CaseState } from './lifecycle.ts';

/** Cases on one page of the queue. */
export const QUEUE_PAGE = 25;
/** Most views a person keeps. */
export const VIEWS_MOST = 8;
/** Most cases that a search shows. */
export const SEARCH_MOST = 50;

/** Whose cases. */
export const WHOSE = ['all', 'mine', 'unclaimed'] as const;
/** `open` is the queue; `ended` what is over; or one state. */
export const QUEUE_STATES = [
  'open',
  'ended',
  ...CASE_STATES.filter((state) => state !== 'draft' && state !== 'erased'),
] as const;
export const TURNS = ['us', 'applicant'] as const;
/** Days within which something is due. */
export const DUE_WITHIN = ['0', '3', '7', '14', '30'] as const;

export type QueueFilters = {
  whose: (typeof WHOSE)[number];
  state: 'open' | 'ended' | Exclude<CaseState, 'draft' | 'erased'>;
  band: Band | null;
  track: Track | null;
  region: string | null;
  label: Label | null;
  turn: (typeof TURNS)[number] | null;
  due: (typeof DUE_WITHIN)[number] | null;
};
/** Fields of the filters that a person chose, in the order in which a view is named by them. */
export const FACETS = ['whose', 'state', 'band', 'track', 'region', 'label', 'turn', 'due'] as const;
export type Facet = (typeof FACETS)[number];

const DEFAULTS: QueueFilters = {
  whose: 'all',
  state: 'open',
  band: null,
  track: null,
  region: null,
  label: null,
  turn: null,
  due: null,
};

/** Filters of an address; what is no filter of ours is left out. */
export function parseQueueFilters(query: URLSearchParams): QueueFilters {
  const one = <const T extends readonly string[]>(name: string, values: T): T[number] | null =>
    values.find((value) => value === query.get(name)) ?? null;
  const region = query.get('region');
  return {
    whose: one('whose', WHOSE) ?? DEFAULTS.whose,
    state: one('state', QUEUE_STATES) ?? DEFAULTS.state,
    band: one('band', BANDS),
    track: one('track', TRACKS),
    region: region !== null && isRegionCode(region) ? region : null,
    label: one('label', LABELS),
    turn: one('turn', TURNS),
    due: one('due', DUE_WITHIN),
  };
}

/** The filters as an address says them, always in one order: '' without any. The queue's saved views are such texts. */
export function queueQuery(filters: QueueFilters, page = 1): string {
  const query = new URLSearchParams();
  for (const facet of FACETS) if (filters[facet] !== DEFAULTS[facet]) query.set(facet, String(filters[facet]));
  if (page > 1) query.set('page', String(page));
  const text = query.toString();
  return text ? `?${text}` : '';
}

/** The facets that differ from the plain queue. */
export function chosenFacets(filters: QueueFilters): Facet[] {
  return FACETS.filter((facet) => filters[facet] !== DEFAULTS[facet]);
}

/** The same filters without one facet. */
export function withoutFacet(filters: QueueFilters, facet: Facet): QueueFilters {
  return { ...filters, [facet]: DEFAULTS[facet] };
}
