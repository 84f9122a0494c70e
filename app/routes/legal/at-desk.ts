import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { standingAt, type DeskWork, type Standing } from '#app/features/legal-aid/desk-staff.server.ts';
import type { StaffRole } from '#app/features/legal-aid/rules/desk.ts';
import type { Membership, UserActor } from '#app/kernel/actor.ts';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import {
  forbidden,
  notFound,
  oncePerPage,
  openRequest,
  requireUser,
  type RequestContext,
} from '#app/platform/request.server.ts';
import { endSession, signedInAt } from '#app/platform/session.server.ts';

type Args = LoaderFunctionArgs | ActionFunctionArgs;
export type Doorway = { ctx: RequestContext; actor: UserActor; membership: Membership; standing: Standing };

/** People of a desk sign in at least this often. */
const SESSION_MOST_MS = 12 * 3_600_000;

/**
 * At the desk's door, whatever is still to be done there. To everybody without a role of the desk it does not exist, and
 * no more to somebody whose keys were revoked. A sign-in older than 12 hours ends here.
 */
export function atDoor(args: Args): Promise<Doorway> {
  return oncePerPage(args, `desk ${args.params.org}`, () => enter(args));
}

async function enter(args: Args): Promise<Doorway> {
  const ctx = await openRequest(args);
  const actor = requireUser(ctx);
  const membership = actor.memberships.find((entry) => entry.slug === args.params.org);
  if (!membership || !can(actor, 'legal.enter', { organisationId: membership.organisationId })) throw notFound();
  const since = await signedInAt(actor.sessionId);
  if (!since || ctx.now.getTime() - since.getTime() > SESSION_MOST_MS) {
    const cookie = await endSession(actor.sessionId);
    const back = encodeURIComponent(ctx.url.pathname + ctx.url.search);
    throw redirect(ctx.to(`${paths.signIn()}?next=${back}`), { status: 303, headers: { 'Set-Cookie': cookie } });
  }
  const standing = await standingAt(args.request, actor, membership.organisationId, ctx.now);
  if (standing.kind === 'none' && standing.hasLeft) throw notFound();
  return { ctx, actor, membership, standing };
}

/**
 * At the desk with open keys, in one of the roles (any, if none is named). Whoever has not enrolled or is locked is sent
 * there and comes back; colleagues in another role get 403.
 */
export async function atDesk(
  args: Args,
  ...roles: readonly StaffRole[]
): Promise<{ ctx: RequestContext; slug: string; work: DeskWork }> {
  const { ctx, membership, standing } = await atDoor(args);
  const { slug } = membership;
  if (standing.kind === 'none' || standing.kind === 'waiting') throw redirect(ctx.to(paths.deskEnrolment(slug)), 303);
  if (standing.kind === 'locked') {
    const back = `?next=${encodeURIComponent(ctx.url.pathname + ctx.url.search)}`;
    throw redirect(ctx.to(paths.deskUnlock(slug, back)), 303);
  }
  if (roles.length > 0 && !roles.includes(standing.work.role)) throw forbidden();
  return { ctx, slug, work: standing.work };
}
