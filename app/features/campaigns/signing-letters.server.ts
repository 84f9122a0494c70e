import { wordsFor } from '#app/i18n/words.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { renderLetter } from '#app/platform/mail-layout.tsx';
import type { Mail } from '#app/platform/mail.server.ts';
import { signatureAddress, unsubscribeAddress } from './signer.server.ts';

type Signer = { id: string; to: string; name: string; locale: Locale };

/** The link to confirm: opening it shows a page, the button there counts. Subjects name no campaign: they show on locked phones. */
export function confirmLetter({ id, to, name, locale }: Signer, title: string): Mail {
  const t = wordsFor(locale);
  const letter = renderLetter({
    lang: locale,
    greeting: t('support.letter.greeting', { name }),
    paragraphs: [t('support.letter.confirm', { title })],
    action: { label: t('support.letter.confirm.action'), url: signatureAddress(id, locale) },
    closing: t('support.letter.confirm.closing'),
  });
  return { to, subject: t('support.letter.subject'), ...letter };
}

/** For somebody who signs again: it counts already. */
export function alreadyLetter({ id, to, name, locale }: Signer, title: string): Mail {
  const t = wordsFor(locale);
  const letter = renderLetter({
    lang: locale,
    greeting: t('support.letter.greeting', { name }),
    paragraphs: [t('support.letter.already', { title })],
    action: { label: t('support.letter.mine.action'), url: signatureAddress(id, locale) },
    closing: t('support.letter.closing'),
  });
  return { to, subject: t('support.letter.already.subject'), ...letter };
}

export type Telling = { kind: 'milestone'; milestone: string; count: number } | { kind: 'reply' };

/** One letter a milestone or answer, to those who asked for it; one press ends them. */
export function tellingLetter({ id, to, name, locale }: Signer, title: string, telling: Telling): Mail {
  const t = wordsFor(locale);
  const address = unsubscribeAddress(id, locale);
  const letter = renderLetter({
    lang: locale,
    greeting: t('support.letter.greeting', { name }),
    paragraphs: [
      telling.kind === 'reply'
        ? t('support.letter.reply', { title })
        : t('support.letter.milestone', { title, milestone: telling.milestone, count: telling.count }),
    ],
    action: { label: t('support.letter.mine.action'), url: signatureAddress(id, locale) },
    closing: t('support.letter.tell.closing', { address }),
  });
  return { to, subject: t(`support.letter.${telling.kind}.subject`), unsubscribeUrl: address, ...letter };
}
