import type { ServerBuild } from '@remix-run/node';

/**
 * The build as one page needs it: the page's route and those above it. The framework matches an address against every
 * route it knows, four times a request, and makes its tables anew for each page; with a hundred routes that is a third
 * of the time of a public page. Same modules, same loaders, same answers.
 */
export function partOfBuild<Build extends ServerBuild>(build: Build, routeId: string): Build {
  const kept = new Set<string>();
  for (let id: string | undefined = routeId; id !== undefined; id = build.routes[id]?.parentId) {
    if (!build.routes[id]) throw new Error(`The build has no route ${id}`);
    kept.add(id);
  }
  const only = <Entry>(routes: Record<string, Entry>): Record<string, Entry> =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => kept.has(id)));
  return {
    ...build,
    routes: only(build.routes as Record<string, ServerBuild['routes'][string]>),
    assets: { ...build.assets, routes: only(build.assets.routes) },
  };
}
