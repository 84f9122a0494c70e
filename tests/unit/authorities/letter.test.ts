import { describe, expect, it } from 'vitest';
import { composeLetter, placeInWords, type PublicReport } from '#app/features/authorities/rules/compose.ts';
import { sheetOf, type SheetParts } from '#app/features/authorities/rules/sheet.ts';
import { findPersonalData } from '#app/features/issues/rules/personal-data-hints.ts';

const report: PublicReport = {
  ref: 1204,
  category: 'road_surface',
  title: 'Küçədə çuxur var',
  details: 'Yağışdan sonra keçmək olmur',
  place: 'Kijəbə, məktəbin yanı',
  region: 'AZ-AST',
  publishedAt: new Date('2026-11-02T10:00:00Z'),
  confirmations: 28,
};

describe('composeLetter', () => {
  it('says what, where, since when, how many, and what is asked', () => {
    const { subject, text } = composeLetter(report, 'rih');
    expect(subject).toBe('Yol örtüyü və çuxurlar: Küçədə çuxur var');
    for (const part of [
      'Yağışdan sonra keçmək olmur.',
      'Astara rayonu, Kijəbə, məktəbin yanı.',
      '2\u00a0noyabr 2026',
      '28 nəfər',
      'Xahiş edirik:',
      '№\u00a01204',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('quotes the law to authorities and not to a private owner', () => {
    expect(composeLetter(report, 'rih').text).toContain('15 iş günü');
    expect(composeLetter(report, null).text).toContain('maddə 7.10');
    expect(composeLetter(report, 'sahib').text).not.toContain('Qanun');
  });

  it('leaves out what is not there', () => {
    const { text } = composeLetter({ ...report, details: ' ', place: '', confirmations: 0 }, 'rih');
    expect(text).not.toContain('nəfər');
    expect(text).toContain('Yer: Astara rayonu.');
    expect(text).not.toMatch(/\n{3,}/u);
    expect(placeInWords({ region: 'AZ-NX', place: '' })).toBe('Naxçıvan Muxtar Respublikası');
  });

  it('takes nothing but the public words, whatever else a row holds', () => {
    // A whole row of the table is handed over: the reporter's wording, contact and the day of writing stay out.
    const row = {
      ...report,
      contact: '+994 50 123 45 67',
      reporter: 'Məmməd',
      source: 'call',
      createdAt: new Date('2026-10-11'),
      exactLat: 38.456,
    };
    const { subject, text } = composeLetter(row, 'rih');
    for (const secret of ['Məmməd', '123 45 67', '11 oktyabr', '38.456', 'zəng'])
      expect(subject + text).not.toContain(secret);
    expect(findPersonalData(text)).toEqual([]);
  });
});

describe('sheetOf', () => {
  const parts: SheetParts = {
    organisation: {
      name: 'Astaraçay İcma Qrupu',
      publicEmail: 'salam@astaracay.invalid',
      publicPhone: '+994250000008',
    },
    sender: {
      kind: 'registered',
      legalName: 'Birlik',
      legalAddress: 'Astara',
      representativeName: 'Şahin Hüseynli',
      representativePost: 'icraçı direktor',
    },
    body: { name: 'Astara Rayon İcra Hakimiyyəti', postalAddress: 'AZ0700\nAstara' },
    addressee: null,
    ref: 1204,
    ordinal: 2,
    subject: 'Mövzu',
    text: 'Bir.\n\n\nİki.',
    withExactPlace: true,
    sensitivity: 0,
    exact: { lat: 38.4560012, lng: 48.875 },
    pageUrl: 'https://icma.example/issues/1204',
    photos: [],
    date: new Date('2026-11-21T22:00:00Z'),
    hasSigningLine: true,
    isDraft: false,
  };

  it('carries sender, addressee, number and the day in Baku', () => {
    const sheet = sheetOf(parts);
    expect(sheet.from).toEqual(['Birlik', 'Astara', 'Nümayəndə: Şahin Hüseynli, icraçı direktor']);
    expect(sheet.to).toEqual(['Astara Rayon İcra Hakimiyyəti', 'AZ0700', 'Astara']);
    expect(sheet.reference).toBe('№ 1204/2');
    expect(sheet.date).toBe('22\u00a0noyabr 2026');
    expect(sheet.paragraphs).toEqual(['Bir.', 'İki.']);
    expect(sheet.signature).toEqual({ post: 'İcraçı direktor', name: 'Şahin Hüseynli' });
    expect(sheet.facts).toEqual(['Koordinatlar: 38.45600, 48.87500', 'Açıq səhifə: https://icma.example/issues/1204']);
  });

  it('keeps the exact place only where the category is not sensitive and the organiser left it on', () => {
    expect(sheetOf({ ...parts, sensitivity: 1 }).facts.join()).not.toContain('38.4');
    expect(sheetOf({ ...parts, withExactPlace: false }).facts.join()).not.toContain('38.4');
    expect(sheetOf({ ...parts, exact: null, pageUrl: null }).facts).toEqual([]);
  });

  it('lets a member sign for a group, and says when nobody does', () => {
    const signed = sheetOf({
      ...parts,
      sender: { kind: 'unregistered', signatory: { fullName: 'Əmirova Lalə Zakir qızı', address: 'Şəki' } },
    });
    expect(signed.from).toEqual(['Əmirova Lalə Zakir qızı', 'Şəki', 'Qrup: Astaraçay İcma Qrupu']);
    const nobody = sheetOf({ ...parts, sender: { kind: 'unregistered', signatory: null }, body: null });
    expect([nobody.from, nobody.to, nobody.signature]).toEqual([[], [], null]);
    expect(sheetOf({ ...parts, addressee: 'Pensər bələdiyyəsi' }).to[0]).toBe('Pensər bələdiyyəsi');
  });
});
