import { acknowledge, forward, publish, record } from './moves.ts';
import type { DemoIssue } from './types.ts';

const here = { organisation: 'ipekyolu', region: 'AZ-SAK', source: 'web', locale: 'az' } as const;

export const SEKI_ISSUES: readonly DemoIssue[] = [
  {
    ...here,
    key: 'i14',
    category: 'flood_landslide',
    settlement: 'Kiş',
    place: 'Kiş, çayın bəndi',
    lat: 41.24876,
    lng: 47.19791,
    daysAgo: 133,
    confirmations: 71,
    text: {
      az: {
        title: 'Kiş çayının bəndi yuyulur',
        details: 'Yazda gələn sel bəndin daşlarını aparıb. Ən yaxın ev suya 15 metr qalıb.',
      },
    },
    moves: [
      publish(132, 'ulviyye'),
      forward(131, 'lale', 'fhn', 'İ-41'),
      acknowledge(126, 'lale', 'fhn'),
      record(96, 'promised', 'lale', 'Bəndin möhkəmləndirilməsi növbəti ilin planına salınacaq.', 'fhn'),
    ],
  },
  {
    ...here,
    key: 'i15',
    category: 'flood_landslide',
    settlement: 'Oxud',
    place: 'Oxud, dərənin ağzı',
    lat: 41.23512,
    lng: 47.16487,
    daysAgo: 101,
    confirmations: 28,
    text: {
      az: {
        title: 'Dərənin ağzında sel yolu bağlanıb',
        details: 'Su keçən boru budaqla dolub. Leysan olsa, su kəndin içinə dönəcək.',
      },
    },
    moves: [
      publish(100, 'ulviyye'),
      forward(98, 'lale', 'fhn', 'İ-52'),
      record(81, 'referred', 'lale', 'Müraciət suvarma sistemləri idarəsinə yönləndirilib.', 'fhn'),
    ],
  },
  {
    ...here,
    key: 'i16',
    category: 'sidewalk',
    region: 'AZ-SA',
    settlement: 'Şəki',
    place: 'Şəki, tarixi məhəllə, karvansaraya gedən küçə',
    lat: 41.19608,
    lng: 47.16435,
    daysAgo: 40,
    confirmations: 19,
    locale: 'en',
    text: {
      az: {
        title: 'Tarixi məhəllədə səki daşları qopub',
        details: 'Yaşlılar və turistlər büdrəyir. Təmir zamanı daşlar yerinə qoyulmayıb.',
      },
      en: {
        title: 'Loose paving stones in the old quarter',
        details: 'Older people and visitors stumble. After the repairs the stones were not put back.',
      },
    },
    moves: [publish(39, 'ulviyye'), forward(37, 'lale', 'rih', 'İ-88'), acknowledge(33, 'lale', 'rih')],
  },
  {
    ...here,
    key: 'i17',
    category: 'quarry',
    settlement: 'Oxud',
    place: 'Oxud, çay yatağı',
    lat: 41.24011,
    lng: 47.16198,
    daysAgo: 1.4,
    confirmations: 0,
    text: {
      az: {
        title: 'Çay yatağından nəzarətsiz çınqıl daşınır',
        details: 'Gün ərzində on yük maşını çay yatağına girir. Sahil uçub tökülür.',
      },
    },
    moves: [],
  },
  {
    ...here,
    key: 'i18',
    category: 'kindergarten',
    settlement: 'Qoxmuq',
    place: 'Qoxmuq, kənd bağçası',
    lat: 41.21163,
    lng: 47.13602,
    daysAgo: 33,
    confirmations: 45,
    text: {
      az: {
        title: 'Bağçada növbə bir ildən çoxdur',
        details: 'Qrup 25 yerlikdir, növbədə 61 uşaq var. Növbə siyahısı açıq deyil.',
      },
    },
    moves: [publish(31, 'ulviyye')],
  },
  {
    ...here,
    key: 'i19',
    category: 'electricity',
    settlement: 'Baş Göynük',
    place: 'Baş Göynük, yuxarı məhəllə',
    lat: 41.32025,
    lng: 47.10691,
    daysAgo: 79,
    confirmations: 52,
    locale: 'ru',
    text: {
      az: {
        title: 'Gərginlik düşür, soyuducular yanır',
        details: 'Axşam saatlarında gərginlik 160 volta enir. Üç evdə soyuducu sıradan çıxıb.',
      },
      ru: {
        title: 'Падает напряжение, горят холодильники',
        details: 'По вечерам напряжение опускается до 160 вольт. В трёх домах сломались холодильники.',
      },
    },
    moves: [
      publish(78, 'ulviyye'),
      forward(77, 'lale', 'azerisiq'),
      acknowledge(75, 'lale', 'azerisiq'),
      record(60, 'done_claimed', 'lale', 'Yeni transformatorun quraşdırıldığı bildirilib.', 'azerisiq'),
      record(52, 'verified_fixed', 'lale', 'Üç evdə axşam ölçülüb: 218–224 volt.'),
      record(30, 'closed', 'lale', 'Üç həftə şikayət olmayıb, bildiriş bağlanıb.'),
    ],
  },
  {
    ...here,
    key: 'i20',
    category: 'public_transport',
    settlement: 'Baş Layısqı',
    place: 'Baş Layısqı, avtobus dayanacağı',
    lat: 41.35038,
    lng: 47.08463,
    daysAgo: 27,
    confirmations: 16,
    source: 'call',
    enteredBy: 'lale',
    text: {
      az: {
        title: 'Kəndə axşam avtobusu işləmir',
        details: 'Sonuncu reys saat 16:00-dadır. İşdən çıxanlar taksiyə pul verməli olur.',
      },
    },
    moves: [publish(26, 'ulviyye'), forward(24, 'lale', 'ayna')],
  },
];
