import { acknowledge, forward, publish, record } from './moves.ts';
import type { DemoIssue } from './types.ts';

const here = { organisation: 'aranevi', region: 'AZ-KUR', source: 'web', locale: 'az' } as const;

export const KURDEMIR_ISSUES: readonly DemoIssue[] = [
  {
    ...here,
    key: 'i35',
    category: 'road_surface',
    settlement: 'Sor Sor',
    place: 'Sor Sor, kəndin girişi',
    lat: 40.23873,
    lng: 48.13297,
    daysAgo: 53,
    confirmations: 30,
    text: {
      az: {
        title: 'Yağışda kənd yolu palçığa çevrilir',
        details: 'Çınqıl tökülməyib, məktəb avtobusu kəndin girişindən qayıdır.',
      },
    },
    moves: [publish(52, 'turkan'), forward(50, 'rovsen', 'aayda', 'K-19')],
  },
  {
    ...here,
    key: 'i36',
    category: 'land_documents',
    settlement: 'Karrar',
    place: 'Karrar, örüş sahəsi',
    lat: 40.28665,
    lng: 48.36813,
    daysAgo: 80,
    confirmations: 64,
    source: 'visit',
    enteredBy: 'rovsen',
    text: {
      az: {
        title: 'Örüş sahəsinin sərhədi bəlli deyil',
        details: 'Örüşün bir hissəsi şumlanıb. Bələdiyyədə xəritə göstərilmir.',
      },
    },
    moves: [publish(78, 'turkan'), forward(75, 'rovsen', 'emdx', 'K-07'), acknowledge(69, 'rovsen', 'emdx')],
  },
  {
    ...here,
    key: 'i37',
    category: 'irrigation',
    settlement: 'Atakişili',
    place: 'Atakişili, artezian quyusu',
    lat: 40.35084,
    lng: 48.16398,
    daysAgo: 28,
    confirmations: 23,
    text: {
      az: {
        title: 'Artezian quyusu iki aydır işləmir',
        details: 'Nasos yanıb, yeni nasos gözlənilir. Həyətyanı sahələr quruyur.',
      },
    },
    moves: [
      publish(27, 'turkan'),
      forward(26, 'rovsen', 'adsea_suvarma', 'K-24'),
      record(11, 'promised', 'rovsen', 'Yeni nasosun iki həftəyə gətiriləcəyi bildirilib.', 'adsea_suvarma'),
    ],
  },
  {
    ...here,
    key: 'i38',
    category: 'gas',
    settlement: 'Xırdapay',
    place: 'Xırdapay, bütün kənd',
    lat: 40.36763,
    lng: 48.1521,
    daysAgo: 66,
    confirmations: 40,
    text: {
      az: {
        title: 'Qışda qazın təzyiqi düşür',
        details: 'Soyuq günlərdə soba yanmır, kənd odun yandırır.',
      },
    },
    moves: [
      publish(65, 'turkan'),
      forward(63, 'rovsen', 'azeriqaz', 'K-15'),
      record(41, 'refused', 'rovsen', 'Cavab: təzyiq normaya uyğundur, ölçü tələb olunmur.', 'azeriqaz'),
    ],
  },
  {
    ...here,
    key: 'i39',
    category: 'care_services',
    settlement: 'Kürdəmir',
    place: 'Kürdəmir, yeni məhəllə',
    lat: 40.3458,
    lng: 48.15367,
    daysAgo: 2.2,
    confirmations: 0,
    text: {
      az: {
        title: 'Bağça olmadığından analar işə çıxa bilmir',
        details: 'Yaxın bağça 4 km-dədir və yer yoxdur. On bir ana iş təklifindən imtina edib.',
      },
    },
    moves: [],
  },
  {
    ...here,
    key: 'i40',
    category: 'air_pollution',
    settlement: 'Muradxan',
    place: 'Muradxan, kəndin kənarındakı zəmilər',
    lat: 40.19044,
    lng: 48.14067,
    daysAgo: 10,
    confirmations: 25,
    locale: 'ru',
    text: {
      az: {
        title: 'Küləş yandırılması kəndi tüstüyə bürüyür',
        details: 'Biçindən sonra üç gün tüstü içində qalırıq. Astması olanlar evdən çıxa bilmir.',
      },
      ru: {
        title: 'Из-за сжигания соломы село в дыму',
        details: 'После жатвы три дня сидим в дыму. Те, у кого астма, не могут выйти из дома.',
      },
    },
    moves: [publish(9, 'turkan')],
  },
];
