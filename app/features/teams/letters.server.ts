import { wordsFor } from '#app/i18n/words.ts';
import { localisePath, type Locale } from '#app/kernel/locale.ts';
import { paths } from '#app/paths.ts';
import { renderLetter } from '#app/platform/mail-layout.tsx';
import type { Mail } from '#app/platform/mail.server.ts';

/** To the candidate, at once: somebody looks into her team. The subject says nothing: it shows on locked phones. */
export function openingLetter(about: {
  to: string;
  locale: Locale;
  candidate: string;
  name: string;
  operator: string;
  reason: string;
  minutes: number;
  slug: string;
  origin: string;
}): Mail {
  const { candidate, locale, minutes, name, operator, origin, reason, slug, to } = about;
  const t = wordsFor(locale);
  const letter = renderLetter({
    lang: locale,
    greeting: t('teams.mail.greeting', { name: candidate }),
    paragraphs: [
      t('teams.mail.opened.text', { operator, team: name, count: minutes }),
      t('teams.mail.opened.reason', { reason }),
      t('teams.mail.opened.more'),
    ],
    action: { label: t('teams.mail.opened.action'), url: origin + localisePath(paths.orgTeamProtection(slug), locale) },
    closing: t('teams.mail.closing'),
  });
  return { to, subject: t('teams.mail.opened.subject'), ...letter };
}
