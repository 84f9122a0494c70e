/**
 * A letter exactly as it is printed: one shape for the preview on the screen, the PDF and the archive of what was sent.
 * The exact point is on it only where the category is not sensitive and the organiser left it on.
 */
import { formatDay } from '#app/kernel/dates.ts';
import { formatPhone } from '#app/kernel/phone.ts';
import type { Sender } from './conditions.ts';

export type SheetPhoto = Readonly<{ id: string; width: number; height: number }>;

export type LetterSheet = Readonly<{
  /** The organisation, large, at the head. */
  head: string;
  /** How the organisation is reached, under its name. */
  contacts: string;
  /** Sender, then addressee: first line is the name. Empty while nobody is known. */
  from: readonly string[];
  to: readonly string[];
  reference: string;
  date: string;
  subject: string;
  paragraphs: readonly string[];
  /** "Koordinatlar: …", "Açıq səhifə: …". */
  facts: readonly string[];
  attachments: string | null;
  /** Post (may be empty) and name under the closing; null while there is no signer. */
  signature: Readonly<{ post: string; name: string }> | null;
  /** A line to write a name on: on paper yes, in an e-mail nobody can. */
  hasSigningLine: boolean;
  photos: readonly SheetPhoto[];
  /** Neither sent nor ready to be: printed with a mark. */
  isDraft: boolean;
}>;

export type SheetParts = Readonly<{
  organisation: Readonly<{ name: string; publicEmail: string | null; publicPhone: string | null }>;
  sender: Sender;
  body: Readonly<{ name: string; postalAddress: string | null }> | null;
  addressee: string | null;
  /** The office within the body, and who holds it; the holder is left out where the addressee was written by hand. */
  post?: Readonly<{ title: string; holder: string | null }> | null;
  /** The report's public number and which letter about it this is. */
  ref: number;
  ordinal: number;
  subject: string;
  text: string;
  withExactPlace: boolean;
  sensitivity: number;
  exact: Readonly<{ lat: number; lng: number }> | null;
  /** The report's public page, when the instance has a public address. */
  pageUrl: string | null;
  photos: readonly SheetPhoto[];
  date: Date;
  hasSigningLine: boolean;
  isDraft: boolean;
}>;

/** Five decimals are about a metre. */
const degrees = (value: number): string => value.toFixed(5);

export function sheetOf(parts: SheetParts): LetterSheet {
  const { organisation, body, addressee, photos } = parts;
  const name = addressee?.trim() || body?.name;
  const post = [parts.post?.title, parts.post?.holder].filter(Boolean).join(', ');
  return {
    head: organisation.name,
    contacts: [organisation.publicEmail, organisation.publicPhone && formatPhone(organisation.publicPhone)]
      .filter(Boolean)
      .join(' · '),
    from: senderLines(parts.sender, organisation.name),
    to: name ? [name, ...(post ? [post] : []), ...lines(body?.postalAddress ?? '')] : [],
    reference: `№ ${parts.ref}/${parts.ordinal}`,
    date: formatDay(parts.date, 'az'),
    subject: parts.subject,
    paragraphs: parts.text
      .split(/\n{2,}/u)
      .map((paragraph) => paragraph.trim())
      .filter(Boolean),
    facts: facts(parts),
    attachments: photos.length > 0 ? `Əlavə: ${photos.length} fotoşəkil.` : null,
    signature: signatureOf(parts.sender),
    hasSigningLine: parts.hasSigningLine,
    photos: photos.map(({ id, width, height }) => ({ id, width, height })),
    isDraft: parts.isDraft,
  };
}

export const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** The law asks for name and address; a member who signs for a group says also which group. */
export function senderLines(sender: Sender, organisation: string): string[] {
  if (sender.kind === 'unregistered') {
    return sender.signatory ? [sender.signatory.fullName, sender.signatory.address, `Qrup: ${organisation}`] : [];
  }
  const { legalName, legalAddress, representativeName, representativePost } = sender;
  const representative = representativeName
    ? `Nümayəndə: ${[representativeName, representativePost].filter(Boolean).join(', ')}`
    : null;
  return [legalName, legalAddress, representative].filter((line): line is string => Boolean(line?.trim()));
}

/** Who signs under the closing, as the law and the settings give it; null while nobody does. */
export function signatureOf(sender: Sender): LetterSheet['signature'] {
  if (sender.kind === 'unregistered') return sender.signatory ? { post: '', name: sender.signatory.fullName } : null;
  if (!sender.representativeName) return null;
  const post = sender.representativePost ?? '';
  return { post: post.slice(0, 1).toLocaleUpperCase('az') + post.slice(1), name: sender.representativeName };
}

function facts({ withExactPlace, sensitivity, exact, pageUrl }: SheetParts): string[] {
  const found: string[] = [];
  if (mayCarryExactPlace(sensitivity) && withExactPlace && exact)
    found.push(`Koordinatlar: ${degrees(exact.lat)}, ${degrees(exact.lng)}`);
  if (pageUrl) found.push(`Açıq səhifə: ${pageUrl}`);
  return found;
}

/** Where the place would tell who it is about, it stays in words. */
export function mayCarryExactPlace(sensitivity: number): boolean {
  return sensitivity === 0;
}
