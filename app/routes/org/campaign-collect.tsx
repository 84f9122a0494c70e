import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { closeLink, markSeen, openLink } from '#app/features/campaigns/commands/keep-collection.server.ts';
import { getCollecting } from '#app/features/campaigns/support-campaign.server.ts';
import { collectForm } from '#app/features/campaigns/support-forms.ts';
import { countOwnCodes, listOwnLinks, listRecentAtPoints } from '#app/features/campaigns/support-links.server.ts';
import { CollectRoom } from '#app/features/campaigns/ui/support-collect.tsx';
import { titled } from '#app/i18n/titled.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { notFound, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { refused } from './campaign-steps.server.ts';

export const meta = titled('campaigns.room.collect');

const DONE = ['opened', 'closed', 'seen'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership, scope } = requireMember(ctx, args.params.org, 'campaign.collect');
  const campaign = isId(args.params.id) ? await getCollecting(scope, args.params.id) : undefined;
  if (!campaign) throw notFound();
  const [links, recent, codes] = await Promise.all([
    listOwnLinks(scope, campaign.id),
    listRecentAtPoints(scope, campaign.id, ctx.now),
    countOwnCodes(scope, campaign.id),
  ]);
  return {
    slug: membership.slug,
    id: campaign.id,
    isPublic: campaign.isPublic ?? false,
    origin: ctx.url.origin,
    links,
    recent,
    codes,
    clientIds: { link: newId(), close: newId(), seen: newId(), codes: newId() },
    done: DONE.find((entry) => entry === ctx.url.searchParams.get('done')) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'campaign.collect');
  const id = args.params.id;
  if (!isId(id)) throw notFound();
  const posted = await readForm(args.request, collectForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const work = { actor, scope, now: ctx.now };
  const back = (done: (typeof DONE)[number]) =>
    seeOther(ctx, paths.orgCampaignRoom(membership.slug, id, 'collect'), { done });
  const { value } = posted;
  if (value.intent === 'link') {
    const opened = await openLink(work, id, value);
    return opened.ok ? back('opened') : refused(posted, opened.refusal);
  }
  if (value.intent === 'close') {
    const closed = await closeLink(work, id, value);
    return closed.ok ? back('closed') : refused(posted, closed.refusal);
  }
  const seen = await markSeen(work, id, value);
  return seen.ok ? back('seen') : refused(posted, seen.refusal);
}

export default function CampaignCollect() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <CollectRoom {...loaded} lastResult={answer?.lastResult} />;
}
