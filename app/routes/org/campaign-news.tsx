import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { getCampaign } from '#app/features/campaigns/campaign-detail.server.ts';
import { getNews } from '#app/features/campaigns/campaign-rooms.server.ts';
import { keepNews } from '#app/features/campaigns/commands/keep-news.server.ts';
import { newsForm } from '#app/features/campaigns/forms.ts';
import { NewsRoom } from '#app/features/campaigns/ui/news-room.tsx';
import { titled } from '#app/i18n/titled.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { notFound, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { refused } from './campaign-steps.server.ts';

export const meta = titled('campaigns.room.news');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'campaign.read');
  const campaign = isId(args.params.id) ? await getCampaign(scope, args.params.id) : undefined;
  if (!campaign) throw notFound();
  return {
    ...(await getNews(scope, campaign.id)),
    clientId: newId(),
    lang: campaign.locale,
    mayWrite: can(actor, 'campaign.write', { organisationId: membership.organisationId }),
    isDone: ctx.url.searchParams.get('done') === 'saved',
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'campaign.write');
  const id = args.params.id;
  if (!isId(id)) throw notFound();
  const posted = await readForm(args.request, newsForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const kept = await keepNews({ actor, scope, now: ctx.now }, id, posted.value);
  return kept.ok
    ? seeOther(ctx, paths.orgCampaignRoom(membership.slug, id, 'news'), { done: 'saved' })
    : refused(posted, kept.refusal);
}

export default function CampaignNews() {
  return <NewsRoom {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()?.lastResult} />;
}
