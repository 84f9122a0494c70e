import { createRequire } from 'node:module';
import sharp, { type OverlayOptions } from 'sharp';
import { wordsFor } from '#app/i18n/words.ts';
import { isLocale, type Locale } from '#app/kernel/locale.ts';
import type { HotPath } from '#app/platform/front.server.ts';
import { latticeCell } from './rules/lattice-cell.ts';
import { countBucket, sharePercent } from './rules/spread-count.ts';
import { readFace, sendShared, type CampaignFace } from './spread-face.server.ts';

/**
 * The picture that networks show beside a link: 1200 × 630, in the language of the address, with the number in steps, so
 * that few pictures are drawn. The fonts lie in a package and are handed to the drawing library by path: what the server has
 * installed does not matter.
 */
const font = (file: string): string => createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans/${file}`);
const FONTS = {
  bold: { name: 'Noto Sans Bold', file: '700Bold/NotoSans_700Bold.ttf' },
  regular: { name: 'Noto Sans', file: '400Regular/NotoSans_400Regular.ttf' },
} as const;

const WIDTH = 1200;
const HEIGHT = 630;
const EDGE = 64;
const INNER = WIDTH - 2 * EDGE;

const BAND = 48;

type Layer = OverlayOptions & { input: NonNullable<OverlayOptions['input']> };
const bar = (width: number, colour: string, left: number, top: number, height: number): Layer => ({
  input: { create: { width: Math.round(width), height, channels: 3, background: colour } },
  left,
  top,
});

const escape = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\u0000-\u001f]/gu, ' ');

type Line = { text: string; face: keyof typeof FONTS; size: number; colour: string; width?: number };

async function drawText({
  text,
  face,
  size,
  colour,
  width = INNER,
}: Line): Promise<{ input: Buffer; height: number; width: number }> {
  const { name, file } = FONTS[face];
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${colour}">${escape(text)}</span>`,
      font: `${name} ${size}`,
      fontfile: font(file),
      width,
      wrap: 'word-char',
      dpi: 72,
      rgba: true,
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { input: data, height: info.height, width: info.width };
}

/** The largest size at which the title stands in its room, however long it is. */
async function drawTitle(text: string) {
  for (const size of [88, 76, 64, 54, 46, 40, 34]) {
    const drawn = await drawText({ text, face: 'bold', size, colour: '#221E1A' });
    if (drawn.height <= 250 || size === 34) return drawn;
  }
  throw new Error('The list of sizes is not empty');
}

/** What a card says; two campaigns' cards with the same content are the same picture. */
export function cardWords(face: CampaignFace, locale: Locale) {
  const t = wordsFor(locale);
  const { floor, isExact } = countBucket(face.supporters);
  const number = new Intl.NumberFormat(locale === 'ru' ? 'ru' : 'az').format(floor);
  return {
    state: t(`campaigns.state.${face.state}`),
    title: face.title,
    count: t('spread.card.count', { count: floor, number: isExact ? number : `${number}+` }),
    goal:
      face.milestone ??
      (face.supporters >= face.goal
        ? t('campaigns.goal.reached', { goal: face.goal })
        : t('campaigns.goal.of', { goal: face.goal })),
    organisation: face.organisation[locale],
    percent: sharePercent(floor, face.goal),
  };
}

/** Draws one card as PNG. */
export async function drawCard(words: ReturnType<typeof cardWords>): Promise<Buffer> {
  const [state, title, count, organisation, brand] = await Promise.all([
    drawText({ text: words.state, face: 'regular', size: 28, colour: '#645B50' }),
    drawTitle(words.title),
    drawText({ text: words.count, face: 'bold', size: 52, colour: '#9B1B3B' }),
    drawText({ text: words.organisation.slice(0, 80), face: 'regular', size: 28, colour: '#221E1A', width: 860 }),
    drawText({ text: 'İcma', face: 'bold', size: 32, colour: '#9B1B3B' }),
  ]);
  const room = INNER - count.width - 40;
  const goal = await drawText({
    text: words.goal.slice(0, 90),
    face: 'regular',
    size: 28,
    colour: '#645B50',
    width: room,
  });
  const layers: Layer[] = [
    { input: latticeCell(BAND), raw: { width: BAND, height: BAND, channels: 3 }, tile: true, left: 0, top: 0 },
    bar(WIDTH, '#FBF8F3', 0, BAND, HEIGHT - BAND),
    bar(INNER, '#EADFCF', EDGE, 510, 16),
    ...(words.percent > 0 ? [bar(Math.max(8, (INNER * words.percent) / 100), '#9B1B3B', EDGE, 510, 16)] : []),
    { input: state.input, left: EDGE, top: 82 },
    { input: title.input, left: EDGE, top: 132 },
    { input: count.input, left: EDGE, top: 488 - count.height },
    { input: goal.input, left: WIDTH - EDGE - goal.width, top: 488 - goal.height },
    { input: organisation.input, left: EDGE, top: 562 },
    { input: brand.input, left: WIDTH - EDGE - brand.width, top: 558 },
  ];
  return sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: '#FBF8F3' } })
    .composite(layers)
    .png({ palette: true, colours: 128 })
    .toBuffer();
}

const MOST = 200;
const drawn = new Map<string, Promise<Buffer>>();

function cardOf(face: CampaignFace, locale: Locale): Promise<Buffer> {
  const words = cardWords(face, locale);
  const key = JSON.stringify(words);
  let picture = drawn.get(key);
  if (!picture) {
    picture = drawCard(words);
    drawn.set(key, picture);
    if (drawn.size > MOST) drawn.delete(drawn.keys().next().value as string);
    picture.catch(() => drawn.delete(key));
  }
  return picture;
}

/** `/campaigns/:slug/card-:locale.png`: cookie-free, and gone with the page. */
export const campaignCard: HotPath = async (req, res) => {
  const [, slug = '', locale = ''] = /^\/campaigns\/([a-z0-9-]+)\/card-([a-z]{2})\.png/.exec(req.url ?? '') ?? [];
  const found = isLocale(locale) ? await readFace(slug) : ({ face: null, status: 404 } as const);
  if (!found.face || !isLocale(locale)) {
    const status = found.face ? 404 : found.status;
    return sendShared(req, res, { status, type: 'text/plain; charset=utf-8', body: Buffer.from(String(status)) });
  }
  return sendShared(req, res, { status: 200, type: 'image/png', body: await cardOf(found.face, locale) });
};
