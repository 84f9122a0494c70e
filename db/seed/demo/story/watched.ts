import type { BodyKind } from '#app/features/authorities/rules/body-kinds.ts';
import type { DecisionKind, PromiseState, Vote } from '#app/features/authorities/rules/watch.ts';

/** Sittings, budgets and tenders of the story; all of it invented, as everything of the demo is. Days count back from today; a promise's from its sitting. */
export type DemoDecision = {
  organisation: string;
  by: string;
  body: BodyKind;
  region: string;
  kind: DecisionKind;
  daysAgo: number;
  isPublic: boolean;
  title: string;
  text: string;
  amount?: string;
  minutes?: string;
  votes?: { member: string; vote: Vote }[];
  promises: { text: string; inDays: number | null; state: PromiseState }[];
};

export const DEMO_DECISIONS: readonly DemoDecision[] = [
  {
    organisation: 'astaracay',
    by: 'aide',
    body: 'belediyye',
    region: 'AZ-AST',
    kind: 'sitting',
    daysAgo: 46,
    isPublic: true,
    title: 'Bələdiyyə iclası: Pensər küçələrinin işıqlandırılması',
    text: 'İclasda məktəb yolundakı dörd dirəyin bərpası və yeni lampaların alınması müzakirə olundu. İclas açıq keçdi, 14 sakin iştirak etdi.',
    minutes: 'Gündəlik: 1) küçə işıqları; 2) hesabat. Birinci məsələ üzrə vəsaitin ayrılması səsə qoyuldu.',
    votes: [
      { member: 'Ramil Hacıbəyli (nümunə)', vote: 'for' },
      { member: 'Gülşən Əhədzadə (nümunə)', vote: 'for' },
      { member: 'Sahib Rzabəyli (nümunə)', vote: 'abstained' },
      { member: 'Tünzalə Məmişli (nümunə)', vote: 'absent' },
    ],
    promises: [
      { text: 'Məktəb yolundakı dörd dirək bərpa edilsin', inDays: 30, state: 'open' },
      { text: 'İclasların vaxtı bir həftə əvvəl elan lövhəsində yazılsın', inDays: 7, state: 'kept' },
    ],
  },
  {
    organisation: 'astaracay',
    by: 'aide',
    body: 'rih',
    region: 'AZ-AST',
    kind: 'hearing',
    daysAgo: 20,
    isPublic: true,
    title: 'Sahil zolağının təmizlənməsi üzrə ictimai dinləmə',
    text: 'Tullantıların daşınma cədvəli və yeni konteynerlərin yeri müzakirə olundu.',
    promises: [{ text: 'Konteynerlərin yeri xəritədə dərc olunsun', inDays: 40, state: 'open' }],
  },
  {
    organisation: 'astaracay',
    by: 'aide',
    body: 'rih',
    region: 'AZ-AST',
    kind: 'tender',
    daysAgo: 4,
    isPublic: false,
    title: 'Yolların cari təmiri üzrə tender elanı',
    text: 'Elanı oxuduq, sənədləri müqayisə edirik. Dərc etməzdən əvvəl məbləği yoxlamaq lazımdır.',
    amount: '48.000 AZN',
    promises: [],
  },
  {
    organisation: 'gunesli',
    by: 'perviz',
    body: 'rih',
    region: 'AZ-SM',
    kind: 'budget',
    daysAgo: 75,
    isPublic: true,
    title: 'Abadlıq xərclərinin illik bölgüsü',
    text: 'Xərclərin bölgüsü elan edildi; məhəllələrarası yollara ayrılan pay keçən ildən azdır.',
    amount: '120.000 AZN',
    promises: [{ text: 'Məhəllə yolları üçün əlavə vəsait ikinci rübdə baxılsın', inDays: 60, state: 'open' }],
  },
];

export type DemoPriorities = {
  organisation: string;
  region: string;
  isPublic: boolean;
  rows: { text: string; basis: string }[];
};

export const DEMO_PRIORITIES: readonly DemoPriorities[] = [
  {
    organisation: 'astaracay',
    region: 'AZ-AST',
    isPublic: true,
    rows: [
      { text: 'İçməli suyun fasiləsiz verilməsi', basis: 'üç kənddə görüş, 96 iştirakçı' },
      { text: 'Məktəb yolunun işıqlandırılması', basis: 'platformadakı bildirişlər' },
      { text: 'Sahil zolağında tullantıların vaxtında daşınması', basis: 'üç kənddə görüş, 96 iştirakçı' },
    ],
  },
];
