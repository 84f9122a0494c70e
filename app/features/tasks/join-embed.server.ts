import { wordsFor } from '#app/i18n/words.ts';
import { localisePath, splitLocale, type Locale } from '#app/kernel/locale.ts';
import { paths } from '#app/paths.ts';
import { EMBED_HEADERS, embedPage, escapeHtml } from '#app/platform/embed-page.server.ts';
import type { HotPath } from '#app/platform/front.server.ts';
import { findJoinForm, type OpenForm } from './join-form.server.ts';
import { freePlaces } from './rules/places.ts';

/** `/join/:slug/embed`: the invitation in a frame on somebody else's site; the form itself opens at its own address. */
export const joinEmbed: HotPath = async (req, res) => {
  const { locale, path } = splitLocale((req.url ?? '').split('?', 1)[0] ?? '');
  const form = await findJoinForm(path.split('/')[2] ?? '');
  const body = form?.isOpen
    ? invitation(form, locale)
    : embedPage(locale, 'İcma', `<p>${escapeHtml(wordsFor(locale)('tasks.join.closed'))}</p>`);
  res.setHeader('Content-Type', 'text/html; charset=utf-8');
  res.setHeader('X-Content-Type-Options', 'nosniff');
  res.setHeader('Cache-Control', 'public, max-age=5');
  res.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
  for (const [name, value] of Object.entries(EMBED_HEADERS)) res.setHeader(name, value);
  res.setHeader('Content-Length', body.length);
  res.writeHead(form ? 200 : 404).end(body);
};

function invitation(form: OpenForm, locale: Locale): Buffer {
  const t = wordsFor(locale);
  const page = localisePath(paths.join(form.slug), locale);
  const title = t('tasks.join.of', { name: form.organisation.names[locale] });
  const roles = form.roles
    .filter((role) => freePlaces(role).free !== 0)
    .map((role) => `<li lang="${form.locale}">${escapeHtml(role.title)}</li>`);
  const link = (text: string, kind = '') =>
    `<a${kind} href="${escapeHtml(page)}" target="_blank" rel="noopener">${escapeHtml(text)}</a>`;
  return embedPage(
    locale,
    title,
    `<h1>${link(title)}</h1>
${form.campaign ? `<p class="m">${escapeHtml(t('tasks.join.campaign', { title: form.campaign.title }))}</p>` : ''}
<p lang="${form.locale}">${escapeHtml(form.intro)}</p>
${roles.length > 0 ? `<ul>${roles.join('')}</ul>` : ''}
${link(t('tasks.join.title'), ' class="b"')}`,
  );
}
