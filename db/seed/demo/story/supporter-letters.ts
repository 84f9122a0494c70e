import type { SupporterLetterWay } from '#app/features/campaigns/rules/delivery.ts';

export type DemoInvitation = {
  /** The campaign's title. */
  campaign: string;
  subject: string;
  hints: readonly string[];
  letters: readonly { name: string; text: string; isCopy?: boolean }[];
  /** How people say they sent theirs. */
  bySelf: readonly SupporterLetterWay[];
};

const LIGHT =
  'Növbədən saat on birdə qayıdıram. Dayanacaqdan evə yeddi dəqiqəlik yolda bir dirək də yanmır, telefonun işığı ilə gedirəm. Xahiş edirəm, işıqları bərpa edin.';

export const DEMO_LETTERS: readonly DemoInvitation[] = [
  {
    campaign: 'Hər həyətə işıq',
    subject: 'Həyətlərarası yolun işıqlandırılması',
    hints: ['Axşam evə necə qayıdırsınız', 'Qaranlıqda nə baş verib', 'Hansı dirəklər yanmır'],
    letters: [
      { name: 'Sevinc Abbasova', text: LIGHT },
      {
        name: 'Tofiq Həsənli',
        text: 'Atam yetmiş səkkiz yaşındadır, qışda qaranlıqda yıxılıb əlini sındırdı. Bizim həyətin dirəyi iki ildir sönüb. Onu yandırmaq bir günlük işdir.',
      },
      {
        name: 'Günay Məmmədova',
        text: 'Qızım dərnəkdən çıxanda hava qaralır. Hər axşam onu qarşılamağa çıxıram, çünki yolun ortası tam qaranlıqdır. İşıq olsa, özü gələ bilər.',
      },
      { name: 'Elşad Quliyev', text: LIGHT, isCopy: true },
    ],
    bySelf: ['whatsapp', 'mailto', 'whatsapp', 'print'],
  },
  {
    campaign: 'Kənddə hər gün həkim',
    subject: 'Kənd həkim məntəqəsinin iş qrafiki',
    hints: ['Həkimə ən son nə vaxt ehtiyacınız olub', 'Rayona getmək neçəyə başa gəlir', 'Kimlər üçün ən çətindir'],
    letters: [
      {
        name: 'Rəhilə Nəsibova',
        text: 'Oğlumun qızdırması gecə qalxdı, məntəqə bağlı idi. Rayona taksi on beş manatdır. Həftədə heç olmasa beş gün həkim olsun.',
      },
      {
        name: 'Mehman İsmayılov',
        text: 'Anam təzyiq xəstəsidir, hər dəfə reseptin yenilənməsi üçün bir iş günümü itirirəm. Məntəqənin cədvəli divardan asılsın və ona əməl olunsun.',
      },
    ],
    bySelf: ['print', 'mailto'],
  },
];
