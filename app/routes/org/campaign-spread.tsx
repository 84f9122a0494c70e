import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { getCampaignHead } from '#app/features/campaigns/campaign-detail.server.ts';
import { closeLink, openLink } from '#app/features/campaigns/commands/keep-collection.server.ts';
import { isSigningOpen } from '#app/features/campaigns/rules/support.ts';
import { spreadForm } from '#app/features/campaigns/spread-forms.ts';
import { listOwnLinks } from '#app/features/campaigns/support-links.server.ts';
import { OwnLinks } from '#app/features/campaigns/ui/own-links.tsx';
import { SpreadTexts } from '#app/features/campaigns/ui/spread-texts.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { isId, newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { notFound, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/stack.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { refused } from './campaign-steps.server.ts';

export const meta = titled('campaigns.room.spread');

const DONE = ['open-link', 'close-link'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'campaign.read');
  const campaign = isId(args.params.id) ? await getCampaignHead(scope, args.params.id) : undefined;
  if (!campaign?.isLead) throw notFound();
  const links = campaign.isPublic ? await listOwnLinks(scope, campaign.id) : [];
  const share = links.filter(({ kind }) => kind === 'share');
  const here = (path: string) => ctx.url.origin + ctx.to(path);
  // A volunteer passes on the own link, so that what it brings is credited.
  const first = share.find(({ isOpen }) => isOpen);
  return {
    slug: membership.slug,
    campaign: { id: campaign.id, slug: campaign.slug, title: campaign.title, isPublic: campaign.isPublic },
    isOpen: isSigningOpen(campaign, ctx.now),
    links: share.map((link) => ({ ...link, address: here(paths.campaignLink(link.code)) })),
    address: here(first ? paths.campaignLink(first.code) : paths.campaign(campaign.slug)),
    embed: here(paths.campaignEmbed(campaign.slug)),
    posterLink: first?.id ?? null,
    mayCollect: can(actor, 'campaign.collect', { organisationId: membership.organisationId }),
    clientId: newId(),
    done: DONE.find((entry) => entry === ctx.url.searchParams.get('done')) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'campaign.collect');
  const id = args.params.id;
  if (!isId(id)) throw notFound();
  const posted = await readForm(args.request, spreadForm);
  if (!posted.ok) return unprocessable(posted.reply());
  const work = { actor, scope, now: ctx.now };
  const step = posted.value;
  const kept =
    step.intent === 'open-link'
      ? await openLink(work, id, { ...step, kind: 'share' })
      : await closeLink(work, id, step);
  if (!kept.ok) return refused(posted, kept.refusal);
  return seeOther(ctx, paths.orgCampaignRoom(membership.slug, id, 'spread'), { done: step.intent });
}

/** Everything that carries the campaign further: one's own credited links, ready words, the card, a poster, the frame. */
export default function CampaignSpread() {
  const { slug, campaign, links, address, embed, isOpen, posterLink, mayCollect, clientId, done } =
    useLoaderData<typeof loader>();
  const back = useReturned(useActionData<typeof action>()?.lastResult);
  const { t, to, locale } = useWords();
  if (!campaign.isPublic)
    return (
      <Section title={t('campaigns.room.spread')} id="spread">
        <Notice tone="info">{t('spread.room.not-public')}</Notice>
      </Section>
    );
  return (
    <>
      <Section title={t('campaigns.room.spread')} id="spread">
        {done && (
          <Notice live tone="success">
            {t(`spread.partnership.done.${done}`)}
          </Notice>
        )}
        <ErrorSummary errors={back.errors} />
        <p>{t('spread.room.lead')}</p>
        {mayCollect && <OwnLinks links={links} clientId={clientId} kinds={['share']} back={back} />}
      </Section>
      <SpreadTexts title={campaign.title} address={address} embed={embed} isOpen={isOpen} />
      <Section title={t('spread.room.card')} id="card">
        <p>{t('spread.room.card.text')}</p>
        <img
          className="share-card"
          src={paths.campaignCard(campaign.slug, locale)}
          alt={t('spread.room.card.alt', { title: campaign.title })}
          width={1200}
          height={630}
          loading="lazy"
        />
      </Section>
      <Section title={t('spread.room.poster')} id="poster">
        <p>{t('spread.room.poster.text')}</p>
        <ButtonLink
          tone="secondary"
          icon="download"
          href={to(paths.orgCampaignPoster(slug, campaign.id, posterLink ? `?link=${posterLink}` : ''))}
        >
          {t('spread.room.poster.get')}
        </ButtonLink>
      </Section>
    </>
  );
}
