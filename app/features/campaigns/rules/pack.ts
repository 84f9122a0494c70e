/**
 * The pack for a body (issue 3, part 4). What the law counts is a *kollektiv müraciət*: the organisation's letter with
 * the sheets that people signed by hand (annex A). Support given on the web is told apart from it, as numbers (annex B);
 * no name of theirs is anywhere in the pack. The words are Azerbaijani, the language of administration.
 */
import { isPrivate, legalBasis, stop } from '#app/features/authorities/rules/compose.ts';
import { unmetConditions, type LetterCondition, type Sender } from '#app/features/authorities/rules/conditions.ts';
import { lines, senderLines, signatureOf, type LetterSheet } from '#app/features/authorities/rules/sheet.ts';
import { formatDay } from '#app/kernel/dates.ts';
import { formatPhone } from '#app/kernel/phone.ts';
import { regionName } from '#app/kernel/regions.ts';
import type { PackFileKind } from './delivery.ts';

export const PACK_CONDITIONS = [
  'campaign-not-public',
  'no-demand',
  'no-body',
  'body-inactive',
  'addressee-unnamed',
  'no-legal-name',
  'no-legal-address',
  'no-representative',
  'no-signatory',
] as const satisfies readonly (Exclude<LetterCondition, 'issue-not-public'> | 'campaign-not-public' | 'no-demand')[];
export type PackCondition = (typeof PACK_CONDITIONS)[number];

export type PackFacts = {
  /** Only what strangers may read already is handed to a body. */
  isCampaignPublic: boolean;
  demands: number;
  body: Readonly<{ kind: string; isActive: boolean }> | null;
  addressee: string;
  sender: Sender;
};

/** What keeps a pack a draft, in the order in which it is said; empty when it may be made. */
export function unmetForPack({ isCampaignPublic, demands, body, addressee, sender }: PackFacts): PackCondition[] {
  const unmet: PackCondition[] = [];
  if (!isCampaignPublic) unmet.push('campaign-not-public');
  if (demands === 0) unmet.push('no-demand');
  // The sender's rules are those of every letter.
  for (const one of unmetConditions({ isIssuePublic: true, body, addressee, sender }))
    if (one !== 'issue-not-public') unmet.push(one);
  return unmet;
}

export type PackCampaign = { title: string; summary: string; place: string; region: string };

const where = ({ region, place }: PackCampaign): string =>
  place.trim() === '' ? regionName(region, 'az', 'full') : `${regionName(region, 'az', 'full')}, ${place.trim()}`;

/** The covering letter as it is first proposed. Numbers and demands are no part of it: they are put below it when the pack is made. */
export function composeCover(campaign: PackCampaign, bodyKind: string | null): string {
  return [
    'Hörmətli rəhbərlik,',
    `“${campaign.title.trim()}” kampaniyasında irəli sürülmüş tələbləri diqqətinizə çatdırırıq. Müraciət ${where(campaign)} üzrə sakinlərin ehtiyacına əsaslanır.`,
    campaign.summary.trim() === '' ? null : stop(campaign.summary.trim()),
    [
      'Xahiş edirik:',
      '1) aşağıdakı tələblərin hər birinə baxılsın;',
      '2) görüləcək tədbirlər və onların müddəti barədə təşkilatımıza yazılı cavab verilsin.',
    ].join('\n'),
    isPrivate(bodyKind) ? null : legalBasis(),
  ]
    .filter((paragraph) => paragraph !== null)
    .join('\n\n');
}

/** What the annexes hold. */
export type PackCounts = {
  /** Hand-signed: sheets whose rows were checked, the rows that count, rows left out as empty or unreadable. */
  sheets: number;
  handSigned: number;
  unreadable: number;
  /** Support given on the web and at collection points. */
  online: number;
};

/** Short name by which letter, annexes and receipt belong together. */
export const packReference = (packId: string): string => `№ KM-${packId.slice(0, 8).toLocaleUpperCase('en')}`;

export const PACK_TITLES = {
  'annex-a': 'Əlavə A. Əl ilə imzalanmış vərəqlər',
  'annex-b': 'Əlavə B. Dəstək göstəricisi, müraciət imzası deyil',
} as const;

const FILE_NAMES: Record<PackFileKind, string> = {
  pdf: 'muraciet.pdf',
  docx: 'muraciet.docx',
  'annex-a': 'elave-a-imzali-vereqler.pdf',
  'annex-b': 'elave-b-destek-gostericisi.pdf',
};
export const packFileName = (kind: PackFileKind): string => FILE_NAMES[kind];

export type CoverParts = {
  packId: string;
  organisation: { name: string; publicEmail: string | null; publicPhone: string | null };
  sender: Sender;
  addressee: string;
  postalAddress: string | null;
  campaign: PackCampaign;
  letter: string;
  demands: readonly string[];
  counts: PackCounts;
  /** SHA-256 of the annexes that were written. */
  annexes: Partial<Record<'annex-a' | 'annex-b', { sha256: string; pages: number }>>;
  pageUrl: string | null;
  now: Date;
};

/** The covering letter with the demands, in the shape of every letter of ours. */
export function coverSheet(parts: CoverParts): LetterSheet {
  const { organisation, counts, campaign } = parts;
  return {
    head: organisation.name,
    contacts: [organisation.publicEmail, organisation.publicPhone && formatPhone(organisation.publicPhone)]
      .filter(Boolean)
      .join(' · '),
    from: senderLines(parts.sender, organisation.name),
    to: [parts.addressee, ...lines(parts.postalAddress ?? '')],
    reference: packReference(parts.packId),
    date: formatDay(parts.now, 'az'),
    // Without a hand-signed sheet it is the organisation's own letter, and says nothing else.
    subject: `${counts.handSigned > 0 ? 'Kollektiv müraciət' : 'Müraciət'}: ${campaign.title.trim()}`,
    paragraphs: [
      ...parts.letter.split(/\n{2,}/u).map((paragraph) => paragraph.trim()),
      ['Tələblər:', ...parts.demands.map((demand, index) => `${index + 1}. ${stop(demand.trim())}`)].join('\n'),
    ].filter(Boolean),
    facts: [
      counts.handSigned > 0
        ? `Müraciəti əl ilə imzalayanlar: ${counts.handSigned} nəfər (${counts.sheets} vərəq, Əlavə A).`
        : 'Müraciətə əl ilə imzalanmış vərəq əlavə olunmayıb.',
      counts.online > 0
        ? `Kampaniyaya dəstək verənlərin sayı: ${counts.online} nəfər (Əlavə B). Bu, dəstək göstəricisidir, müraciət imzası deyil.`
        : null,
      parts.pageUrl ? `Kampaniyanın açıq səhifəsi: ${parts.pageUrl}` : null,
    ].filter((line): line is string => line !== null),
    attachments: annexLines(parts.annexes).join('\n') || null,
    signature: signatureOf(parts.sender),
    hasSigningLine: true,
    photos: [],
    isDraft: false,
  };
}

function annexLines(annexes: CoverParts['annexes']): string[] {
  return (['annex-a', 'annex-b'] as const).flatMap((kind) => {
    const annex = annexes[kind];
    return annex ? [`${PACK_TITLES[kind]}: ${annex.pages} səhifə. SHA-256: ${annex.sha256}`] : [];
  });
}
