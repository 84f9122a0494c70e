import type { ServerBuild } from '@remix-run/node';
import { describe, expect, it } from 'vitest';
import { partOfBuild } from '#app/platform/build-part.ts';

const route = (id: string, parentId?: string) => ({ id, parentId, path: id, module: {} });
const ROUTES = {
  root: route('root'),
  locale: route('locale', 'root'),
  list: route('list', 'locale'),
  page: route('page', 'locale'),
  staff: route('staff', 'root'),
};
const build = {
  routes: ROUTES,
  assets: { routes: ROUTES, version: '1' },
  mode: 'production',
} as unknown as ServerBuild;

describe('a part of the build', () => {
  it('has the page’s route and those above it, and nothing else', () => {
    const part = partOfBuild(build, 'page');
    expect(Object.keys(part.routes)).toEqual(['root', 'locale', 'page']);
    expect(Object.keys(part.assets.routes)).toEqual(['root', 'locale', 'page']);
    expect(part.assets.version).toBe('1');
    expect(Object.keys(build.routes)).toHaveLength(5);
  });

  it('is refused for a route that is not there, so that a renamed page is noticed at the start', () => {
    expect(() => partOfBuild(build, 'gone')).toThrow('no route gone');
  });
});
