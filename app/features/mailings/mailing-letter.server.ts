import { wordsFor } from '#app/i18n/words.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { renderLetter } from '#app/platform/mail-layout.tsx';
import { unsubscribeAddress } from './link.server.ts';
import type { Sender } from './mailing-rows.server.ts';
import type { MailingText, MailingTexts } from './rules/texts.ts';

export type MailingLetter = { subject: string; text: string; html: string; fromName: string; replyTo?: string };

/** A message in one language as its receiver reads it, with who writes, why, and how it ends. */
export function writeLetter(
  { texts, locale: own }: { texts: MailingTexts; locale: Locale },
  locale: Locale,
  sender: Sender,
  recipientId: string | null,
): MailingLetter {
  const lang = texts[locale] ? locale : own;
  const { subject, text } = texts[lang] as MailingText;
  const t = wordsFor(lang);
  const organisation = sender.names[lang];
  const paragraphs = text.split(/\n{2,}/u);
  const closing =
    recipientId === null
      ? t('mailings.letter.test', { organisation })
      : t('mailings.letter.closing', { organisation, address: unsubscribeAddress(recipientId, lang) });
  return {
    subject,
    ...renderLetter({ lang, paragraphs, closing }),
    fromName: organisation,
    ...(sender.replyTo ? { replyTo: sender.replyTo } : {}),
  };
}

/** The same as an SMS: words, who writes, and the address that ends them. */
export function writeSms(
  { texts, locale: own }: { texts: MailingTexts; locale: Locale },
  locale: Locale,
  sender: Sender,
  recipientId: string,
): string {
  const lang = texts[locale] ? locale : own;
  const t = wordsFor(lang);
  const closing = t('mailings.sms.closing', {
    organisation: sender.names[lang],
    address: unsubscribeAddress(recipientId, lang),
  });
  return `${texts[lang]?.text ?? ''}\n${closing}`;
}
