/** Text out of a table's bytes: table programs in this country save in four encodings and do not say which. */
export type TableEncoding = 'utf-8' | 'utf-16le' | 'windows-1251' | 'windows-1254';
export type TableDelimiter = ';' | ',' | '\t';

/** Null when the bytes are no text (a spreadsheet program's own format, a picture). */
export function decodeTable(bytes: Uint8Array): { text: string; encoding: TableEncoding } | null {
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  // Letters and line ends only: anything else below the space is not a table somebody typed.
  return /[\u0000-\u0008\u000e-\u001f]/u.test(text) ? null : { text, encoding };
}

function encodingOf(bytes: Uint8Array): TableEncoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (isUtf8(bytes)) return 'utf-8';
  // Both old code pages are above 127 for their own letters. In Cyrillic text most letters are; in Turkish-Latin text few.
  let high = 0;
  let low = 0;
  for (const byte of bytes) {
    if (byte >= 0xc0) high += 1;
    else if ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)) low += 1;
  }
  return high > low / 2 ? 'windows-1251' : 'windows-1254';
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** The sign between cells: the commonest of the three in the first line, outside of quotes. */
export function delimiterOf(text: string): TableDelimiter {
  const [line = ''] = text.replaceAll(/"[^"]*"/gu, '').split(/\r?\n/u);
  const count = (sign: string) => line.split(sign).length;
  return ([';', '\t', ','] as const).reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
