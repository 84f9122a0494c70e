import type { Paper, PaperBlock } from './rules/paper.ts';

/** The same words in every office's own font; the size is 11 points. */
const FONT = 'Times New Roman';
const SIZE = 22;

/**
 * A paper as a DOCX that a lawyer goes on writing in. Nothing in it but the paper and the hour it was made: no author, no
 * platform, no case.
 */
export async function paperDocx(paper: Paper): Promise<Uint8Array> {
  const { AlignmentType, Document, Packer, Paragraph, TextRun } = await import('docx');
  const runs = (text: string, bold = false) =>
    text.split('\n').map((line, at) => new TextRun({ text: line, bold, ...(at > 0 ? { break: 1 } : {}) }));
  const paragraph = (text: string, { bold = false, ...rest }: { bold?: boolean; indent?: { left: number } } = {}) =>
    new Paragraph({ ...rest, children: runs(text, bold), spacing: { after: 140 } });
  const centred = (text: string, bold: boolean) =>
    new Paragraph({ alignment: AlignmentType.CENTER, children: runs(text, bold), spacing: { after: 120 } });
  const numbered = (items: readonly string[]) =>
    items.map((item, at) => paragraph(`${at + 1}. ${item}`, { indent: { left: 360 } }));
  const block = (part: PaperBlock) =>
    part.kind === 'list' ? numbered(part.items) : [paragraph(part.text, { bold: part.kind === 'heading' })];
  const document = new Document({
    creator: '',
    lastModifiedBy: '',
    title: paper.title,
    styles: { default: { document: { run: { font: FONT, size: SIZE, language: { value: 'az-Latn-AZ' } } } } },
    sections: [
      {
        properties: {
          page: { size: { width: 11906, height: 16838 }, margin: { top: 1134, bottom: 1134, left: 1701, right: 850 } },
        },
        children: [
          ...paper.head.map(({ label, lines }) =>
            paragraph(`${label}: ${lines.join('\n')}`, { indent: { left: 4_500 } }),
          ),
          centred(paper.title, true),
          ...(paper.subtitle ? [centred(paper.subtitle, false)] : []),
          ...paper.blocks.flatMap(block),
          ...(paper.attachments.length > 0
            ? [paragraph('Əlavələr', { bold: true }), ...numbered(paper.attachments)]
            : []),
          paragraph(paper.date),
          paragraph(`____________________ (imza)\n${paper.signer}`),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}
