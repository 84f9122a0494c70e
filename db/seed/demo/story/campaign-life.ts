import type { MeetingKind } from '#app/features/teams/rules/meeting.ts';
import type { QuizQuestion } from '#app/features/teams/rules/briefing.ts';
import type { TaskKey } from '#app/features/elections/rules/checklist.ts';

/** How many days after the story's day the made-up election is held: its campaign is open, its papers are handed in. */
export const DEMO_ELECTION_IN_DAYS = 16;

/** Everything here is made up. Days count from the story's day, negative before it. */
export type DemoCampaignLife = {
  team: string;
  municipality: string;
  population: number;
  /** Lines of the checklist that are done, by days before the election. */
  done: readonly TaskKey[];
  counts: readonly (readonly [collector: string, daysAgo: number, count: number])[];
  briefing: { title: string; text: string; questions: readonly QuizQuestion[] };
  meetings: readonly {
    kind: MeetingKind;
    partner: string;
    place: string;
    ago: number;
    note: string;
    promise?: { text: string; dueIn: number };
    followUp?: { text: string; dueIn: number };
  }[];
};

const QUIZ: readonly QuizQuestion[] = [
  {
    question: 'Seçiciyə pul və ya hədiyyə vəd edə bilərikmi?',
    options: ['Bəli, azacıq', 'Xeyr, heç vaxt'],
    correct: 1,
  },
  {
    question: 'Təşviqatı nə vaxt dayandırırıq?',
    options: ['Səsvermədən bir gün əvvəl, saat 08:00-da', 'Səsvermə günü axşam'],
    correct: 0,
  },
  {
    question: 'Seçicinin vəsiqə nömrəsini yazırıqmı?',
    options: ['Xeyr, heç yerə', 'Bəli, dəftərə'],
    correct: 0,
  },
];

const TEXT = `Salam veririk, adımızı və kimin komandasından olduğumuzu deyirik. Qapı açılmırsa, vərəqəni qoyub gedirik.

Heç nə vəd etmirik: vədi yalnız namizəd özü verir. Pul, hədiyyə, təzyiq yoxdur. Seçicinin adını, telefonunu, vəsiqəsini yazmırıq.

Təhlükə hiss etsək, dərhal uzaqlaşıb koordinatora zəng edirik. Həmişə iki nəfər gedirik.`;

const PAPERS: readonly TaskKey[] = [
  'eligibility',
  'incompatible-posts',
  'nomination-papers',
  'nomination-decision',
  'election-account',
  'authorised-representative',
  'signature-sheets',
  'signature-protocol',
  'income-statement',
  'property-statement',
  'financial-report',
  'data-changes',
  'documents-handed-in',
  'registration-decision',
];

export const DEMO_CAMPAIGN_LIFE: readonly DemoCampaignLife[] = [
  {
    team: 'm02',
    municipality: 'Boradigah',
    population: 12_400,
    done: PAPERS,
    counts: [
      ['Qrup 1', 32, 14],
      ['Qrup 2', 31, 19],
      ['Qrup 1', 29, 17],
      ['Qrup 3', 28, 11],
    ],
    briefing: { title: 'Qapıda nə deyirik, nəyi vəd etmirik', text: TEXT, questions: QUIZ },
    meetings: [
      {
        kind: 'yard',
        partner: 'Bulaq küçəsinin sakinləri',
        place: 'Boradigah, Bulaq küçəsi',
        ago: 4,
        note: 'İyirmiyə yaxın adam. Əsas sual içməli su və məktəb yoludur.',
        promise: { text: 'Məktəb yolunun işıqlandırılması üçün müraciət hazırlanacaq', dueIn: -1 },
        followUp: { text: 'Su xətti barədə cavabı sakinlərə çatdırmaq', dueIn: 1 },
      },
      {
        kind: 'media',
        partner: 'Nümunə rayon qəzeti',
        place: 'Masallı',
        ago: 2,
        note: 'Müsahibə verildi, mətn çapdan əvvəl göstəriləcək.',
        followUp: { text: 'Müsahibənin mətnini yoxlayıb göndərmək', dueIn: -1 },
      },
      {
        kind: 'ngo',
        partner: 'Nümunə qadın təşəbbüsü',
        place: 'Masallı',
        ago: 1,
        note: 'Uşaq otağı barədə birgə görüş təklif edildi.',
      },
    ],
  },
  {
    team: 'a03',
    municipality: 'Ərçivan',
    population: 8_900,
    done: PAPERS,
    counts: [
      ['Qrup A', 31, 16],
      ['Qrup B', 30, 15],
    ],
    briefing: { title: 'Görüşlərdə özümüzü necə aparırıq', text: TEXT, questions: QUIZ },
    meetings: [
      {
        kind: 'community',
        partner: 'Ərçivan icma yığıncağı',
        place: 'Ərçivan',
        ago: 3,
        note: 'Tullantıların daşınması müzakirə edildi.',
        promise: { text: 'Tullantı qablarının yerini sakinlərlə birlikdə müəyyən etmək', dueIn: 20 },
      },
    ],
  },
];
