import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { findPublicPartner } from '#app/features/campaigns/partner-public.server.ts';
import { isCampaignGone } from '#app/features/campaigns/public-queries.server.ts';
import { isSigningOpen } from '#app/features/campaigns/rules/support.ts';
import campaignStyles from '#app/features/campaigns/ui/campaign.css?url';
import { SupportMeter } from '#app/features/campaigns/ui/support-meter.tsx';
import { useWords } from '#app/i18n/words-context.tsx';
import { isLocale } from '#app/kernel/locale.ts';
import { paths } from '#app/paths.ts';
import { gone, notFound, openRequest } from '#app/platform/request.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Paragraphs } from '#app/ui/paragraphs.tsx';
import { Stack } from '#app/ui/stack.tsx';
import { loaderHeaders, publicData } from './public-data.ts';
import { errorTitle } from './public-error.tsx';

export const headers = loaderHeaders;
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: campaignStyles }];
export { PublicError as ErrorBoundary } from './public-error.tsx';

export const meta: MetaFunction<typeof loader> = ({ data, error, params }) => {
  if (!data) return errorTitle(error, params.lang);
  const locale = isLocale(params.lang) ? params.lang : 'az';
  return [
    { title: `${data.page.partner.names[locale]}: ${data.page.title} · İcma` },
    { name: 'description', content: data.page.summary },
    { property: 'og:image', content: data.card },
  ];
};

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const slug = args.params.slug ?? '';
  const page = await findPublicPartner(slug, args.params.partner ?? '');
  if (!page) throw (await isCampaignGone(slug)) ? gone() : notFound();
  const isOpen = isSigningOpen(page, ctx.now);
  return publicData(ctx, { page, isOpen, card: ctx.url.origin + paths.campaignCard(slug, ctx.locale) });
}

/** A partner's own page of a common campaign: its words, its part of the total, and support that goes to its own people. */
export default function CampaignPartner() {
  const { page, isOpen } = useLoaderData<typeof loader>();
  const { t, to, locale } = useWords();
  const { partner, lead } = page;
  return (
    <Stack>
      <Breadcrumb
        items={[
          { label: t('campaigns.list.title'), href: to(paths.campaigns()) },
          { label: page.title, href: to(paths.campaign(page.slug)) },
          { label: partner.names[locale] },
        ]}
      />
      <PageTitle
        lead={<span lang={page.locale}>{page.summary}</span>}
        meta={
          <>
            <a href={to(paths.organisation(partner.slug))}>{partner.names[locale]}</a>
            {lead && ` · ${t('spread.partnership.lead', { organisation: lead.names[locale] })}`}
          </>
        }
      >
        <span lang={page.locale}>{page.title}</span>
      </PageTitle>
      {page.text && <Paragraphs text={page.text} />}
      <section className="support-box" aria-label={t('campaigns.page.support')}>
        <SupportMeter supporters={page.total} goal={page.goal} />
        <p className="meta">{t('spread.partner.own', { count: page.own, organisation: partner.names[locale] })}</p>
        {isOpen && (
          <>
            <ButtonLink wide href={to(`${paths.campaignSign(page.slug)}?from=${partner.slug}`)}>
              {t('campaigns.page.sign')}
            </ButtonLink>
            <p className="meta">{t('spread.partner.consent', { organisation: partner.names[locale] })}</p>
          </>
        )}
      </section>
      <p>
        <a href={to(paths.campaign(page.slug))}>{t('spread.partner.whole')}</a>
      </p>
    </Stack>
  );
}
