import { createRequire } from 'node:module';
import type PDFKit from 'pdfkit';

/**
 * PDF files on A4: letters today, sheets and certificates tomorrow. Noto Sans is embedded in full shape (Azerbaijani,
 * Russian and English letters), the file is tagged for screen readers, and nothing in it points anywhere outside.
 */
export type Pdf = PDFKit.PDFDocument;

export const PDF_INK = {
  ink: '#221E1A',
  muted: '#645B50',
  line: '#D9CFC0',
  nar: '#9B1B3B',
  xazar: '#0B5C6B',
  karpic: '#A4461F',
  wash: '#F3ECE1',
  zafaran: '#E3A008',
  wood: '#5B3D22',
} as const;

/** A4 in points, with room for a stapler at the left. */
export const PDF_PAGE = { width: 595.28, height: 841.89, left: 71, right: 57, top: 50, bottom: 66 } as const;
export const PDF_WIDTH = PDF_PAGE.width - PDF_PAGE.left - PDF_PAGE.right;

export type PdfOptions = {
  title: string;
  author: string;
  /** BCP 47, of the words inside. */
  language: string;
  now: Date;
  /** Said at the foot of each page. */
  foot: (page: number, pages: number) => string;
  /** Off only for tests that read the drawing commands. */
  compress?: boolean;
};

/** Puts what a closure draws into the document's reading order as a heading, paragraph, figure … (PDF structure types). */
export type Tag = (type: 'H1' | 'H2' | 'P' | 'Figure' | 'Sect', draw: () => void, alt?: string) => void;

/** Resolved at run time: the fonts lie in a package, not in the bundle. */
const font = (file: string): string => createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans/${file}`);

/** Draws a document and answers its bytes. `draw` gets fonts `regular` and `bold` and the ink colour set. */
export async function makePdf(options: PdfOptions, draw: (pdf: Pdf, tag: Tag) => void): Promise<Uint8Array> {
  const { pdf, root } = await openPdf(options, true);
  const bytes = collect(pdf);
  draw(pdf.font('regular').fontSize(10.5).fillColor(PDF_INK.ink), tagOf(pdf, root));
  root.end();
  const { start, count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    pdf.switchToPage(start + page);
    numberPage(pdf, options.foot(page + 1, count));
  }
  pdf.end();
  return bytes;
}

/**
 * Draws a long document page by page into a sink that takes bytes as they come, so that no more than a page is held.
 * The number of pages is known beforehand. Nothing may flow over a page: `drawPage` draws one, and awaits what it needs.
 */
export async function streamPdf(
  options: PdfOptions & { pages: number; sink: (chunk: Uint8Array) => Promise<void> },
  drawPage: (pdf: Pdf, tag: Tag, page: number) => Promise<void>,
): Promise<void> {
  const { pdf, root } = await openPdf(options, false);
  const tag = tagOf(pdf, root);
  const drain = async () => {
    for (let chunk = pdf.read() as Buffer | null; chunk; chunk = pdf.read() as Buffer | null) await options.sink(chunk);
  };
  for (let page = 1; page <= options.pages; page += 1) {
    if (page > 1) pdf.addPage();
    await drawPage(pdf.font('regular').fontSize(10.5).fillColor(PDF_INK.ink), tag, page);
    numberPage(pdf, options.foot(page, options.pages));
    await drain();
  }
  root.end();
  pdf.end();
  for await (const chunk of pdf) await options.sink(chunk as Buffer);
}

async function openPdf(options: PdfOptions, bufferPages: boolean) {
  const { default: PDFDocument } = await import('pdfkit');
  const { left, right, top, bottom } = PDF_PAGE;
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { left, right, top, bottom },
    bufferPages,
    compress: options.compress ?? true,
    pdfVersion: '1.7',
    tagged: true,
    lang: options.language,
    displayTitle: true,
    font: font('400Regular/NotoSans_400Regular.ttf'),
    info: {
      Title: options.title,
      Author: options.author,
      Producer: 'İcma',
      Creator: 'İcma',
      CreationDate: options.now,
    },
  });
  pdf.registerFont('regular', font('400Regular/NotoSans_400Regular.ttf'));
  pdf.registerFont('bold', font('700Bold/NotoSans_700Bold.ttf'));
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  return { pdf, root };
}

function tagOf(pdf: Pdf, root: PDFKit.PDFStructureElement): Tag {
  return (type, content, alt) => {
    root.add(pdf.struct(type, alt === undefined ? {} : { alt }, content));
  };
}

function collect(pdf: Pdf): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
}

/** The foot comes last: often it is known only then how many pages there are. */
function numberPage(pdf: Pdf, foot: string): void {
  const y = PDF_PAGE.height - PDF_PAGE.bottom + 22;
  // Writing below the margin would open a new page.
  pdf.page.margins.bottom = 0;
  pdf.markContent('Artifact', { type: 'Pagination' });
  pdf
    .moveTo(PDF_PAGE.left, y - 8)
    .lineTo(PDF_PAGE.width - PDF_PAGE.right, y - 8)
    .lineWidth(0.5)
    .strokeColor(PDF_INK.line)
    .stroke();
  pdf
    .font('regular')
    .fontSize(8)
    .fillColor(PDF_INK.muted)
    .text(foot, PDF_PAGE.left, y, { width: PDF_WIDTH, align: 'center' });
  pdf.endMarkedContent();
}

/** Points left above the foot of the current page. */
export function roomLeft(pdf: Pdf): number {
  return PDF_PAGE.height - PDF_PAGE.bottom - pdf.y;
}

/** The upper half of the lattice's cells across the page, as on the screen's sheets: the mark of the house, drawn as lines. */
export function drawLattice(pdf: Pdf, y: number, cells = 24): void {
  const cell = PDF_WIDTH / cells;
  pdf.markContent('Artifact', { type: 'Layout' });
  pdf
    .save()
    .rect(PDF_PAGE.left, y, PDF_WIDTH, cell / 2)
    .clip();
  pdf.rect(PDF_PAGE.left, y, PDF_WIDTH, cell / 2).fill(PDF_INK.wash);
  for (let index = 0; index < cells; index += 1) {
    pdf
      .save()
      .translate(PDF_PAGE.left + index * cell, y)
      .scale(cell / 40);
    pdf.path('M0 0h12L0 12zM40 0H28l12 12z').fill(PDF_INK.xazar);
    pdf.path('m24.6 15.4 6.6-12.6 6 6zM15.4 15.4 8.8 2.8l-6 6z').fill(PDF_INK.zafaran);
    pdf
      .path('m31.2 2.8-6.6 12.6 12.6-6.6M8.8 2.8l6.6 12.6L2.8 8.8M28 0l12 12M0 12 12 0')
      .lineWidth(1.2)
      .stroke(PDF_INK.wood);
    pdf.path('m20 0 4.6 15.4L40 20H0l15.4-4.6z').lineWidth(1.2).fillAndStroke(PDF_INK.nar, PDF_INK.wood);
    pdf.restore();
  }
  pdf.restore();
  pdf.endMarkedContent();
  pdf.fillColor(PDF_INK.ink);
}
