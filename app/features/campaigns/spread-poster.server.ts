import { create } from 'qrcode';
import { wordsFor } from '#app/i18n/words.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { drawLattice, makePdf, PDF_INK, PDF_PAGE, PDF_WIDTH, type Pdf } from '#app/platform/pdf.server.ts';

export type Poster = {
  title: string;
  summary: string;
  organisation: string;
  /** Where the code leads: the campaign's page, or a volunteer's credited link. */
  address: string;
  locale: Locale;
  now: Date;
  isSample: boolean;
};

/** A4 for a shop window: what it is about, a code that any telephone reads, and the address for those who type. */
export function campaignPoster({
  title,
  summary,
  organisation,
  address,
  locale,
  now,
  isSample,
}: Poster): Promise<Uint8Array> {
  const t = wordsFor(locale);
  const foot = [organisation, t('spread.poster.foot'), isSample ? t('spread.poster.sample') : '']
    .filter(Boolean)
    .join('  ·  ');
  return makePdf({ title, author: organisation, language: locale, now, foot: () => foot }, (pdf, tag) => {
    const width = { width: PDF_WIDTH, align: 'center' } as const;
    drawLattice(pdf, 36);
    tag('P', () =>
      pdf.font('regular').fontSize(16).fillColor(PDF_INK.nar).text(t('spread.poster.call'), PDF_PAGE.left, 84, width),
    );
    const size = title.length > 80 ? 24 : title.length > 45 ? 28 : 34;
    tag('H1', () =>
      pdf
        .font('bold')
        .fontSize(size)
        .fillColor(PDF_INK.ink)
        .text(title, { ...width, height: 170, ellipsis: true }),
    );
    tag('P', () => {
      pdf.font('regular').fontSize(13).fillColor(PDF_INK.ink);
      pdf.text(summary, PDF_PAGE.left, pdf.y + 8, { ...width, height: 84, ellipsis: true });
    });
    const side = 250;
    const top = Math.max(pdf.y + 22, 330);
    tag('Figure', () => drawCode(pdf, address, { x: (PDF_PAGE.width - side) / 2, y: top, side }), address);
    tag('P', () => {
      pdf.font('regular').fontSize(14).fillColor(PDF_INK.ink);
      pdf.text(t('spread.poster.scan'), PDF_PAGE.left, top + side + 18, width);
      pdf
        .font('bold')
        .fontSize(17)
        .text(address.replace(/^https?:\/\//u, ''), width);
    });
  });
}

/** Squares, so that it is sharp at any size. */
function drawCode(pdf: Pdf, text: string, { x, y, side }: { x: number; y: number; side: number }): void {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const cell = side / modules.size;
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column)) pdf.rect(x + column * cell, y + row * cell, cell + 0.05, cell + 0.05);
  pdf.fill(PDF_INK.ink);
}
