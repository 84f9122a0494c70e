import { useWords } from '#app/i18n/words-context.tsx';
import { formatMoment } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { PageTitle } from '#app/ui/heading.tsx';

/** Why nobody can sign now, and the way back to the page. */
export type Closed = { slug: string; why: 'paused' | 'past' | 'over'; closesAt: string | null };

export function SigningClosed({ slug, why, closesAt }: Closed) {
  const { t, to, locale } = useWords();
  return (
    <>
      <PageTitle
        lead={
          why === 'past' && closesAt
            ? t('support.closed.past', { at: formatMoment(new Date(closesAt), locale) })
            : t(`support.closed.${why === 'paused' ? 'paused' : 'over'}`)
        }
      >
        {t('support.closed.title')}
      </PageTitle>
      <ButtonLink tone="secondary" href={to(paths.campaign(slug))}>
        {t('support.to-campaign')}
      </ButtonLink>
    </>
  );
}

/** Read from the campaign itself: paused by hand or by its state, past its minute, or over. */
export function whyClosed(campaign: {
  slug: string;
  state: string;
  closesAt: Date | null;
  isSigningPaused: boolean;
}): Closed {
  const isRunning = campaign.state === 'active' || campaign.state === 'delivered';
  const why =
    campaign.state === 'paused' || (isRunning && campaign.isSigningPaused) ? 'paused' : isRunning ? 'past' : 'over';
  return { slug: campaign.slug, why, closesAt: campaign.closesAt?.toISOString() ?? null };
}
