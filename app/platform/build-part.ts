import type { ServerBuild } from '@remix-run/node';

type Pattern = { routeId: string; segments: readonly string[] };

/**
 * The build as one address needs it. The framework matches an address against every route it knows, four times a
 * request, and makes its tables anew each time; with two hundred routes that is most of a page's time. So it is given
 * only the routes whose pattern the address fits, and those above them; which of these wins, the framework decides as
 * ever. Same modules, same loaders, same answers. Addresses of the framework's own (`.data`, `/__…`) get the whole.
 */
export function partsOf<Build extends ServerBuild>(build: Build): (pathname: string) => Build {
  const patterns = patternsOf(build);
  const parts = new Map<string, Build>();
  return (pathname) => {
    const segments = segmentsOf(pathname);
    if (!segments || pathname.endsWith('.data') || pathname.startsWith('/__')) return build;
    const ids = patterns.filter((pattern) => fits(pattern.segments, segments)).map(({ routeId }) => routeId);
    if (ids.length === 0) return build;
    const key = ids.join(' ');
    let part = parts.get(key);
    if (!part) parts.set(key, (part = partOf(build, ids)));
    return part;
  };
}

/** Every route that an address may end at, with its whole pattern. */
function patternsOf(build: ServerBuild): Pattern[] {
  const path = (id: string | undefined): string[] => {
    const route = id === undefined ? undefined : build.routes[id];
    return route ? [...path(route.parentId), ...(route.path?.split('/').filter(Boolean) ?? [])] : [];
  };
  return Object.values(build.routes).flatMap((route) =>
    route && (route.index || route.path !== undefined) ? [{ routeId: route.id, segments: path(route.id) }] : [],
  );
}

/** The address in parts, or null when it cannot be decoded. */
function segmentsOf(pathname: string): string[] | null {
  try {
    return pathname
      .split('/')
      .filter(Boolean)
      .map((segment) => decodeURIComponent(segment).toLowerCase());
  } catch {
    return null;
  }
}

/** Whether the pattern could match: generous with a parameter, which takes any segment. */
function fits(pattern: readonly string[], segments: readonly string[]): boolean {
  const [first, ...rest] = pattern;
  if (first === undefined) return segments.length === 0;
  if (first === '*') return true;
  const [head, ...tail] = segments;
  if (first.endsWith('?') && fits(rest, segments)) return true;
  if (head === undefined) return false;
  const isFitting = first.startsWith(':') || first.replace(/\?$/, '').toLowerCase() === head;
  return isFitting && fits(rest, tail);
}

function partOf<Build extends ServerBuild>(build: Build, routeIds: readonly string[]): Build {
  const kept = new Set<string>();
  for (const routeId of routeIds)
    for (let id: string | undefined = routeId; id !== undefined; id = build.routes[id]?.parentId) kept.add(id);
  const only = <Entry>(routes: Record<string, Entry>): Record<string, Entry> =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => kept.has(id)));
  return {
    ...build,
    routes: only(build.routes as Record<string, ServerBuild['routes'][string]>),
    assets: { ...build.assets, routes: only(build.assets.routes) },
  };
}
