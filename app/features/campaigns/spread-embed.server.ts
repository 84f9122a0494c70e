import { createHash } from 'node:crypto';
import { wordsFor } from '#app/i18n/words.ts';
import { localisePath, splitLocale, type Locale } from '#app/kernel/locale.ts';
import { paths } from '#app/paths.ts';
import type { HotPath } from '#app/platform/front.server.ts';
import { sharePercent } from './rules/spread-count.ts';
import { readFace, sendShared, type CampaignFace } from './spread-face.server.ts';

/**
 * The campaign in a frame on somebody else's site: one small document without script, cookie or any further request. It is
 * the only page that other sites may frame, and it can do nothing but lead to the campaign.
 */
const STYLE = `*{box-sizing:border-box}body{margin:0;font:1rem/1.45 system-ui,sans-serif;color:#221E1A;background:#FBF8F3}
main{padding:1rem;border:1px solid #D9CFC0;border-top:6px solid #9B1B3B;min-height:100vh;overflow-wrap:anywhere}
h1{font-size:1.125rem;line-height:1.3;margin:0 0 .5rem}p{margin:0 0 .5rem}.m{color:#645B50;font-size:.9375rem}
svg{display:block;width:100%;height:10px;margin:0 0 .75rem}b{font-size:1.375rem}
a.b{display:block;text-align:center;padding:.7rem 1rem;min-height:44px;border-radius:.5rem;background:#9B1B3B;color:#fff;text-decoration:none;font-weight:700}
h1 a{color:inherit}a:focus-visible{outline:3px solid #E3A008;outline-offset:2px}`;

const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors *`;

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function frame(lang: Locale, title: string, inner: string): Buffer {
  return Buffer.from(
    `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${escape(title)}</title><style>${STYLE}</style></head><body><main>${inner}</main></body></html>`,
  );
}

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
  return frame(
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
    : frame(
        locale,
        'İcma',
        `<p>${escape(words(found.status === 410 ? 'spread.embed.gone' : 'spread.embed.none'))}</p>`,
      );
  return sendShared(req, res, {
    status: found.face ? 200 : found.status,
    type: 'text/html; charset=utf-8',
    body,
    headers: { 'Content-Security-Policy': POLICY, 'Referrer-Policy': 'no-referrer' },
  });
};
