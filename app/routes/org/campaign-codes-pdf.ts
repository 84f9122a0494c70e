import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { issueCodes } from '#app/features/campaigns/commands/keep-collection.server.ts';
import { getCollecting } from '#app/features/campaigns/support-campaign.server.ts';
import { codesForm } from '#app/features/campaigns/support-forms.ts';
import { codeSlips } from '#app/features/campaigns/support-print.server.ts';
import { isId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { isDemo } from '#app/platform/env.server.ts';
import { readForm } from '#app/platform/forms.server.ts';
import { forbidden, notFound, openRequest, requireMember } from '#app/platform/request.server.ts';
import { pdfAnswer } from './campaign-print.server.ts';

/** Somebody who opens the address itself is led to the room. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership } = requireMember(ctx, args.params.org, 'campaign.collect');
  if (!isId(args.params.id)) throw notFound();
  return redirect(ctx.to(paths.orgCampaignRoom(membership.slug, args.params.id, 'collect')), 303);
}

/** Makes one-time codes and answers with their slips: the only time that they are written out. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'campaign.collect');
  const campaign = isId(args.params.id) ? await getCollecting(scope, args.params.id) : undefined;
  if (!campaign) throw notFound();
  const posted = await readForm(args.request, codesForm);
  if (!posted.ok) throw new Response(null, { status: 422, statusText: 'Unprocessable Content' });
  const issued = await issueCodes({ actor, scope, now: ctx.now }, campaign.id, posted.value);
  if (!issued.ok) throw issued.refusal.code === 'common.error.not-allowed' ? forbidden() : notFound();
  const bytes = await codeSlips({
    title: campaign.title,
    organisation: membership.names.az,
    address: ctx.url.origin + paths.campaignSign(campaign.slug),
    codes: issued.value.codes,
    now: ctx.now,
    isSample: isDemo(),
  });
  return pdfAnswer(bytes, 'kodlar.pdf');
}
