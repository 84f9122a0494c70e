import type { MetaFunction } from '@remix-run/node';

export { titled } from '#app/i18n/titled.ts';

/** A page's title made of data. */
export function namedTitle(name: string | undefined): ReturnType<MetaFunction> {
  return [{ title: name ? `${name} · İcma` : 'İcma' }];
}
