import { describe, expect, it } from 'vitest';
import { findPersonalData } from '#app/features/issues/rules/personal-data-hints.ts';

const kindsIn = (text: string) => findPersonalData(text).map(({ kind }) => kind);

describe('personal data in a text', () => {
  it.each([
    ['Mənə 050 123 45 67 nömrəsinə zəng edin', 'phone', '050 123 45 67'],
    ['Nömrəm +994501234567', 'phone', '+994501234567'],
    ['+994 (50) 123-45-67', 'phone', '+994 (50) 123-45-67'],
    ['00994 50 123 45 67 yazın', 'phone', '00994 50 123 45 67'],
    ['994501234567', 'phone', '994501234567'],
    ['tel. 055-123-45-67.', 'phone', '055-123-45-67'],
    ['(012) 860 12 34', 'phone', '(012) 860 12 34'],
    ['0251234567 evdə', 'phone', '0251234567'],
    ['50 123 45 67', 'phone', '50 123 45 67'],
    ['şəhər nömrəsi 345-67-89', 'phone', '345-67-89'],
    ['мой номер +7 916 123-45-67', 'phone', '+7 916 123-45-67'],
    ['yazın: resad.eliyev@misal.az, cavab verəcəyəm', 'email', 'resad.eliyev@misal.az'],
    ['10-AB-123 nömrəli maşın', 'plate', '10-AB-123'],
    ['99AA999 dayanıb', 'plate', '99AA999'],
    ['90 BB 456 hər gün', 'plate', '90 BB 456'],
    ['77-ab-321', 'plate', '77-ab-321'],
    ['машина 10-АВ-123', 'plate', '10-АВ-123'],
    ['vəsiqəm AZE12345678', 'document', 'AZE12345678'],
    ['AA 1234567 seriyalı', 'document', 'AA 1234567'],
    ['FİN 5ABC1D7', 'document', '5ABC1D7'],
    ['kart 4169 7388 1234 5678', 'card', '4169 7388 1234 5678'],
  ])('is seen in “%s”', (text, kind, part) => {
    expect(findPersonalData(text)).toEqual([{ kind, text: part, at: text.indexOf(part) }]);
  });

  it.each([
    '',
    'Su beş gündür yola axır, kəndin yuxarısına çatmır.',
    'Sahil divarı 30 metr uçub, 112-yə zəng etdik.',
    '2026-cı ilin 12 noyabrından bəri 41 gündür gözləyirik',
    '12.11.2026 tarixində, saat 19:05',
    'Yolun 1200 metri, 15 000 manat, 350 000 nəfər',
    '102, 103, 112 və (012) 860 nömrələri',
    'Ev 12, mənzil 345, kvartal 67',
    'Məktəb 20 ev 100 metrlikdədir',
    'Qanunun 10-cu maddəsi, 15 iş günü',
    'ŞƏKİ RAYONU, KANALİZASİYA',
    'M1 yolunun 145-ci kilometri',
  ])('is not seen in “%s”', (text) => {
    expect(findPersonalData(text)).toEqual([]);
  });

  it('names several places in reading order, each once', () => {
    expect(kindsIn('a@b.az və 10-AB-123, sonra 050 123 45 67')).toEqual(['email', 'plate', 'phone']);
    expect(kindsIn('0501234567@mail.az')).toEqual(['email']);
  });

  it('stays quick on long and hostile text', () => {
    const from = performance.now();
    findPersonalData('0 '.repeat(5000) + '@'.repeat(5000) + '1-'.repeat(5000));
    expect(performance.now() - from).toBeLessThan(1000);
  });
});
