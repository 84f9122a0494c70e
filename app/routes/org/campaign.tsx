import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { getOverview } from '#app/features/campaigns/campaign-detail.server.ts';
import { moveCampaign } from '#app/features/campaigns/commands/move-campaign.server.ts';
import { moveForm } from '#app/features/campaigns/forms.ts';
import { sealHandover } from '#app/features/legal-aid/public.server.ts';
import { joinFormOf } from '#app/features/tasks/public.server.ts';
import { CampaignJoining } from '#app/features/tasks/ui/campaign-joining.tsx';
import { CampaignOverviewView } from '#app/features/campaigns/ui/campaign-overview.tsx';
import { HideForm } from '#app/features/campaigns/ui/campaign-flags.tsx';
import { useWords } from '#app/i18n/words-context.tsx';
import { isId, newId } from '#app/kernel/ids.ts';
import { titled } from '#app/i18n/titled.ts';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { notFound, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/stack.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { refused } from './campaign-steps.server.ts';

export const meta = titled('campaigns.list.title');
/** Notices that an answered form may ask for. */
const NOTICES = {
  started: 'campaigns.done.started',
  saved: 'common.saved',
  submit: 'campaigns.done.submit',
  publish: 'campaigns.done.publish',
  return: 'campaigns.done.return',
  pause: 'campaigns.done.pause',
  resume: 'campaigns.done.resume',
  archive: 'campaigns.done.archive',
} as const;
const isNotice = (key: string | null): key is keyof typeof NOTICES => key !== null && Object.hasOwn(NOTICES, key);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'campaign.read');
  const overview = isId(args.params.id) ? await getOverview(scope, args.params.id, ctx.now) : undefined;
  if (!overview) throw notFound();
  const may = (action: Parameters<typeof can>[1]) => can(actor, action, { organisationId: membership.organisationId });
  const done = ctx.url.searchParams.get('done');
  const { campaign } = overview;
  const joining = may('joining.keep') && campaign.organisationId === membership.organisationId && !campaign.isPast;
  return {
    slug: membership.slug,
    overview,
    clientId: newId(),
    joining: joining
      ? {
          form: await withScope(scope, (tx) => joinFormOf(tx, membership.organisationId, campaign.id)),
          clientId: newId(),
        }
      : null,
    legalHandover: sealHandover({ from: 'campaign', campaignId: overview.campaign.id }),
    may: {
      write: may('campaign.write'),
      hide: may('campaign.review') && overview.campaign.publishedAt !== null,
      review: may('campaign.review') && overview.campaign.submittedBy !== actor.userId,
      confirm: may('campaign.confirm-outcome'),
    },
    done: isNotice(done) ? done : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'campaign.read');
  const id = args.params.id;
  if (!isId(id)) throw notFound();
  const posted = await readForm(args.request, moveForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const { intent, ...move } = posted.value;
  const moved = await moveCampaign({ actor, scope, now: ctx.now }, { ...move, id, move: intent });
  return moved.ok
    ? seeOther(ctx, paths.orgCampaign(membership.slug, id), { done: isNotice(intent) ? intent : 'saved' })
    : refused(posted, moved.refusal);
}

export default function CampaignOverviewPage() {
  const { slug, overview, clientId, joining, legalHandover, may, done } = useLoaderData<typeof loader>();
  const back = useReturned(useActionData<typeof action>()?.lastResult);
  const { t, to } = useWords();
  return (
    <>
      {done && (
        <Notice tone="success" live>
          {t(NOTICES[done])}
        </Notice>
      )}
      <ErrorSummary errors={back.errors} />
      <CampaignOverviewView overview={overview} slug={slug} clientId={clientId} may={may} back={back} />
      {joining && <CampaignJoining slug={slug} campaignId={overview.campaign.id} {...joining} />}
      {may.write && (
        <Section title={t('legal-intake.home.title')} id="legal-aid">
          <p>{t('legal-intake.campaign.hint')}</p>
          <Form action={to(paths.legalRequest())} inline>
            <input type="hidden" name="handover" value={legalHandover} />
            <Button tone="secondary">{t('legal-intake.campaign.ask')}</Button>
          </Form>
        </Section>
      )}
      {may.hide && (
        <HideForm
          slug={slug}
          clientId={clientId}
          campaign={overview.campaign.id}
          isHidden={overview.campaign.hiddenAt !== null}
        />
      )}
    </>
  );
}
