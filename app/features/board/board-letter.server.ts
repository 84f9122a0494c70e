import { wordsFor } from '#app/i18n/words.ts';
import { localisePath, type Locale } from '#app/kernel/locale.ts';
import type { Names } from '#app/kernel/regions.ts';
import { paths } from '#app/paths.ts';
import { env } from '#app/platform/env.server.ts';
import { renderLetter } from '#app/platform/mail-layout.tsx';
import type { Mail } from '#app/platform/mail.server.ts';
import type { MatchState } from './rules/kinds.ts';

type Recipient = { to: string; name: string; locale: Locale };

function letter({ to, name, locale }: Recipient, paragraphs: string[], path: string): Mail {
  const t = wordsFor(locale);
  const { PORT, PUBLIC_URL } = env();
  const rendered = renderLetter({
    lang: locale,
    greeting: t('board.letter.greeting', { name }),
    paragraphs,
    action: {
      label: t('board.letter.action'),
      url: new URL(localisePath(path, locale), PUBLIC_URL ?? `http://localhost:${PORT}`).href,
    },
    closing: t('board.letter.closing'),
  });
  return { to, subject: t('board.letter.subject'), ...rendered };
}

/** How an answer stands now, to somebody of one side: the title and a link. No contact travels by mail. */
export function matchLetter(
  recipient: Recipient,
  about: { slug: string; entryId: string; title: string; state: MatchState; other: Names },
): Mail {
  const t = wordsFor(recipient.locale);
  const { slug, entryId, title, state, other } = about;
  return letter(
    recipient,
    [t(`board.letter.${state}`, { title, organisation: other[recipient.locale] })],
    paths.orgBoardEntry(slug, entryId),
  );
}

/** Two weeks and no answer. */
export function unmatchedLetter(recipient: Recipient, about: { slug: string; titles: string[] }): Mail {
  const t = wordsFor(recipient.locale);
  return letter(
    recipient,
    [t('board.letter.unmatched', { count: about.titles.length }), about.titles.map((title) => `• ${title}`).join('\n')],
    paths.orgBoard(about.slug),
  );
}
