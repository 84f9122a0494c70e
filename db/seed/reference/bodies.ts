/**
 * The 28 kinds of responsible bodies as reference data. An instance starts with these rows and its operator corrects them:
 * numbers and names change, so nothing here is quoted as certain.
 *
 * `confidence`: `seen` = a public source named the number or the duty (its age varies; `source` says which), `unchecked` =
 * general knowledge that nobody has confirmed. `checkedOn` is the date of the newest source, null when there is none.
 * A live instance shows a number to citizens only after its operator has confirmed it.
 */
import { BODY_KINDS, executiveAuthorityName, reachOf } from '#app/features/authorities/rules/body-kinds.ts';
import type { BodyKind } from '#app/features/authorities/rules/body-kinds.ts';
import { regionName } from '#app/kernel/regions.ts';
import type { Names } from '#app/kernel/regions.ts';

export type BodyReference = Readonly<{
  kind: BodyKind;
  /** Official or everyday full name. */
  names: Names;
  /** What it answers for. */
  scope: Names;
  /** Numbers as dialled, the first one first; empty when none was found. */
  hotlines: readonly string[];
  /** How it is usually reached. */
  channel: Names;
  source: string;
  confidence: 'seen' | 'unchecked';
  /** ISO date of the newest source, or null. */
  checkedOn: string | null;
}>;

const WRITTEN: Names = {
  az: 'yazılı və ya elektron müraciət',
  en: 'written or electronic appeal',
  ru: 'письменное или электронное обращение',
};
const CALL: Names = { az: 'çağrı mərkəzi', en: 'call centre', ru: 'колл-центр' };
const CALL_ALL_HOURS: Names = {
  az: 'çağrı mərkəzi, gecə-gündüz',
  en: 'call centre, day and night',
  ru: 'колл-центр, круглосуточно',
};
const EMERGENCY: Names = { az: 'təcili xətt', en: 'emergency line', ru: 'экстренная линия' };
const REGIONAL_OFFICE: Names = { az: 'regional idarə', en: 'regional office', ru: 'региональное управление' };

const seen = (source: string, checkedOn: string | null) => ({ source, confidence: 'seen', checkedOn }) as const;
const unchecked = { source: '', confidence: 'unchecked', checkedOn: null } as const;

const ROWS: Readonly<Record<BodyKind, Omit<BodyReference, 'kind'>>> = {
  belediyye: {
    names: { az: 'Bələdiyyə', en: 'Municipality', ru: 'Муниципалитет' },
    scope: {
      az: 'bələdiyyə torpağı, kiçik yerli işlər və yaşıllaşdırma, yerli vergilər, ictimai dinləmələr',
      en: 'municipal land, small local works and greening, local taxes, public hearings',
      ru: 'муниципальные земли, мелкие местные работы и озеленение, местные налоги, общественные слушания',
    },
    hotlines: [],
    channel: {
      az: 'yazılı və ya kollektiv müraciət; ayda ən azı bir dəfə qəbul günü',
      en: 'written or collective appeal; a reception day at least monthly',
      ru: 'письменное или коллективное обращение; день приёма не реже раза в месяц',
    },
    ...unchecked,
  },
  rih: {
    names: {
      az: 'Rayon (şəhər) icra hakimiyyəti',
      en: 'District (city) executive authority',
      ru: 'Исполнительная власть района (города)',
    },
    scope: {
      az: 'küçələr, işıqlandırma, parklar, tullantıların daşınması, icazələr; kəndlərdə nümayəndəliklər',
      en: 'streets, lighting, parks, waste collection, permits; representatives in the villages',
      ru: 'улицы, освещение, парки, вывоз мусора, разрешения; представительства в сёлах',
    },
    hotlines: [],
    channel: {
      az: 'yazılı və ya elektron müraciət, qəbul günü; qaynar xətt rayonun rəsmi saytında',
      en: 'written or electronic appeal, reception day; the hotline is on the district’s own site',
      ru: 'письменное или электронное обращение, день приёма; горячая линия на сайте района',
    },
    ...seen('lerik-ih.gov.az, goychay-ih.gov.az', null),
  },
  adsea: {
    names: {
      az: 'Azərbaycan Dövlət Su Ehtiyatları Agentliyi',
      en: 'State Water Resources Agency',
      ru: 'Государственное агентство водных ресурсов',
    },
    scope: {
      az: 'içməli su və kanalizasiya (əvvəllər “Azərsu”)',
      en: 'drinking water and sewerage (formerly Azersu)',
      ru: 'питьевая вода и канализация (прежде «Азерсу»)',
    },
    hotlines: ['955'],
    channel: CALL,
    ...seen('report.az', '2026-01-05'),
  },
  adsea_suvarma: {
    names: {
      az: 'Azərbaycan Dövlət Su Ehtiyatları Agentliyinin suvarma sistemləri idarəsi',
      en: 'Irrigation systems office of the State Water Resources Agency',
      ru: 'Управление оросительных систем Государственного агентства водных ресурсов',
    },
    scope: {
      az: 'suvarma kanalları, kollektor və drenajlar, bəndlər',
      en: 'irrigation canals, collectors and drains, embankments',
      ru: 'оросительные каналы, коллекторы и дренаж, дамбы',
    },
    hotlines: [],
    channel: {
      az: 'rayon suvarma sistemləri idarəsi; yazılı müraciət',
      en: 'the district irrigation office; written appeal',
      ru: 'районное управление оросительных систем; письменное обращение',
    },
    ...unchecked,
  },
  azerisiq: {
    names: { az: '“Azərişıq” ASC', en: 'Azerishig', ru: 'ОАО «Азеришыг»' },
    scope: {
      az: 'elektrik təchizatı, gərginlik, şəbəkəyə məxsus dirəklər',
      en: 'electricity supply, voltage, poles that belong to the network',
      ru: 'электроснабжение, напряжение, опоры сети',
    },
    hotlines: ['199'],
    channel: CALL_ALL_HOURS,
    ...seen('metbuat.az 2020; azvision.az', '2020-01-01'),
  },
  azeriqaz: {
    names: {
      az: '“Azəriqaz” İstehsalat Birliyi',
      en: 'Azerigas',
      ru: 'Производственное объединение «Азеригаз»',
    },
    scope: {
      az: 'qaz təchizatı, sayğaclar, qaz sızması',
      en: 'gas supply, meters, leaks',
      ru: 'газоснабжение, счётчики, утечки',
    },
    hotlines: ['104', '185'],
    channel: {
      az: 'qəza xidməti və çağrı mərkəzi',
      en: 'emergency service and call centre',
      ru: 'аварийная служба и колл-центр',
    },
    ...unchecked,
  },
  aayda: {
    names: {
      az: 'Azərbaycan Avtomobil Yolları Dövlət Agentliyi',
      en: 'State Agency of Azerbaijan Automobile Roads',
      ru: 'Государственное агентство автомобильных дорог Азербайджана',
    },
    scope: {
      az: 'respublika və yerli əhəmiyyətli yollar, körpülər, qış baxımı',
      en: 'national and local public roads, bridges, winter upkeep',
      ru: 'республиканские и местные дороги, мосты, зимнее содержание',
    },
    hotlines: [],
    channel: WRITTEN,
    ...seen('report.az', '2026-01-14'),
  },
  dyp: {
    names: { az: 'Dövlət Yol Polisi', en: 'State Road Police', ru: 'Государственная дорожная полиция' },
    scope: {
      az: 'yol nişanları, piyada keçidləri, hərəkət rejimi',
      en: 'road signs, crossings, traffic rules',
      ru: 'дорожные знаки, переходы, режим движения',
    },
    hotlines: ['102'],
    channel: WRITTEN,
    ...unchecked,
  },
  ayna: {
    names: {
      az: 'Azərbaycan Yerüstü Nəqliyyat Agentliyi',
      en: 'Azerbaijan Land Transport Agency',
      ru: 'Азербайджанское агентство наземного транспорта',
    },
    scope: {
      az: 'avtobus marşrutları və daşıyıcılar',
      en: 'bus routes and carriers',
      ru: 'автобусные маршруты и перевозчики',
    },
    hotlines: [],
    channel: { az: 'elektron müraciət', en: 'electronic appeal', ru: 'электронное обращение' },
    ...unchecked,
  },
  rabite: {
    names: {
      az: 'Rəqəmsal İnkişaf və Nəqliyyat Nazirliyi',
      en: 'Ministry of Digital Development and Transport',
      ru: 'Министерство цифрового развития и транспорта',
    },
    scope: {
      az: 'internet və telefon rabitəsi',
      en: 'internet and telephone',
      ru: 'интернет и телефонная связь',
    },
    hotlines: [],
    channel: {
      az: 'əvvəlcə provayderin dəstək xidməti, sonra nazirlik',
      en: 'the provider’s support first, then the ministry',
      ru: 'сначала поддержка провайдера, затем министерство',
    },
    ...unchecked,
  },
  etsn: {
    names: {
      az: 'Ekologiya və Təbii Sərvətlər Nazirliyi',
      en: 'Ministry of Ecology and Natural Resources',
      ru: 'Министерство экологии и природных ресурсов',
    },
    scope: {
      az: 'çirklənmə, ağacların kəsilməsi, karxanalar, qorunan ərazilər',
      en: 'pollution, tree felling, quarries, protected areas',
      ru: 'загрязнение, вырубка деревьев, карьеры, охраняемые территории',
    },
    hotlines: ['168'],
    channel: CALL_ALL_HOURS,
    ...seen('azvision.az 2015; ucnoqta.az 2016; metbuat.az', '2023-08-01'),
  },
  fhn: {
    names: {
      az: 'Fövqəladə Hallar Nazirliyi',
      en: 'Ministry of Emergency Situations',
      ru: 'Министерство по чрезвычайным ситуациям',
    },
    scope: {
      az: 'fövqəladə hallar, daşqın, sürüşmə, bina təhlükəsizliyi',
      en: 'emergencies, flood, landslide, building safety',
      ru: 'чрезвычайные ситуации, паводки, оползни, безопасность зданий',
    },
    hotlines: ['112'],
    channel: EMERGENCY,
    ...unchecked,
  },
  tehsil: {
    names: {
      az: 'Elm və Təhsil Nazirliyi',
      en: 'Ministry of Science and Education',
      ru: 'Министерство науки и образования',
    },
    scope: { az: 'məktəblər və uşaq bağçaları', en: 'schools and kindergartens', ru: 'школы и детские сады' },
    hotlines: ['146'],
    channel: REGIONAL_OFFICE,
    ...unchecked,
  },
  tebib: {
    names: {
      az: 'Tibbi Ərazi Bölmələrini İdarəetmə Birliyi (TƏBİB)',
      en: 'Management Union of Medical Territorial Units (TABIB)',
      ru: 'Объединение по управлению медицинскими территориальными подразделениями (TƏBİB)',
    },
    scope: {
      az: 'xəstəxanalar, kənd tibb məntəqələri, təcili yardımın təşkili',
      en: 'hospitals, village health posts, ambulance service',
      ru: 'больницы, сельские медпункты, организация скорой помощи',
    },
    hotlines: ['1542'],
    channel: CALL,
    ...unchecked,
  },
  dost: {
    names: {
      az: 'Əmək və Əhalinin Sosial Müdafiəsi Nazirliyi – DOST Agentliyi',
      en: 'Ministry of Labour and Social Protection – DOST Agency',
      ru: 'Министерство труда и социальной защиты населения – Агентство DOST',
    },
    scope: {
      az: 'müavinətlər, pensiyalar, əlillik, ünvanlı sosial yardım, məşğulluq',
      en: 'benefits, pensions, disability, targeted assistance, employment',
      ru: 'пособия, пенсии, инвалидность, адресная помощь, занятость',
    },
    hotlines: ['142'],
    channel: {
      az: 'çağrı mərkəzi; DOST mərkəzi və ya rayon şöbəsi',
      en: 'call centre; DOST centre or district branch',
      ru: 'колл-центр; центр DOST или районный отдел',
    },
    ...seen('metbuat.az 2020', '2020-01-01'),
  },
  emek: {
    names: {
      az: 'Dövlət Əmək Müfəttişliyi Xidməti',
      en: 'State Labour Inspectorate Service',
      ru: 'Государственная служба трудовой инспекции',
    },
    scope: {
      az: 'müqaviləsiz iş, ödənilməmiş əmək haqqı, əmək müqavilələri',
      en: 'undeclared work, unpaid wages, contracts',
      ru: 'работа без договора, невыплата зарплаты, трудовые договоры',
    },
    hotlines: ['142'],
    channel: {
      az: 'elektron şikayət və ya çağrı mərkəzi',
      en: 'electronic complaint or call centre',
      ru: 'электронная жалоба или колл-центр',
    },
    ...seen('demx.gov.az', null),
  },
  aqupdk: {
    names: {
      az: 'Ailə, Qadın və Uşaq Problemləri üzrə Dövlət Komitəsi',
      en: 'State Committee for Family, Women and Children Affairs',
      ru: 'Государственный комитет по проблемам семьи, женщин и детей',
    },
    scope: {
      az: 'məişət zorakılığı, erkən nikah, gender bərabərliyi',
      en: 'domestic violence, early marriage, gender equality',
      ru: 'домашнее насилие, ранние браки, гендерное равенство',
    },
    hotlines: ['860', '(012) 860'],
    channel: {
      az: 'dəstək xətti: Bakıda 860, mobil telefondan və bölgələrdən (012) 860',
      en: 'support line: 860 in Baku, (012) 860 from mobiles and the regions',
      ru: 'линия поддержки: 860 в Баку, (012) 860 с мобильных и из регионов',
    },
    ...seen('AQUPDK/UNFPA; metbuat.az', '2023-08-01'),
  },
  polis: {
    names: { az: 'Polis', en: 'Police', ru: 'Полиция' },
    scope: {
      az: 'təhlükə, zorakılıq, mühafizə orderi',
      en: 'danger, violence, protection orders',
      ru: 'опасность, насилие, охранный ордер',
    },
    hotlines: ['102'],
    channel: EMERGENCY,
    ...unchecked,
  },
  emdx: {
    names: {
      az: 'Əmlak Məsələləri Dövlət Xidməti',
      en: 'State Service on Property Issues',
      ru: 'Государственная служба по вопросам имущества',
    },
    scope: {
      az: 'çıxarışlar, daşınmaz əmlak reyestri',
      en: 'title extracts, property register',
      ru: 'выписки, реестр недвижимости',
    },
    hotlines: ['108'],
    channel: {
      az: 'ərazi idarəsi, ASAN mərkəzi',
      en: 'territorial office, ASAN centre',
      ru: 'территориальное управление, центр ASAN',
    },
    ...unchecked,
  },
  aqta: {
    names: {
      az: 'Azərbaycan Qida Təhlükəsizliyi Agentliyi',
      en: 'Food Safety Agency',
      ru: 'Агентство пищевой безопасности Азербайджана',
    },
    scope: { az: 'qida məhsulları, pestisidlər', en: 'food, pesticides', ru: 'пищевые продукты, пестициды' },
    hotlines: ['1003'],
    channel: CALL,
    ...unchecked,
  },
  gtm: {
    names: {
      az: 'Gənclər və İdman Nazirliyi',
      en: 'Ministry of Youth and Sports',
      ru: 'Министерство молодёжи и спорта',
    },
    scope: {
      az: 'gənclər evləri, idman meydançaları',
      en: 'youth houses, sports grounds',
      ru: 'дома молодёжи, спортивные площадки',
    },
    hotlines: [],
    channel: REGIONAL_OFFICE,
    ...unchecked,
  },
  mkk: {
    names: {
      az: 'Qaçqınların və Məcburi Köçkünlərin İşləri üzrə Dövlət Komitəsi',
      en: 'State Committee for Refugees and IDPs',
      ru: 'Государственный комитет по делам беженцев и вынужденных переселенцев',
    },
    scope: {
      az: 'məcburi köçkünlər və qayıdış',
      en: 'displaced people and return',
      ru: 'вынужденные переселенцы и возвращение',
    },
    hotlines: [],
    channel: WRITTEN,
    ...unchecked,
  },
  asan: {
    names: { az: '“ASAN xidmət” mərkəzi', en: 'ASAN service centre', ru: 'Центр «ASAN xidmət»' },
    scope: {
      az: 'sənədlər, bir pəncərədən xidmətlər',
      en: 'documents, one-stop services',
      ru: 'документы, услуги одного окна',
    },
    hotlines: ['108'],
    channel: CALL,
    ...unchecked,
  },
  temiz_seher: {
    names: { az: '“Təmiz Şəhər” ASC', en: 'Tamiz Shahar', ru: 'ОАО «Тямиз Шяхяр»' },
    scope: {
      az: 'Bakıda tullantıların yerləşdirilməsi',
      en: 'waste disposal in Baku',
      ru: 'размещение отходов в Баку',
    },
    hotlines: [],
    channel: WRITTEN,
    ...unchecked,
  },
  ombudsman: {
    names: {
      az: 'İnsan hüquqları üzrə müvəkkil (Ombudsman)',
      en: 'Human Rights Commissioner (Ombudsman)',
      ru: 'Уполномоченный по правам человека (омбудсмен)',
    },
    scope: {
      az: 'insan hüquqlarının pozulması; informasiya sorğusuna cavab verilməməsi',
      en: 'violations of human rights; unanswered information requests',
      ru: 'нарушения прав человека; запросы информации, оставшиеся без ответа',
    },
    hotlines: ['916', '(012) 916'],
    channel: {
      az: 'çağrı mərkəzi; ad, ünvan və imza ilə yazılı şikayət',
      en: 'call centre; written complaint with name, address and signature',
      ru: 'колл-центр; письменная жалоба с именем, адресом и подписью',
    },
    ...seen('ayna.az; ombudsman.az', null),
  },
  prokurorluq: {
    names: { az: 'Baş Prokurorluq', en: 'Prosecutor General’s Office', ru: 'Генеральная прокуратура' },
    scope: {
      az: 'cinayət barədə məlumat; korrupsiya',
      en: 'crime reports; corruption',
      ru: 'сообщения о преступлениях; коррупция',
    },
    hotlines: ['961', '161'],
    channel: CALL,
    ...seen('metbuat.az', '2019-09-01'),
  },
  edliyye: {
    names: { az: 'Ədliyyə Nazirliyi', en: 'Ministry of Justice', ru: 'Министерство юстиции' },
    scope: {
      az: 'bələdiyyələrin fəaliyyətinə inzibati nəzarət',
      en: 'administrative supervision of municipalities',
      ru: 'административный надзор за муниципалитетами',
    },
    hotlines: [],
    channel: WRITTEN,
    ...seen('report.az', '2026-02-04'),
  },
  sahib: {
    names: {
      az: 'Obyektin sahibi və ya idarəçisi',
      en: 'Owner or operator of the place',
      ru: 'Владелец или управляющий объектом',
    },
    scope: {
      az: 'pandus, lift, özəl obyektlər',
      en: 'ramps, lifts, private premises',
      ru: 'пандусы, лифты, частные объекты',
    },
    hotlines: [],
    channel: {
      az: 'əvvəlcə yazılı müraciət',
      en: 'a written request first',
      ru: 'сначала письменное обращение',
    },
    ...unchecked,
  },
};

/** All 28, in the order of `BODY_KINDS`. */
export const BODY_REFERENCE: readonly BodyReference[] = BODY_KINDS.map((kind) => ({ kind, ...ROWS[kind] }));

/** The reference row of a kind. */
export function bodyReference(kind: BodyKind): BodyReference {
  return { kind, ...ROWS[kind] };
}

/**
 * The name that a letter from a region is addressed to: the region's own executive authority or municipality where the
 * kind has one for each region, else the country-wide name.
 */
export function bodyNameIn(kind: BodyKind, regionCode: string): Names {
  if (kind === 'rih') return executiveAuthorityName(regionCode);
  const { names } = ROWS[kind];
  if (reachOf(kind) !== 'local') return names;
  return {
    az: `${names.az} (${regionName(regionCode, 'az', 'full')})`,
    en: `${names.en} (${regionName(regionCode, 'en', 'full')})`,
    ru: `${names.ru} (${regionName(regionCode, 'ru', 'full')})`,
  };
}

/** A fictional address for the demo: `.invalid` reaches nobody (RFC 2606). */
export function demoBodyEmail(kind: BodyKind, regionSlug: string | null): string {
  return `${kind.replaceAll('_', '-')}${regionSlug ? `.${regionSlug}` : ''}@qurum.invalid`;
}
