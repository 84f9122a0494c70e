import { formatDay } from '#app/kernel/dates.ts';
import { isDemo } from '#app/platform/env.server.ts';
import { drawLattice, makePdf, PDF_INK, PDF_PAGE, PDF_WIDTH } from '#app/platform/pdf.server.ts';
import type { PackFileData } from './pack-file.server.ts';
import { packFileName, packReference } from './rules/pack.ts';

/**
 * The receipt: what is handed over, each file with its SHA-256 and one hash for all, and room for the body's stamp. The
 * stamped copy proves later which pack it was.
 */
export function packSlip({ pack, campaign, organisation }: PackFileData, now: Date): Promise<Uint8Array> {
  const reference = packReference(pack.id);
  return makePdf(
    {
      title: `Qəbul vərəqi (${reference})`,
      author: organisation.names.az,
      language: 'az',
      now,
      foot: (page, pages) =>
        [reference, `səhifə ${page} / ${pages}`, isDemo() ? 'Nümunə məlumat' : ''].filter(Boolean).join('  ·  '),
    },
    (pdf, tag) => {
      drawLattice(pdf, 36);
      const line = (text: string, size = 10.5, bold = false) =>
        tag('P', () =>
          pdf
            .font(bold ? 'bold' : 'regular')
            .fontSize(size)
            .fillColor(PDF_INK.ink)
            .text(text, PDF_PAGE.left, pdf.y, { width: PDF_WIDTH, lineGap: 2 }),
        );
      tag('H1', () =>
        pdf
          .font('bold')
          .fontSize(15)
          .fillColor(PDF_INK.ink)
          .text('Qəbul vərəqi', PDF_PAGE.left, 60, { width: PDF_WIDTH }),
      );
      pdf.y += 6;
      line(`Müraciət: ${reference}${pack.madeAt ? `, ${formatDay(pack.madeAt, 'az')}` : ''}`);
      line(`Kampaniya: ${campaign.title}`);
      line(`Təqdim edən: ${organisation.legalName ?? organisation.names.az}`);
      line(`Kimə: ${pack.addressee}`);
      pdf.y += 10;
      line('Təqdim olunan sənədlər', 11.5, true);
      for (const file of pack.files) {
        line(`${packFileName(file.kind)}${file.pages === null ? '' : `, ${file.pages} səhifə`}`, 10.5, true);
        line(`SHA-256: ${file.sha256}`, 8.5);
      }
      pdf.y += 8;
      line('Paketin ümumi izi (faylların SHA-256 izləri yuxarıdakı sıra ilə)', 10.5, true);
      line(pack.sha256 ?? '', 8.5);
      pdf.y += 22;
      for (const label of ['Qeydiyyat nömrəsi:', 'Tarix:', 'Qəbul edən (ad, soyad, vəzifə, imza):', 'Möhür:']) {
        line(label);
        pdf.markContent('Artifact', { type: 'Layout' });
        pdf
          .moveTo(PDF_PAGE.left + 220, pdf.y)
          .lineTo(PDF_PAGE.left + PDF_WIDTH, pdf.y)
          .lineWidth(0.6)
          .strokeColor(PDF_INK.line)
          .stroke();
        pdf.endMarkedContent();
        pdf.y += 22;
      }
    },
  );
}
