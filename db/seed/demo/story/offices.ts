import type { BodyKind } from '#app/features/authorities/rules/body-kinds.ts';
import type { Names } from '#app/kernel/regions.ts';

/** Every name here is invented and carries “(nümunə)”: offices are real, people are not. */
type DemoHolder = { name: string; sinceDaysAgo: number; untilDaysAgo?: number };
export type DemoOffice = { body: BodyKind; region: string | null; title: Names; holders: DemoHolder[] };

const HEAD: Names = {
  az: 'İcra hakimiyyətinin başçısı',
  en: 'Head of the executive authority',
  ru: 'Глава исполнительной власти',
};
const DEPUTY: Names = {
  az: 'Başçının müavini',
  en: 'Deputy head',
  ru: 'Заместитель главы',
};
const CHAIR: Names = { az: 'Bələdiyyə sədri', en: 'Chair of the municipality', ru: 'Председатель муниципалитета' };
const AGENCY_HEAD: Names = { az: 'Agentliyin sədri', en: 'Chair of the agency', ru: 'Председатель агентства' };
const DIRECTOR: Names = { az: 'Direktor', en: 'Director', ru: 'Директор' };

const since = (name: string, sinceDaysAgo: number, untilDaysAgo?: number): DemoHolder => ({
  name: `${name} (nümunə)`,
  sinceDaysAgo,
  ...(untilDaysAgo === undefined ? {} : { untilDaysAgo }),
});

export const DEMO_OFFICES: readonly DemoOffice[] = [
  // Astara's head changed while letters were on their way: each letter says who held the post when it left.
  {
    body: 'rih',
    region: 'AZ-AST',
    title: HEAD,
    holders: [since('Elxan Səmədli', 900, 31), since('Nurəddin Bağırlı', 30)],
  },
  { body: 'rih', region: 'AZ-AST', title: DEPUTY, holders: [since('Könül Səfərzadə', 420)] },
  { body: 'belediyye', region: 'AZ-AST', title: CHAIR, holders: [since('Ramil Hacıbəyli', 300)] },
  { body: 'rih', region: 'AZ-LAN', title: HEAD, holders: [since('Tahir Mirzəzadə', 700)] },
  { body: 'belediyye', region: 'AZ-LAN', title: CHAIR, holders: [since('Zülfiyyə Əmirli', 290)] },
  { body: 'rih', region: 'AZ-MAS', title: HEAD, holders: [since('Fəxrəddin Aslanbəyli', 510)] },
  { body: 'rih', region: 'AZ-GA', title: HEAD, holders: [since('Vüqar Sultanzadə', 640)] },
  { body: 'rih', region: 'AZ-GOY', title: HEAD, holders: [since('Şahin Qasımbəyli', 380)] },
  { body: 'rih', region: 'AZ-SAK', title: HEAD, holders: [since('Rövşən Abbaszadə', 820)] },
  { body: 'rih', region: 'AZ-IMI', title: HEAD, holders: [since('Mahir Yusifbəyli', 450)] },
  { body: 'rih', region: 'AZ-KUR', title: HEAD, holders: [since('İlqar Novruzbəyli', 530)] },
  // Nobody is known to hold it at present: pages say so.
  { body: 'rih', region: 'AZ-SKR', title: HEAD, holders: [since('Natiq Rzazadə', 760, 12)] },
  { body: 'adsea', region: null, title: AGENCY_HEAD, holders: [since('Kamran Əliyarlı', 600)] },
  { body: 'aayda', region: null, title: AGENCY_HEAD, holders: [since('Səyavuş Mehdizadə', 610)] },
  { body: 'azerisiq', region: null, title: DIRECTOR, holders: [since('Leyla Cabbarzadə', 350)] },
];

/** Days off that fall on the same date each year; feasts by the moon are left out, which is one reason why it is only a sample. */
export const SAMPLE_HOLIDAYS: readonly (readonly [monthDay: string, name: string])[] = [
  ['01-01', 'Yeni il'],
  ['01-02', 'Yeni il'],
  ['01-20', 'Ümumxalq hüzn günü'],
  ['03-08', 'Qadınlar günü'],
  ['03-20', 'Novruz bayramı'],
  ['03-21', 'Novruz bayramı'],
  ['03-22', 'Novruz bayramı'],
  ['03-23', 'Novruz bayramı'],
  ['03-24', 'Novruz bayramı'],
  ['05-09', 'Faşizm üzərində qələbə günü'],
  ['05-28', 'Müstəqillik günü'],
  ['06-15', 'Milli Qurtuluş günü'],
  ['06-26', 'Silahlı Qüvvələr günü'],
  ['11-08', 'Zəfər günü'],
  ['11-09', 'Dövlət Bayrağı günü'],
  ['12-31', 'Dünya azərbaycanlılarının həmrəyliyi günü'],
];
