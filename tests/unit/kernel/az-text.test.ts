import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FOLD, capitaliseAz, compareAz, fold, lowerAz, lowerPlain, slug } from '#app/kernel/az-text.ts';

describe('fold', () => {
  it.each([
    ['seki', ['Şəki', 'ŞƏKİ', 'Шеки', 'Шәки', 'seki', 'Sheki', 'wəki', 'S\u0327əki']],
    ['gence', ['Gəncə', 'Ҝәнҹә', 'gence', 'GENCE']],
    ['imisli', ['İmişli', 'Имишли', 'imisli', 'I\u0307mishli']],
    ['xacmaz', ['Xaçmaz', 'Хачмаз', 'Khachmaz']],
    ['culfa', ['Culfa', 'Julfa', 'Джульфа', 'Ҹулфа']],
    ['guba', ['Quba', 'Губа', 'Guba']],
    ['goycay', ['Göyçay', 'Гёйчай', 'Goychay', 'Ҝөјчај']],
    ['gizilagac', ['Qızılağac', 'Гызылагадж', 'qizilagac']],
    ['masalli', ['Masallı', 'Масаллы', 'MASALLI']],
  ])('meets on %s', (folded, spellings) => {
    for (const spelling of spellings) expect(fold(spelling), spelling).toBe(folded);
  });

  it('keeps digits, spaces and punctuation', () => {
    expect(fold('28 May küçəsi, ev 5')).toBe('28 may kucesi, ev 5');
  });

  it('has one answer for each letter, as SQL translate() needs', () => {
    expect([...FOLD.from]).toHaveLength([...FOLD.to].length);
    expect(new Set(FOLD.from + FOLD.drop).size).toBe(FOLD.from.length + FOLD.drop.length);
  });

  it('does not care about case or composition', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abcçdeəfgğhxıijkqlmnoöprsştuüvyzİIŞƏшыйёӘ ') });
    fc.assert(
      fc.property(letters, (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text));
        expect(fold(text)).not.toMatch(/[əıöüçşğа-я]|\u0307/u);
      }),
    );
  });
});

describe('case and order', () => {
  it('lowers and capitalises the Azerbaijani way for people, plainly for machines', () => {
    expect(lowerAz('QIZILAĞAC İMİŞLİ')).toBe('qızılağac imişli');
    expect(capitaliseAz('işıq')).toBe('İşıq');
    expect(capitaliseAz('')).toBe('');
    expect(lowerPlain('İLQAR.I@ICMA.INVALID')).toBe('ilqar.i@icma.invalid');
  });

  it('sorts as Azerbaijanis sort, numbers by value', () => {
    const sorted = ['zal', 'qapı', 'xəbər', 'işıq', 'ışıq', 'ev', 'əl', 'çay', 'cib', 'küçə', 'həyət'].sort(compareAz);
    expect(sorted).toEqual(['cib', 'çay', 'ev', 'əl', 'həyət', 'xəbər', 'ışıq', 'işıq', 'küçə', 'qapı', 'zal']);
    expect(compareAz('Ev 9', 'Ev 10')).toBeLessThan(0);
  });
});

describe('slug', () => {
  it.each([
    ['Şəkidə işıq yanmır!', 'sekide-isiq-yanmir'],
    ['Сломан мост', 'sloman-most'],
    ['  “Kəpəz” İcma Ocağı ', 'kepez-icma-ocagi'],
    ['...', ''],
  ])('%s → %s', (text, expected) => expect(slug(text)).toBe(expected));

  it('is short, clean and stable', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const made = slug(text, 20);
        expect(made).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/u);
        expect(made.length).toBeLessThanOrEqual(20);
        expect(slug(made, 20)).toBe(made);
      }),
    );
  });
});
