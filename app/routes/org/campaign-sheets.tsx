import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { numberSheets } from '#app/features/campaigns/commands/keep-sheets.server.ts';
import { listSheets } from '#app/features/campaigns/sheets.server.ts';
import { getCollecting } from '#app/features/campaigns/support-campaign.server.ts';
import { newSheetsForm } from '#app/features/campaigns/support-forms.ts';
import { SheetsRoom } from '#app/features/campaigns/ui/sheets-room.tsx';
import { titled } from '#app/i18n/titled.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { notFound, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { refused } from './campaign-steps.server.ts';

export const meta = titled('campaigns.room.sheets');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership, scope } = requireMember(ctx, args.params.org, 'campaign.collect');
  const campaign = isId(args.params.id) ? await getCollecting(scope, args.params.id) : undefined;
  if (!campaign) throw notFound();
  const made = /^(\d{1,6})-(\d{1,6})$/.exec(ctx.url.searchParams.get('made') ?? '');
  return {
    slug: membership.slug,
    id: campaign.id,
    sheets: await listSheets(scope, campaign.id),
    clientId: newId(),
    made: made ? { from: Number(made[1]), to: Number(made[2]) } : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'campaign.collect');
  const id = args.params.id;
  if (!isId(id)) throw notFound();
  const posted = await readForm(args.request, newSheetsForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const made = await numberSheets({ actor, scope, now: ctx.now }, id, posted.value);
  if (!made.ok) return refused(posted, made.refusal);
  return seeOther(
    ctx,
    `${paths.orgCampaignRoom(membership.slug, id, 'sheets')}?made=${made.value.from}-${made.value.to}`,
  );
}

export default function CampaignSheets() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <SheetsRoom {...loaded} lastResult={answer?.lastResult} />;
}
