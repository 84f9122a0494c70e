import { forward, publish } from './moves.ts';
import type { DemoIssue } from './types.ts';

const here = {
  organisation: 'astaracay',
  region: 'AZ-AST',
  settlement: 'Astara',
  source: 'web',
  locale: 'az',
} as const;

/** Five reports of the town's streets within a kilometre: where a campaign could begin, and none has. */
export const ASTARA_STREET_ISSUES: readonly DemoIssue[] = [
  {
    ...here,
    key: 'i81',
    category: 'street_light',
    place: 'Astara, Heydər Əliyev prospekti, 3 nömrəli məktəbin yolu',
    lat: 38.4561,
    lng: 48.8689,
    daysAgo: 26,
    confirmations: 24,
    text: {
      az: {
        title: 'Məktəb yolunda fənərlər yanmır',
        details: 'İkinci növbədən çıxan uşaqlar qaranlıqda yolun kənarı ilə gedir. Səkkiz dirəyin altısı sönüb.',
      },
    },
    moves: [publish(25, 'rena')],
  },
  {
    ...here,
    key: 'i82',
    category: 'sidewalk',
    place: 'Astara, Azərbaycan küçəsi, bazarın qarşısı',
    lat: 38.4578,
    lng: 48.8701,
    daysAgo: 22,
    confirmations: 13,
    text: {
      az: {
        title: 'Bazarın qarşısında səki sökülüb',
        details: 'Plitələr bir aydır yığılıb, insanlar maşın yoluna çıxır. Uşaq arabası ilə keçmək olmur.',
      },
    },
    moves: [publish(21, 'rena')],
  },
  {
    ...here,
    key: 'i83',
    category: 'road_safety',
    place: 'Astara, Heydər Əliyev prospekti, poliklinikanın yanı',
    lat: 38.4553,
    lng: 48.8672,
    daysAgo: 19,
    confirmations: 31,
    text: {
      az: {
        title: 'Poliklinikanın yanında keçid yoxdur',
        details: 'Zolaqlar silinib, nişan yoxdur. Yaşlılar yolu maşınların arasından keçir.',
      },
    },
    moves: [publish(18, 'rena'), forward(17, 'aide', 'rih', '144')],
  },
  {
    ...here,
    key: 'i84',
    category: 'street_light',
    place: 'Astara, Nizami küçəsi, uşaq bağçasının yanı',
    lat: 38.4585,
    lng: 48.8679,
    daysAgo: 12,
    confirmations: 17,
    text: {
      az: {
        title: 'Bağçanın küçəsi axşam qaranlıqdır',
        details: 'Saat altıdan sonra heç nə görünmür, analar uşağı telefon işığı ilə aparır.',
      },
    },
    moves: [publish(11, 'rena')],
  },
  {
    ...here,
    key: 'i85',
    category: 'road_surface',
    place: 'Astara, Azərbaycan küçəsi, avtovağzala tərəf',
    lat: 38.4569,
    lng: 48.8662,
    daysAgo: 8,
    confirmations: 9,
    text: {
      az: {
        title: 'Avtovağzala gedən yolda çuxurlar var',
        details: 'Yağışdan sonra su yığılır, piyada yolun harası dərin olduğunu görmür.',
      },
    },
    moves: [publish(7, 'rena')],
  },
];
