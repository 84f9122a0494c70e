import { describe, expect, it } from 'vitest';
import sharp from 'sharp';
import { letterPdf } from '#app/features/authorities/letter-pdf.server.ts';
import type { LetterSheet } from '#app/features/authorities/rules/sheet.ts';
import { pdfPages, pdfText } from '#tests/support/pdf-text.ts';

const now = new Date('2026-11-22T08:00:00Z');
const sheet: LetterSheet = {
  head: 'Şəki İcma Təşəbbüsü',
  contacts: 'salam@seki.invalid',
  from: ['Əmirova Lalə Zakir qızı', 'Şəki şəhəri'],
  to: ['Şəki Rayon İcra Hakimiyyəti'],
  reference: '№ 1018/1',
  date: '22 noyabr 2026',
  subject: 'Bağça: növbə bir ildən çoxdur',
  paragraphs: ['Hörmətli rəhbərlik,', 'əğışöüçİ ƏĞIŞÖÜÇ — Дети ждут места больше года. “Sual” ₼'],
  facts: ['Koordinatlar: 41.19190, 47.17060'],
  attachments: 'Əlavə: 1 fotoşəkil.',
  signature: { post: '', name: 'Əmirova Lalə Zakir qızı' },
  hasSigningLine: true,
  photos: [{ id: 'photo', width: 40, height: 30 }],
  isDraft: false,
};
const draw = (change: Partial<LetterSheet> = {}, photos: Parameters<typeof letterPdf>[1] = []) =>
  letterPdf({ ...sheet, ...change }, photos, { now, isSample: false, compress: false });

describe('letterPdf', () => {
  it('holds every word, in Azerbaijani and Russian letters', async () => {
    const text = pdfText(await draw());
    const flat = text.replaceAll(/\s+/gu, ' ');
    for (const line of [
      sheet.head,
      ...sheet.from,
      ...sheet.to,
      sheet.reference,
      sheet.subject,
      ...sheet.paragraphs,
      ...sheet.facts,
      'Hörmətlə,',
      '(imza)',
      'səhifə 1 / 1',
    ]) {
      expect(flat).toContain(line);
    }
    expect(flat).not.toContain('Qaralama');
  }, 30_000);

  it('carries its fonts, says its language, and points nowhere', async () => {
    const source = Buffer.from(await draw()).toString('latin1');
    expect([...source.matchAll(/\/FontFile2 \d+ 0 R/gu)]).toHaveLength(2);
    expect(source).toMatch(/\/Lang \(az\)/u);
    expect(source).toContain('/MarkInfo');
    expect(source).not.toMatch(/\/(?:URI|Launch|JavaScript|EmbeddedFile)\b/u);
  }, 30_000);

  it('adds the pictures as numbered pages, two a page, and only those of the sheet', async () => {
    const jpeg = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#888' } })
      .jpeg()
      .toBuffer();
    const photos = ['a', 'b', 'c'].map((id) => ({ id, jpeg }));
    const bytes = await draw({ photos: photos.map(({ id }) => ({ id, width: 40, height: 30 })) }, [
      ...photos,
      { id: 'hidden later', jpeg },
    ]);
    expect(pdfPages(bytes)).toBe(3);
    expect(
      [
        ...Buffer.from(bytes)
          .toString('latin1')
          .matchAll(/\/Subtype \/Image/gu),
      ].length,
    ).toBe(3);
    expect(pdfText(bytes)).toContain('Fotoşəkil 3');
  }, 30_000);

  it('says that a draft is a draft, and breaks a long text over numbered pages', async () => {
    const long = Array.from(
      { length: 60 },
      (_, index) => `${index + 1}. Abzas: su borusu dəyişdirilsin, yol bərpa olunsun, cavab yazılı verilsin.`,
    );
    const bytes = await draw({ isDraft: true, signature: null, paragraphs: long });
    const text = pdfText(bytes);
    expect(pdfPages(bytes)).toBeGreaterThan(2);
    expect(text).toContain('Qaralama');
    expect(text).toContain(`səhifə 2 / ${pdfPages(bytes)}`);
    expect(text).toContain('60. Abzas');
  }, 30_000);
});
