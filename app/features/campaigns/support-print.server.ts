import { create } from 'qrcode';
import { drawLattice, makePdf, PDF_INK, PDF_PAGE, PDF_WIDTH, type Pdf } from '#app/platform/pdf.server.ts';
import { SHEET_ROWS } from './rules/support.ts';

/**
 * What a volunteer carries: the collection point's poster, slips with codes, numbered sheets. The words are Azerbaijani,
 * because it is paper for a village and, the sheets, for an authority.
 */
type Printed = { title: string; organisation: string; now: Date; isSample: boolean };

const SAMPLE = 'Nümunə məlumat';
const foot = ({ organisation, isSample }: Printed, more = '') =>
  [organisation, more, isSample ? SAMPLE : ''].filter(Boolean).join('  ·  ');
const options = (printed: Printed, title: string, line: (page: number) => string) => ({
  title,
  author: printed.organisation,
  language: 'az',
  now: printed.now,
  foot: line,
});

/** A QR code as squares, sharp at any size. */
function drawQr(pdf: Pdf, text: string, { x, y, size }: { x: number; y: number; size: number }): void {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const cell = size / modules.size;
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column)) pdf.rect(x + column * cell, y + row * cell, cell + 0.05, cell + 0.05);
  pdf.fill(PDF_INK.ink);
}

/** A4 for a table or a door: what it is about, a large code, the address to type. */
export function pointPoster(printed: Printed & { address: string; label: string }): Promise<Uint8Array> {
  return makePdf(
    options(printed, printed.title, () => foot(printed, printed.label)),
    (pdf, tag) => {
      drawLattice(pdf, 36);
      tag('P', () =>
        pdf
          .font('regular')
          .fontSize(16)
          .fillColor(PDF_INK.nar)
          .text('Dəstək verin', PDF_PAGE.left, 84, { width: PDF_WIDTH, align: 'center' }),
      );
      tag('H1', () =>
        pdf.font('bold').fontSize(28).fillColor(PDF_INK.ink).text(printed.title, { width: PDF_WIDTH, align: 'center' }),
      );
      const size = 300;
      const y = Math.max(pdf.y + 24, 240);
      tag('Figure', () => drawQr(pdf, printed.address, { x: (PDF_PAGE.width - size) / 2, y, size }), printed.address);
      tag('P', () => {
        pdf
          .font('regular')
          .fontSize(15)
          .fillColor(PDF_INK.ink)
          .text('Telefonun kamerası ilə oxudun və ya bu ünvanı yazın:', PDF_PAGE.left, y + size + 22, {
            width: PDF_WIDTH,
            align: 'center',
          });
        pdf
          .font('bold')
          .fontSize(18)
          .text(printed.address.replace(/^https?:\/\//u, ''), { width: PDF_WIDTH, align: 'center' });
      });
      tag('P', () =>
        pdf
          .font('regular')
          .fontSize(11)
          .fillColor(PDF_INK.muted)
          .text(
            'Adınız şifrələnir və quruma verilmir, yalnız say göstərilir. Telefonunuz yoxdursa, könüllüdən kağız vərəq istəyin.',
            PDF_PAGE.left,
            pdf.y + 14,
            { width: PDF_WIDTH, align: 'center' },
          ),
      );
    },
  );
}

/** Slips to cut apart, three abreast: a code counts one signature within 30 days. */
export function codeSlips(printed: Printed & { address: string; codes: readonly string[] }): Promise<Uint8Array> {
  const [columns, width, height] = [3, PDF_WIDTH / 3, 96];
  const perPage = columns * 7;
  return makePdf(
    options(printed, 'Təsdiq kodları', (page) => foot(printed, `səhifə ${page}`)),
    (pdf, tag) => {
      printed.codes.forEach((code, at) => {
        if (at > 0 && at % perPage === 0) pdf.addPage();
        const place = at % perPage;
        const [x, y] = [PDF_PAGE.left + (place % columns) * width, PDF_PAGE.top + Math.floor(place / columns) * height];
        pdf.markContent('Artifact', { type: 'Layout' });
        pdf.rect(x, y, width, height).dash(3, { space: 3 }).lineWidth(0.6).strokeColor(PDF_INK.line).stroke().undash();
        pdf.endMarkedContent();
        tag('P', () => {
          const inner = { width: width - 16, lineBreak: true, height: 24, ellipsis: true };
          pdf
            .font('regular')
            .fontSize(8)
            .fillColor(PDF_INK.muted)
            .text(printed.title, x + 8, y + 8, inner);
          pdf
            .font('bold')
            .fontSize(17)
            .fillColor(PDF_INK.ink)
            .text(code.replace(/^(\d{3})(\d{3})(\d{2})(\d{2})$/u, '$1 $2 $3 $4'), x + 8, y + 36, { width: width - 16 });
          pdf
            .font('regular')
            .fontSize(7.5)
            .fillColor(PDF_INK.muted)
            .text(`${printed.address.replace(/^https?:\/\//u, '')}\nBir nəfər üçün, 30 gün`, x + 8, y + 62, {
              width: width - 16,
              height: 28,
              ellipsis: true,
            });
        });
      });
    },
  );
}

const COLUMNS = [
  { head: '№', width: 24 },
  { head: 'Ad, soyad, ata adı', width: 168 },
  { head: 'Ünvan', width: 138 },
  { head: 'İmza', width: 78 },
  { head: 'Tarix', width: PDF_WIDTH - 408 },
] as const;

const SHEET_CONSENT =
  'İmza etməklə adımın və ünvanımın bu kollektiv müraciətdə həmin quruma təqdim olunmasına və təşkilat tərəfindən kampaniya bitəndən 6 ay sonraya qədər saxlanmasına razıyam. Razılığı təşkilata yazmaqla geri götürə bilərəm.';

/** Numbered sheets of a collective appeal: the text above, a row for each person, the consent below. */
export function signatureSheets(
  printed: Printed & { text: string; addressee: string; numbers: readonly number[] },
): Promise<Uint8Array> {
  return makePdf(
    options(printed, `Kollektiv müraciət: ${printed.title}`, () => foot(printed)),
    (pdf, tag) => {
      printed.numbers.forEach((number, at) => {
        if (at > 0) pdf.addPage();
        tag('P', () =>
          pdf
            .font('regular')
            .fontSize(9)
            .fillColor(PDF_INK.muted)
            .text(`${printed.addressee}`, PDF_PAGE.left, PDF_PAGE.top, {
              width: PDF_WIDTH - 120,
              height: 26,
              ellipsis: true,
            }),
        );
        tag('P', () =>
          pdf
            .font('bold')
            .fontSize(15)
            .fillColor(PDF_INK.ink)
            .text(`Vərəq № ${number}`, PDF_PAGE.left + PDF_WIDTH - 120, PDF_PAGE.top, { width: 120, align: 'right' }),
        );
        tag('H1', () =>
          pdf
            .font('bold')
            .fontSize(14)
            .text('Kollektiv müraciət', PDF_PAGE.left, PDF_PAGE.top + 30, { width: PDF_WIDTH }),
        );
        tag('H2', () => pdf.fontSize(11).text(printed.title, { width: PDF_WIDTH, height: 30, ellipsis: true }));
        tag('P', () =>
          pdf.font('regular').fontSize(8.5).text(printed.text, { width: PDF_WIDTH, height: 74, ellipsis: true }),
        );
        drawRows(pdf, PDF_PAGE.top + 168);
        tag('P', () =>
          pdf
            .font('regular')
            .fontSize(8)
            .fillColor(PDF_INK.ink)
            .text(SHEET_CONSENT, PDF_PAGE.left, PDF_PAGE.height - PDF_PAGE.bottom - 40, {
              width: PDF_WIDTH,
              height: 40,
            }),
        );
      });
    },
  );
}

function drawRows(pdf: Pdf, top: number): void {
  const [head, row] = [20, 41];
  const bottom = top + head + row * SHEET_ROWS;
  pdf.markContent('Artifact', { type: 'Layout' });
  let x: number = PDF_PAGE.left;
  pdf.font('bold').fontSize(8.5).fillColor(PDF_INK.ink);
  for (const column of COLUMNS) {
    pdf.text(column.head, x + 4, top + 5, { width: column.width - 6, lineBreak: false });
    pdf.moveTo(x, top).lineTo(x, bottom);
    x += column.width;
  }
  pdf.moveTo(x, top).lineTo(x, bottom);
  for (let at = 0; at <= SHEET_ROWS; at += 1)
    pdf.moveTo(PDF_PAGE.left, top + head + at * row).lineTo(x, top + head + at * row);
  pdf.moveTo(PDF_PAGE.left, top).lineTo(x, top).lineWidth(0.6).strokeColor(PDF_INK.muted).stroke();
  for (let at = 1; at <= SHEET_ROWS; at += 1)
    pdf.text(String(at), PDF_PAGE.left + 4, top + head + (at - 1) * row + 14, { width: 18, lineBreak: false });
  pdf.endMarkedContent();
}
