import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { getCollecting } from '#app/features/campaigns/support-campaign.server.ts';
import { exportForm } from '#app/features/campaigns/support-forms.ts';
import { exportPeople, parsePeopleFilters } from '#app/features/campaigns/support-people.server.ts';
import { isId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm } from '#app/platform/forms.server.ts';
import { notFound, openRequest, requireMember } from '#app/platform/request.server.ts';

/** The address alone gives nobody away: it leads to the room where the purpose is asked. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership } = requireMember(ctx, args.params.org, 'campaign.see-people');
  if (!isId(args.params.id)) throw notFound();
  return redirect(ctx.to(paths.orgCampaignRoom(membership.slug, args.params.id, 'support')), 303);
}

/** The list of people under its filters as a file, for a purpose that the trail keeps. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { scope } = requireMember(ctx, args.params.org, 'campaign.see-people');
  const campaign = isId(args.params.id) ? await getCollecting(scope, args.params.id) : undefined;
  if (!campaign) throw notFound();
  const posted = await readForm(args.request, exportForm);
  if (!posted.ok) throw new Response(null, { status: 422, statusText: 'Unprocessable Content' });
  const table = await exportPeople(scope, campaign.id, parsePeopleFilters(ctx.url.searchParams), {
    ...ctx,
    ...posted.value,
  });
  return new Response(table, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="destek-${campaign.slug}-${ctx.now.toISOString().slice(0, 10)}.csv"`,
      'Cache-Control': 'no-store',
    },
  });
}
