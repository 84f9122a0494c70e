import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';
import { isLocale, splitLocale, type Locale } from '../kernel/locale.ts';

/**
 * What stands in front of every page: headers, the guard against requests from other sites, tidy addresses.
 * No database in here, so that `server.ts` can use it without the bundle.
 */

/** No inline script anywhere, so no nonce: pages can be cached and a planted `<script>` does nothing. */
export const securityHeaders = (isHttps: boolean): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        // Attributes only: widths of bars and places of pins. Style elements must come from our files.
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    // helmet's own default makes browsers send `Origin: null`, which would refuse every form without scripts.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    crossOriginResourcePolicy: { policy: 'same-origin' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
  });

/** A voice note is recorded on one page of legal aid's intake; nowhere else may a script ask for the microphone. */
const RECORDS = /^\/((en|ru)\/)?legal-aid\/request\/files$/;

export const permissions: RequestHandler = (req, res, next) => {
  const microphone = RECORDS.test(req.path) ? '(self)' : '()';
  res.setHeader(
    'Permissions-Policy',
    `geolocation=(self), camera=(), microphone=${microphone}, payment=(), usb=(), browsing-topics=()`,
  );
  next();
};

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
/** One-click unsubscribing (RFC 8058) is sent by mail programs and their servers: the address itself is the proof. */
const FOR_MAIL_PROGRAMS = /^\/((en|ru)\/)?(signatures\/[\w.-]{1,120}\/unsubscribe|unsubscribe\/[\w.-]{1,120})$/;

/**
 * Refuses unsafe methods that do not come from our own pages: by Sec-Fetch-Site where the browser sends it, and by
 * Origin always when present; with neither, there is no sign that a page of ours asked. Remix's own check skips
 * resource routes and answers 500 to `Origin: null`, so the header is taken away once it was judged here.
 */
export function sameSiteOnly(originOf: (req: Request) => string): RequestHandler {
  return (req, res, next) => {
    if (SAFE.has(req.method)) return next();
    if (req.method === 'POST' && FOR_MAIL_PROGRAMS.test(req.path)) {
      delete req.headers.origin;
      return next();
    }
    const site = req.get('sec-fetch-site');
    const origin = req.get('origin');
    const siteIsOurs = site === undefined ? undefined : site === 'same-origin';
    const originIsOurs =
      origin === undefined || (origin === 'null' && siteIsOurs) ? undefined : origin === originOf(req);
    if (siteIsOurs === false || originIsOurs === false || (siteIsOurs === undefined && originIsOurs === undefined)) {
      return plainPage(req, res, 403, FOREIGN);
    }
    delete req.headers.origin;
    return next();
  };
}

/** `/az/…` is the path without a prefix; a trailing slash is the path without it. */
export const tidyAddress: RequestHandler = (req, res, next) => {
  const [path = '/', query] = req.url.split('?');
  const withoutAz = path === '/az' ? '/' : path.startsWith('/az/') ? path.slice(3) : path;
  const tidy = withoutAz.length > 1 && withoutAz.endsWith('/') ? withoutAz.replace(/\/+$/, '') || '/' : withoutAz;
  // Two slashes at the front would send the browser to another host.
  if (tidy !== path && SAFE.has(req.method) && !tidy.startsWith('//')) {
    res.redirect(301, query === undefined ? tidy : `${tidy}?${query}`);
    return;
  }
  next();
};

/** Refuses a body above `limit` bytes by its declared length; what does not declare one is cut by the form reader. */
export function bodyLimit(limit: number): RequestHandler {
  return (req, res, next) => {
    if (Number(req.get('content-length') ?? 0) > limit) {
      res.setHeader('Connection', 'close');
      return plainPage(req, res, 413, TOO_LARGE);
    }
    return next();
  };
}

type Sentence = Record<Locale, string>;
const FOREIGN: Sentence = {
  az: 'Bu sorğu bizim səhifədən gəlmədi. Səhifəni yeniləyib yenidən göndərin.',
  en: 'This request did not come from our page. Reload the page and send it again.',
  ru: 'Этот запрос пришёл не с нашей страницы. Обновите страницу и отправьте ещё раз.',
};
const TOO_LARGE: Sentence = {
  az: 'Göndərilən fayllar çox böyükdür. Geri qayıdın, fotoları azaldıb yenidən göndərin.',
  en: 'What you sent is too large. Go back, remove some photos and send it again.',
  ru: 'Отправленные файлы слишком большие. Вернитесь, уберите часть фото и отправьте ещё раз.',
};

/** For what is refused before there is a page: one sentence in the address's language. */
function plainPage(req: Request, res: Response, status: number, sentence: Sentence): void {
  const first = req.path.split('/')[1];
  const locale = isLocale(first) ? first : splitLocale(req.path).locale;
  res.status(status).type('html').set('Cache-Control', 'no-store');
  res.send(
    `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>İcma</title><p>${sentence[locale]}</p>`,
  );
}

/** Whatever falls through with an error: logged by name, answered without detail. */
export function lastResort(report: (error: unknown) => void) {
  return (error: unknown, _req: Request, res: Response, next: NextFunction): void => {
    report(error);
    if (res.headersSent) return next(error);
    res.status(500).type('txt').send('500');
  };
}
