import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { closeLink, openLink } from '#app/features/campaigns/commands/keep-collection.server.ts';
import { keepPartnership } from '#app/features/campaigns/commands/keep-partners.server.ts';
import { getPartnership, isAsked } from '#app/features/campaigns/partner-queries.server.ts';
import { partnershipForm } from '#app/features/campaigns/spread-forms.ts';
import { listOwnLinks } from '#app/features/campaigns/support-links.server.ts';
import campaignStyles from '#app/features/campaigns/ui/campaign.css?url';
import { OwnLinks } from '#app/features/campaigns/ui/own-links.tsx';
import { PartnershipAnswer, PartnershipWork } from '#app/features/campaigns/ui/partnership.tsx';
import { PartnerStateLabel } from '#app/features/campaigns/ui/partner-state.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { isId, newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { notFound, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { refused } from './campaign-steps.server.ts';

export const meta = titled('spread.partnership.title');
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: campaignStyles }];

const DONE = ['accept', 'decline', 'write', 'leave', 'open-link', 'close-link'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'campaign.read');
  const partnership = isId(args.params.id) ? await getPartnership(scope, args.params.id, ctx.now) : undefined;
  if (!partnership) throw notFound();
  const here = { organisationId: membership.organisationId };
  const mayCollect = partnership.state === 'accepted' && can(actor, 'campaign.collect', here);
  const own = mayCollect ? await listOwnLinks(scope, partnership.campaignId) : [];
  return {
    slug: membership.slug,
    partnership,
    mayCollect,
    mayWrite: can(actor, 'campaign.write', here),
    mayErase: partnership.state !== 'invited' && can(actor, 'campaign.see-people', here),
    links: own.map((link) => ({ ...link, address: ctx.url.origin + ctx.to(paths.campaignLink(link.code)) })),
    clientId: newId(),
    done: DONE.find((entry) => entry === ctx.url.searchParams.get('done')) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'campaign.collect');
  const id = args.params.id;
  if (!isId(id) || !(await isAsked(scope, id))) throw notFound();
  const posted = await readForm(args.request, partnershipForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const work = { actor, scope, now: ctx.now };
  const step = posted.value;
  const kept =
    step.intent === 'open-link'
      ? await openLink(work, id, step)
      : step.intent === 'close-link'
        ? await closeLink(work, id, step)
        : await keepPartnership(work, id, step);
  if (!kept.ok) return refused(posted, kept.refusal);
  return seeOther(ctx, `${paths.orgPartnership(membership.slug, id)}#main`, { done: step.intent });
}

/** A coalition as the partner sees it: what is asked before it answers; afterwards its words, its numbers, its links. */
export default function OrgPartnership() {
  const {
    slug,
    partnership,
    mayWrite,
    mayCollect,
    mayErase,
    links: own,
    clientId,
    done,
  } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.lastResult;
  const back = useReturned(result);
  const { t, to, locale } = useWords();
  const { campaign, lead, state } = partnership;
  const id = back.value('clientId', clientId) ?? clientId;
  return (
    <Stack>
      <Breadcrumb
        items={[
          { label: t('campaigns.list.title'), href: to(paths.orgCampaigns(slug)) },
          { label: campaign?.title ?? t('spread.partnership.title') },
        ]}
      />
      <PageTitle
        badge={<PartnerStateLabel state={state} />}
        lead={campaign ? <span lang={campaign.locale}>{campaign.summary}</span> : t('spread.partnership.closed')}
        meta={t('spread.partnership.lead', { organisation: lead.names[locale] })}
        actions={
          campaign?.isPublic ? (
            <a href={to(paths.campaign(campaign.slug))}>{t('campaigns.org.public-page')}</a>
          ) : undefined
        }
      >
        {campaign ? <span lang={campaign.locale}>{campaign.title}</span> : t('spread.partnership.title')}
      </PageTitle>
      {done && (
        <Notice live tone="success">
          {t(`spread.partnership.done.${done}`)}
        </Notice>
      )}
      <ErrorSummary errors={back.errors} />
      {campaign && campaign.demands.length > 0 && (
        <Section title={t('campaigns.page.demands', { count: campaign.demands.length })} id="demands">
          <ol className="demands">
            {campaign.demands.map((demand) => (
              <li key={demand.id}>
                <p className="demand-text" lang={campaign.locale}>
                  {demand.text}
                </p>
                <p className="meta">
                  {t('campaigns.demand.to')}{' '}
                  {[demand.addressee.post?.[locale], demand.addressee.body?.[locale]].filter(Boolean).join(', ') ||
                    t('campaigns.demand.nobody')}
                </p>
              </li>
            ))}
          </ol>
        </Section>
      )}
      {state === 'invited' && <PartnershipAnswer clientId={id} mayWrite={mayWrite} />}
      {(state === 'accepted' || state === 'left') && (
        <PartnershipWork partnership={partnership} slug={slug} clientId={id} back={back} mayWrite={mayWrite}>
          {mayCollect && campaign?.isPublic && (
            <Section title={t('spread.partnership.links')} id="links">
              <p>{t('spread.partnership.links.text')}</p>
              <ul className="link-list">
                {(['support', 'collect', 'sheets'] as const).map((room) => (
                  <li key={room}>
                    <a href={to(paths.orgCampaignRoom(slug, partnership.campaignId, room))}>
                      {t(`campaigns.room.${room}`)}
                    </a>
                  </li>
                ))}
              </ul>
              <OwnLinks links={own} clientId={id} kinds={['point', 'share']} back={back} />
            </Section>
          )}
        </PartnershipWork>
      )}
      {mayErase && (
        <p>
          <a href={to(paths.orgCampaignErasure(slug, partnership.campaignId))}>{t('spread.erasure.title')}</a>
        </p>
      )}
    </Stack>
  );
}
