import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { standingAt, type DeskWork, type Standing } from '#app/features/legal-aid/desk-staff.server.ts';
import type { StaffRole } from '#app/features/legal-aid/rules/desk.ts';
import type { Membership, UserActor } from '#app/kernel/actor.ts';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { forbidden, notFound, openRequest, requireUser, type RequestContext } from '#app/platform/request.server.ts';

type Args = LoaderFunctionArgs | ActionFunctionArgs;
export type Doorway = { ctx: RequestContext; actor: UserActor; membership: Membership; standing: Standing };

/** At the desk's door, whatever is still to be done there. To everybody without a role of the desk it does not exist. */
export async function atDoor(args: Args): Promise<Doorway> {
  const ctx = await openRequest(args);
  const actor = requireUser(ctx);
  const membership = actor.memberships.find((entry) => entry.slug === args.params.org);
  if (!membership || !can(actor, 'legal.enter', { organisationId: membership.organisationId })) throw notFound();
  return {
    ctx,
    actor,
    membership,
    standing: await standingAt(args.request, actor, membership.organisationId, ctx.now),
  };
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
