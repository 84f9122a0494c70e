import {
  drawLattice,
  makePdf,
  PDF_INK,
  PDF_PAGE,
  PDF_WIDTH,
  roomLeft,
  type Pdf,
  type Tag,
} from '#app/platform/pdf.server.ts';
import type { LetterSheet } from './rules/sheet.ts';

const COLUMN = (PDF_WIDTH - 24) / 2;
const RIGHT = PDF_PAGE.left + COLUMN + 24;
/** Signature with a line to write on needs this much; it never stands alone on a page without the line before it. */
const SIGNATURE_HEIGHT = 96;
const PHOTO_HEIGHT = 296;

export type PdfPhoto = { id: string; jpeg: Uint8Array };

/** What the paper says where the words are not the organisation's own; the letter's language is Azerbaijani. */
const WORDS = {
  from: 'Kimdən',
  to: 'Kimə',
  subject: 'Mövzu',
  draft: 'Qaralama: hələ göndərilməyib',
  unknown: 'hələ göstərilməyib',
  closing: 'Hörmətlə,',
  sign: '(imza)',
  annex: 'Əlavə',
  photo: 'Fotoşəkil',
  sample: 'Nümunə məlumat',
} as const;

/** The letter on A4, its pictures as an annex. `isSample` marks the demo's paper on every page, `mark` stands at the foot of each. */
export function letterPdf(
  sheet: LetterSheet,
  photos: readonly PdfPhoto[],
  { now, isSample, compress, mark }: { now: Date; isSample: boolean; compress?: boolean; mark?: string },
): Promise<Uint8Array> {
  const foot = (page: number, pages: number) =>
    [`${sheet.reference}`, sheet.head, mark, `səhifə ${page} / ${pages}`, isSample ? WORDS.sample : '']
      .filter(Boolean)
      .join('  ·  ');
  return makePdf(
    {
      title: `${sheet.subject} (${sheet.reference})`,
      author: sheet.head,
      language: 'az',
      now,
      foot,
      ...(compress === undefined ? {} : { compress }),
    },
    (pdf, tag) => {
      letterhead(pdf, tag, sheet);
      addresses(pdf, tag, sheet);
      referenceLine(pdf, tag, sheet);
      text(pdf, tag, sheet);
      signature(pdf, tag, sheet);
      annex(pdf, tag, sheet, photos);
    },
  );
}

function letterhead(pdf: Pdf, tag: Tag, sheet: LetterSheet): void {
  drawLattice(pdf, 36);
  tag('H1', () =>
    pdf.font('bold').fontSize(15).fillColor(PDF_INK.ink).text(sheet.head, PDF_PAGE.left, 60, { width: PDF_WIDTH }),
  );
  if (sheet.contacts) tag('P', () => pdf.font('regular').fontSize(9).fillColor(PDF_INK.muted).text(sheet.contacts));
  if (sheet.isDraft) tag('P', () => pdf.font('bold').fontSize(9).fillColor(PDF_INK.karpic).text(WORDS.draft));
  pdf.y += 14;
}

/** Sender at the left, addressee at the right, as on an official letter. */
function addresses(pdf: Pdf, tag: Tag, sheet: LetterSheet): void {
  const top = pdf.y;
  block(pdf, tag, { label: WORDS.from, lines: sheet.from, x: PDF_PAGE.left, y: top });
  const left = pdf.y;
  block(pdf, tag, { label: WORDS.to, lines: sheet.to, x: RIGHT, y: top });
  pdf.y = Math.max(left, pdf.y) + 10;
}

function block(
  pdf: Pdf,
  tag: Tag,
  { label, lines, x, y }: { label: string; lines: readonly string[]; x: number; y: number },
): void {
  const [name = WORDS.unknown, ...rest] = lines;
  tag('P', () => {
    pdf.font('regular').fontSize(8.5).fillColor(PDF_INK.muted).text(label, x, y, { width: COLUMN });
    pdf
      .font('bold')
      .fontSize(10.5)
      .fillColor(lines.length > 0 ? PDF_INK.ink : PDF_INK.karpic)
      .text(name, { width: COLUMN });
    pdf.font('regular').fontSize(10).fillColor(PDF_INK.ink);
    for (const line of rest) pdf.text(line, { width: COLUMN });
  });
}

function referenceLine(pdf: Pdf, tag: Tag, sheet: LetterSheet): void {
  const y = pdf.y;
  rule(pdf, y);
  tag('P', () => {
    pdf
      .font('regular')
      .fontSize(9.5)
      .fillColor(PDF_INK.ink)
      .text(sheet.reference, PDF_PAGE.left, y + 6, { width: COLUMN });
    pdf.text(sheet.date, RIGHT, y + 6, { width: COLUMN, align: 'right' });
  });
  rule(pdf, y + 26);
  pdf.y = y + 42;
}

function rule(pdf: Pdf, y: number): void {
  pdf.markContent('Artifact', { type: 'Layout' });
  pdf
    .moveTo(PDF_PAGE.left, y)
    .lineTo(PDF_PAGE.width - PDF_PAGE.right, y)
    .lineWidth(0.6)
    .strokeColor(PDF_INK.line)
    .stroke();
  pdf.endMarkedContent();
}

function text(pdf: Pdf, tag: Tag, sheet: LetterSheet): void {
  tag('H2', () => {
    pdf
      .font('regular')
      .fontSize(8.5)
      .fillColor(PDF_INK.muted)
      .text(WORDS.subject, PDF_PAGE.left, pdf.y, { width: PDF_WIDTH });
    pdf.font('bold').fontSize(12).fillColor(PDF_INK.ink).text(sheet.subject, { width: PDF_WIDTH });
  });
  pdf.y += 10;
  for (const paragraph of [...sheet.paragraphs, ...(sheet.facts.length > 0 ? [sheet.facts.join('\n')] : [])]) {
    tag('P', () =>
      pdf
        .font('regular')
        .fontSize(10.5)
        .fillColor(PDF_INK.ink)
        .text(paragraph, PDF_PAGE.left, pdf.y, { width: PDF_WIDTH, lineGap: 2.5 }),
    );
    pdf.y += 8;
  }
  const { attachments } = sheet;
  if (attachments)
    tag('P', () =>
      pdf
        .font('regular')
        .fontSize(10)
        .fillColor(PDF_INK.muted)
        .text(attachments, PDF_PAGE.left, pdf.y, { width: PDF_WIDTH }),
    );
}

function signature(pdf: Pdf, tag: Tag, sheet: LetterSheet): void {
  if (roomLeft(pdf) < SIGNATURE_HEIGHT) pdf.addPage();
  const signer = sheet.signature;
  pdf.y += 20;
  const y = pdf.y;
  tag('P', () => {
    pdf.font('regular').fontSize(10.5).fillColor(PDF_INK.ink).text(WORDS.closing, PDF_PAGE.left, y, { width: COLUMN });
    if (signer?.post) pdf.text(signer.post, { width: COLUMN });
    pdf
      .font('bold')
      .fillColor(signer ? PDF_INK.ink : PDF_INK.karpic)
      .text(signer?.name ?? WORDS.unknown, { width: COLUMN });
  });
  if (!sheet.hasSigningLine) return;
  const foot = Math.max(pdf.y, y + 44);
  pdf.markContent('Artifact', { type: 'Layout' });
  pdf
    .moveTo(RIGHT, foot)
    .lineTo(PDF_PAGE.width - PDF_PAGE.right, foot)
    .lineWidth(0.8)
    .strokeColor(PDF_INK.ink)
    .stroke();
  pdf.endMarkedContent();
  tag('P', () =>
    pdf
      .font('regular')
      .fontSize(8.5)
      .fillColor(PDF_INK.muted)
      .text(WORDS.sign, RIGHT, foot + 3, { width: COLUMN, align: 'center' }),
  );
  pdf.y = foot + 20;
}

/** Two pictures a page, each as large as it fits. */
function annex(pdf: Pdf, tag: Tag, sheet: LetterSheet, photos: readonly PdfPhoto[]): void {
  const onSheet = photos.filter((photo) => sheet.photos.some((one) => one.id === photo.id));
  onSheet.forEach((photo, index) => {
    if (index % 2 === 0) {
      pdf.addPage();
      if (index === 0) {
        tag('H2', () =>
          pdf
            .font('bold')
            .fontSize(12)
            .fillColor(PDF_INK.ink)
            .text(`${WORDS.annex} (${sheet.reference})`, PDF_PAGE.left, pdf.y, { width: PDF_WIDTH }),
        );
        pdf.y += 8;
      }
    }
    const caption = `${WORDS.photo} ${index + 1}`;
    const { y } = pdf;
    const size = sheet.photos.find((one) => one.id === photo.id);
    const height = size ? Math.min(PHOTO_HEIGHT, (PDF_WIDTH * size.height) / size.width) : PHOTO_HEIGHT;
    tag('Figure', () => pdf.image(Buffer.from(photo.jpeg), PDF_PAGE.left, y, { fit: [PDF_WIDTH, height] }), caption);
    tag('P', () =>
      pdf
        .font('regular')
        .fontSize(9)
        .fillColor(PDF_INK.muted)
        .text(caption, PDF_PAGE.left, y + height + 4, { width: PDF_WIDTH }),
    );
    pdf.y += 14;
  });
}
