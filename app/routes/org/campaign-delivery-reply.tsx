import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { recordReply } from '#app/features/campaigns/commands/record-reply.server.ts';
import { demandWishes, replyForm } from '#app/features/campaigns/delivery-forms.ts';
import { getReplyForm } from '#app/features/campaigns/delivery-form-queries.server.ts';
import { RecordReply } from '#app/features/campaigns/ui/delivery-forms.tsx';
import { titled } from '#app/i18n/titled.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { notFound, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { refused } from './campaign-steps.server.ts';

export const meta = titled('deliveries.reply.title');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership, scope } = requireMember(ctx, args.params.org, 'campaign.deliver');
  const { id, delivery } = args.params;
  const form = isId(id) && isId(delivery) ? await getReplyForm(scope, id, delivery) : undefined;
  if (!form || !isId(id)) throw notFound();
  return { slug: membership.slug, id, form, now: ctx.now, clientId: newId() };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'campaign.deliver');
  const { id, delivery } = args.params;
  if (!isId(id) || !isId(delivery)) throw notFound();
  const posted = await readForm(args.request, replyForm, 1);
  if (!posted.ok) return unprocessable(posted.reply());
  const { clientId, receivedOn, kind, text, documentIsPublic } = posted.value;
  const recorded = await recordReply(
    { actor, scope, now: ctx.now },
    id,
    { clientId, delivery, receivedOn, kind, text, documentIsPublic, demands: demandWishes(posted.value) },
    posted.files.document?.[0],
  );
  if (!recorded.ok) return refused(posted, recorded.refusal);
  return seeOther(ctx, paths.orgCampaignRoom(membership.slug, id, 'delivery'), { done: 'replied' });
}

export default function CampaignDeliveryReply() {
  return <RecordReply {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()?.lastResult} />;
}
