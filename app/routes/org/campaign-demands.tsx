import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { listBodyChoices } from '#app/features/authorities/public.server.ts';
import { getCampaign, getDemands } from '#app/features/campaigns/campaign-detail.server.ts';
import { keepDemands } from '#app/features/campaigns/commands/keep-demands.server.ts';
import { demandForm } from '#app/features/campaigns/forms.ts';
import { DemandRoom } from '#app/features/campaigns/ui/demand-room.tsx';
import { titled } from '#app/i18n/titled.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { notFound, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { refused } from './campaign-steps.server.ts';

export const meta = titled('campaigns.room.demands');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'campaign.read');
  const campaign = isId(args.params.id) ? await getCampaign(scope, args.params.id) : undefined;
  if (!campaign) throw notFound();
  return {
    clientId: newId(),
    isSigned: campaign.publishedAt !== null,
    demands: await getDemands(scope, campaign.id, ctx.now),
    choices: await listBodyChoices(campaign.region, campaign.category, ctx.now),
    mayWrite: can(actor, 'campaign.write', { organisationId: membership.organisationId }),
    isDone: ctx.url.searchParams.get('done') === 'saved',
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'campaign.write');
  const id = args.params.id;
  if (!isId(id)) throw notFound();
  const posted = await readForm(args.request, demandForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const kept = await keepDemands({ actor, scope, now: ctx.now }, id, posted.value);
  return kept.ok
    ? seeOther(ctx, paths.orgCampaignRoom(membership.slug, id, 'demands'), { done: 'saved' })
    : refused(posted, kept.refusal);
}

export default function CampaignDemands() {
  return <DemandRoom {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()?.lastResult} />;
}
