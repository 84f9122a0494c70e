import { index, layout, route, type RouteConfig } from '@remix-run/route-config';

/**
 * The directory board: every address of the product. Pages stand below an optional language (`/en`, `/ru`; none is
 * Azerbaijani). In front of the framework stand, for speed, the data paths and the micro-cache's list in
 * `front-routes.server.ts`.
 */
export default [
  route(':lang?', 'routes/locale.tsx', [
    layout('routes/public/layout.tsx', [
      index('routes/public/home.tsx'),
    ]),
    route('org/:org', 'routes/org/layout.tsx', [
    ]),
    route('dev/ui-kit', 'routes/dev/ui-kit.tsx'),
    route('*', 'routes/not-found.tsx'),
  ]),
  route('demo/door', 'routes/dev/demo-door.ts'),
] satisfies RouteConfig;
