import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { can, type Action } from '#app/policy.ts';
import { paths } from '#app/paths.ts';
import type { Actor, MemberRole, Membership, UserActor } from '#app/kernel/actor.ts';
import { DEFAULT_LOCALE, isLocale, localisePath, type Locale } from '#app/kernel/locale.ts';
import { wordsFor, type Translate } from '#app/i18n/words.ts';
import { now } from './clock.server.ts';
import type { Scope } from './db-scope.server.ts';
import { log, type Log } from './log.server.ts';
import { readActor } from './session.server.ts';

/** What every loader and action starts from. */
export type RequestContext = {
  locale: Locale;
  t: Translate;
  actor: Actor;
  now: Date;
  log: Log;
  url: URL;
  /** Hash of the client's network for limits; it is never stored as such (platform/rate-limit). */
  clientKey: string;
  /** A path in the request's language. */
  to: (path: string) => string;
};

/** What `app/server.ts` hands to Remix for each request. */
declare module '@remix-run/node' {
  interface AppLoadContext {
    clientKey: string;
    origin: string;
    actor?: Promise<Actor>;
    asked?: Map<string, Promise<unknown>>;
  }
}

type Args = LoaderFunctionArgs | ActionFunctionArgs;

/** Reads language and actor of a request. Answers 404 for a language we do not speak (`/xx/issues`). */
export async function openRequest({ request, params, context }: Args): Promise<RequestContext> {
  const locale = params.lang ?? DEFAULT_LOCALE;
  if (!isLocale(locale) || params.lang === DEFAULT_LOCALE) throw notFound();
  const at = now();
  // A page and its layouts ask for the same actor: read the session once a request.
  context.actor ??= readActor(request, at);
  const url = new URL(request.url);
  return {
    locale,
    t: wordsFor(locale),
    actor: await context.actor,
    now: at,
    log,
    url: new URL(url.pathname + url.search, context.origin),
    clientKey: context.clientKey,
    to: (path) => localisePath(path, locale),
  };
}

/**
 * Asks once for a page what its layouts and the page itself ask alike (`key` names it, with whatever of the address it
 * depends on). An action asks anew: it may change the answer.
 */
export function oncePerPage<T>({ context, request }: Args, key: string, ask: () => Promise<T>): Promise<T> {
  if (request.method !== 'GET') return ask();
  const asked = (context.asked ??= new Map<string, Promise<unknown>>());
  const answer = (asked.get(key) as Promise<T> | undefined) ?? ask();
  asked.set(key, answer);
  return answer;
}

export function notFound(): Response {
  return new Response(null, { status: 404, statusText: 'Not Found' });
}

/** A page that was there and is taken back. */
export function gone(): Response {
  return new Response(null, { status: 410, statusText: 'Gone' });
}

export function tooMany(): Response {
  return new Response(null, { status: 429, statusText: 'Too Many Requests' });
}

export function forbidden(): Response {
  return new Response(null, { status: 403, statusText: 'Forbidden' });
}

/** 303 to a path in the request's language: what an action answers when it worked. `done` names the notice to show there. */
export function seeOther(
  ctx: Pick<RequestContext, 'to'>,
  path: string,
  options: { done?: string; headers?: HeadersInit } = {},
): Response {
  const [target = '/', hash] = ctx.to(path).split('#');
  const address = options.done ? `${target}${target.includes('?') ? '&' : '?'}done=${options.done}` : target;
  return redirect(hash ? `${address}#${hash}` : address, {
    status: 303,
    ...(options.headers ? { headers: options.headers } : {}),
  });
}

/** The signed-in person, or a redirect to the sign-in page that comes back here. */
export function requireUser(ctx: RequestContext): UserActor {
  if (ctx.actor.kind === 'user') return ctx.actor;
  const back = encodeURIComponent(ctx.url.pathname + ctx.url.search);
  throw redirect(ctx.to(`${paths.signIn()}?next=${back}`), 303);
}

export function requireOperator(ctx: RequestContext): {
  actor: UserActor;
  scope: Extract<Scope, { kind: 'operator' }>;
} {
  const actor = requireUser(ctx);
  if (!actor.isOperator) throw notFound();
  return { actor, scope: { kind: 'operator', userId: actor.userId } };
}

export type AtWork = { actor: UserActor; membership: Membership; scope: Extract<Scope, { kind: 'member' }> };

/**
 * The person at work in the organisation named by the address, allowed to do `action` there.
 * Strangers get 404 (a closed space does not say that it exists), colleagues without the right 403.
 */
export function requireMember(ctx: RequestContext, slug: string | undefined, action: Action): AtWork {
  const actor = requireUser(ctx);
  const membership = actor.memberships.find((entry) => entry.slug === slug);
  if (!membership) throw notFound();
  if (!can(actor, action, { organisationId: membership.organisationId })) throw forbidden();
  const role = membership.roles[0] as MemberRole;
  return {
    actor,
    membership,
    scope: { kind: 'member', organisationId: membership.organisationId, userId: actor.userId, role },
  };
}
