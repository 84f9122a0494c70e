import { acknowledge, forward, publish, record } from './moves.ts';
import type { DemoIssue } from './types.ts';

const here = { organisation: 'xezeryeli', region: 'AZ-LAN', source: 'web', locale: 'az' } as const;

export const LENKERAN_ISSUES: readonly DemoIssue[] = [
  {
    ...here,
    key: 'i27',
    category: 'coast',
    settlement: 'Nərimanabad',
    place: 'Nərimanabad, dəniz sahili',
    lat: 38.87021,
    lng: 48.84934,
    daysAgo: 44,
    confirmations: 83,
    text: {
      az: {
        title: 'Sahildə çirkab su dənizə axır',
        details: 'Boru birbaşa dənizə çıxıb, qoxu məhəlləyə yayılır. Yayda uşaqlar elə orada çimir.',
      },
    },
    moves: [
      publish(43, 'nezaket'),
      forward(42, 'anar', 'etsn', 'X-61'),
      acknowledge(38, 'anar', 'etsn'),
      record(24, 'promised', 'anar', 'Sudan nümunə götürülüb, borunun bağlanacağı yazılıb.', 'etsn'),
    ],
  },
  {
    ...here,
    key: 'i28',
    category: 'waste',
    region: 'AZ-LA',
    settlement: 'Lənkəran',
    place: 'Lənkəran, çoxmərtəbəli binaların həyəti',
    lat: 38.75684,
    lng: 48.85393,
    daysAgo: 46,
    confirmations: 26,
    locale: 'ru',
    text: {
      az: {
        title: 'Zibil konteynerləri çatmır',
        details: 'Altmış mənzilə bir konteyner düşür, həftədə iki dəfə boşaldılır. Küçə itləri tullantını dağıdır.',
      },
      ru: {
        title: 'Не хватает мусорных контейнеров',
        details: 'Один контейнер на шестьдесят квартир, вывозят два раза в неделю. Бродячие собаки растаскивают мусор.',
      },
    },
    moves: [
      publish(45, 'nezaket'),
      forward(44, 'anar', 'belediyye', 'X-66'),
      record(29, 'done_claimed', 'anar', 'Üç yeni konteyner qoyulduğu bildirilib.', 'belediyye'),
      record(26, 'verified_fixed', 'anar', 'Həyətdə üç yeni konteyner var, şəkli çəkilib.'),
    ],
  },
  {
    ...here,
    key: 'i29',
    category: 'tree_felling',
    settlement: 'Hirkan',
    place: 'Hirkan, meşənin ətəyi',
    lat: 38.65806,
    lng: 48.81111,
    daysAgo: 12,
    confirmations: 49,
    text: {
      az: {
        title: 'Meşənin ətəyində ağac kəsilir',
        details: 'Səhər tezdən mişar səsi gəlir. Üç qocaman ağacın kötüyü qalıb.',
      },
    },
    moves: [publish(11, 'nezaket'), forward(10.5, 'anar', 'etsn')],
  },
  {
    ...here,
    key: 'i30',
    category: 'bridge',
    settlement: 'Viravul',
    place: 'Viravul, piyada körpüsü',
    lat: 38.81875,
    lng: 48.76628,
    daysAgo: 25,
    confirmations: 17,
    locale: 'ru',
    text: {
      az: {
        title: 'Piyada körpüsünün taxtaları çürüyüb',
        details: 'Uşaqlar məktəbə bu körpü ilə gedir. Taxtaların ikisi yoxdur.',
      },
      ru: {
        title: 'На пешеходном мосту сгнили доски',
        details: 'По этому мосту дети ходят в школу. Двух досок нет совсем.',
      },
    },
    moves: [publish(24, 'nezaket')],
  },
  {
    ...here,
    key: 'i31',
    category: 'sewage',
    settlement: 'Gərmətük',
    place: 'Gərmətük, aşağı küçə',
    lat: 38.71878,
    lng: 48.83276,
    daysAgo: 37,
    confirmations: 42,
    text: {
      az: {
        title: 'Kanalizasiya həyətlərə daşır',
        details: 'Xətt köhnədir, hər yağışda quyular dolur. Üç həyətdə torpaq çirklənib.',
      },
    },
    moves: [publish(36, 'nezaket'), forward(35, 'anar', 'adsea', 'X-72')],
  },
  {
    ...here,
    key: 'i32',
    category: 'social_benefit',
    settlement: 'Boladı',
    place: 'Boladı',
    lat: 38.89362,
    lng: 48.76669,
    daysAgo: 19,
    confirmations: 12,
    text: {
      az: {
        title: 'Müavinət ödənişi iki aydır gecikir',
        details: 'Bir neçə ailənin uşaq müavinəti dayanıb, səbəb izah olunmur.',
      },
    },
    moves: [publish(17, 'nezaket', 'Adlar çıxarılıb, yer ümumi göstərilir')],
  },
  {
    ...here,
    key: 'i33',
    category: 'girls_education',
    settlement: 'Haftoni',
    place: 'Haftoni, hazırlıq kursundan kəndə gedən yol',
    lat: 38.76843,
    lng: 48.76178,
    daysAgo: 240,
    confirmations: 48,
    text: {
      az: {
        title: 'Axşam kursundan qayıtmağa nəqliyyat yoxdur',
        details: 'Hazırlıq kursu 19:00-da bitir, avtobus 17:00-da dayanır. Qızların çoxu kursu yarımçıq qoyur.',
      },
    },
    moves: [
      publish(238, 'nezaket'),
      forward(235, 'anar', 'tehsil', 'X-08'),
      acknowledge(228, 'anar', 'tehsil'),
      record(190, 'promised', 'anar', 'Axşam reysinin təşkil olunacağı bildirilib.', 'tehsil'),
      record(160, 'done_claimed', 'anar', 'Saat 19:20 reysinin açıldığı yazılıb.', 'tehsil'),
      record(150, 'verified_fixed', 'anar', 'İki həftə baxılıb: avtobus hər iş günü gəlir.'),
      record(120, 'closed', 'anar', 'Problem həll olunub, bildiriş bağlanıb.'),
    ],
  },
  {
    ...here,
    key: 'i34',
    category: 'stray_animals',
    settlement: 'Liman',
    place: 'Liman, məktəbin ətrafı',
    lat: 38.8739,
    lng: 48.80527,
    daysAgo: 6,
    confirmations: 21,
    locale: 'ru',
    text: {
      az: {
        title: 'Məktəbin ətrafında sahibsiz itlər toplaşır',
        details: 'Səhər uşaqlar qorxur. Peyvənd və sığınacaq lazımdır, zorakılıq yox.',
      },
      ru: {
        title: 'Возле школы собираются бездомные собаки',
        details: 'По утрам дети боятся. Нужны прививки и приют, а не жестокость.',
      },
    },
    moves: [publish(5, 'nezaket')],
  },
];
