import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { getCampaign } from '#app/features/campaigns/campaign-detail.server.ts';
import { makePackAgain } from '#app/features/campaigns/commands/keep-pack.server.ts';
import { correctDelivery } from '#app/features/campaigns/commands/record-delivery.server.ts';
import { settleFollowup } from '#app/features/campaigns/commands/settle-followup.server.ts';
import { deliveryRoomForm } from '#app/features/campaigns/delivery-forms.ts';
import { getDeliveryRoom } from '#app/features/campaigns/delivery-queries.server.ts';
import { DeliveryList } from '#app/features/campaigns/ui/delivery-list.tsx';
import { PackList } from '#app/features/campaigns/ui/pack-list.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { isId, newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { notFound, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import type { StaffWork } from '#app/platform/staff-work.server.ts';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Heading } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Stack } from '#app/ui/stack.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { refused } from './campaign-steps.server.ts';

export const meta = titled('deliveries.room.title');

const NOTICES = ['pack-queued', 'pack-draft', 'delivered', 'replied', 'corrected', 'followup'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'campaign.read');
  const campaign = isId(args.params.id) ? await getCampaign(scope, args.params.id) : undefined;
  const room = campaign && (await getDeliveryRoom(scope, campaign.id, ctx.now));
  if (!campaign || !room) throw notFound();
  return {
    slug: membership.slug,
    id: campaign.id,
    lang: campaign.locale,
    ...room,
    now: ctx.now,
    clientId: newId(),
    mayDeliver: can(actor, 'campaign.deliver', { organisationId: membership.organisationId }),
    done: NOTICES.find((key) => key === ctx.url.searchParams.get('done')),
  };
}

type RoomStep = ReturnType<typeof deliveryRoomForm.parse>;

async function take(work: StaffWork, id: string, step: RoomStep) {
  switch (step.intent) {
    case 'correct':
      return { result: await correctDelivery(work, id, step), done: 'corrected' as const };
    case 'followup-sent':
      return { result: await settleFollowup(work, id, step), done: 'followup' as const };
    case 'followup-cancel':
      return { result: await settleFollowup(work, id, { ...step, sentOn: null }), done: 'followup' as const };
    case 'again': {
      const result = await makePackAgain(work, id, step);
      return { result, done: result.ok && result.value.isQueued ? ('pack-queued' as const) : ('pack-draft' as const) };
    }
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'campaign.deliver');
  const id = args.params.id;
  if (!isId(id)) throw notFound();
  const posted = await readForm(args.request, deliveryRoomForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const { result, done } = await take({ actor, scope, now: ctx.now }, id, posted.value);
  if (!result.ok) return refused(posted, result.refusal);
  return seeOther(ctx, paths.orgCampaignRoom(membership.slug, id, 'delivery'), { done });
}

export default function CampaignDelivery() {
  const { packs, deliveries, handSigned, done, ...place } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.lastResult;
  const { t } = useWords();
  return (
    <Stack>
      {done && (
        <Notice tone="success" live>
          {t(`deliveries.done.${done}`)}
        </Notice>
      )}
      <ErrorSummary errors={useReturned(result).errors} />
      <Heading>{t('deliveries.room.title')}</Heading>
      <p className="lead">{t('deliveries.room.lead')}</p>
      <p>{t('deliveries.law')}</p>
      {handSigned === 0 && deliveries.length === 0 && <Notice tone="info">{t('deliveries.pack.no-sheets')}</Notice>}
      <PackList packs={packs} {...place} />
      <DeliveryList deliveries={deliveries} result={result} {...place} />
    </Stack>
  );
}
