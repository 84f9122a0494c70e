import { wordsFor } from '#app/i18n/words.ts';
import { localisePath, splitLocale, type Locale } from '#app/kernel/locale.ts';
import { paths } from '#app/paths.ts';
import { EMBED_HEADERS, embedPage, escapeHtml as escape } from '#app/platform/embed-page.server.ts';
import type { HotPath } from '#app/platform/front.server.ts';
import { sharePercent } from './rules/spread-count.ts';
import { readFace, sendShared, type CampaignFace } from './spread-face.server.ts';

function widget(face: CampaignFace, locale: Locale): Buffer {
  const t = wordsFor(locale);
  const page = localisePath(paths.campaign(face.slug), locale);
  const away = face.isOpen ? localisePath(paths.campaignSign(face.slug), locale) : page;
  const goal =
    face.supporters >= face.goal
      ? t('campaigns.goal.reached', { goal: face.goal })
      : t('campaigns.goal.of', { goal: face.goal });
  const link = (href: string, text: string, kind = '') =>
    `<a${kind} href="${escape(href)}" target="_blank" rel="noopener">${escape(text)}</a>`;
  return embedPage(
    locale,
    face.title,
    `<h1 lang="${face.locale}">${link(page, face.title)}</h1>
<p class="m">${escape(face.organisation[locale])} · ${escape(t(`campaigns.state.${face.state}`))}</p>
<p><b>${escape(t('campaigns.supporters', { count: face.supporters }))}</b> <span class="m">${escape(goal)}</span></p>
<svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect width="100" height="4" fill="#EADFCF"/><rect width="${sharePercent(face.supporters, face.goal)}" height="4" fill="#9B1B3B"/></svg>
${link(away, t(face.isOpen ? 'campaigns.page.sign' : 'spread.embed.see'), ' class="b"')}`,
  );
}

/** `/campaigns/:slug/embed`, in the language of its address. */
export const campaignEmbed: HotPath = async (req, res) => {
  const { locale, path } = splitLocale((req.url ?? '').split('?', 1)[0] ?? '');
  const found = await readFace(path.split('/')[2] ?? '');
  const words = wordsFor(locale);
  const body = found.face
    ? widget(found.face, locale)
    : embedPage(
        locale,
        'İcma',
        `<p>${escape(words(found.status === 410 ? 'spread.embed.gone' : 'spread.embed.none'))}</p>`,
      );
  return sendShared(req, res, {
    status: found.face ? 200 : found.status,
    type: 'text/html; charset=utf-8',
    body,
    headers: EMBED_HEADERS,
  });
};
