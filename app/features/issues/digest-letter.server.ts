import { wordsFor } from '#app/i18n/words.ts';
import { localisePath, type Locale } from '#app/kernel/locale.ts';
import type { Names } from '#app/kernel/regions.ts';
import { paths } from '#app/paths.ts';
import { env } from '#app/platform/env.server.ts';
import { renderLetter } from '#app/platform/mail-layout.tsx';
import type { Mail } from '#app/platform/mail.server.ts';

type Digest = {
  to: string;
  name: string;
  locale: Locale;
  organisation: { slug: string; names: Names };
  waiting: { queue: number; flags: number; answers: number };
};

/** A moderator's morning letter: how much waits, and a link. Nothing of any report; the subject says nothing at all. */
export function digestLetter({ to, name, locale, organisation, waiting }: Digest): Mail {
  const t = wordsFor(locale);
  const lines = [
    waiting.queue > 0 && t('issues.staff.digest.queue', { count: waiting.queue }),
    waiting.flags > 0 && t('issues.staff.digest.flags', { count: waiting.flags }),
    waiting.answers > 0 && t('issues.staff.digest.answers', { count: waiting.answers }),
  ].filter((line) => line !== false);
  const { PORT, PUBLIC_URL } = env();
  const letter = renderLetter({
    lang: locale,
    greeting: t('issues.staff.digest.greeting', { name }),
    paragraphs: [
      t('issues.staff.digest.text', { organisation: organisation.names[locale] }),
      lines.map((line) => `• ${line}`).join('\n'),
    ],
    action: {
      label: t('issues.staff.digest.action'),
      url: new URL(localisePath(paths.org(organisation.slug), locale), PUBLIC_URL ?? `http://localhost:${PORT}`).href,
    },
    closing: t('issues.staff.digest.closing'),
  });
  return { to, subject: t('issues.staff.digest.subject'), ...letter };
}
