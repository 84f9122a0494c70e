/**
 * What files a case takes, told by their first bytes: name and declared type are the sender's word. Nothing that a browser
 * would run (HTML, SVG) and no archive is among them; a `.docx` is an archive and comes as PDF.
 */
export const CASE_FILE_TYPES = {
  'image/jpeg': 'jpg',
  'application/pdf': 'pdf',
  'audio/webm': 'webm',
  'audio/ogg': 'ogg',
  'audio/mp4': 'm4a',
  'audio/mpeg': 'mp3',
  'audio/wav': 'wav',
  'text/plain': 'txt',
} as const;
export type CaseFileType = keyof typeof CASE_FILE_TYPES;

/** What a file field offers; what comes is looked at all the same. */
export const CASE_FILE_ACCEPT =
  'application/pdf,image/jpeg,image/png,image/webp,audio/webm,audio/ogg,audio/mp4,audio/mpeg,audio/wav,text/plain';
export const CASE_FILE_MAX_BYTES = 12 * 1024 * 1024;

/** `picture` is decoded and encoded anew; the rest is kept as it is and only ever handed out as a download. */
export type SniffedKind = 'picture' | Exclude<CaseFileType, 'image/jpeg'>;

const starts = (bytes: Uint8Array, at: number, ...head: number[]): boolean =>
  head.every((byte, index) => bytes[at + index] === byte);
const says = (bytes: Uint8Array, at: number, text: string): boolean =>
  starts(bytes, at, ...[...text].map((letter) => letter.charCodeAt(0)));

/** The kind of a file by its content, or null for one that is not taken. */
export function sniffFile(bytes: Uint8Array): SniffedKind | null {
  if (starts(bytes, 0, 0xff, 0xd8, 0xff) || starts(bytes, 0, 0x89, 0x50, 0x4e, 0x47)) return 'picture';
  if (says(bytes, 0, 'RIFF')) return says(bytes, 8, 'WEBP') ? 'picture' : says(bytes, 8, 'WAVE') ? 'audio/wav' : null;
  if (says(bytes, 0, '%PDF-')) return 'application/pdf';
  if (starts(bytes, 0, 0x1a, 0x45, 0xdf, 0xa3)) return 'audio/webm';
  if (says(bytes, 0, 'OggS')) return 'audio/ogg';
  if (says(bytes, 4, 'ftyp'))
    return ['M4A ', 'mp42', 'isom', 'mp41', 'iso5', 'dash'].some((brand) => says(bytes, 8, brand)) ? 'audio/mp4' : null;
  if (says(bytes, 0, 'ID3') || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2)) return 'audio/mpeg';
  return isPlainText(bytes) ? 'text/plain' : null;
}

/** What a file is handed out as when nobody here may vouch for it: a download that no program opens by itself. */
const UNKNOWN_TYPE = 'application/octet-stream';

/**
 * The type to hand a file out with, by its content: what the record says is the sender's word where a browser sealed it. Only
 * JPEG is shown in place; a picture of another kind, and whatever is not taken, goes as unknown.
 */
export function servedType(bytes: Uint8Array): string {
  const kind = sniffFile(bytes);
  if (kind === 'picture') return starts(bytes, 0, 0xff, 0xd8, 0xff) ? 'image/jpeg' : UNKNOWN_TYPE;
  return kind ?? UNKNOWN_TYPE;
}

/** UTF-8 without control characters, and nothing that looks like markup or a script at its beginning. */
function isPlainText(bytes: Uint8Array): boolean {
  if (bytes.length === 0) return false;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return false;
  }
  // eslint-disable-next-line no-control-regex -- control characters are what it looks for
  return !/[\u0000-\u0008\u000e-\u001f\u007f]/u.test(text) && !/^\s*(?:<|#!|\{\\rtf)/u.test(text);
}

/** A file's name without a path, without what could change direction or break a header, with the ending of its kind. */
export function plainFileName(name: string, type: CaseFileType): string {
  const stem = (name.split(/[/\\]/u).pop() ?? '')
    .replace(/\.[^.]*$/u, '')
    .replaceAll(/[^\p{L}\p{N} _().-]/gu, '')
    .trim()
    .slice(0, 80);
  return `${stem || 'fayl'}.${CASE_FILE_TYPES[type]}`;
}
