import { acknowledge, decide, forward, publish, record } from './moves.ts';
import type { DemoIssue } from './types.ts';

const here = { organisation: 'arazsahili', region: 'AZ-IMI', source: 'web', locale: 'az' } as const;

export const IMISLI_ISSUES: readonly DemoIssue[] = [
  {
    ...here,
    key: 'i21',
    category: 'irrigation',
    settlement: 'Sarısu',
    place: 'Sarısu, kollektorun boyu',
    lat: 40.0414,
    lng: 48.25083,
    daysAgo: 198,
    confirmations: 66,
    source: 'import',
    enteredBy: 'ilqar',
    text: {
      az: {
        title: 'Kollektor daşıb, əkin sahələri su altındadır',
        details: 'Altı ildir təmizlənməyib, qamış basıb. Pambıq sahəsinin yarısı məhv olub.',
      },
    },
    moves: [
      publish(197, 'samire'),
      forward(190, 'ilqar', 'adsea_suvarma', 'A-12'),
      acknowledge(182, 'ilqar', 'adsea_suvarma', 'Ərazidə ölçü işlərinə başlanıldığı bildirilib.'),
    ],
  },
  {
    ...here,
    key: 'i22',
    category: 'water_supply',
    settlement: 'Qızılkənd',
    place: 'Qızılkənd, bütün kənd',
    lat: 39.71378,
    lng: 48.07366,
    daysAgo: 120,
    confirmations: 58,
    locale: 'ru',
    text: {
      az: {
        title: 'Kənddə su kəməri yoxdur',
        details: 'Suyu maşınla gətirirlər, bir çən 25 manatdır. Yayda bir ailəyə ayda dörd çən lazımdır.',
      },
      ru: {
        title: 'В селе нет водопровода',
        details: 'Воду привозят машиной, цистерна стоит 25 манатов. Летом семье нужно четыре цистерны в месяц.',
      },
    },
    moves: [publish(118, 'samire'), forward(115, 'ilqar', 'adsea', 'A-33')],
  },
  {
    ...here,
    key: 'i23',
    category: 'road_safety',
    settlement: 'Qaradonlu',
    place: 'Qaradonlu, magistral, məktəbin qarşısı',
    lat: 39.79229,
    lng: 48.05719,
    daysAgo: 18,
    confirmations: 31,
    text: {
      az: {
        title: 'Magistralda məktəblilər üçün keçid yoxdur',
        details: 'Məktəb yolun o biri tərəfindədir, sürət 90-dır. İldə iki dəfə qəza olur.',
      },
    },
    moves: [publish(17, 'samire'), forward(16, 'ilqar', 'aayda')],
  },
  {
    ...here,
    key: 'i24',
    category: 'agrochemicals',
    settlement: 'Otuziki',
    place: 'Otuziki, kanalın kənarı',
    lat: 39.84458,
    lng: 48.09169,
    daysAgo: 13,
    confirmations: 20,
    text: {
      az: {
        title: 'Kanalın kənarında boş kimyəvi qablar atılıb',
        details: 'Qırxa yaxın plastik qab suyun kənarındadır, heyvanlar oradan su içir.',
      },
    },
    moves: [
      publish(12.5, 'samire'),
      forward(12, 'ilqar', 'etsn'),
      record(4, 'done_claimed', 'ilqar', 'Nazirliyin regional idarəsi qabların yığıldığını bildirib.', 'etsn'),
    ],
  },
  {
    ...here,
    key: 'i25',
    category: 'youth',
    settlement: 'İmişli',
    place: 'İmişli, köhnə stadion',
    lat: 39.86851,
    lng: 48.05131,
    daysAgo: 21,
    confirmations: 34,
    text: {
      az: {
        title: 'Gənclər üçün idman meydançası yoxdur',
        details: 'Köhnə stadion bağlıdır, uşaqlar yolda top oynayır. Boş sahə məktəbin arxasında var.',
      },
    },
    moves: [publish(20, 'samire')],
  },
  {
    ...here,
    key: 'i26',
    category: 'internet',
    settlement: 'Boşçalılar',
    place: 'Boşçalılar, kəndin qərb tərəfi',
    lat: 39.80988,
    lng: 47.96308,
    daysAgo: 8,
    confirmations: 0,
    text: {
      az: {
        title: 'Kənddə internet çox zəifdir',
        details: 'Onlayn dərsə qoşulmaq mümkün deyil. Provayder “xətt köhnədir” deyir.',
      },
    },
    moves: [decide(7, 'held', 'samire', 'Provayderin adı və dəqiq küçə soruşulub', 'Əlavə məlumat gözlənilir.')],
    messages: [
      {
        daysAgo: 7,
        side: 'organisation',
        by: 'samire',
        text: 'Hansı provayderdir və problem bütün kənddədir, yoxsa bir küçədə?',
      },
    ],
  },
];
