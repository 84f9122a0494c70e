import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { exportPeople } from '#app/features/people/export.server.ts';
import { exportForm } from '#app/features/people/forms.ts';
import { parsePeopleFilters } from '#app/features/people/rules/people-filters.ts';
import { paths } from '#app/paths.ts';
import { readForm } from '#app/platform/forms.server.ts';
import { notFound, openRequest, requireMember } from '#app/platform/request.server.ts';

/** The address alone gives nobody away: it leads to the list, where the purpose is asked. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership } = requireMember(ctx, args.params.org, 'people.export');
  return redirect(ctx.to(paths.orgPeople(membership.slug)), 303);
}

/** The list under its filters as a file, for a purpose that the trail keeps. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership, scope } = requireMember(ctx, args.params.org, 'people.export');
  const posted = await readForm(args.request, exportForm);
  if (!posted.ok) throw new Response(null, { status: 422, statusText: 'Unprocessable Content' });
  const table = await exportPeople(scope, parsePeopleFilters(ctx.url.searchParams), { ...ctx, ...posted.value });
  if (table === undefined) throw notFound();
  return new Response(table, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="insanlar-${membership.slug}-${ctx.now.toISOString().slice(0, 10)}.csv"`,
      'Cache-Control': 'no-store',
    },
  });
}
