import { wordsFor } from '#app/i18n/words.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { renderLetter } from '#app/platform/mail-layout.tsx';
import type { Mail } from '#app/platform/mail.server.ts';

/** The letters of this pillar. Subjects name nobody: they show on locked phones. */

export function applicationLetter({
  to,
  locale,
  organisation,
}: {
  to: string;
  locale: Locale;
  organisation: string;
}): Mail {
  const t = wordsFor(locale);
  const letter = renderLetter({
    lang: locale,
    greeting: t('organisations.mail.greeting'),
    paragraphs: [
      t('organisations.mail.applied.text', { organisation }),
      t('organisations.mail.applied.next'),
      t('organisations.mail.applied.mistake'),
    ],
    closing: t('organisations.mail.closing'),
  });
  return { to, subject: t('organisations.mail.applied.subject'), ...letter };
}

export function refusalLetter({
  to,
  locale,
  organisation,
  note,
}: {
  to: string;
  locale: Locale;
  organisation: string;
  note: string;
}): Mail {
  const t = wordsFor(locale);
  const letter = renderLetter({
    lang: locale,
    greeting: t('organisations.mail.greeting'),
    paragraphs: [t('organisations.mail.refused.text', { organisation }), note, t('organisations.mail.refused.again')],
    closing: t('organisations.mail.closing'),
  });
  return { to, subject: t('organisations.mail.refused.subject'), ...letter };
}
