import { Readable } from 'node:stream';
import {
  createReadableStreamFromReadable,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from '@remix-run/node';
import { proveOneself } from '#app/features/accounts/public.server.ts';
import { takeOutForm } from '#app/features/teams/forms.ts';
import { takeOut } from '#app/features/teams/take-out.server.ts';
import { paths } from '#app/paths.ts';
import { audit } from '#app/platform/audit.server.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import { readForm } from '#app/platform/forms.server.ts';
import { seeOther } from '#app/platform/request.server.ts';
import { atTeam } from './at-team.server.ts';

/** The address alone gives nothing away: it leads to the page that asks. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, membership } = await atTeam(args, 'team.take-out');
  return redirect(ctx.to(paths.orgTeamTakeOut(membership.slug)), 303);
}

/** The archive, as it is written, for whoever proves to be her: a phone left open is not enough. That it was taken stands in the trail. */
export async function action(args: ActionFunctionArgs) {
  const { actor, ctx, membership, now, scope } = await atTeam(args, 'team.take-out');
  const posted = await readForm(args.request, takeOutForm);
  const fault = posted.ok ? await proveOneself(actor, posted.value.proof, now) : 'accounts.error.password';
  if (fault)
    return seeOther(
      ctx,
      `${paths.orgTeamTakeOut(membership.slug)}?refused=${fault === 'common.error.too-many' ? 'often' : 'proof'}`,
    );
  await withScope(scope, (tx) => audit(tx, scope, { action: 'team.taken-out', subjectType: 'team' }));
  const archive = takeOut(scope, ctx.t('teams.take-out.read-me', { team: membership.names[ctx.locale] }));
  return new Response(createReadableStreamFromReadable(Readable.from(archive)), {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="komanda-${now.toISOString().slice(0, 10)}.zip"`,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
