import { choiceOf, isRegionCode, regionsOfChoice } from '#app/kernel/regions.ts';
import { isTheme, type Theme } from '#app/features/issues/rules/categories.ts';
import { CAMPAIGN_GROUPS, CAMPAIGN_STATES, type CampaignGroup, type CampaignState } from './lifecycle.ts';

/** What the public list and the workspace's list may be narrowed by: one parser and one address for lists and exports. */
export type CampaignFilters = {
  region?: string;
  theme?: Theme;
  group?: CampaignGroup;
  q?: string;
  /** Workspace only. */ state?: CampaignState;
};

const MAX_QUERY = 80;

/** Reads filters out of an address. What is not known is left out, so a broken link shows more and not an error. */
export function parseCampaignFilters(params: URLSearchParams): CampaignFilters {
  const filters: CampaignFilters = {};
  const region = params.get('region') ?? '';
  if (isRegionCode(region) || regionsOfChoice(region).length > 0) filters.region = choiceOf(region);
  const theme = params.get('theme');
  if (isTheme(theme)) filters.theme = theme;
  const group = CAMPAIGN_GROUPS.find((one) => one === params.get('group'));
  if (group) filters.group = group;
  const state = CAMPAIGN_STATES.find((one) => one === params.get('state'));
  if (state) filters.state = state;
  const q = (params.get('q') ?? '').replaceAll('\u0000', '').replace(/\s+/gu, ' ').trim().slice(0, MAX_QUERY);
  if (q !== '') filters.q = q;
  return filters;
}

/** The address's query (`?region=…`, or empty) of these filters, always in one order. */
export function campaignQuery(filters: CampaignFilters, more: Record<string, string> = {}): string {
  const params = new URLSearchParams();
  for (const key of ['region', 'theme', 'group', 'state', 'q'] as const)
    if (filters[key] !== undefined) params.set(key, filters[key]);
  for (const [key, value] of Object.entries(more)) params.set(key, value);
  return params.size > 0 ? `?${params}` : '';
}
