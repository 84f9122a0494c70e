import type { Answers, Identity } from '#app/features/legal-aid/rules/contents.ts';
import type { Locale } from '#app/kernel/locale.ts';

/**
 * The desk of the network: its people and what was asked of it. All invented. The passphrase is public as the passwords
 * are: a demonstration protects nobody.
 */
export const DESK_ORGANISATION = 'korpu';
export const DESK_PASSPHRASE = 'nar bagi uzerinde goy qursagi';
/** The second factor of the demo's lawyers, for any authenticator. */
export const DESK_TOTP_SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

export type DeskPerson = Readonly<{ key: string; shownName: string; isBar: boolean; regions: readonly string[] }>;

/** Their roles are those of their memberships (people.ts); the lead is the root of the desk's vouching. */
export const DESK_PEOPLE: readonly DeskPerson[] = [
  { key: 'nermin', shownName: 'Nərmin Q.', isBar: true, regions: [] },
  { key: 'tural', shownName: 'Tural S.', isBar: true, regions: ['AZ-AST', 'AZ-LAN', 'AZ-MAS'] },
  { key: 'cemile', shownName: 'Cəmilə A.', isBar: false, regions: ['AZ-GA', 'AZ-GOY'] },
  { key: 'rasim', shownName: 'Rasim H.', isBar: false, regions: [] },
];

export type DemoRequest = Readonly<{
  daysAgo: number;
  language: Locale;
  /** `dueIn`: days from now, so that the story never grows old. */
  answers: Omit<Answers, 'dueOn'> & { dueIn?: number };
  story: string;
  identity: Identity | null;
  /** Keys of people whom the applicant keeps out. */
  keptOut?: readonly string[];
  /** What somebody of the desk did with it since. */
  work?: DemoWork;
}>;

export type DemoWork = Readonly<{
  /** Who has it, by the key in the story. */
  by: string;
  reply: string;
  note: string;
  task: Readonly<{ title: string; dueIn: number }>;
  minutes: number;
  /** Why the name is asked for; a custodian's answer is awaited. */
  asksName: string;
}>;

export const DEMO_REQUESTS: readonly DemoRequest[] = [
  {
    daysAgo: 0,
    language: 'az',
    answers: { track: 'person', matter: 'police', flags: ['summons'], region: 'AZ-AST', stage: 'nothing', dueIn: 2 },
    story:
      'Kənd yolunun təmiri barədə imza topladığım üçün polis şöbəsinə çağırış vərəqəsi gəlib. Kim kimi çağırıldığım yazılmayıb: şahid, yoxsa başqa cür. Getməliyəmmi və nə deməliyəm?',
    identity: {
      name: 'Nümunə Şirin Qurbanova',
      phone: '+994 50 000 01 01',
      safe: { channel: 'phone', hours: '18:00-dan sonra', mayLeaveMessage: false },
    },
  },
  {
    daysAgo: 1,
    language: 'az',
    answers: { track: 'person', matter: 'housing', flags: ['eviction'], region: 'AZ-LAN', stage: 'answered' },
    story:
      'Bələdiyyə evimizin sənədsiz tikildiyini deyir və on gün ərzində söküləcəyini bildirib. Ev 1998-ci ildən durur, işıq və qaz haqqını ödəyirik.',
    identity: { name: 'Nümunə Vaqif Ələsgərov', phone: '+994 50 000 01 02' },
  },
  {
    daysAgo: 3,
    language: 'ru',
    answers: { track: 'person', matter: 'work', flags: ['retaliation'], region: 'AZ-GA', stage: 'nothing', dueIn: 9 },
    story:
      'После моего выступления на встрече с исполнительной властью директор школы сказал, что мой договор не продлят. Письменного приказа ещё нет.',
    identity: null,
    keptOut: ['cemile'],
  },
  {
    daysAgo: 5,
    language: 'az',
    answers: { track: 'person', matter: 'administration', flags: [], region: 'AZ-GOY', stage: 'written', dueIn: 16 },
    story:
      'Su kəsintiləri barədə rayon icra hakimiyyətinə yazmışam, 15 iş günü keçib, cavab yoxdur. Bundan sonra hara yazmalıyam?',
    identity: { name: 'Nümunə Elza Rüstəmli', email: 'elza@numune.invalid', safe: { channel: 'email' } },
  },
  {
    daysAgo: 8,
    language: 'az',
    answers: { track: 'campaign', need: 'leaflet_review', flags: [], region: 'AZ-GA' },
    story: 'Həyətdəki uşaq meydançası kampaniyamızın vərəqəsini paylamazdan əvvəl yoxlamağınızı xahiş edirik.',
    identity: { name: 'Nümunə kampaniya komandası', phone: '+994 50 000 01 05' },
  },
  {
    daysAgo: 12,
    language: 'az',
    answers: { track: 'campaign', need: 'collective_complaint', flags: [], region: 'AZ-MAS' },
    story:
      'Kəndimizdən qırx ailə eyni qərardan şikayət etmək istəyir: torpaq sahələrimiz razılığımız olmadan yenidən ölçülüb.',
    identity: { name: 'Nümunə kəndin nümayəndəsi', phone: '+994 50 000 01 06' },
  },
  {
    daysAgo: 30,
    language: 'az',
    answers: { track: 'person', matter: 'benefits', flags: [], region: 'AZ-AST', stage: 'refused' },
    story: 'Ünvanlı sosial yardım müraciətim rədd edilib, səbəb göstərilməyib. Üç uşağım var.',
    identity: { name: 'Nümunə Arzu Bəylərova', phone: '+994 50 000 01 07' },
    work: {
      by: 'tural',
      reply:
        'Salam. İmtina barədə yazılı cavab almamısınızsa, onu yazılı istəyin: səbəb göstərilməlidir. Aldığınız kağızın şəklini bu səhifədə əlavə edin.',
      note: 'Gəlir hesablamasında keçən ilin arayışına baxıblar. Yeni arayış istənilsin.',
      task: { title: 'Mərkəzə səbəb barədə sorğu', dueIn: 6 },
      minutes: 50,
      asksName: 'Etibarnaməni hazırlamaq üçün ad və ünvan lazımdır',
    },
  },
];
