import { createHash } from 'node:crypto';
import type { Locale } from '#app/kernel/locale.ts';

/**
 * A page in a frame on somebody else's site: one small document without script, cookie or any further request. These are
 * the only pages that other sites may frame, and they can do nothing but lead to ours.
 */
const STYLE = `*{box-sizing:border-box}body{margin:0;font:1rem/1.45 system-ui,sans-serif;color:#221E1A;background:#FBF8F3}
main{padding:1rem;border:1px solid #D9CFC0;border-top:6px solid #9B1B3B;min-height:100vh;overflow-wrap:anywhere}
h1{font-size:1.125rem;line-height:1.3;margin:0 0 .5rem}p{margin:0 0 .5rem}ul{margin:0 0 .75rem;padding-left:1.25rem}.m{color:#645B50;font-size:.9375rem}
svg{display:block;width:100%;height:10px;margin:0 0 .75rem}b{font-size:1.375rem}
a.b{display:block;text-align:center;padding:.7rem 1rem;min-height:44px;border-radius:.5rem;background:#9B1B3B;color:#fff;text-decoration:none;font-weight:700}
h1 a{color:inherit}a:focus-visible{outline:3px solid #E3A008;outline-offset:2px}`;

const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors *`;
export const EMBED_HEADERS = { 'Content-Security-Policy': POLICY, 'Referrer-Policy': 'no-referrer' };

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The document; `inner` is HTML whose texts have passed `escapeHtml`. */
export function embedPage(lang: Locale, title: string, inner: string): Buffer {
  return Buffer.from(
    `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body><main>${inner}</main></body></html>`,
  );
}
