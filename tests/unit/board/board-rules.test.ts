import { describe, expect, it } from 'vitest';
import { MATCH_STATES } from '#app/features/board/rules/kinds.ts';
import { MATCH_STEPS, stateAfter, stepsOpen } from '#app/features/board/rules/match-steps.ts';
import { nearness } from '#app/features/board/rules/nearness.ts';
import { refusedWords } from '#app/features/board/rules/refused-words.ts';
import { reasonFor, suggest, type Pairable } from '#app/features/board/rules/suggest.ts';

const entry = (changes: Partial<Pairable> = {}): Pairable => ({
  id: 'a',
  kind: 'need',
  category: 'equipment',
  region: 'AZ-AST',
  startsOn: '2027-03-01',
  endsOn: '2027-03-10',
  ...changes,
});
const offer = (changes: Partial<Pairable> = {}) => entry({ id: 'b', kind: 'offer', ...changes });

describe('what the board puts together', () => {
  it.each([
    ['the same in the same district', {}, { where: 'same', from: '2027-03-01', until: '2027-03-10' }],
    ['a neighbouring district', { region: 'AZ-LAN' }, { where: 'near', from: '2027-03-01', until: '2027-03-10' }],
    [
      'only the days both have',
      { startsOn: '2027-03-08', endsOn: '2027-04-01' },
      { where: 'same', from: '2027-03-08', until: '2027-03-10' },
    ],
    [
      'one common day',
      { startsOn: '2027-03-10', endsOn: '2027-03-12' },
      { where: 'same', from: '2027-03-10', until: '2027-03-10' },
    ],
    ['no common day', { startsOn: '2027-03-11', endsOn: '2027-03-12' }, null],
    ['another category', { category: 'room' }, null],
    ['the far end of the country', { region: 'AZ-QAZ' }, null],
    ['two needs', { kind: 'need' }, null],
  ] as const)('%s', (_name, changes, reason) => {
    expect(reasonFor(entry(), offer(changes))).toEqual(reason);
  });

  it('shows the same district first and then what can begin earlier', () => {
    const others = [
      offer({ id: 'near', region: 'AZ-LAN' }),
      offer({ id: 'late', startsOn: '2027-03-05' }),
      offer({ id: 'early' }),
    ];
    expect(suggest([entry()], others).map(({ other }) => other.id)).toEqual(['early', 'late', 'near']);
  });

  it('knows neighbours both ways, and no region as nobody’s neighbour', () => {
    expect(nearness('AZ-LAN', 'AZ-AST')).toBe('near');
    expect(nearness('AZ-AST', 'AZ-LAN')).toBe('near');
    expect(nearness('AZ-AST', 'AZ-LER')).toBe('near');
    expect(nearness('AZ-AST', 'AZ-GA')).toBe('far');
    expect(nearness('AZ-AST', 'AZ-QQQ')).toBe('far');
  });
});

describe('an answer', () => {
  it('is moved by whose turn it is, and confirmed by the side that did not speak first', () => {
    const rows = MATCH_STATES.map((state) => [
      state,
      stepsOpen({ state, side: 'owner', isDoneByUs: false }).join(' '),
      stepsOpen({ state, side: 'proposer', isDoneByUs: false }).join(' '),
    ]);
    expect(rows).toEqual([
      ['proposed', 'agree decline', 'take-back'],
      ['agreed', 'done cancel', 'done cancel'],
      ['done', 'confirm', 'confirm'],
      ['confirmed', '', ''],
      ['declined', '', ''],
      ['taken_back', '', ''],
      ['lapsed', '', ''],
      ['cancelled', '', ''],
    ]);
    expect(stepsOpen({ state: 'done', side: 'owner', isDoneByUs: true })).toEqual([]);
    expect(
      MATCH_STEPS.filter(
        (step) => stateAfter(step, { state: 'proposed', side: 'owner', isDoneByUs: false }) === 'agreed',
      ),
    ).toEqual(['agree']);
  });
});

describe('words on the board', () => {
  it.each([
    '200 manat lazımdır',
    '200 AZN',
    'AZN 200',
    '₼ 50 kifayətdir',
    'нужно 300 манатов',
    '1 000 рублей',
    '50 dollar',
    '$20',
    'pul köçürün',
    'İanə toplayırıq',
    'maddi yardım istəyirik',
    'Please donate',
    'пожертвования на карту',
    'kart 4111 1111 1111 1111',
    'AZ21NABZ00000000137010001944',
  ])('refuses money: %s', (words) => expect(refusedWords(words)).toBe('money'));

  it.each(['zəng edin: 050 123 45 67', '+994 50 123 45 67', 'yazın: evi@icma.invalid'])(
    'refuses a contact: %s',
    (words) => expect(refusedWords(words)).toBe('contact'),
  );

  it.each([
    'Proyektor və ekran, 2 ədəd',
    '40 nəfərlik zal, 12.03.2027–15.03.2027, saat 10:00-dan 18:00-dək',
    '2027-03-01 – 2027-03-10',
    'Plakat, A3, 100 nüsxə; mandarin bağı; eurovision gecəsi',
    'Çadır 3x6 m, masa 120x60',
    '',
  ])('lets things and days stand: %s', (words) => expect(refusedWords(words)).toBeNull());
});
