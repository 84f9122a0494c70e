import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import {
  invalidateSignature,
  restoreSignature,
  setSigningBrake,
} from '#app/features/campaigns/commands/judge-signature.server.ts';
import { getCollecting } from '#app/features/campaigns/support-campaign.server.ts';
import { supportForm } from '#app/features/campaigns/support-forms.ts';
import {
  listPeople,
  ownTotals,
  parsePeopleFilters,
  peopleQuery,
} from '#app/features/campaigns/support-people.server.ts';
import { totalsOf } from '#app/features/campaigns/support-totals.server.ts';
import { SupportRoom } from '#app/features/campaigns/ui/support-room.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { isId, newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { notFound, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { refused } from './campaign-steps.server.ts';

export const meta = titled('campaigns.room.support');

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'campaign.read');
  const campaign = isId(args.params.id) ? await getCollecting(scope, args.params.id) : undefined;
  if (!campaign) throw notFound();
  const may = (action: 'campaign.see-people' | 'campaign.brake') =>
    can(actor, action, { organisationId: membership.organisationId });
  const query = ctx.url.searchParams;
  const filters = parsePeopleFilters(query);
  const [totals, common, people] = await Promise.all([
    ownTotals(scope, campaign.id),
    totalsOf([campaign.id]),
    may('campaign.see-people')
      ? listPeople(scope, campaign.id, filters, { after: query.get('after'), before: query.get('before') })
      : null,
  ]);
  return {
    slug: membership.slug,
    id: campaign.id,
    totals,
    common: common.get(campaign.id)?.total ?? 0,
    people,
    filters,
    queries: {
      here: peopleQuery(filters),
      before: people?.before ? peopleQuery({ ...filters, before: people.before }) : null,
      after: people?.after ? peopleQuery({ ...filters, after: people.after }) : null,
    },
    brake: campaign.isLead && may('campaign.brake') ? { isPaused: campaign.isSigningPaused } : null,
    clientIds: { judge: newId(), brake: newId() },
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'campaign.read');
  const id = args.params.id;
  if (!isId(id)) throw notFound();
  const posted = await readForm(args.request, supportForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const work = { actor, scope, now: ctx.now };
  const { value } = posted;
  const done = await (value.intent === 'invalidate'
    ? invalidateSignature(work, id, value)
    : value.intent === 'restore'
      ? restoreSignature(work, id, value)
      : setSigningBrake(work, id, { clientId: value.clientId, isPaused: value.intent === 'pause' }));
  const here = `${paths.orgCampaignRoom(membership.slug, id, 'support')}${peopleQuery(parsePeopleFilters(ctx.url.searchParams))}`;
  return done.ok ? seeOther(ctx, here) : refused(posted, done.refusal);
}

export default function CampaignSupport() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, to } = useWords();
  return (
    <>
      <SupportRoom {...loaded} lastResult={answer?.lastResult} />
      {loaded.people && (
        <p>
          <a href={to(paths.orgCampaignErasure(loaded.slug, loaded.id))}>{t('spread.erasure.title')}</a>
        </p>
      )}
    </>
  );
}
