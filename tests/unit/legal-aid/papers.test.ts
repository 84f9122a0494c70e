import { describe, expect, it } from 'vitest';
import { paperDocx } from '#app/features/legal-aid/paper-docx.server.ts';
import { PAPER_KINDS, type Paper, type PaperKind, type Particulars } from '#app/features/legal-aid/rules/paper.ts';
import { composePaper } from '#app/features/legal-aid/rules/papers.ts';
import { unzipText } from '#tests/support/unzip.ts';

const NOTHING: Particulars = {
  addressee: '',
  addresseeAddress: '',
  person: '',
  personAddress: '',
  personPhone: '',
  representative: '',
  respondent: '',
  respondentAddress: '',
  act: '',
  actNumber: '',
  actOn: '',
  learnedOn: '',
  facts: '',
  reasons: '',
  demands: '',
  attachments: '',
  haste: 'none',
  suit: 'contest',
  signedOn: '',
};
const WHOLE: Particulars = {
  ...NOTHING,
  addressee: 'Astara Rayon İcra Hakimiyyəti',
  addresseeAddress: 'Astara şəhəri, Heydər Əliyev pr. 1',
  person: 'Əliyeva Şəfəq Ədalət qızı',
  personAddress: 'Astara rayonu, Kijəbə kəndi',
  personPhone: '+994 50 000 00 00',
  respondent: 'Kijəbə bələdiyyəsi',
  act: 'Torpaq sahəsinin ayrılmasından imtina',
  actNumber: '14/2',
  actOn: '2026-02-02',
  learnedOn: '2026-02-09',
  facts: 'Birinci bənd.\n\nİkinci bənd.',
  reasons: 'Mülkiyyət hüququm pozulub.',
  demands: 'Aktın ləğv edilməsini\nYeni qərarın qəbul edilməsini',
  attachments: 'Aktın surəti',
  signedOn: '2026-03-01',
};
const words = (paper: Paper): string =>
  [
    ...paper.head.flatMap(({ label, lines }) => [label, ...lines]),
    paper.title,
    paper.subtitle,
    ...paper.blocks.flatMap((block) => (block.kind === 'list' ? block.items : [block.text])),
    ...paper.attachments,
    paper.date,
    paper.signer,
  ].join('\n');

describe('a paper', () => {
  it.each(PAPER_KINDS)('of kind %s says all that is known, and leaves no blank', (kind) => {
    const paper = composePaper(kind, WHOLE);
    const said = words(paper);
    for (const known of [
      WHOLE.addressee,
      WHOLE.person,
      WHOLE.personAddress,
      '01.03.2026',
      'Aktın surəti',
      'Yeni qərarın qəbul edilməsini',
    ])
      expect(said).toContain(known);
    expect(said).not.toContain('____');
    expect(paper.blanks).toBe(0);
    expect(paper.notices).not.toContain('blanks');
  });

  it.each<[PaperKind, number]>([
    ['complaint', 11],
    ['information_request', 6],
    ['suit', 12],
  ])('of kind %s without particulars has %i clear blanks, each saying what belongs there', (kind, blanks) => {
    const paper = composePaper(kind, NOTHING);
    const found = words(paper).match(/_{20} \([^)]+\)/gu) ?? [];
    expect([paper.blanks, found.length]).toEqual([blanks, blanks]);
    expect(words(paper)).not.toMatch(/undefined|null|NaN/u);
  });

  it('warns before identity goes to a state body, and that nameless ones are not considered', () => {
    expect(composePaper('complaint', WHOLE).notices).toEqual(['identity']);
    expect(composePaper('complaint', { ...WHOLE, person: ' ' }).notices).toEqual(['anonymous', 'identity', 'blanks']);
    expect(composePaper('information_request', { ...WHOLE, personAddress: '' }).notices).toContain('anonymous');
  });

  it('for a court says who may act there', () => {
    expect(composePaper('suit', WHOLE).notices).toContain('court');
    expect(composePaper('complaint', WHOLE).notices).not.toContain('court');
    // The law on appeals does not speak of courts.
    expect(composePaper('suit', NOTHING).notices).toEqual(['identity', 'court', 'blanks']);
  });

  it('asks for haste only where the law knows it', () => {
    const said = (haste: Particulars['haste']) => words(composePaper('information_request', { ...WHOLE, haste }));
    expect(said('none')).not.toMatch(/\d+ saat/u);
    expect(said('losing-value')).toContain('24 saat');
    expect(said('danger')).toContain('48 saat');
  });

  it('is named by the suit it is, with the paper of who acts for the person', () => {
    expect(composePaper('suit', { ...WHOLE, suit: 'oblige' }).subtitle).toContain('məcburetmə');
    const represented = composePaper('suit', { ...WHOLE, representative: 'Quliyev Rauf, order № 5' });
    expect(represented.attachments.at(-1)).toContain('səlahiyyətini');
    expect(words(represented)).toContain('Quliyev Rauf');
  });
});

describe('its file', () => {
  it.each(PAPER_KINDS)('of kind %s holds the words of the paper and nothing about us', async (kind) => {
    const paper = composePaper(kind, WHOLE);
    const file = await paperDocx(paper);
    const text = unzipText(file, 'word/document.xml');
    for (const line of words(paper).split('\n').filter(Boolean)) expect(text).toContain(line);
    const properties = unzipText(file, 'docProps/core.xml');
    expect(properties).not.toMatch(/icma|İcma|Un-named/iu);
    expect(properties).not.toMatch(/creator|lastModifiedBy/u);
  });
});
