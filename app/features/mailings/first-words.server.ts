import { tellOfEvent } from '#app/features/events/public.server.ts';
import { wordsFor } from '#app/i18n/words.ts';
import { formatMoment } from '#app/kernel/dates.ts';
import { isId } from '#app/kernel/ids.ts';
import { localisePath, type Locale } from '#app/kernel/locale.ts';
import { placeText } from '#app/kernel/place-text.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { env } from '#app/platform/env.server.ts';
import type { Choices } from './queries.server.ts';
import { LIMITS, type MailingChannel, type MailingPurpose } from './rules/kinds.ts';
import type { MailingTexts } from './rules/texts.ts';

export type FirstDraft = {
  purpose: MailingPurpose;
  channel: MailingChannel;
  audience: string;
  locale: Locale;
  texts: MailingTexts;
};
type MemberScope = Extract<Scope, { kind: 'member' }>;

/**
 * The message that a form begins with, in the writer's language. From an event's page: words that invite to it (`?invite=`,
 * whom is chosen here), or thank those who were there (`?event=`). Otherwise an empty one.
 */
export async function firstDraft(
  scope: MemberScope,
  { purposes, events }: Choices,
  { query, locale, now }: { query: URLSearchParams; locale: Locale; now: Date },
): Promise<FirstDraft> {
  const came = events.find(({ id }) => id === query.get('event'));
  const about = came?.id ?? query.get('invite');
  const event = isId(about) ? await withScope(scope, (tx) => tellOfEvent(tx, about, now)) : undefined;
  const isInvitation = !came && event?.path != null;
  const purpose = (came || isInvitation) && purposes.includes('events') ? 'events' : (purposes[0] ?? ('news' as const));
  const draft = { purpose, channel: 'email' as const, audience: came ? `event:${came.id}` : 'all', locale };
  if (!event || !(came || isInvitation)) return { ...draft, texts: {} };
  const t = wordsFor(locale);
  const { title } = event;
  const text = came
    ? t('mailings.first.thanks.text', { title })
    : t('mailings.first.invite.text', {
        title,
        when: event.startsAt.map((at) => formatMoment(at, locale)).join('\n'),
        place: placeText(event, locale),
        address: new URL(localisePath(event.path ?? '/', locale), origin()).href,
      });
  const subject = t(came ? 'mailings.first.thanks.subject' : 'mailings.first.invite.subject', { title });
  return { ...draft, texts: { [locale]: { subject: subject.slice(0, LIMITS.subject), text } } };
}

function origin(): string {
  const { PORT, PUBLIC_URL } = env();
  return PUBLIC_URL ?? `http://localhost:${PORT}`;
}
