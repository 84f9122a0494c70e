import type { ServerBuild } from '@remix-run/node';
import { describe, expect, it } from 'vitest';
import { partsOf } from '#app/platform/build-part.ts';

const ROUTES = Object.fromEntries(
  [
    { id: 'root', path: '' },
    { id: 'locale', parentId: 'root', path: ':lang?' },
    { id: 'public', parentId: 'locale' },
    { id: 'home', parentId: 'public', index: true },
    { id: 'issues', parentId: 'public', path: 'issues' },
    { id: 'issue-new', parentId: 'public', path: 'issues/new' },
    { id: 'issue', parentId: 'public', path: 'issues/:ref' },
    { id: 'org', parentId: 'locale', path: 'org/:org' },
    { id: 'today', parentId: 'org', index: true },
    { id: 'people', parentId: 'org', path: 'people' },
    { id: 'calendar', parentId: 'locale', path: 'events.ics' },
    { id: 'not-found', parentId: 'locale', path: '*' },
  ].map((route) => [route.id, route]),
);
const build = {
  routes: ROUTES,
  assets: { routes: ROUTES, version: '1' },
  mode: 'production',
} as unknown as ServerBuild;
const partFor = partsOf(build);
/** The routes kept for an address, but for those that every page stands below. */
const kept = (pathname: string) =>
  Object.keys(partFor(pathname).routes).filter((id) => !['root', 'locale', 'public', 'not-found'].includes(id));

describe('the part of the build that an address needs', () => {
  it.each([
    ['/', ['home']],
    ['/ru', ['home']],
    // The first segment might be a language.
    ['/issues', ['issues', 'home']],
    ['/ISSUES/', ['issues', 'home']],
    ['/en/issues', ['issues']],
    // Both may match; which of them wins is the framework's to say.
    ['/issues/new', ['issue-new', 'issue']],
    ['/ru/issues/12', ['issue']],
    ['/org/astara', ['org', 'today']],
    ['/org/astara/people', ['org', 'people']],
    ['/org/astara/%70eople', ['org', 'people']],
    ['/events.ics', ['calendar', 'home']],
    ['/no/such/page', []],
  ])('%s', (pathname, expected) => {
    expect(kept(pathname).toSorted()).toEqual(expected.toSorted());
    expect(partFor(pathname).routes).toHaveProperty('not-found');
  });

  it('keeps the assets of the same routes and whatever else the build says', () => {
    const part = partFor('/issues');
    expect(Object.keys(part.assets.routes)).toEqual(Object.keys(part.routes));
    expect(part.assets.version).toBe('1');
    expect(Object.keys(build.routes)).toHaveLength(12);
  });

  it('is made once for all addresses that fit the same routes', () => {
    expect(partFor('/issues/1')).toBe(partFor('/en/issues/2'));
    expect(partFor('/issues/1')).not.toBe(partFor('/issues'));
  });

  it.each(['/issues.data', '/__manifest', '/%E0%A4%A'])('leaves %s to the whole build', (pathname) => {
    expect(partFor(pathname)).toBe(build);
  });
});
