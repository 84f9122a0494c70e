import { acknowledge, byReporter, forward, publish, record } from './moves.ts';
import type { DemoIssue } from './types.ts';

const here = { organisation: 'kepez', region: 'AZ-GA', settlement: 'Gəncə', source: 'web', locale: 'az' } as const;

export const GENCE_ISSUES: readonly DemoIssue[] = [
  {
    ...here,
    key: 'i01',
    category: 'street_light',
    place: 'Gəncə, beşmərtəbəli binaların arası',
    lat: 40.68304,
    lng: 46.35731,
    daysAgo: 36,
    confirmations: 41,
    text: {
      az: {
        title: 'Həyətlərarası yolda işıqlar yanmır',
        details:
          'Üç aydır ki, beşmərtəbəli binaların arasındakı yolda beş dirəyin heç biri yanmır. Axşam kursdan qayıdan uşaqlar telefon işığı ilə gedir.',
      },
    },
    moves: [
      publish(35, 'gunel'),
      forward(34, 'tofiq', 'rih', '01-218'),
      acknowledge(31, 'tofiq', 'rih'),
      record(16, 'done_claimed', 'tofiq', 'Cavabda beş dirəyin hamısının bərpa olunduğu yazılıb.', 'rih'),
      byReporter(
        12,
        'disputed',
        'Sakin deyir ki, yalnız ikisi yanır',
        'Beş dirəkdən ikisi yanır, üçü yenə qaranlıqdır.',
      ),
    ],
    messages: [
      {
        daysAgo: 15,
        side: 'organisation',
        by: 'tofiq',
        text: 'Qurum işıqların bərpa olunduğunu yazır. Axşam baxıb yaza bilərsiniz?',
      },
      { daysAgo: 12, side: 'reporter', text: 'Baxdım. İkisi yanır, məktəb tərəfdəki üçü yanmır.' },
    ],
  },
  {
    ...here,
    key: 'i02',
    category: 'street_light',
    place: 'Gəncə, parkın girişi',
    lat: 40.6909,
    lng: 46.35382,
    daysAgo: 30,
    confirmations: 18,
    text: {
      az: {
        title: 'Park girişində fənərlər sönüb',
        details:
          'Parkın girişindəki altı fənərdən ikisi işləyir. Qaranlıqda pilləkən görünmür, ötən həftə yaşlı qadın yıxıldı.',
      },
    },
    moves: [publish(29, 'gunel'), forward(27, 'tofiq', 'rih', '01-224')],
  },
  {
    ...here,
    key: 'i03',
    category: 'sewage',
    place: 'Gəncə, yağış qəbuledicisinin yanı',
    lat: 40.68829,
    lng: 46.34593,
    daysAgo: 22,
    confirmations: 33,
    locale: 'ru',
    text: {
      az: {
        title: 'Yağışdan sonra küçəni su basır',
        details:
          'Yağış qəbuledicisi tıxanıb və hər leysandan sonra su zirzəmilərə dolur. Sakinlər öz vəsaiti ilə iki dəfə təmizlətdirib.',
      },
      ru: {
        title: 'После дождя улицу заливает',
        details:
          'Ливнеприёмник забит, и после каждого ливня вода идёт в подвалы. Жильцы дважды чистили его за свой счёт.',
      },
    },
    moves: [
      publish(21, 'gunel'),
      forward(20, 'tofiq', 'adsea'),
      acknowledge(18, 'tofiq', 'adsea'),
      record(8, 'promised', 'tofiq', 'Qurum qəbuledicinin bu ayın sonuna qədər təmizlənəcəyini yazıb.', 'adsea'),
    ],
  },
  {
    ...here,
    key: 'i04',
    category: 'accessibility',
    place: 'Gəncə, poliklinikanın girişi',
    lat: 40.69687,
    lng: 46.34434,
    daysAgo: 90,
    confirmations: 57,
    text: {
      az: {
        title: 'Poliklinikanın girişində pandus yoxdur',
        details: 'Əlil arabası ilə gələnləri üç nəfər qaldırır. Pillələrin yanında tutacaq da yoxdur.',
      },
    },
    moves: [publish(88, 'gunel'), forward(85, 'tofiq', 'rih', '01-171'), acknowledge(80, 'tofiq', 'rih')],
  },
  {
    ...here,
    key: 'i05',
    category: 'road_safety',
    place: 'Gəncə, məktəbin qarşısı',
    lat: 40.68047,
    lng: 46.36247,
    daysAgo: 64,
    confirmations: 29,
    locale: 'ru',
    text: {
      az: {
        title: 'Məktəbin qarşısında piyada keçidi silinib',
        details: 'Zolaqlar görünmür, maşınlar sürəti azaltmır. Dərs çıxışında valideynlər uşaqları özləri keçirir.',
      },
      ru: {
        title: 'Перед школой стёрся пешеходный переход',
        details: 'Полос не видно, машины не сбавляют скорость. После уроков родители сами переводят детей.',
      },
    },
    moves: [
      publish(63, 'gunel'),
      forward(61, 'tofiq', 'dyp', '01-196'),
      record(46, 'promised', 'tofiq', 'Zolaqların yenidən çəkiləcəyi bildirilib.', 'dyp'),
      record(33, 'done_claimed', 'tofiq', 'Keçidin bərpa olunduğu yazılıb.', 'dyp'),
      record(30, 'verified_fixed', 'tofiq', 'Dərs çıxışında baxılıb: zolaqlar çəkilib, nişan qoyulub.'),
    ],
  },
  {
    ...here,
    key: 'i06',
    category: 'unsafe_building',
    place: 'Gəncə, köhnə binanın səki tərəfi',
    lat: 40.66693,
    lng: 46.3744,
    daysAgo: 11,
    confirmations: 24,
    text: {
      az: {
        title: 'Köhnə binanın eyvanından daş düşür',
        details:
          'Üçüncü mərtəbənin eyvanı çatlayıb, səkiyə suvaq parçaları tökülür. Sakinlər lentlə bağlayıb, amma keçid davam edir.',
      },
    },
    moves: [publish(10.8, 'gunel', 'Təcilidir, dərhal dərc olunub'), forward(10.5, 'tofiq', 'fhn')],
  },
  {
    ...here,
    key: 'i07',
    category: 'women_safety',
    place: 'Gəncə, yeraltı keçid',
    lat: 40.6913,
    lng: 46.35193,
    daysAgo: 9,
    confirmations: 38,
    text: {
      az: {
        title: 'Yeraltı keçiddə qaranlıq və nəzarətsizlik',
        details: 'Axşam keçiddə işıq yanmır, kamera yoxdur. Qadınlar ora girməmək üçün yoldan keçir.',
      },
    },
    moves: [publish(8, 'gunel')],
  },
];
