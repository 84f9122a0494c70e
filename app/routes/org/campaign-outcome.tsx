import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { getOverview } from '#app/features/campaigns/campaign-detail.server.ts';
import { decideOutcome } from '#app/features/campaigns/commands/decide-outcome.server.ts';
import { outcomeForm } from '#app/features/campaigns/forms.ts';
import { canMoveCampaign, OUTCOMES } from '#app/features/campaigns/rules/lifecycle.ts';
import { OutcomeRoom } from '#app/features/campaigns/ui/outcome-room.tsx';
import { titled } from '#app/i18n/titled.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { notFound, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { refused } from './campaign-steps.server.ts';

export const meta = titled('campaigns.room.outcome');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'campaign.read');
  const overview = isId(args.params.id) ? await getOverview(scope, args.params.id, ctx.now) : undefined;
  if (!overview) throw notFound();
  const { campaign, evidence } = overview;
  const here = { organisationId: membership.organisationId };
  return {
    slug: membership.slug,
    id: campaign.id,
    state: campaign.state,
    proposed: campaign.proposedOutcome,
    before: campaign.before,
    after: campaign.after,
    evidence,
    possible: OUTCOMES.filter((outcome) => canMoveCampaign(campaign.state, outcome, 'system')),
    clientId: newId(),
    mayWrite: can(actor, 'campaign.write', here),
    mayConfirm: can(actor, 'campaign.confirm-outcome', here) && campaign.proposedBy !== actor.userId,
    isDone: ctx.url.searchParams.get('done') === 'saved',
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'campaign.read');
  const id = args.params.id;
  if (!isId(id)) throw notFound();
  const posted = await readForm(args.request, outcomeForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const decided = await decideOutcome({ actor, scope, now: ctx.now }, id, posted.value);
  return decided.ok
    ? seeOther(ctx, paths.orgCampaignRoom(membership.slug, id, 'outcome'), { done: 'saved' })
    : refused(posted, decided.refusal);
}

export default function CampaignOutcome() {
  return <OutcomeRoom {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()?.lastResult} />;
}
