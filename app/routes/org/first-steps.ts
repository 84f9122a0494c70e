import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { dismissFirstSteps } from '#app/features/organisations/first-steps.server.ts';
import { paths } from '#app/paths.ts';
import { openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';

/** The address is for posts: whoever opens it is led home. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership } = requireMember(ctx, args.params.org, 'organisation.enter');
  return redirect(ctx.to(paths.org(membership.slug)), 303);
}

/** Puts the list of first steps away. The index of the workspace itself takes no form. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership, scope } = requireMember(ctx, args.params.org, 'organisation.enter');
  await dismissFirstSteps(scope, ctx.now);
  return seeOther(ctx, paths.org(membership.slug));
}
