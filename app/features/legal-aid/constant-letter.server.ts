import { env } from '#app/platform/env.server.ts';
import type { Mail } from '#app/platform/mail.server.ts';

/**
 * The one letter of legal aid (guarantee G18): for a hand-in, a reply, a missed check-in or a deadline, for lawyers and for
 * applicants, in all three languages at once so that not even the language tells them apart. It names no case, no person
 * and no pillar, and leads to the home page alone. Not among the words of the interface: those may change with a locale.
 */
const SUBJECT = 'Bildiriş · Notification · Уведомление';
const SENTENCES = [
  'Sizin üçün yeni məlumat var. Baxmaq üçün sayta daxil olun.',
  'There is something new for you. Please visit the site to see it.',
  'Для Вас есть новое сообщение. Чтобы увидеть его, зайдите на сайт.',
];

/** The letter to somebody; all but `to` is the same for everybody, byte for byte. */
export function constantLetter(to: string): Mail {
  const { PORT, PUBLIC_URL } = env();
  const home = `${new URL(PUBLIC_URL ?? `http://localhost:${PORT}`).origin}/`;
  const html = [...SENTENCES, home].map((line) => `<p>${line}</p>`).join('');
  return {
    to,
    subject: SUBJECT,
    text: [...SENTENCES, home].join('\n\n'),
    html: `<!doctype html><html lang="az"><body>${html}</body></html>`,
  };
}
