/** The fourteen economic regions of the 2021 scheme. */
export const ECONOMIC_REGIONS = {
  BAK: { az: 'Bakı iqtisadi rayonu', en: 'Baku economic region', ru: 'Бакинский экономический район' },
  NAX: {
    az: 'Naxçıvan iqtisadi rayonu',
    en: 'Nakhchivan economic region',
    ru: 'Нахчыванский экономический район',
  },
  ABX: {
    az: 'Abşeron-Xızı iqtisadi rayonu',
    en: 'Absheron-Khizi economic region',
    ru: 'Абшерон-Хызинский экономический район',
  },
  DSV: {
    az: 'Dağlıq Şirvan iqtisadi rayonu',
    en: 'Mountainous Shirvan economic region',
    ru: 'Горно-Ширванский экономический район',
  },
  GND: {
    az: 'Gəncə-Daşkəsən iqtisadi rayonu',
    en: 'Ganja-Dashkasan economic region',
    ru: 'Гянджа-Дашкесанский экономический район',
  },
  QRB: {
    az: 'Qarabağ iqtisadi rayonu',
    en: 'Karabakh economic region',
    ru: 'Карабахский экономический район',
  },
  QTZ: {
    az: 'Qazax-Tovuz iqtisadi rayonu',
    en: 'Gazakh-Tovuz economic region',
    ru: 'Газах-Товузский экономический район',
  },
  QBX: {
    az: 'Quba-Xaçmaz iqtisadi rayonu',
    en: 'Guba-Khachmaz economic region',
    ru: 'Губа-Хачмазский экономический район',
  },
  LNA: {
    az: 'Lənkəran-Astara iqtisadi rayonu',
    en: 'Lankaran-Astara economic region',
    ru: 'Ленкорань-Астаринский экономический район',
  },
  MRA: {
    az: 'Mərkəzi Aran iqtisadi rayonu',
    en: 'Central Aran economic region',
    ru: 'Центрально-Аранский экономический район',
  },
  MLM: {
    az: 'Mil-Muğan iqtisadi rayonu',
    en: 'Mil-Mughan economic region',
    ru: 'Миль-Муганский экономический район',
  },
  SKZ: {
    az: 'Şəki-Zaqatala iqtisadi rayonu',
    en: 'Shaki-Zagatala economic region',
    ru: 'Шеки-Загатальский экономический район',
  },
  SZN: {
    az: 'Şərqi Zəngəzur iqtisadi rayonu',
    en: 'Eastern Zangezur economic region',
    ru: 'Восточно-Зангезурский экономический район',
  },
  SVS: {
    az: 'Şirvan-Salyan iqtisadi rayonu',
    en: 'Shirvan-Salyan economic region',
    ru: 'Ширван-Сальянский экономический район',
  },
} as const satisfies Record<string, Readonly<Record<'az' | 'en' | 'ru', string>>>;

export type EconomicRegionCode = keyof typeof ECONOMIC_REGIONS;
