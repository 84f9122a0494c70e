/**
 * The 78 first-order regions of Azerbaijan: 66 rayons and 11 republic-level cities with ISO 3166-2:AZ codes,
 * and Ağdərə, re-formed in 2023, which has no ISO code yet (`AZ-X-AGD` is ours until it gets one).
 *
 * Names: Azerbaijani forms are official; English is the common romanisation; Russian uses present-day forms.
 * Centres: the administrative centre's position from GeoNames (CC BY 4.0). Boxes: derived from Natural Earth's
 * admin-1 shapes (public domain, coarse) and the settlements known to lie in the region; good for zooming, not for law.
 */

import type { EconomicRegionCode } from './economic-regions.ts';

/** A name in the three languages of the interface. */
export type Names = Readonly<Record<'az' | 'en' | 'ru', string>>;
/** The languages that {@link Names} holds. */
export type NameLocale = keyof Names;
/** Latitude and longitude in WGS 84 degrees. */
export type LatLng = Readonly<{ lat: number; lng: number }>;
/** West, south, east, north in WGS 84 degrees. */
export type Bbox = readonly [west: number, south: number, east: number, north: number];

export type RegionKind = 'rayon' | 'city';

export type Region = Readonly<{
  /** ISO 3166-2 code such as `AZ-AST`, or `AZ-X-AGD`. */
  code: string;
  /** Address part, for example `astara-rayonu`. */
  slug: string;
  kind: RegionKind;
  /** With the kind, for letters and titles: “Astara rayonu”, “Астаринский район”. */
  full: Names;
  /** The bare name for lists and labels: “Astara”, “Астара”. */
  short: Names;
  /** The administrative centre. */
  centre: LatLng;
  bbox: Bbox;
  economic: EconomicRegionCode;
}>;

/** code without `AZ-`, kind, economic region, slug stem, az, en, ru, ru adjective (rayons), lat, lng, west, south, east, north. */
type Row = readonly [
  string,
  RegionKind,
  EconomicRegionCode,
  string,
  string,
  string,
  string,
  string,
  number,
  number,
  number,
  number,
  number,
  number,
];

// prettier-ignore
const ROWS: readonly Row[] = [
  ['ABS', 'rayon', 'ABX', 'abseron', 'Abşeron', 'Absheron', 'Апшерон', 'Апшеронский', 40.4481, 49.755, 48.85, 39.95, 49.91, 40.64],
  ['AGA', 'rayon', 'QTZ', 'agstafa', 'Ağstafa', 'Aghstafa', 'Агстафа', 'Агстафинский', 41.1189, 45.4539, 45.09, 40.94, 45.78, 41.46],
  ['AGC', 'rayon', 'QRB', 'agcabedi', 'Ağcabədi', 'Aghjabadi', 'Агджабеди', 'Агджабединский', 40.0528, 47.4614, 47.07, 39.7, 47.76, 40.26],
  ['AGM', 'rayon', 'QRB', 'agdam', 'Ağdam', 'Aghdam', 'Агдам', 'Агдамский', 39.991, 46.9274, 46.67, 39.79, 47.29, 40.24],
  ['AGS', 'rayon', 'MRA', 'agdas', 'Ağdaş', 'Aghdash', 'Агдаш', 'Агдашский', 40.647, 47.4738, 47.2, 40.29, 47.62, 40.8],
  ['AGU', 'rayon', 'DSV', 'agsu', 'Ağsu', 'Aghsu', 'Агсу', 'Агсуинский', 40.5703, 48.4009, 48.07, 40.27, 48.66, 40.8],
  ['AST', 'rayon', 'LNA', 'astara', 'Astara', 'Astara', 'Астара', 'Астаринский', 38.456, 48.875, 48.53, 38.39, 48.88, 38.64],
  ['BAB', 'rayon', 'NAX', 'babek', 'Babək', 'Babek', 'Бабек', 'Бабекский', 39.1546, 45.4428, 45.11, 38.96, 45.67, 39.6],
  ['BAL', 'rayon', 'SKZ', 'balaken', 'Balakən', 'Balakan', 'Белоканы', 'Белоканский', 41.7258, 46.4083, 46.17, 41.55, 46.72, 41.9],
  ['BAR', 'rayon', 'QRB', 'berde', 'Bərdə', 'Barda', 'Барда', 'Бардинский', 40.3758, 47.1262, 46.96, 40.15, 47.53, 40.57],
  ['BEY', 'rayon', 'MLM', 'beyleqan', 'Beyləqan', 'Beylagan', 'Бейлаган', 'Бейлаганский', 39.7756, 47.6186, 47.43, 39.57, 47.9, 40.16],
  ['BIL', 'rayon', 'SVS', 'bilesuvar', 'Biləsuvar', 'Bilasuvar', 'Билясувар', 'Билясуварский', 39.4598, 48.5459, 47.95, 39.3, 48.78, 39.72],
  ['CAB', 'rayon', 'SZN', 'cebrayil', 'Cəbrayıl', 'Jabrayil', 'Джебраил', 'Джебраильский', 39.3992, 47.0284, 46.7, 39.15, 47.28, 39.48],
  ['CAL', 'rayon', 'LNA', 'celilabad', 'Cəlilabad', 'Jalilabad', 'Джалилабад', 'Джалилабадский', 39.2096, 48.4919, 48.1, 38.98, 48.77, 39.42],
  ['CUL', 'rayon', 'NAX', 'culfa', 'Culfa', 'Julfa', 'Джульфа', 'Джульфинский', 38.954, 45.6296, 45.46, 38.93, 45.91, 39.36],
  ['DAS', 'rayon', 'GND', 'daskesen', 'Daşkəsən', 'Dashkasan', 'Дашкесан', 'Дашкесанский', 40.5239, 46.0819, 45.81, 40.26, 46.23, 40.67],
  ['FUZ', 'rayon', 'QRB', 'fuzuli', 'Füzuli', 'Fuzuli', 'Физули', 'Физулинский', 39.6009, 47.1453, 47.01, 39.36, 47.63, 39.74],
  ['GAD', 'rayon', 'QTZ', 'gedebey', 'Gədəbəy', 'Gadabay', 'Гядабей', 'Гядабейский', 40.5705, 45.8123, 45.37, 40.29, 45.92, 40.83],
  ['GOR', 'rayon', 'GND', 'goranboy', 'Goranboy', 'Goranboy', 'Геранбой', 'Геранбойский', 40.6103, 46.7897, 46.31, 40.26, 46.97, 40.97],
  ['GOY', 'rayon', 'MRA', 'goycay', 'Göyçay', 'Goychay', 'Гёйчай', 'Гёйчайский', 40.6506, 47.7422, 47.58, 40.44, 48.05, 40.68],
  ['GYG', 'rayon', 'GND', 'goygol', 'Göygöl', 'Goygol', 'Гёйгёль', 'Гёйгёльский', 40.5858, 46.3189, 46.07, 40.27, 46.52, 40.84],
  ['HAC', 'rayon', 'SVS', 'haciqabul', 'Hacıqabul', 'Hajigabul', 'Гаджигабул', 'Гаджигабульский', 40.0387, 48.9429, 48.44, 39.81, 49.36, 40.35],
  ['IMI', 'rayon', 'MLM', 'imisli', 'İmişli', 'Imishli', 'Имишли', 'Имишлинский', 39.871, 48.06, 47.74, 39.56, 48.38, 40.14],
  ['ISM', 'rayon', 'DSV', 'ismayilli', 'İsmayıllı', 'Ismayilli', 'Исмаиллы', 'Исмаиллинский', 40.7848, 48.1514, 47.73, 40.51, 48.5, 41.07],
  ['KAL', 'rayon', 'SZN', 'kelbecer', 'Kəlbəcər', 'Kalbajar', 'Кельбаджар', 'Кельбаджарский', 40.1067, 46.0383, 45.57, 39.79, 46.77, 40.32],
  ['KAN', 'rayon', 'NAX', 'kengerli', 'Kəngərli', 'Kangarli', 'Кенгерли', 'Кенгерлинский', 39.3994, 45.1151, 45.05, 39.21, 45.31, 39.6],
  ['KUR', 'rayon', 'MRA', 'kurdemir', 'Kürdəmir', 'Kurdamir', 'Кюрдамир', 'Кюрдамирский', 40.3453, 48.1508, 47.85, 40.03, 48.47, 40.54],
  ['LAC', 'rayon', 'SZN', 'lacin', 'Laçın', 'Lachin', 'Лачин', 'Лачинский', 39.6398, 46.5467, 45.88, 39.43, 46.74, 39.96],
  ['LAN', 'rayon', 'LNA', 'lenkeran', 'Lənkəran', 'Lankaran', 'Ленкорань', 'Ленкоранский', 38.7543, 48.8506, 48.55, 38.58, 49.24, 39.28],
  ['LER', 'rayon', 'LNA', 'lerik', 'Lerik', 'Lerik', 'Лерик', 'Лерикский', 38.7739, 48.415, 48.22, 38.46, 48.74, 38.94],
  ['MAS', 'rayon', 'LNA', 'masalli', 'Masallı', 'Masalli', 'Масаллы', 'Масаллинский', 39.0353, 48.6654, 48.47, 38.82, 48.92, 39.17],
  ['NEF', 'rayon', 'SVS', 'neftcala', 'Neftçala', 'Neftchala', 'Нефтчала', 'Нефтчалинский', 39.3768, 49.247, 48.7, 39.12, 49.41, 39.61],
  ['OGU', 'rayon', 'SKZ', 'oguz', 'Oğuz', 'Oghuz', 'Огуз', 'Огузский', 41.0713, 47.4653, 47.27, 40.79, 47.71, 41.27],
  ['ORD', 'rayon', 'NAX', 'ordubad', 'Ordubad', 'Ordubad', 'Ордубад', 'Ордубадский', 38.9096, 46.0227, 45.71, 38.85, 46.14, 39.3],
  ['QAB', 'rayon', 'SKZ', 'qebele', 'Qəbələ', 'Gabala', 'Габала', 'Габалинский', 40.9814, 47.8458, 47.52, 40.63, 48.04, 41.21],
  ['QAX', 'rayon', 'SKZ', 'qax', 'Qax', 'Gakh', 'Гах', 'Гахский', 41.4183, 46.9204, 46.61, 40.91, 47.18, 41.57],
  ['QAZ', 'rayon', 'QTZ', 'qazax', 'Qazax', 'Gazakh', 'Газах', 'Газахский', 41.0933, 45.3661, 44.96, 40.96, 45.4, 41.35],
  ['QBA', 'rayon', 'QBX', 'quba', 'Quba', 'Guba', 'Губа', 'Губинский', 41.3611, 48.5134, 47.92, 40.89, 48.81, 41.49],
  ['QBI', 'rayon', 'SZN', 'qubadli', 'Qubadlı', 'Gubadli', 'Губадлы', 'Губадлинский', 39.3444, 46.5818, 46.36, 39.12, 46.83, 39.51],
  ['QOB', 'rayon', 'DSV', 'qobustan', 'Qobustan', 'Gobustan', 'Гобустан', 'Гобустанский', 40.5337, 48.9273, 48.66, 40.29, 49.27, 40.77],
  ['QUS', 'rayon', 'QBX', 'qusar', 'Qusar', 'Gusar', 'Гусар', 'Гусарский', 41.4275, 48.4302, 47.81, 41.15, 48.63, 41.73],
  ['SAB', 'rayon', 'MLM', 'sabirabad', 'Sabirabad', 'Sabirabad', 'Сабирабад', 'Сабирабадский', 40.0087, 48.477, 48.24, 39.59, 49.0, 40.14],
  ['SAD', 'rayon', 'NAX', 'sederek', 'Sədərək', 'Sadarak', 'Садарак', 'Садаракский', 39.7229, 44.8485, 44.77, 39.63, 44.96, 39.79],
  ['SAH', 'rayon', 'NAX', 'sahbuz', 'Şahbuz', 'Shahbuz', 'Шахбуз', 'Шахбузский', 39.4072, 45.5739, 45.35, 39.28, 45.81, 39.57],
  ['SAK', 'rayon', 'SKZ', 'seki', 'Şəki', 'Shaki', 'Шеки', 'Шекинский', 41.1919, 47.1706, 46.8, 40.75, 47.57, 41.5],
  ['SAL', 'rayon', 'SVS', 'salyan', 'Salyan', 'Salyan', 'Сальян', 'Сальянский', 39.5962, 48.9848, 48.74, 39.34, 49.36, 39.92],
  ['SAR', 'rayon', 'NAX', 'serur', 'Şərur', 'Sharur', 'Шарур', 'Шарурский', 39.553, 44.9799, 44.82, 39.38, 45.25, 39.78],
  ['SAT', 'rayon', 'MLM', 'saatli', 'Saatlı', 'Saatli', 'Саатлы', 'Саатлинский', 39.9321, 48.3689, 48.21, 39.61, 48.71, 40.0],
  ['SBN', 'rayon', 'QBX', 'sabran', 'Şabran', 'Shabran', 'Шабран', 'Шабранский', 41.2012, 48.9871, 48.64, 40.85, 49.18, 41.39],
  ['SIY', 'rayon', 'QBX', 'siyezen', 'Siyəzən', 'Siyazan', 'Сиязань', 'Сиязаньский', 41.0781, 49.1156, 48.82, 40.86, 49.38, 41.19],
  ['SKR', 'rayon', 'QTZ', 'semkir', 'Şəmkir', 'Shamkir', 'Шамкир', 'Шамкирский', 40.8297, 46.0189, 45.72, 40.55, 46.32, 41.14],
  ['SMI', 'rayon', 'DSV', 'samaxi', 'Şamaxı', 'Shamakhi', 'Шамахы', 'Шамахинский', 40.6314, 48.6414, 48.38, 40.26, 48.81, 40.95],
  ['SMX', 'rayon', 'GND', 'samux', 'Samux', 'Samukh', 'Самух', 'Самухский', 40.7649, 46.4087, 46.08, 40.68, 46.76, 41.21],
  ['SUS', 'rayon', 'QRB', 'susa', 'Şuşa', 'Shusha', 'Шуша', 'Шушинский', 39.7601, 46.7499, 46.52, 39.58, 46.8, 39.79],
  ['TAR', 'rayon', 'QRB', 'terter', 'Tərtər', 'Tartar', 'Тертер', 'Тертерский', 40.342, 46.9316, 46.49, 40.03, 47.09, 40.49],
  ['TOV', 'rayon', 'QTZ', 'tovuz', 'Tovuz', 'Tovuz', 'Товуз', 'Товузский', 40.9925, 45.6284, 45.44, 40.59, 46.21, 41.24],
  ['UCA', 'rayon', 'MRA', 'ucar', 'Ucar', 'Ujar', 'Уджар', 'Уджарский', 40.519, 47.6542, 47.46, 40.29, 48.0, 40.55],
  ['XAC', 'rayon', 'QBX', 'xacmaz', 'Xaçmaz', 'Khachmaz', 'Хачмаз', 'Хачмазский', 41.4643, 48.8056, 48.46, 41.34, 49.08, 41.85],
  ['XCI', 'rayon', 'QRB', 'xocali', 'Xocalı', 'Khojaly', 'Ходжалы', 'Ходжалинский', 39.913, 46.7903, 46.43, 39.62, 46.93, 40.02],
  ['XIZ', 'rayon', 'ABX', 'xizi', 'Xızı', 'Khizi', 'Хызы', 'Хызинский', 40.9085, 49.0748, 48.76, 40.5, 49.54, 40.98],
  ['XVD', 'rayon', 'QRB', 'xocavend', 'Xocavənd', 'Khojavend', 'Ходжавенд', 'Ходжавендский', 39.795, 47.1117, 46.64, 39.37, 47.34, 39.89],
  ['YAR', 'rayon', 'LNA', 'yardimli', 'Yardımlı', 'Yardimli', 'Ярдымлы', 'Ярдымлинский', 38.9077, 48.2405, 47.99, 38.71, 48.55, 39.06],
  ['YEV', 'rayon', 'MRA', 'yevlax', 'Yevlax', 'Yevlakh', 'Евлах', 'Евлахский', 40.6183, 47.1501, 46.73, 40.41, 47.28, 40.97],
  ['ZAN', 'rayon', 'SZN', 'zengilan', 'Zəngilan', 'Zangilan', 'Зангилан', 'Зангиланский', 39.0837, 46.6599, 46.39, 38.88, 46.87, 39.23],
  ['ZAQ', 'rayon', 'SKZ', 'zaqatala', 'Zaqatala', 'Zagatala', 'Загатала', 'Загатальский', 41.6316, 46.6448, 46.27, 41.34, 47.03, 41.86],
  ['ZAR', 'rayon', 'MRA', 'zerdab', 'Zərdab', 'Zardab', 'Зардаб', 'Зардабский', 40.2183, 47.7083, 47.44, 40.09, 47.95, 40.4],
  ['BA', 'city', 'BAK', 'baki', 'Bakı', 'Baku', 'Баку', '', 40.4093, 49.8671, 49.29, 39.66, 50.63, 40.59],
  ['GA', 'city', 'GND', 'gence', 'Gəncə', 'Ganja', 'Гянджа', '', 40.6816, 46.3613, 46.29, 40.62, 46.42, 40.73],
  ['LA', 'city', 'LNA', 'lenkeran', 'Lənkəran', 'Lankaran', 'Ленкорань', '', 38.7543, 48.8506, 48.82, 38.72, 48.87, 38.79],
  ['MI', 'city', 'MRA', 'mingecevir', 'Mingəçevir', 'Mingachevir', 'Мингечевир', '', 40.7642, 47.0623, 46.92, 40.72, 47.07, 40.79],
  ['NA', 'city', 'GND', 'naftalan', 'Naftalan', 'Naftalan', 'Нафталан', '', 40.5082, 46.8203, 46.77, 40.48, 46.85, 40.53],
  ['NV', 'city', 'NAX', 'naxcivan', 'Naxçıvan', 'Nakhchivan', 'Нахчыван', '', 39.2089, 45.4122, 45.31, 39.18, 45.54, 39.25],
  ['SA', 'city', 'SKZ', 'seki', 'Şəki', 'Shaki', 'Шеки', '', 41.1919, 47.1706, 47.14, 41.13, 47.22, 41.25],
  ['SM', 'city', 'ABX', 'sumqayit', 'Sumqayıt', 'Sumgait', 'Сумгайыт', '', 40.5897, 49.6686, 49.48, 40.53, 49.71, 40.72],
  ['SR', 'city', 'SVS', 'sirvan', 'Şirvan', 'Shirvan', 'Ширван', '', 39.9378, 48.929, 48.87, 39.87, 48.97, 39.99],
  ['XA', 'city', 'QRB', 'xankendi', 'Xankəndi', 'Khankendi', 'Ханкенди', '', 39.8177, 46.7528, 46.74, 39.8, 46.82, 39.87],
  ['YE', 'city', 'MRA', 'yevlax', 'Yevlax', 'Yevlakh', 'Евлах', '', 40.6183, 47.1501, 47.09, 40.56, 47.2, 40.65],
  ['X-AGD', 'rayon', 'QRB', 'agdere', 'Ağdərə', 'Aghdara', 'Агдере', 'Агдеринский', 40.2104, 46.821, 46.45, 40.04, 46.95, 40.33],
];

function toRegion(row: Row): Region {
  const [code, kind, economic, slug, az, en, ru, ruAdjective, lat, lng, west, south, east, north] = row;
  const isCity = kind === 'city';
  return {
    code: `AZ-${code}`,
    slug: `${slug}-${isCity ? 'seheri' : 'rayonu'}`,
    kind,
    full: {
      az: `${az} ${isCity ? 'şəhəri' : 'rayonu'}`,
      en: `${en} ${isCity ? 'city' : 'district'}`,
      ru: isCity ? `город ${ru}` : `${ruAdjective} район`,
    },
    short: { az, en, ru },
    centre: { lat, lng },
    bbox: [west, south, east, north],
    economic,
  };
}

/** All 78 regions, rayons first, each group in the order of the ISO list. Sort for people with `compareAz`. */
export const REGIONS: readonly Region[] = ROWS.map(toRegion);

const BY_CODE = new Map(REGIONS.map((region) => [region.code, region]));
const BY_SLUG = new Map(REGIONS.map((region) => [region.slug, region]));

/** Bounds of the country used to refuse a place at once: lat 38.39–41.91, lng 44.75–50.88. */
export const COUNTRY_BOUNDS: Bbox = [44.75, 38.39, 50.88, 41.91];

/** The region with this ISO code, or undefined. */
export function regionByCode(code: string): Region | undefined {
  return BY_CODE.get(code);
}

/** The region with this address part, or undefined. */
export function regionBySlug(slug: string): Region | undefined {
  return BY_SLUG.get(slug);
}

/** True for one of the 78 codes. */
export function isRegionCode(code: string): boolean {
  return BY_CODE.has(code);
}

/**
 * A region's or a choice's name; `form` short (default) for labels, full for letters.
 * An unknown code is answered with itself, so that a page never breaks over an old code.
 */
export function regionName(code: string, locale: NameLocale, form: 'short' | 'full' = 'short'): string {
  const named = BY_CODE.get(code) ?? CHOICE_BY_CODE.get(code);
  return named ? named[form][locale] : code;
}

/**
 * What a citizen chooses from. Where a city and a rayon share a name one executive authority covers both, and nobody
 * says “the rayon, not the city”: these are one choice. Naxçıvan's seven rayons and its city are one choice too.
 *
 *   AZ-SAK ← AZ-SAK, AZ-SA (Şəki)      AZ-LAN ← AZ-LAN, AZ-LA (Lənkəran)      AZ-YEV ← AZ-YEV, AZ-YE (Yevlax)
 *   AZ-NX  ← AZ-BAB, AZ-CUL, AZ-KAN, AZ-NV, AZ-ORD, AZ-SAD, AZ-SAH, AZ-SAR (Naxçıvan)
 *
 * Every other region is a choice of its own: 68 choices for 78 regions.
 */
export type RegionChoice = Readonly<{
  /** A region code, or `AZ-NX` for the autonomous republic. */
  code: string;
  short: Names;
  full: Names;
  /** The region codes it stands for; the first is the default when nothing more precise is known. */
  regions: readonly string[];
  bbox: Bbox;
  centre: LatLng;
}>;

const TWIN_CITIES: Readonly<Record<string, string>> = {
  'AZ-SA': 'AZ-SAK',
  'AZ-LA': 'AZ-LAN',
  'AZ-YE': 'AZ-YEV',
};
/** The autonomous republic's city first: it is where unplaced matters go. */
const NAXCIVAN = ['AZ-NV', 'AZ-BAB', 'AZ-CUL', 'AZ-KAN', 'AZ-ORD', 'AZ-SAD', 'AZ-SAH', 'AZ-SAR'];
const NAXCIVAN_NAMES: Pick<RegionChoice, 'short' | 'full'> = {
  short: { az: 'Naxçıvan', en: 'Nakhchivan', ru: 'Нахчыван' },
  full: {
    az: 'Naxçıvan Muxtar Respublikası',
    en: 'Nakhchivan Autonomous Republic',
    ru: 'Нахчыванская Автономная Республика',
  },
};

/** The code of the choice that a region belongs to; an unknown code is answered with itself. */
export function choiceOf(regionCode: string): string {
  if (NAXCIVAN.includes(regionCode)) return 'AZ-NX';
  return TWIN_CITIES[regionCode] ?? regionCode;
}

function mergeBoxes(boxes: readonly Bbox[]): Bbox {
  return [
    Math.min(...boxes.map((box) => box[0])),
    Math.min(...boxes.map((box) => box[1])),
    Math.max(...boxes.map((box) => box[2])),
    Math.max(...boxes.map((box) => box[3])),
  ];
}

function makeChoice(code: string, regions: readonly Region[]): RegionChoice {
  const main = regions[0] as Region;
  const withCity: Names = {
    az: `${main.short.az} şəhəri və rayonu`,
    en: `${main.short.en} city and district`,
    ru: `город ${main.short.ru} и ${main.full.ru}`,
  };
  const names =
    code === 'AZ-NX'
      ? NAXCIVAN_NAMES
      : { short: main.short, full: regions.length > 1 ? withCity : main.full };
  return {
    code,
    ...names,
    regions: regions.map((region) => region.code),
    bbox: mergeBoxes(regions.map((region) => region.bbox)),
    centre: main.centre,
  };
}

const CHOICES: readonly RegionChoice[] = (() => {
  const groups = new Map<string, Region[]>();
  const naxcivanCity = BY_CODE.get('AZ-NV') as Region;
  for (const region of [naxcivanCity, ...REGIONS.filter((one) => one.code !== 'AZ-NV')]) {
    const choice = choiceOf(region.code);
    groups.set(choice, [...(groups.get(choice) ?? []), region]);
  }
  const collator = new Intl.Collator('az');
  return [...groups]
    .map(([code, regions]) => makeChoice(code, regions))
    .sort((a, b) => collator.compare(a.short.az, b.short.az));
})();

const CHOICE_BY_CODE = new Map(CHOICES.map((choice) => [choice.code, choice]));

/** The citizens' list, 68 entries, in Azerbaijani alphabetical order. */
export function regionsForChoice(): readonly RegionChoice[] {
  return CHOICES;
}

/** The region codes behind a choice (or behind a plain region code, which is its own choice); empty when unknown. */
export function regionsOfChoice(code: string): readonly string[] {
  return CHOICE_BY_CODE.get(code)?.regions ?? (BY_CODE.has(code) ? [code] : []);
}
