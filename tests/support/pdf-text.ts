import { inflateSync } from 'node:zlib';

/**
 * The words of a PDF as a reader copies them: glyph numbers of each text operator through the ToUnicode map of the font
 * that is in force. Enough for files of our own making, compressed or not, without a library.
 */
export function pdfText(bytes: Uint8Array): string {
  const source = Buffer.from(bytes).toString('latin1');
  const objects = new Map(
    [...source.matchAll(/(?<=^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/gu)].map((match) => [
      Number(match[1]),
      plain(match[2] ?? ''),
    ]),
  );
  const fonts = fontMaps(objects);
  return [...objects.values()]
    .filter((body) => body.includes('stream') && /\bBT\b/u.test(body))
    .map((body) => streamText(body, fonts))
    .join('\n');
}

/** An object with its stream inflated. */
function plain(body: string): string {
  const start = body.indexOf('stream\n');
  if (start < 0 || !body.slice(0, start).includes('/FlateDecode')) return body;
  const length = Number(/\/Length (\d+)/u.exec(body)?.[1] ?? 0);
  const from = start + 'stream\n'.length;
  return `${body.slice(0, from)}${inflateSync(Buffer.from(body.slice(from, from + length), 'latin1')).toString('latin1')}`;
}

/** Counts the pages by their objects. */
export function pdfPages(bytes: Uint8Array): number {
  return [
    ...Buffer.from(bytes)
      .toString('latin1')
      .matchAll(/\/Type \/Page\b(?!s)/gu),
  ].length;
}

type Glyphs = Map<number, string>;

/** `/F1 12 0 R` in a resource dictionary → the font's map from glyph numbers to text. */
function fontMaps(objects: Map<number, string>): Map<string, Glyphs> {
  const fonts = new Map<string, Glyphs>();
  for (const body of objects.values()) {
    for (const [, name = '', number] of body.matchAll(/\/(F\d+) (\d+) 0 R/gu)) {
      const unicode = /\/ToUnicode (\d+) 0 R/u.exec(objects.get(Number(number)) ?? '')?.[1];
      if (unicode) fonts.set(name, glyphsOf(objects.get(Number(unicode)) ?? ''));
    }
  }
  return fonts;
}

/** `<0000> <00ff> [<0020> <0041> …]` */
function glyphsOf(cmap: string): Glyphs {
  const glyphs: Glyphs = new Map();
  for (const [, first = '0', list = ''] of cmap.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/giu)) {
    [...list.matchAll(/<([0-9a-f ]*)>/giu)].forEach(([, hex = ''], index) => {
      const units = (hex.replaceAll(' ', '').match(/.{4}/gu) ?? []).map((unit) => Number.parseInt(unit, 16));
      glyphs.set(Number.parseInt(first, 16) + index, String.fromCharCode(...units));
    });
  }
  return glyphs;
}

function streamText(body: string, fonts: Map<string, Glyphs>): string {
  let glyphs: Glyphs | undefined;
  let text = '';
  for (const [, font, shown] of body.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/gu)) {
    if (font) glyphs = fonts.get(font);
    else if (shown !== undefined) {
      for (const [, hex = ''] of shown.matchAll(/<([0-9a-f]+)>/giu)) {
        text += (hex.match(/.{4}/gu) ?? []).map((one) => glyphs?.get(Number.parseInt(one, 16)) ?? '').join('');
      }
      text += '\n';
    }
  }
  return text;
}
