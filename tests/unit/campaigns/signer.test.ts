import { describe, expect, it } from 'vitest';
import { coreName, foldName, isNameLike, signerText, type Person } from '#app/features/campaigns/rules/signer.ts';
import { publicName } from '#app/features/campaigns/rules/support.ts';

describe('names of signers', () => {
  it('are the same in any order, case and alphabet', () => {
    const same = ['Aygün Məmmədova', 'MƏMMƏDOVA AYGÜN', 'məmmədova  aygün', 'Aygun Memmedova'];
    expect(new Set(same.map(foldName)).size).toBe(1);
    expect(foldName('Əli Həsənov')).not.toBe(foldName('Vəli Həsənov'));
    expect(foldName('Əli Həsənov Vəli oğlu')).not.toBe(foldName('Əli Həsənov Kərim oğlu'));
  });

  it('have a core without the father’s name, which people write on paper and leave out on the web', () => {
    for (const name of ['Kamil Səfərli', 'Səfərli Kamil Rauf oğlu', 'Kamil Səfərli Rauf', 'Kamil Rauf oğlu Səfərli'])
      expect(coreName(name), name).toBe(coreName('Səfərli Kamil'));
    expect(coreName('Fidan Vəliyeva Rauf qızı')).toBe(coreName('Fidan Vəliyeva'));
  });

  it('are two words of letters, and nothing that a table program or a reader of links would run', () => {
    for (const name of ['Aygün Məmmədova', 'Анна-Мария Иванова', "Ә'lixan Babayev", 'Fidan Vəliyeva Rauf qızı'])
      expect(isNameLike(name), name).toBe(true);
    for (const name of [
      'Aygün',
      '',
      '=cmd A',
      '+a b',
      '-a b',
      '@a b',
      'a b http://x.az',
      'www.x.az salam',
      'Aygün 5',
      '<b>a b',
    ])
      expect(isNameLike(name), name).toBe(false);
  });

  it('are shown to strangers as first name and initial', () => {
    expect(publicName('Aygün Məmmədova')).toBe('Aygün M.');
    expect(publicName('Əli ismayılov')).toBe('Əli İ.');
  });
});

describe('who is the same signer', () => {
  const person = (more: Partial<Person>): Person => ({
    name: 'Aygün Məmmədova',
    contact: 'a@example.az',
    village: '',
    birthYear: null,
    ...more,
  });

  it('is asked of name and contact; without a contact of name, birth year and village', () => {
    expect(signerText(person({ village: 'Kijəbə' }))).toBe(signerText(person({ birthYear: 1980 })));
    expect(signerText(person({ contact: 'b@example.az' }))).not.toBe(signerText(person({})));
    const paper = (more: Partial<Person>) =>
      signerText(person({ contact: null, birthYear: 1958, village: 'Kijəbə', ...more }));
    expect(paper({ village: 'KİJƏBƏ' })).toBe(paper({}));
    expect(paper({ birthYear: 1959 })).not.toBe(paper({}));
    expect(paper({ village: 'Şüvi' })).not.toBe(paper({}));
  });
});
