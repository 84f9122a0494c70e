import { wordsFor } from '#app/i18n/words.ts';
import type { MemberRole } from '#app/kernel/actor.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { renderLetter } from '#app/platform/mail-layout.tsx';
import type { Mail } from '#app/platform/mail.server.ts';

/** The letters of this pillar. Subjects say nothing about people: they show on locked phones. */

type Invitation = {
  to: string;
  locale: Locale;
  url: string;
  inviterName: string;
  organisationName: string;
  role: MemberRole;
  days: number;
};

export function invitationLetter({ to, locale, url, inviterName, organisationName, role, days }: Invitation): Mail {
  const t = wordsFor(locale);
  const letter = renderLetter({
    lang: locale,
    greeting: t('accounts.mail.greeting'),
    paragraphs: [
      t('accounts.mail.invitation.text', { inviter: inviterName, organisation: organisationName }),
      t('accounts.mail.invitation.role', { role: t(`organisations.role.${role}`) }),
      t('accounts.mail.invitation.once', { count: days }),
    ],
    action: { label: t('accounts.mail.invitation.action'), url },
    closing: t('accounts.mail.invitation.closing'),
  });
  return { to, subject: t('accounts.mail.invitation.subject'), ...letter };
}

type Link = { to: string; locale: Locale; url: string };

export function resetLetter({ to, locale, url, minutes }: Link & { minutes: number }): Mail {
  const t = wordsFor(locale);
  const letter = renderLetter({
    lang: locale,
    greeting: t('accounts.mail.greeting'),
    paragraphs: [t('accounts.mail.reset.text'), t('accounts.mail.reset.once', { minutes })],
    action: { label: t('accounts.mail.reset.action'), url },
    closing: t('accounts.mail.reset.closing'),
  });
  return { to, subject: t('accounts.mail.reset.subject'), ...letter };
}

export function emailChangeLetter({ to, locale, url }: Link): Mail {
  const t = wordsFor(locale);
  const letter = renderLetter({
    lang: locale,
    greeting: t('accounts.mail.greeting'),
    paragraphs: [t('accounts.mail.email.text')],
    action: { label: t('accounts.mail.email.action'), url },
    closing: t('accounts.mail.email.closing'),
  });
  return { to, subject: t('accounts.mail.email.subject'), ...letter };
}

/** Tells the account's address that something about signing in changed, so that a thief's change does not stay unseen. */
export function changedLetter({
  to,
  locale,
  what,
}: {
  to: string;
  locale: Locale;
  what: 'password' | 'email' | 'factor-on' | 'factor-off';
}): Mail {
  const t = wordsFor(locale);
  const letter = renderLetter({
    lang: locale,
    greeting: t('accounts.mail.greeting'),
    paragraphs: [t(`accounts.mail.changed.${what}`)],
    closing: t('accounts.mail.changed.closing'),
  });
  return { to, subject: t('accounts.mail.changed.subject'), ...letter };
}
