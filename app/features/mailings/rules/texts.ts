import { LOCALES, type Locale } from '#app/kernel/locale.ts';

export type MailingText = { subject: string; text: string };
/** A language is there with both parts or not at all. */
export type MailingTexts = Partial<Record<Locale, MailingText>>;

/** The languages a message is written in, in the product's order. */
export function localesOf(texts: MailingTexts): Locale[] {
  return LOCALES.filter((locale) => texts[locale] !== undefined);
}

/** The languages in the order in which somebody's are looked for: the message's own first. */
export function localesToTry(texts: MailingTexts, own: Locale): Locale[] {
  return [own, ...localesOf(texts).filter((locale) => locale !== own)];
}
