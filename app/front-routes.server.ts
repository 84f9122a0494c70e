import { mapData } from './features/issues/map.server.ts';
import { placeData } from './platform/gazetteer/place-data.server.ts';
import type { HotPath } from './platform/front.server.ts';
import type { CacheRule } from './platform/micro-cache.ts';

/**
 * The part of the directory board (app/routes.ts) that stands in front of the framework: data paths as plain
 * handlers, and the public pages that a micro-cache may answer for a few seconds (decision 005).
 */
export const hotHandlers: Record<string, HotPath> = { '/api/map': mapData, '/api/place': placeData };

const page = (path: string): RegExp => new RegExp(`^(/(en|ru))?${path}$`);

export const frontRules: readonly CacheRule[] = [
  { path: /^(\/|\/en|\/ru)$/, query: ['region'] },
  { path: page('/issues'), query: ['region', 'category', 'theme', 'group', 'q', 'after', 'before'] },
  { path: page('/issues/\\d{1,12}'), query: [] },
  { path: page('/map'), query: ['region', 'category', 'theme', 'group', 'q'] },
  { path: page('/organisations'), query: ['region'] },
  { path: page('/organisations/[a-z0-9-]{1,80}'), query: [] },
  { path: page('/(privacy|about)'), query: [] },
];
