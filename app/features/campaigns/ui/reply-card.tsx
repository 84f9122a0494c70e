import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay, noonOf } from '#app/kernel/dates.ts';
import { Card } from '#app/ui/card.tsx';
import { Paragraphs } from '#app/ui/paragraphs.tsx';
import { StateBadge, type StateTone } from '#app/ui/state-badge.tsx';
import type { ReplyKind } from '../rules/delivery.ts';
import type { ReplyView } from '../rules/delivery-views.ts';

const TONES: Record<ReplyKind, StateTone> = { full: 'claimed', partial: 'open', formal: 'quiet', refused: 'refused' };

/** An authority's answer with what supporters think of it; the same on the public page and in the workspace. */
export function ReplyCard({
  reply,
  lang,
  documentHref,
}: {
  reply: ReplyView;
  lang: string;
  documentHref: string | null;
}) {
  const { t, locale } = useWords();
  return (
    <Card tone="info" as="article">
      <StateBadge tone={TONES[reply.kind]}>
        {t('deliveries.public.replied', { kind: t(`deliveries.reply.kind.${reply.kind}`) })}
      </StateBadge>
      <p className="meta">{t('deliveries.reply.received', { day: formatDay(noonOf(reply.receivedOn), locale) })}</p>
      <Paragraphs text={reply.text} lang={lang} />
      {documentHref && (
        <p>
          <a href={documentHref}>{t('deliveries.public.document')}</a>
        </p>
      )}
      <p className="meta">
        {reply.stars === null
          ? t('deliveries.rating.none')
          : t('deliveries.rating', { stars: reply.stars, count: reply.ratings })}
      </p>
    </Card>
  );
}
