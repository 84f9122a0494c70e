import { campaignCard } from './features/campaigns/spread-card.server.ts';
import { campaignEmbed } from './features/campaigns/spread-embed.server.ts';
import { campaignCount } from './features/campaigns/support-count.server.ts';
import { signingPosts } from './features/campaigns/signing-posts.server.ts';
import { mapData } from './features/issues/map.server.ts';
import { joinEmbed } from './features/tasks/join-embed.server.ts';
import { placeData } from './platform/gazetteer/place-data.server.ts';
import type { HotPath } from './platform/front.server.ts';
import type { HotPost } from './platform/hot-post.ts';
import type { CacheRule } from './platform/micro-cache.ts';

/**
 * The part of the directory board (app/routes.ts) that stands in front of the framework: data paths as plain
 * handlers, and the public pages that a micro-cache may answer for a few seconds (decision 005).
 */
export const hotHandlers: Record<string, HotPath> = { '/api/map': mapData, '/api/place': placeData };

/** The same for addresses with a name in them. */
export const hotPatterns: readonly { path: RegExp; handle: HotPath }[] = [
  { path: /^\/campaigns\/[a-z0-9-]{1,100}\/count\.json$/, handle: campaignCount },
  { path: /^\/campaigns\/[a-z0-9-]{1,100}\/card-[a-z]{2}\.png$/, handle: campaignCard },
  { path: /^(\/(en|ru))?\/campaigns\/[a-z0-9-]{1,100}\/embed$/, handle: campaignEmbed },
  { path: /^(\/(en|ru))?\/join\/[a-z0-9-]{1,120}\/embed$/, handle: joinEmbed },
];

/** Forms that thousands send in one minute. */
export const quickPosts: readonly HotPost[] = signingPosts;

const page = (path: string): RegExp => new RegExp(`^(/(en|ru))?${path}$`);

const FILTERS = ['region', 'category', 'theme', 'group', 'q'];

export const frontRules: readonly CacheRule[] = [
  { path: /^(\/|\/en|\/ru)$/, query: ['region'] },
  { path: page('/issues'), query: [...FILTERS, 'after', 'before'] },
  { path: page('/issues/\\d{1,12}'), query: [] },
  { path: page('/map'), query: FILTERS },
  { path: page('/organisations'), query: ['region'] },
  { path: page('/organisations/(?!apply$)[a-z0-9-]{1,80}'), query: [] },
  { path: page('/campaigns/[a-z0-9-]{1,100}'), query: [] },
  {
    path: page('/campaigns/[a-z0-9-]{1,100}/partners/[a-z0-9-]{1,80}'),
    query: [],
  },
  { path: page('/authorities'), query: ['region', 'category'] },
  { path: page('/authorities/[0-9a-f-]{36}'), query: [] },
  { path: page('/decisions'), query: ['body', 'kind', 'year', 'region', 'page'] },
  { path: page('/decisions/[0-9a-f-]{36}'), query: [] },
  { path: page('/legal-aid/rights'), query: [] },
  { path: page('/legal-aid/rights/[a-z-]{1,40}'), query: [] },
  { path: page('/legal-aid/protection'), query: [] },
  { path: page('/privacy'), query: [] },
  { path: page('/about'), query: [] },
];
