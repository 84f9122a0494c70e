import { acknowledge, byReporter, decide, forward, publish, record } from './moves.ts';
import type { DemoIssue } from './types.ts';

const here = { organisation: 'vilescay', region: 'AZ-MAS', source: 'web', locale: 'az' } as const;

export const MASALLI_ISSUES: readonly DemoIssue[] = [
  {
    ...here,
    key: 'i54',
    category: 'waste',
    settlement: 'Masallı',
    place: 'Masallı, Viləş çayının üstündəki körpü',
    lat: 39.04213,
    lng: 48.66412,
    daysAgo: 34,
    confirmations: 55,
    text: {
      az: {
        title: 'Viləş çayının kənarı zibilliyə çevrilib',
        details: 'Körpünün altında məişət tullantısı yığılıb, yazda su onu dənizə aparır.',
      },
    },
    moves: [publish(33, 'zeyneb'), forward(32, 'terane', 'belediyye', 'V-21'), acknowledge(29, 'terane', 'belediyye')],
  },
  {
    ...here,
    key: 'i55',
    category: 'water_supply',
    settlement: 'Boradigah',
    place: 'Boradigah, çoxmərtəbəli binalar',
    lat: 38.93774,
    lng: 48.70109,
    daysAgo: 29,
    confirmations: 43,
    locale: 'ru',
    text: {
      az: {
        title: 'Qəsəbədə su iki gündən bir verilir',
        details: 'Qrafik tez-tez pozulur, üst mərtəbələrə su qalxmır.',
      },
      ru: {
        title: 'В посёлке воду дают через день',
        details: 'График часто нарушают, на верхние этажи вода не поднимается.',
      },
    },
    moves: [publish(28, 'zeyneb'), forward(27, 'terane', 'adsea', 'V-24')],
  },
  {
    ...here,
    key: 'i56',
    category: 'bridge',
    settlement: 'Köhnə Alvadı',
    place: 'Köhnə Alvadı, məktəb yolundakı körpü',
    lat: 39.04489,
    lng: 48.63593,
    daysAgo: 50,
    confirmations: 72,
    text: {
      az: {
        title: 'Uşaqlar məhəccərsiz körpüdən keçir',
        details:
          'Körpünün bir tərəfində məhəccər yoxdur, taxtalar sürüşür. Ötən qış bir uşaq suya düşüb, xilas edilib.',
      },
    },
    moves: [
      publish(49.5, 'zeyneb', 'Təcilidir, uşaqlar keçir'),
      forward(49, 'terane', 'aayda', 'V-15'),
      acknowledge(45, 'terane', 'aayda'),
      record(30, 'promised', 'terane', 'Məhəccərin bu rübdə qoyulacağı yazılıb.', 'aayda'),
    ],
  },
  {
    ...here,
    key: 'i57',
    category: 'wildlife',
    settlement: 'Qızılağac',
    place: 'Qızılağac, qoruğun kənarı',
    lat: 39.04197,
    lng: 48.81261,
    daysAgo: 5,
    confirmations: 0,
    text: {
      az: {
        title: 'Qoruq ətrafında qanunsuz ov edilir',
        details: 'Gecə atəş səsi eşidilir, yol kənarında ölü quşlar tapılıb.',
      },
    },
    moves: [
      decide(4, 'held', 'zeyneb', 'Yer bildirəni göstərə bilər, dəqiqləşdirilir', 'Dərc etməzdən əvvəl bir sual var.'),
    ],
    messages: [
      {
        daysAgo: 4,
        side: 'organisation',
        by: 'zeyneb',
        text: 'Bu yerdə ev azdır. Sizi tanımasınlar deyə xəritədə yalnız “Qızılağac” yazaq?',
      },
      { daysAgo: 3.2, side: 'reporter', text: 'Bəli, belə yaxşıdır. Dəqiq yeri yazmayın.' },
    ],
  },
  {
    ...here,
    key: 'i58',
    category: 'public_transport',
    settlement: 'Ərkivan',
    place: 'Ərkivan, dayanacaq',
    lat: 39.01773,
    lng: 48.64308,
    daysAgo: 23,
    confirmations: 0,
    text: {
      az: {
        title: 'Marşrut avtobusu cədvələ əməl etmir',
        details: 'Səhər reysi tez-tez gəlmir, şagirdlər dərsə gecikir. Sürücünün adını və telefonunu da yazıram.',
      },
    },
    moves: [
      decide(
        22,
        'rejected',
        'zeyneb',
        'Şəxsin adı və telefonu var',
        'Mətndə bir şəxsin adı və telefonu var. Onlarsız yenidən yazsanız, dərc edə bilərik.',
      ),
    ],
  },
  {
    ...here,
    key: 'i59',
    category: 'maternal_health',
    settlement: 'Digah',
    place: 'Digah, tibb məntəqəsi',
    lat: 39.04491,
    lng: 48.66817,
    daysAgo: 16,
    confirmations: 30,
    text: {
      az: {
        title: 'Kənddə ginekoloq qəbulu yoxdur',
        details: 'Hamilə qadınlar müayinə üçün rayon mərkəzinə gedir, ayda bir səyyar qəbul təklif edirik.',
      },
    },
    moves: [publish(15, 'zeyneb')],
    flags: [{ daysAgo: 3, kind: 'other', text: 'Bu ay səyyar həkim gəlmişdi, mətni dəqiqləşdirin.' }],
  },
  {
    ...here,
    key: 'i60',
    category: 'elderly',
    settlement: 'Xıl',
    place: 'Xıl, kəndin aşağı məhəlləsi',
    lat: 38.96903,
    lng: 48.72471,
    daysAgo: 39,
    confirmations: 18,
    source: 'visit',
    enteredBy: 'aide',
    text: {
      az: {
        title: 'Tək yaşayan ahıllara evdə xidmət yoxdur',
        details: 'Kənddə tək yaşayan on iki ahıl var. Dərman və ərzaq üçün qonşulara möhtacdırlar.',
      },
    },
    moves: [
      publish(38, 'zeyneb'),
      forward(36, 'terane', 'dost', 'V-19'),
      byReporter(13, 'withdrawn', 'Bildirən özü geri götürüb'),
    ],
  },
];
