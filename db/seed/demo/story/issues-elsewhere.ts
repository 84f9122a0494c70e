import { publish } from './moves.ts';
import type { DemoIssue } from './types.ts';

const stranger = {
  organisation: 'gunesli',
  region: 'AZ-SM',
  settlement: 'Sumqayıt',
  source: 'web',
  locale: 'az',
} as const;

/** Reports of the stranger organisation, and one from a region where nobody works: it waits for the network's moderators. */
export const OTHER_ISSUES: readonly DemoIssue[] = [
  {
    ...stranger,
    key: 'i66',
    category: 'coast',
    place: 'Sumqayıt, bulvarın sonu',
    lat: 40.5981,
    lng: 49.6861,
    daysAgo: 26,
    confirmations: 15,
    text: {
      az: {
        title: 'Çimərlikdə şüşə qırıqları var',
        details: 'Bulvarın sonundakı çimərlik təmizlənmir. Uşaqlar ayağını kəsir.',
      },
    },
    moves: [publish(25, 'irina')],
  },
  {
    ...stranger,
    key: 'i67',
    category: 'green_space',
    place: 'Sumqayıt, məhəllə parkı',
    lat: 40.5872,
    lng: 49.6638,
    daysAgo: 0.6,
    confirmations: 0,
    locale: 'ru',
    text: {
      az: {
        title: 'Parkda ağaclar suvarılmır',
        details: 'Yazda əkilən otuz ağacın yarısı quruyub.',
      },
      ru: {
        title: 'В парке не поливают деревья',
        details: 'Из тридцати деревьев, посаженных весной, половина засохла.',
      },
    },
    moves: [],
  },
  {
    key: 'i68',
    organisation: 'korpu',
    region: 'AZ-XAC',
    settlement: 'Xaçmaz',
    source: 'web',
    locale: 'az',
    category: 'road_surface',
    place: 'Xaçmaz, dəmir yolu keçidinin yanı',
    lat: 41.4662,
    lng: 48.8021,
    daysAgo: 0.9,
    confirmations: 0,
    text: {
      az: {
        title: 'Keçidin yanında asfalt çöküb',
        details: 'Maşınlar əks zolağa çıxır. Gecə görünmür, işarə də qoyulmayıb.',
      },
    },
    moves: [],
  },
];
