import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay, noonOf } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { DueBadge } from '#app/ui/due-badge.tsx';
import { Section } from '#app/ui/stack.tsx';
import type { PublicDelivery, PublicLetterAction } from '../rules/delivery-views.ts';
import { ReplyCard } from './reply-card.tsx';

/**
 * What was handed over and what came back, for everybody. The hand-signed appeal and support online are told apart in
 * words: the law counts the first alone.
 */
export function DeliverySection({
  slug,
  lang,
  deliveries,
  now,
}: {
  slug: string;
  lang: string;
  deliveries: readonly PublicDelivery[];
  now: Date;
}) {
  const { t, to, locale } = useWords();
  if (deliveries.length === 0) return null;
  return (
    <Section title={t('deliveries.public.title')} id="delivery">
      {deliveries.map((delivery) => (
        <Card key={delivery.id} as="article" tone={delivery.due.isLate ? 'late' : 'plain'}>
          {delivery.replies.length === 0 && (
            <DueBadge
              due={delivery.due.on}
              now={now}
              isSample={delivery.due.isSample}
              missingYear={delivery.due.missingYear}
            />
          )}
          <h3>{t('deliveries.public.delivered', { body: delivery.addressee })}</h3>
          <p className="meta">
            {[
              formatDay(noonOf(delivery.deliveredOn), locale),
              t(`authorities.channel.${delivery.channel}`),
              delivery.registerNumber && `${t('deliveries.list.register')}: ${delivery.registerNumber}`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {delivery.handSigned > 0 && <p>{t('deliveries.public.hand', { count: delivery.handSigned })}</p>}
          <p>{t('deliveries.public.support', { count: delivery.supporters })}</p>
          {delivery.replies.map((reply) => (
            <ReplyCard
              key={reply.id}
              reply={reply}
              lang={lang}
              documentHref={reply.documentId && to(paths.campaignDocument(slug, reply.documentId))}
            />
          ))}
        </Card>
      ))}
    </Section>
  );
}

/** Invites to write one's own letter; stands on the page while the invitation is open. */
export function LetterTeaser({ slug, action }: { slug: string; action: PublicLetterAction | null }) {
  const { t, to, locale } = useWords();
  if (!action) return null;
  return (
    <Section title={t('deliveries.public.letter.title')} id="letter">
      <p>{t('deliveries.public.letter.text', { body: action.addressee[locale] })}</p>
      <ButtonLink tone="secondary" href={to(paths.campaignLetter(slug))}>
        {t('deliveries.public.letter.action')}
      </ButtonLink>
    </Section>
  );
}
