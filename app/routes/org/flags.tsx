import { data, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { listCampaignFlags } from '#app/features/campaigns/flag-queries.server.ts';
import { CampaignFlags } from '#app/features/campaigns/ui/campaign-flags.tsx';
import { decideFlag } from '#app/features/issues/commands/decide-flag.server.ts';
import { showFlagContact } from '#app/features/issues/commands/show-flag-contact.server.ts';
import { flagForm } from '#app/features/issues/staff-forms.ts';
import { listFlags } from '#app/features/issues/staff-today.server.ts';
import staffStyles from '#app/features/issues/ui/staff.css?url';
import { StaffFlag } from '#app/features/issues/ui/staff-flags.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { forbidden, notFound, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { CardList } from '#app/ui/card.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Stack } from '#app/ui/stack.tsx';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: staffStyles }];
export const meta = titled('issues.staff.flags.title');

const DONE = ['flag-accepted', 'flag-dismissed', 'reply-published'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'issue.read');
  return {
    slug: membership.slug,
    flags: await listFlags(scope),
    mayDecide: can(actor, 'issue.moderate', { organisationId: membership.organisationId }),
    campaigns: await listCampaignFlags(scope),
    mayReview: can(actor, 'campaign.review', { organisationId: membership.organisationId }),
    clientId: newId(),
    done: DONE.find((entry) => entry === ctx.url.searchParams.get('done')) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'issue.moderate');
  const posted = await readForm(args.request, flagForm);
  const flagId = String(posted.reply().initialValue?.flagId ?? '');
  if (!posted.ok) return unprocessable(posted.reply(), { flagId, contact: undefined });
  const work = { actor, scope, now: ctx.now };
  const again = (code: string, field?: string) =>
    unprocessable(field ? posted.reply({ [field]: [code] }) : posted.reply(undefined, [code]), {
      flagId,
      contact: undefined,
    });
  if (posted.value.intent === 'contact') {
    const shown = await showFlagContact(work, posted.value);
    if (!shown.ok) return again(shown.refusal.code);
    return data(
      { lastResult: null, flagId, contact: shown.value.contact },
      { headers: { 'Cache-Control': 'no-store' } },
    );
  }
  const { clientId, reason, intent } = posted.value;
  const result = await decideFlag(work, { flagId: posted.value.flagId, clientId, reason, accept: intent === 'accept' });
  if (!result.ok) {
    const { code, field } = result.refusal;
    if (code === 'issues.staff.error.unknown') throw notFound();
    if (code === 'common.error.not-allowed') throw forbidden();
    return again(code, field);
  }
  const { accept, kind, issueId } = result.value;
  if (accept && kind === 'body_reply')
    return seeOther(ctx, `${paths.orgFlags(membership.slug)}#main`, { done: 'reply-published' });
  // Accepted: something on that page is to be mended, so that is where one goes on.
  if (accept) return seeOther(ctx, `${paths.orgIssue(membership.slug, issueId)}#main`, { done: 'flag' });
  return seeOther(ctx, `${paths.orgFlags(membership.slug)}#main`, { done: 'flag-dismissed' });
}

export default function OrgFlags() {
  const { slug, flags, campaigns, mayDecide, mayReview, clientId, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <>
      <PageTitle lead={t('issues.staff.flags.lead')}>{t('issues.staff.flags.title')}</PageTitle>
      <Stack>
        {done && (
          <Notice live tone="success">
            {t(`issues.staff.done.${done}`)}
          </Notice>
        )}
        {flags.length === 0 && campaigns.flags.length === 0 ? (
          <EmptyState title={t('issues.staff.flags.empty.title')} example={t('issues.staff.flags.empty.example')}>
            {t('issues.staff.flags.empty.text')}
          </EmptyState>
        ) : (
          <CardList label={t('issues.staff.flags.title')}>
            {flags.map((flag) => (
              <StaffFlag
                key={flag.id}
                flag={flag}
                slug={slug}
                clientId={clientId}
                mayDecide={mayDecide}
                lastResult={answer?.flagId === flag.id ? answer.lastResult : null}
                contact={answer?.flagId === flag.id ? answer.contact : undefined}
              />
            ))}
          </CardList>
        )}
        <CampaignFlags {...campaigns} slug={slug} clientId={clientId} mayDecide={mayReview} />
      </Stack>
    </>
  );
}
