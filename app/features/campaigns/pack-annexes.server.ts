import { support } from '#app/i18n/messages/az/support.ts';
import { regionName } from '#app/kernel/regions.ts';
import {
  makePdf,
  PDF_INK,
  PDF_PAGE,
  PDF_WIDTH,
  roomLeft,
  streamPdf,
  type Pdf,
  type PdfOptions,
  type Tag,
} from '#app/platform/pdf.server.ts';
import type { OnlineCount, SheetForPack } from './pack-file.server.ts';
import { PACK_TITLES, type PackCounts } from './rules/pack.ts';
import { ASSURANCES } from './rules/support.ts';

/** What both annexes say of where they belong. */
export type AnnexHead = {
  reference: string;
  organisation: string;
  campaign: string;
  addressee: string;
  date: string;
  now: Date;
  isSample: boolean;
  compress?: boolean;
};

const SAMPLE = 'Nümunə məlumat';
const ROW = 17;
/** Room for a sheet's picture under its heading. */
const PICTURE = { top: PDF_PAGE.top + 44, height: PDF_PAGE.height - PDF_PAGE.bottom - PDF_PAGE.top - 52 };

function optionsOf(kind: keyof typeof PACK_TITLES, head: AnnexHead): PdfOptions {
  return {
    title: `${PACK_TITLES[kind]} (${head.reference})`,
    author: head.organisation,
    language: 'az',
    now: head.now,
    foot: (page, pages) =>
      [head.reference, PACK_TITLES[kind], `səhifə ${page} / ${pages}`, head.isSample ? SAMPLE : '']
        .filter(Boolean)
        .join('  ·  '),
    ...(head.compress === undefined ? {} : { compress: head.compress }),
  };
}

export const annexAPages = (sheets: readonly unknown[]): number => sheets.length + 1;

/**
 * Annex A: the hand-signed sheets as photographed, one a page, numbered as they are. Each picture is read, drawn and let
 * go before the next, so that a thousand sheets take no more room than one. A page says how many rows of it count.
 */
export function writeAnnexA(
  head: AnnexHead,
  sheets: readonly SheetForPack[],
  counts: PackCounts,
  work: {
    sink: (chunk: Uint8Array) => Promise<void>;
    readPhoto: (sheet: SheetForPack) => Promise<Uint8Array | null>;
    onPage?: (page: number) => Promise<void>;
  },
): Promise<void> {
  return streamPdf(
    { ...optionsOf('annex-a', head), pages: annexAPages(sheets), sink: work.sink },
    async (pdf, tag, page) => {
      const sheet = sheets[page - 2];
      if (!sheet) title(pdf, tag, PACK_TITLES['annex-a'], [...belongs(head), ...handSigned(counts)]);
      else await drawSheet(pdf, tag, sheet, await work.readPhoto(sheet));
      await work.onPage?.(page);
    },
  );
}

function belongs(head: AnnexHead): string[] {
  return [
    `Müraciət: ${head.reference}, ${head.date}`,
    `Kimə: ${head.addressee}`,
    `Kampaniya: ${head.campaign}`,
    `Təqdim edən: ${head.organisation}`,
  ];
}

function handSigned({ handSigned: rows, sheets, unreadable }: PackCounts): string[] {
  return [
    `Vərəqlərin sayı: ${sheets}`,
    `Əl ilə imzalayanların sayı: ${rows} nəfər`,
    ...(unreadable > 0 ? [`Oxunmayan və ya boş qaldığı üçün sayılmayan sətirlər: ${unreadable}`] : []),
    'Vərəqlərin əsli təşkilatda saxlanılır.',
  ];
}

function title(pdf: Pdf, tag: Tag, text: string, below: readonly string[]): void {
  tag('H1', () =>
    pdf.font('bold').fontSize(15).fillColor(PDF_INK.ink).text(text, PDF_PAGE.left, PDF_PAGE.top, { width: PDF_WIDTH }),
  );
  pdf.y += 12;
  for (const line of below)
    tag('P', () =>
      pdf.font('regular').fontSize(10.5).fillColor(PDF_INK.ink).text(line, { width: PDF_WIDTH, lineGap: 3 }),
    );
}

async function drawSheet(pdf: Pdf, tag: Tag, sheet: SheetForPack, photo: Uint8Array | null): Promise<void> {
  const said = `Vərəq № ${sheet.number}: ${sheet.rows} imza${sheet.unreadable > 0 ? `, ${sheet.unreadable} sətir sayılmayıb` : ''}`;
  tag('H2', () =>
    pdf
      .font('bold')
      .fontSize(11.5)
      .fillColor(PDF_INK.ink)
      .text(said, PDF_PAGE.left, PDF_PAGE.top, { width: PDF_WIDTH }),
  );
  if (!photo) {
    tag('P', () =>
      pdf
        .font('regular')
        .fontSize(10.5)
        .fillColor(PDF_INK.karpic)
        .text('Vərəqin şəkli yoxdur; əsli təşkilatdadır.', PDF_PAGE.left, PICTURE.top),
    );
    return;
  }
  tag(
    'Figure',
    () =>
      pdf.image(Buffer.from(photo.buffer, photo.byteOffset, photo.byteLength), PDF_PAGE.left, PICTURE.top, {
        fit: [PDF_WIDTH, PICTURE.height],
        align: 'center',
      }),
    said,
  );
}

/** Annex B: support on the web and at collection points as numbers, by assurance and region. Nobody's name is known here. */
export function annexB(head: AnnexHead, online: readonly OnlineCount[]): Promise<Uint8Array> {
  const total = online.reduce((sum, row) => sum + row.count, 0);
  return makePdf(optionsOf('annex-b', head), (pdf, tag) => {
    title(pdf, tag, PACK_TITLES['annex-b'], [
      ...belongs(head),
      '',
      'Bu cədvəl kampaniyaya internetdə və toplama məntəqələrində verilmiş dəstəyin sayını göstərir. Rəqəmlər müraciət imzası deyil və imza kimi təqdim olunmur; dəstək verənlərin adları bu sənədə daxil edilmir.',
      `Cəmi: ${total} nəfər`,
    ]);
    pdf.y += 10;
    tag('H2', () => pdf.font('bold').fontSize(11.5).text('Təsdiq üsulu üzrə', PDF_PAGE.left, pdf.y));
    table(pdf, tag, [
      ...ASSURANCES.map((assurance): [string, number] => [
        support[`support.assurance.${assurance}`],
        online.filter((row) => row.assurance === assurance).reduce((sum, row) => sum + row.count, 0),
      ]).filter(([, count]) => count > 0),
      ['Cəmi', total],
    ]);
    pdf.y += 10;
    tag('H2', () => pdf.font('bold').fontSize(11.5).fillColor(PDF_INK.ink).text('Bölgə üzrə', PDF_PAGE.left, pdf.y));
    table(pdf, tag, [...byRegion(online), ['Cəmi', total]]);
  });
}

function byRegion(online: readonly OnlineCount[]): [string, number][] {
  const totals = new Map<string, number>();
  for (const { region, count } of online) totals.set(region, (totals.get(region) ?? 0) + count);
  return [...totals]
    .map(([region, count]): [string, number] => [regionName(region, 'az', 'full'), count])
    .toSorted(([a, countOfA], [b, countOfB]) => countOfB - countOfA || a.localeCompare(b, 'az'));
}

const number = new Intl.NumberFormat('az');

function table(pdf: Pdf, tag: Tag, rows: readonly [string, number][]): void {
  for (const [label, count] of rows) {
    if (roomLeft(pdf) < ROW + 4) pdf.addPage();
    const y = pdf.y + 4;
    const isTotal = label === 'Cəmi';
    tag('P', () => {
      pdf
        .font(isTotal ? 'bold' : 'regular')
        .fontSize(10)
        .fillColor(PDF_INK.ink)
        .text(label, PDF_PAGE.left, y, { width: PDF_WIDTH - 90, lineBreak: false });
      pdf.text(number.format(count), PDF_PAGE.left + PDF_WIDTH - 90, y, {
        width: 90,
        align: 'right',
        lineBreak: false,
      });
    });
    pdf.markContent('Artifact', { type: 'Layout' });
    pdf
      .moveTo(PDF_PAGE.left, y + ROW - 2)
      .lineTo(PDF_PAGE.left + PDF_WIDTH, y + ROW - 2)
      .lineWidth(0.5)
      .strokeColor(PDF_INK.line)
      .stroke();
    pdf.endMarkedContent();
    pdf.x = PDF_PAGE.left;
    pdf.y = y + ROW - 4;
  }
}
