import type { LetterSheet } from '#app/features/authorities/rules/sheet.ts';

/** The covering letter with its demands as a DOCX, for offices that copy from it: the same words in the same order as the PDF. */
export async function letterDocx(
  sheet: LetterSheet,
  { mark, isSample }: { mark: string; isSample: boolean },
): Promise<Uint8Array> {
  const {
    AlignmentType,
    Document,
    Footer,
    Packer,
    PageNumber,
    Paragraph,
    Table,
    TableCell,
    TableRow,
    TextRun,
    WidthType,
    BorderStyle,
    HeadingLevel,
  } = await import('docx');
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const run = (text: string, bold = false) =>
    text.split('\n').map((line, at) => new TextRun({ text: line, bold, ...(at > 0 ? { break: 1 } : {}) }));
  const paragraph = (text: string, bold = false) =>
    new Paragraph({ children: run(text, bold), spacing: { after: 160 } });
  const block = (label: string, [name = '', ...rest]: readonly string[]) =>
    new TableCell({
      width: { size: 50, type: WidthType.PERCENTAGE },
      children: [paragraph(label), paragraph(name, true), ...rest.map((line) => paragraph(line))],
    });
  const document = new Document({
    creator: sheet.head,
    title: `${sheet.subject} (${sheet.reference})`,
    styles: { default: { document: { run: { font: 'Noto Sans', size: 21, language: { value: 'az-Latn-AZ' } } } } },
    sections: [
      {
        properties: {
          page: { size: { width: 11906, height: 16838 }, margin: { top: 1000, bottom: 1200, left: 1420, right: 1140 } },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [
                  new TextRun({
                    size: 16,
                    children: [
                      [sheet.reference, mark, isSample ? 'Nümunə məlumat' : ''].filter(Boolean).join('  ·  '),
                      '  ·  səhifə ',
                      PageNumber.CURRENT,
                      ' / ',
                      PageNumber.TOTAL_PAGES,
                    ],
                  }),
                ],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({
            heading: HeadingLevel.HEADING_1,
            children: [new TextRun({ text: sheet.head, bold: true, color: '221E1A' })],
          }),
          paragraph(sheet.contacts),
          new Table({
            width: { size: 100, type: WidthType.PERCENTAGE },
            borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
            rows: [new TableRow({ children: [block('Kimdən', sheet.from), block('Kimə', sheet.to)] })],
          }),
          paragraph(`${sheet.reference}        ${sheet.date}`),
          new Paragraph({
            heading: HeadingLevel.HEADING_2,
            children: [new TextRun({ text: sheet.subject, bold: true, color: '221E1A' })],
            spacing: { after: 160 },
          }),
          ...sheet.paragraphs.map((text) => paragraph(text)),
          ...(sheet.facts.length > 0 ? [paragraph(sheet.facts.join('\n'))] : []),
          ...(sheet.attachments ? [paragraph(sheet.attachments)] : []),
          paragraph('Hörmətlə,'),
          ...(sheet.signature
            ? [paragraph([sheet.signature.post, sheet.signature.name].filter(Boolean).join('\n'), true)]
            : []),
          paragraph('____________________ (imza)'),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}
