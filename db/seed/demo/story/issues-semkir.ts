import { acknowledge, byReporter, forward, publish, record } from './moves.ts';
import type { DemoIssue } from './types.ts';

const here = { organisation: 'semkircay', region: 'AZ-SKR', source: 'web', locale: 'az' } as const;

export const SEMKIR_ISSUES: readonly DemoIssue[] = [
  {
    ...here,
    key: 'i48',
    category: 'river_pollution',
    settlement: 'Qaracəmirli',
    place: 'Qaracəmirli, suvarma arxı',
    lat: 40.84745,
    lng: 46.22025,
    daysAgo: 42,
    confirmations: 53,
    text: {
      az: {
        title: 'İstixana tullantıları arxa axıdılır',
        details: 'Plastik örtük və kimyəvi su suvarma arxına gedir. Aşağıda mal-qara bu sudan içir.',
      },
    },
    moves: [publish(41, 'konul'), forward(40, 'fuad', 'etsn', 'Ş-55')],
  },
  {
    ...here,
    key: 'i49',
    category: 'road_surface',
    settlement: 'Seyfəli',
    place: 'Seyfəli, mərkəzi küçə',
    lat: 40.75848,
    lng: 46.12754,
    daysAgo: 88,
    confirmations: 47,
    locale: 'ru',
    text: {
      az: {
        title: 'Kənd yolunda dərin çuxurlar',
        details: 'Avtobus yan küçə ilə getməli olur. Yağışda çuxurları su basır, dərinliyi görünmür.',
      },
      ru: {
        title: 'Глубокие ямы на сельской дороге',
        details: 'Автобусу приходится ехать в объезд. В дождь ямы заливает, и глубины не видно.',
      },
    },
    moves: [
      publish(87, 'konul'),
      forward(85, 'fuad', 'aayda', 'Ş-31'),
      record(63, 'promised', 'fuad', 'Yamaq işləri vəd olunub.', 'aayda'),
      record(48, 'done_claimed', 'fuad', 'Çuxurların doldurulduğu yazılıb.', 'aayda'),
      record(44, 'verified_fixed', 'fuad', 'Yol boyu baxılıb: çuxurlar doldurulub, avtobus öz yolu ilə gedir.'),
    ],
  },
  {
    ...here,
    key: 'i50',
    category: 'school',
    settlement: 'Dəllər',
    place: 'Dəllər, qəsəbə məktəbi',
    lat: 40.8649,
    lng: 46.03248,
    daysAgo: 55,
    confirmations: 39,
    text: {
      az: {
        title: 'Siniflərdə 38 şagird oxuyur',
        details: 'Məktəb iki növbəlidir, əlavə korpusun tikintisi dayanıb.',
      },
    },
    moves: [
      publish(54, 'konul'),
      forward(52, 'fuad', 'tehsil', 'Ş-48'),
      record(28, 'refused', 'fuad', 'Cavab: tikinti üçün bu il vəsait ayrılmayıb.', 'tehsil'),
    ],
  },
  {
    ...here,
    key: 'i51',
    category: 'disability',
    settlement: 'Zəyəm',
    place: 'Zəyəm',
    lat: 40.90326,
    lng: 45.89228,
    daysAgo: 27,
    confirmations: 68,
    source: 'message',
    enteredBy: 'fuad',
    text: {
      az: {
        title: 'Əlilliyi olan uşaqlar üçün reabilitasiya otağı yoxdur',
        details: 'Valideynlər həftədə iki dəfə 45 km yol gedir. Nəqliyyat xərci müavinətdən çoxdur.',
      },
    },
    moves: [
      publish(26, 'konul', 'Ailələrin adı yoxdur, yer ümumi göstərilir'),
      forward(24, 'fuad', 'dost', 'Ş-63'),
      acknowledge(19, 'fuad', 'dost'),
    ],
  },
  {
    ...here,
    key: 'i52',
    category: 'street_light',
    settlement: 'Şəmkir',
    place: 'Şəmkir, məktəb küçəsi',
    lat: 40.82215,
    lng: 46.02252,
    daysAgo: 38,
    confirmations: 24,
    text: {
      az: {
        title: 'Məktəb küçəsində dirəklər yanmır',
        details: 'Saat 18-dən sonra küçə qaranlıqdır, səki də yoxdur.',
      },
    },
    moves: [
      publish(37, 'konul'),
      forward(36, 'fuad', 'azerisiq'),
      record(21, 'done_claimed', 'fuad', 'Dirəklərin bərpa olunduğu bildirilib.', 'azerisiq'),
      byReporter(9, 'disputed', 'Sakin yenidən yazıb', 'Bir həftə yandı, sonra yenə söndü.'),
    ],
  },
  {
    ...here,
    key: 'i53',
    category: 'quarry',
    settlement: 'Çənlibel',
    place: 'Çənlibel, karxana yolu',
    lat: 40.74541,
    lng: 45.87851,
    daysAgo: 7,
    confirmations: 14,
    locale: 'ru',
    text: {
      az: {
        title: 'Karxanadan çıxan maşınlar yolu toz edir',
        details: 'Yükün üstü örtülmür, evlərin pəncərəsi açılmır.',
      },
      ru: {
        title: 'Машины из карьера поднимают пыль',
        details: 'Груз не укрывают, в домах невозможно открыть окна.',
      },
    },
    moves: [publish(6, 'konul')],
  },
];
