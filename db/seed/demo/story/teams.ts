import type { TeamRole } from '#app/kernel/actor.ts';

/** A candidate's team of the story. Names are common ones combined by chance; the candidacies are invented. */
export type DemoTeam = Readonly<{
  key: string;
  /** As every team's address: it says nothing. */
  slug: string;
  name: string;
  region: string;
  candidate: Readonly<{ key: string; name: string }>;
  members: readonly Readonly<{ key: string; name: string; role: TeamRole; daysLeft?: number }>[];
  /** Who of the team has a door in the demo, besides the candidate. */
  door: string;
  /** Key of the society that sees counts, with what she switched on. */
  link: Readonly<{ society: string; shares: readonly ('members' | 'volunteers' | 'events' | 'tasks_done')[] }>;
  /** Volunteers whom the team knows, without accounts. */
  volunteers: readonly string[];
  place: string;
}>;

export const DEMO_TEAMS: readonly DemoTeam[] = [
  {
    key: 'm02',
    slug: 't-5e1c0a94b7d2f386',
    name: 'Boradigah üçün birlikdə',
    region: 'AZ-MAS',
    place: 'Boradigah',
    candidate: { key: 'sevda', name: 'Sevda Fərzəliyeva' },
    members: [
      { key: 'orxan', name: 'Orxan Babazadə', role: 'campaign_manager' },
      { key: 'nermin', name: 'Nərmin Kərimli', role: 'authorised_agent' },
      { key: 'elvin', name: 'Elvin Şıxəliyev', role: 'volunteer_coordinator' },
      { key: 'sebine', name: 'Səbinə Ağarza', role: 'social_media' },
      { key: 'tural', name: 'Tural Həmidli', role: 'logistics' },
      { key: 'leman', name: 'Ləman Nəcəfli', role: 'canvasser', daysLeft: 60 },
      { key: 'zaur', name: 'Zaur Mirəli', role: 'observer', daysLeft: 30 },
      { key: 'aynur', name: 'Aynur Qəhrəman', role: 'childcare_support', daysLeft: -3 },
    ],
    door: 'leman',
    link: { society: 'vilescay', shares: ['members', 'events'] },
    volunteers: [
      'Fidan Əlizadə',
      'Günel Rüstəmli',
      'Kamran Əsgərli',
      'Lalə Hüseynli',
      'Murad Qasımlı',
      'Nigar Səfərli',
    ],
  },
  {
    key: 'a03',
    slug: 't-9b3d71f0c82ea645',
    name: 'Ərçivanın səsi',
    region: 'AZ-AST',
    place: 'Ərçivan',
    candidate: { key: 'pervane', name: 'Pərvanə İmanlı' },
    members: [
      { key: 'rufet', name: 'Rüfət Talıbzadə', role: 'campaign_manager' },
      { key: 'guler', name: 'Gülər Mirsəid', role: 'authorised_agent' },
      { key: 'ferid', name: 'Fərid Xanlı', role: 'authorised_agent' },
      { key: 'turkan', name: 'Türkan Rzalı', role: 'volunteer_coordinator' },
      { key: 'emin', name: 'Emin Ağabala', role: 'finance_representative' },
      { key: 'sara', name: 'Sara Hüseynzadə', role: 'event_organiser' },
      { key: 'kenan', name: 'Kənan Şirin', role: 'observer_coordinator' },
      { key: 'nuray', name: 'Nuray Əhədli', role: 'observer', daysLeft: 45 },
    ],
    door: 'turkan',
    link: { society: 'astaracay', shares: ['members', 'volunteers'] },
    volunteers: ['Aytən Babayeva', 'Cəlal Mirzəli'],
  },
];
