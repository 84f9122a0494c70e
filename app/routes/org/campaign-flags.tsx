import { data, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import {
  decideCampaignFlag,
  hideCampaign,
  showCampaignFlagContact,
} from '#app/features/campaigns/commands/decide-campaign-flag.server.ts';
import { listCampaignFlags } from '#app/features/campaigns/flag-queries.server.ts';
import { campaignFlagDecision } from '#app/features/campaigns/spread-forms.ts';
import { CampaignFlags } from '#app/features/campaigns/ui/campaign-flags.tsx';
import campaignStyles from '#app/features/campaigns/ui/campaign.css?url';
import staffStyles from '#app/features/issues/ui/staff.css?url';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { forbidden, notFound, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Stack } from '#app/ui/stack.tsx';
import { useReturned } from '#app/ui/use-returned.ts';

export const meta = titled('spread.flags.title');
export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: campaignStyles },
  { rel: 'stylesheet', href: staffStyles },
];

const DONE = ['accepted', 'dismissed', 'reply-published', 'hidden', 'shown'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'campaign.read');
  return {
    slug: membership.slug,
    ...(await listCampaignFlags(scope)),
    mayDecide: can(actor, 'campaign.review', { organisationId: membership.organisationId }),
    clientId: newId(),
    done: DONE.find((entry) => entry === ctx.url.searchParams.get('done')) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'campaign.review');
  const posted = await readForm(args.request, campaignFlagDecision);
  const typed = posted.reply().initialValue ?? {};
  const subject = String(typed.flag ?? typed.campaign ?? '');
  const answer = { subject, contact: undefined };
  if (!posted.ok) return unprocessable(posted.reply(), answer);
  const work = { actor, scope, now: ctx.now };
  const step = posted.value;
  if (step.intent === 'contact') {
    const shown = await showCampaignFlagContact(work, step.flag);
    if (!shown.ok) return unprocessable(posted.reply(undefined, [shown.refusal.code]), answer);
    const seen = { lastResult: null, subject, contact: shown.value.contact };
    return data(seen, { headers: { 'Cache-Control': 'no-store' } });
  }
  const decided =
    step.intent === 'hide' || step.intent === 'show'
      ? await hideCampaign(work, step)
      : await decideCampaignFlag(work, step);
  if (!decided.ok) {
    const { code, field } = decided.refusal;
    if (code === 'campaigns.error.unknown') throw notFound();
    if (code === 'common.error.not-allowed') throw forbidden();
    return unprocessable(field ? posted.reply({ [field]: [code] }) : posted.reply(undefined, [code]), answer);
  }
  const done = {
    hide: 'hidden',
    show: 'shown',
    dismiss: 'dismissed',
    accept: decided.value.isReply ? 'reply-published' : 'accepted',
  }[step.intent];
  return seeOther(ctx, `${paths.orgCampaignFlags(membership.slug)}#main`, { done });
}

/** What people wrote about campaigns' pages, bodies' replies to them, and pages that were taken down. */
export default function OrgCampaignFlags() {
  const { slug, flags, hidden, clientId, mayDecide, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const back = useReturned(answer?.lastResult);
  const { t, to } = useWords();
  return (
    <Stack>
      <Breadcrumb
        items={[
          { label: t('issues.staff.flags.title'), href: to(paths.orgFlags(slug)) },
          { label: t('spread.flags.title') },
        ]}
      />
      <PageTitle lead={t('spread.flags.lead')}>{t('spread.flags.title')}</PageTitle>
      {done && (
        <Notice live tone="success">
          {t(`spread.flags.done.${done}`)}
        </Notice>
      )}
      <ErrorSummary errors={back.errors} />
      {flags.length === 0 && hidden.length === 0 ? (
        <EmptyState title={t('spread.flags.empty.title')} example={t('spread.flags.empty.example')}>
          {t('spread.flags.empty.text')}
        </EmptyState>
      ) : (
        <CampaignFlags
          flags={flags}
          hidden={hidden}
          slug={slug}
          clientId={clientId}
          mayDecide={mayDecide}
          answer={{ back, subject: answer?.subject ?? null, contact: answer?.contact }}
        />
      )}
    </Stack>
  );
}
