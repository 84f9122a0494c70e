import { describe, expect, it } from 'vitest';
import { cautions, unmetConditions, type LetterFacts } from '#app/features/authorities/rules/conditions.ts';

const registered = {
  kind: 'registered',
  legalName: '“Astaraçay” İctimai Birliyi',
  legalAddress: 'Astara şəhəri, Nümunə küçəsi 8',
  representativeName: 'Şahin Hüseynli',
  representativePost: 'sədr',
} as const;
const signed = { kind: 'unregistered', signatory: { fullName: 'Əmirova Lalə Zakir qızı', address: 'Şəki' } } as const;
const whole: LetterFacts = {
  isIssuePublic: true,
  body: { kind: 'rih', isActive: true },
  addressee: null,
  sender: registered,
};

describe('the conditions of the law on appeals', () => {
  it.each<[string, Partial<LetterFacts>, string[]]>([
    ['a registered organisation with everything', {}, []],
    ['without a post of its representative', { sender: { ...registered, representativePost: null } }, []],
    ['without a legal name', { sender: { ...registered, legalName: null } }, ['no-legal-name']],
    ['with a legal name of spaces', { sender: { ...registered, legalName: '  ' } }, ['no-legal-name']],
    ['without a legal address', { sender: { ...registered, legalAddress: '' } }, ['no-legal-address']],
    ['without a representative', { sender: { ...registered, representativeName: null } }, ['no-representative']],
    ['an unregistered group with a signer', { sender: signed }, []],
    ['an unregistered group without one', { sender: { kind: 'unregistered', signatory: null } }, ['no-signatory']],
    ['nobody chosen', { body: null }, ['no-body']],
    ['a body out of use', { body: { kind: 'rih', isActive: false } }, ['body-inactive']],
    ['an owner without a name', { body: { kind: 'sahib', isActive: true } }, ['addressee-unnamed']],
    ['an owner by name', { body: { kind: 'sahib', isActive: true }, addressee: '“Nümunə” MMC' }, []],
    ['a report taken down', { isIssuePublic: false }, ['issue-not-public']],
    [
      'nothing at all',
      {
        isIssuePublic: false,
        body: null,
        sender: {
          kind: 'registered',
          legalName: null,
          legalAddress: null,
          representativeName: null,
          representativePost: null,
        },
      },
      ['issue-not-public', 'no-body', 'no-legal-name', 'no-legal-address', 'no-representative'],
    ],
  ])('%s', (_name, change, expected) => {
    expect(unmetConditions({ ...whole, ...change })).toEqual(expected);
  });
});

describe('cautions', () => {
  const calm = { issueLocale: 'az', wording: 'Su gəlmir', text: 'Hörmətli rəhbərlik, su gəlmir', sentBefore: 0 };

  it('keep still when there is nothing to say', () => {
    expect(cautions(whole, calm)).toEqual([]);
  });

  it('see foreign wording until it is translated', () => {
    const foreign = { ...calm, issueLocale: 'ru', wording: 'Воды нет' };
    expect(cautions(whole, { ...foreign, text: 'Hörmətli rəhbərlik. Воды нет.' })).toEqual(['not-in-azerbaijani']);
    expect(cautions(whole, { ...foreign, text: 'Hörmətli rəhbərlik. Su yoxdur.' })).toEqual([]);
  });

  it('ask which municipality, count earlier letters, and see a telephone number', () => {
    const municipality = { ...whole, body: { kind: 'belediyye', isActive: true } };
    expect(cautions(municipality, calm)).toEqual(['municipality-unnamed']);
    expect(cautions({ ...municipality, addressee: 'Pensər bələdiyyəsi' }, calm)).toEqual([]);
    expect(cautions(whole, { ...calm, sentBefore: 3 })).toEqual(['repeated']);
    expect(cautions(whole, { ...calm, sentBefore: 2 })).toEqual([]);
    expect(cautions(whole, { ...calm, text: 'Zəng edin: 050 123 45 67' })).toEqual(['personal-data']);
  });
});
