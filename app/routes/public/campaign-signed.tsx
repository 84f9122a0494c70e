import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { findSigningCampaign, isCampaignGone } from '#app/features/campaigns/signing-campaign.server.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { gone, notFound, openRequest } from '#app/platform/request.server.ts';
import { titled } from '#app/routes/title.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';

export const meta = titled('support.signed.title');

const WAYS = ['email', 'phone', 'code'] as const;

/** The same for a new, a repeated and a blocked signature: it knows only by which way somebody signed. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const slug = args.params.slug ?? '';
  const campaign = await findSigningCampaign(slug);
  if (!campaign) throw (await isCampaignGone(slug)) ? gone() : notFound();
  const way = WAYS.find((entry) => entry === ctx.url.searchParams.get('by')) ?? 'email';
  return { slug, title: campaign.title, way };
}

export default function CampaignSigned() {
  const { slug, title, way } = useLoaderData<typeof loader>();
  const { t, to } = useWords();
  return (
    <>
      <PageTitle lead={title}>{t('support.signed.title')}</PageTitle>
      <Stack>
        <Notice tone={way === 'code' ? 'success' : 'info'} live>
          <p>{t(`support.signed.${way}`)}</p>
        </Notice>
        {way === 'email' && <p>{t('support.signed.email.again')}</p>}
        <Section title={t('support.signed.share')} id="share">
          <p>{t('support.signed.share.text')}</p>
          <ButtonLink tone="secondary" href={to(paths.campaign(slug))}>
            {t('support.to-campaign')}
          </ButtonLink>
        </Section>
      </Stack>
    </>
  );
}
