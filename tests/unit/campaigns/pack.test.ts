import { describe, expect, it } from 'vitest';
import type { Sender } from '#app/features/authorities/rules/conditions.ts';
import {
  composeCover,
  coverSheet,
  unmetForPack,
  type CoverParts,
  type PackFacts,
} from '#app/features/campaigns/rules/pack.ts';

const registered: Sender = {
  kind: 'registered',
  legalName: '“Sınaq” İctimai Birliyi',
  legalAddress: 'Astara, Nizami 3',
  representativeName: 'Quliyeva Sevda Əli qızı',
  representativePost: 'sədr',
};
const facts: PackFacts = {
  isCampaignPublic: true,
  demands: 2,
  body: { kind: 'rih', isActive: true },
  addressee: 'Astara RİH',
  sender: registered,
};

describe('what keeps a pack a draft', () => {
  it.each([
    [{}, []],
    [{ isCampaignPublic: false }, ['campaign-not-public']],
    [{ demands: 0 }, ['no-demand']],
    [{ body: null }, ['no-body']],
    [{ body: { kind: 'rih', isActive: false } }, ['body-inactive']],
    [{ sender: { ...registered, legalAddress: ' ' } }, ['no-legal-address']],
    [{ sender: { kind: 'unregistered', signatory: null } }, ['no-signatory']],
    [{ sender: { kind: 'unregistered', signatory: { fullName: 'Ad Soyad Ata', address: 'Astara' } } }, []],
    [{ isCampaignPublic: false, demands: 0, body: null }, ['campaign-not-public', 'no-demand', 'no-body']],
  ] satisfies [Partial<PackFacts>, string[]][])('%o → %o', (change, expected) => {
    expect(unmetForPack({ ...facts, ...change })).toEqual(expected);
  });
});

describe('the covering letter', () => {
  const campaign = { title: 'Pensər yolu', summary: 'Yol keçilməzdir', place: 'Pensər', region: 'AZ-AST' };
  const parts: CoverParts = {
    packId: '3f2a91bc-0000-4000-8000-000000000000',
    organisation: { name: 'Sınaq İcma', publicEmail: 'a@b.invalid', publicPhone: null },
    sender: registered,
    addressee: 'Astara RİH',
    postalAddress: 'Astara\nH. Əliyev 1',
    campaign,
    letter: composeCover(campaign, 'rih'),
    demands: ['Yol asfaltlansın', 'Körpü möhkəmləndirilsin.'],
    counts: { sheets: 3, handSigned: 31, unreadable: 0, online: 200 },
    annexes: { 'annex-a': { sha256: 'a'.repeat(64), pages: 4 } },
    pageUrl: null,
    now: new Date('2026-11-22T08:00:00Z'),
  };

  it('quotes the law to a public body and not to a private owner', () => {
    expect(composeCover(campaign, 'rih')).toContain('15 iş günü');
    expect(composeCover(campaign, 'sahib')).not.toContain('15 iş günü');
    expect(composeCover({ ...campaign, summary: '' }, null)).not.toContain('undefined');
  });

  it('calls the hand-signed appeal collective, and keeps support online apart from it', () => {
    const sheet = coverSheet(parts);
    expect(sheet).toMatchObject({
      subject: 'Kollektiv müraciət: Pensər yolu',
      reference: '№ KM-3F2A91BC',
      to: ['Astara RİH', 'Astara', 'H. Əliyev 1'],
    });
    expect(sheet.paragraphs.at(-1)).toBe('Tələblər:\n1. Yol asfaltlansın.\n2. Körpü möhkəmləndirilsin.');
    expect(sheet.facts).toEqual([
      'Müraciəti əl ilə imzalayanlar: 31 nəfər (3 vərəq, Əlavə A).',
      'Kampaniyaya dəstək verənlərin sayı: 200 nəfər (Əlavə B). Bu, dəstək göstəricisidir, müraciət imzası deyil.',
    ]);
    expect(sheet.attachments).toContain('a'.repeat(64));
  });

  it('is an organisation’s own letter where nobody signed by hand, however many support it online', () => {
    const sheet = coverSheet({ ...parts, counts: { ...parts.counts, sheets: 0, handSigned: 0 }, annexes: {} });
    expect(sheet.subject).toBe('Müraciət: Pensər yolu');
    expect(sheet.attachments).toBeNull();
    expect(sheet.facts.join()).not.toContain('Kollektiv');
  });
});
