import { data, type HeadersFunction } from '@remix-run/node';
import type { RequestContext } from '#app/platform/request.server.ts';

/** A page that is the same for everybody may be kept for five seconds; what a signed-in person gets, or a notice, may not. */
export function publicData<Value>(ctx: RequestContext, value: Value) {
  const isShared = ctx.actor.kind === 'anonymous' && !ctx.url.searchParams.has('done');
  return data(value, isShared ? { headers: { 'Cache-Control': 'public, max-age=0, s-maxage=5' } } : undefined);
}

export const loaderHeaders: HeadersFunction = ({ loaderHeaders: headers }) => headers;

/** A report's number in an address; undefined for anything else. */
export function readRef(text: string | undefined): number | undefined {
  return /^[1-9]\d{0,11}$/.test(text ?? '') ? Number(text) : undefined;
}
