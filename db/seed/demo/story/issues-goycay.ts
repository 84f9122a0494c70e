import { acknowledge, forward, publish, record } from './moves.ts';
import type { DemoIssue } from './types.ts';

const here = { organisation: 'narbagi', region: 'AZ-GOY', source: 'web', locale: 'az' } as const;

export const GOYCAY_ISSUES: readonly DemoIssue[] = [
  {
    ...here,
    key: 'i08',
    category: 'irrigation',
    settlement: 'Çərəkə',
    place: 'Çərəkə, aşağı bağlar',
    lat: 40.5639,
    lng: 47.69308,
    daysAgo: 150,
    confirmations: 62,
    text: {
      az: {
        title: 'Nar bağlarına suvarma suyu çatmır',
        details: 'Yuxarı hissədə su var, aşağı bağlara həftələrlə gəlmir. Ağaclar çiçək tökür.',
      },
    },
    moves: [
      publish(149, 'ramil'),
      forward(146, 'sevinc', 'adsea_suvarma', 'S-77'),
      acknowledge(140, 'sevinc', 'adsea_suvarma'),
      record(118, 'promised', 'sevinc', 'Arxın təmizlənməsi və növbə cədvəli vəd olunub.', 'adsea_suvarma'),
      record(
        20,
        'done_claimed',
        'sevinc',
        'Arxın iki kilometrinin təmizləndiyi yazılıb. Suyun gəlib-gəlmədiyi yoxlanmayıb.',
        'adsea_suvarma',
      ),
    ],
  },
  {
    ...here,
    key: 'i09',
    category: 'road_surface',
    settlement: 'İncə',
    place: 'İncə, kəndarası yol',
    lat: 40.55545,
    lng: 47.97234,
    daysAgo: 47,
    confirmations: 35,
    text: {
      az: {
        title: 'Kəndarası yolun dörd kilometri keçilməzdir',
        details: 'Asfalt tamam dağılıb, yağışda maşınlar qalır. Təcili yardım da bu yolla gəlir.',
      },
    },
    moves: [
      publish(46, 'ramil'),
      forward(44, 'sevinc', 'aayda', 'S-131'),
      record(22, 'refused', 'sevinc', 'Cavab: yol bu ilin təmir planında yoxdur. Səbəb göstərilməyib.', 'aayda'),
    ],
  },
  {
    ...here,
    key: 'i10',
    category: 'waste',
    settlement: 'Göyçay',
    place: 'Göyçay, çayın sahili',
    lat: 40.65399,
    lng: 47.73562,
    daysAgo: 26,
    confirmations: 44,
    text: {
      az: {
        title: 'Çayın sahilinə tikinti tullantısı tökülür',
        details: 'Gecələr yük maşınları daş və suvaq boşaldır. Çayın yatağı daralıb.',
      },
    },
    moves: [
      publish(25, 'ramil'),
      forward(24, 'sevinc', 'rih', 'S-140'),
      acknowledge(21, 'sevinc', 'rih', 'Ərazidə reyd keçiriləcəyi bildirilib.'),
    ],
  },
  {
    ...here,
    key: 'i11',
    category: 'health',
    settlement: 'Potu',
    place: 'Potu, tibb məntəqəsi',
    lat: 40.61474,
    lng: 47.74389,
    daysAgo: 58,
    confirmations: 51,
    source: 'visit',
    enteredBy: 'sevinc',
    text: {
      az: {
        title: 'Tibb məntəqəsində həkim həftədə bir gün olur',
        details: 'Qan təzyiqi olan yaşlılar rayon mərkəzinə getməli olur. Məntəqədə şəkər ölçən cihaz da yoxdur.',
      },
    },
    moves: [
      publish(57, 'ramil'),
      forward(55, 'sevinc', 'tebib', 'S-122'),
      acknowledge(50, 'sevinc', 'tebib'),
      record(35, 'promised', 'sevinc', 'Həkimin həftədə üç gün gələcəyi vəd olunub.', 'tebib'),
    ],
  },
  {
    ...here,
    key: 'i12',
    category: 'school',
    settlement: 'Şəhadət',
    place: 'Şəhadət, kənd məktəbi',
    lat: 40.63549,
    lng: 47.70901,
    daysAgo: 74,
    confirmations: 37,
    text: {
      az: {
        title: 'Məktəbdə istilik sistemi işləmir',
        details: 'İki sinif otağında temperatur 12 dərəcədir. Uşaqlar gödəkçə ilə oturur.',
      },
    },
    moves: [publish(73, 'ramil'), forward(72, 'sevinc', 'tehsil', 'S-98')],
  },
  {
    ...here,
    key: 'i13',
    category: 'water_supply',
    settlement: 'Qaraməryəm',
    place: 'Qaraməryəm, qəsəbənin mərkəzi',
    lat: 40.61589,
    lng: 48.01436,
    daysAgo: 14,
    confirmations: 22,
    locale: 'ru',
    text: {
      az: {
        title: 'İçməli su gündə cəmi iki saat verilir',
        details: 'Su səhər 6-dan 8-ə kimi gəlir, təzyiq zəifdir. Qrafik heç yerdə elan olunmayıb.',
      },
      ru: {
        title: 'Питьевую воду дают всего на два часа в день',
        details: 'Вода идёт с 6 до 8 утра, напор слабый. График нигде не объявлен.',
      },
    },
    moves: [publish(13, 'ramil')],
    messages: [
      { daysAgo: 12.5, side: 'organisation', by: 'ramil', text: 'Это во всём посёлке или только на вашей улице?' },
      { daysAgo: 12, side: 'reporter', text: 'Во всём посёлке, спрашивала у соседей с трёх улиц.' },
    ],
  },
];
