import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { listBodyChoices } from '#app/features/authorities/public.server.ts';
import { recordDelivery } from '#app/features/campaigns/commands/record-delivery.server.ts';
import { deliveryForm } from '#app/features/campaigns/delivery-forms.ts';
import { getDeliveryForm } from '#app/features/campaigns/delivery-form-queries.server.ts';
import { RecordDelivery } from '#app/features/campaigns/ui/delivery-forms.tsx';
import { titled } from '#app/i18n/titled.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { notFound, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { refused } from './campaign-steps.server.ts';

export const meta = titled('deliveries.form.title');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership, scope } = requireMember(ctx, args.params.org, 'campaign.deliver');
  const id = args.params.id;
  const pack = ctx.url.searchParams.get('pack');
  const form = isId(id) ? await getDeliveryForm(scope, id, isId(pack) ? pack : null) : undefined;
  if (!form || !isId(id)) throw notFound();
  return {
    slug: membership.slug,
    id,
    form,
    choices: await listBodyChoices(form.region, form.category, ctx.now),
    now: ctx.now,
    clientId: newId(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'campaign.deliver');
  const id = args.params.id;
  if (!isId(id)) throw notFound();
  const posted = await readForm(args.request, deliveryForm, 1);
  if (!posted.ok) return unprocessable(posted.reply());
  const recorded = await recordDelivery({ actor, scope, now: ctx.now }, id, posted.value, posted.files.stamp?.[0]);
  if (!recorded.ok) return refused(posted, recorded.refusal);
  return seeOther(ctx, paths.orgCampaignRoom(membership.slug, id, 'delivery'), { done: 'delivered' });
}

export default function CampaignDeliveryRecord() {
  return <RecordDelivery {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()?.lastResult} />;
}
