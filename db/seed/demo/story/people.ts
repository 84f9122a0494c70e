import type { DemoPerson } from './types.ts';
import type { MemberRole } from '#app/kernel/actor.ts';
import type { Locale } from '#app/kernel/locale.ts';
import type { Names } from '#app/kernel/regions.ts';

/** Numbers in the order of the list: +994 50 000 00 01 and so on. */
let count = 0;

function person(
  key: string,
  name: string,
  home: string,
  memberships: DemoPerson['memberships'],
  part: Names,
  locale: Locale = 'az',
): DemoPerson {
  count += 1;
  const phone = `+99450${String(count).padStart(7, '0')}`;
  return { key, name, email: `${key}@${home}.invalid`, phone, locale, memberships, part };
}

const one = (organisation: string, ...roles: readonly MemberRole[]): DemoPerson['memberships'] => [
  { organisation, roles },
];

const OWNER: Names = { az: 'Təşkilatın rəhbəri', en: 'Heads the organisation', ru: 'Руководит организацией' };
const ORGANISER: Names = {
  az: 'Təşkilatçı: məktubları göndərir, cavabı izləyir',
  en: 'Organiser: sends the letters and follows the answers',
  ru: 'Организатор: отправляет письма и следит за ответами',
};
const MODERATOR: Names = {
  az: 'Moderator: gələn bildirişləri yoxlayır və dərc edir',
  en: 'Moderator: checks what comes in and publishes it',
  ru: 'Модератор: проверяет сообщения и публикует их',
};
const VOLUNTEER: Names = {
  az: 'Könüllü: telefonla və qapıda deyilənləri yazır',
  en: 'Volunteer: writes down what people say on the phone and at the door',
  ru: 'Волонтёр: записывает то, что говорят по телефону и при встрече',
};
const READER: Names = { az: 'Yalnız baxır', en: 'Only looks', ru: 'Только смотрит' };
const LAWYER: Names = {
  az: 'Hüquqşünas: yalnız hüquqi müraciətləri görür',
  en: 'Lawyer: sees requests for legal aid only',
  ru: 'Юрист: видит только обращения за юридической помощью',
};
const OWNER_WHO_ORGANISES: Names = {
  az: 'Təşkilatın rəhbəri və təşkilatçısı',
  en: 'Heads the organisation and organises',
  ru: 'Руководит организацией и её работой',
};

/** Everybody in the demo. Names are common ones combined by chance; any likeness to a real person is accidental. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  {
    ...person('elcin', 'Elçin Rəhimli', 'icma', [], {
      az: 'Operator: təşkilatları təsdiqləyir, sistemi saxlayır',
      en: 'Operator: approves organisations and keeps the system running',
      ru: 'Оператор: утверждает организации и поддерживает систему',
    }),
    isOperator: true,
  },
  person('nigar', 'Nigar Səmədli', 'korpu', one('korpu', 'owner', 'organiser'), {
    az: 'Şəbəkənin rəhbəri',
    en: 'Heads the network',
    ru: 'Руководит сетью',
  }),
  person('kamran', 'Kamran Əlili', 'korpu', one('korpu', 'moderator'), {
    az: 'Şəbəkənin moderatoru: təşkilatı olmayan rayonlardan gələnləri yoxlayır',
    en: 'The network’s moderator: checks reports from regions without an organisation',
    ru: 'Модератор сети: проверяет сообщения из районов, где нет организации',
  }),
  person('leyla', 'Leyla Quluzadə', 'korpu', one('korpu', 'reader'), READER, 'en'),

  person('aysel', 'Aysel Məhərrəmli', 'kepez', one('kepez', 'owner'), OWNER),
  person('tofiq', 'Tofiq Bağırlı', 'kepez', one('kepez', 'organiser'), ORGANISER),
  person('gunel', 'Günel Abbaslı', 'kepez', one('kepez', 'moderator'), MODERATOR),
  person('murad', 'Murad Səfərli', 'kepez', one('kepez', 'volunteer'), VOLUNTEER),

  person('sevinc', 'Sevinc Yunuslu', 'narbagi', one('narbagi', 'owner', 'organiser'), OWNER_WHO_ORGANISES),
  person('ramil', 'Ramil Haqverdi', 'narbagi', one('narbagi', 'moderator'), MODERATOR),

  person('zaur', 'Zaur Nəbili', 'ipekyolu', one('ipekyolu', 'owner'), OWNER),
  person('lale', 'Lalə Əmirova', 'ipekyolu', one('ipekyolu', 'organiser'), ORGANISER),
  person('ulviyye', 'Ülviyyə Şirinli', 'ipekyolu', one('ipekyolu', 'moderator'), MODERATOR),

  person('ilqar', 'İlqar Mustafalı', 'arazsahili', one('arazsahili', 'owner', 'organiser'), OWNER_WHO_ORGANISES),
  person('samire', 'Samirə Qənizadə', 'arazsahili', one('arazsahili', 'moderator'), MODERATOR),

  person('esmira', 'Esmira Talıblı', 'xezeryeli', one('xezeryeli', 'owner'), OWNER),
  person('anar', 'Anar Dadaşlı', 'xezeryeli', one('xezeryeli', 'organiser'), ORGANISER, 'ru'),
  person('nezaket', 'Nəzakət Babalı', 'xezeryeli', one('xezeryeli', 'moderator'), MODERATOR),
  person('vusal', 'Vüsal Hidayətli', 'xezeryeli', one('xezeryeli', 'reader'), READER),

  person('rovsen', 'Rövşən İbadlı', 'aranevi', one('aranevi', 'owner', 'organiser'), OWNER_WHO_ORGANISES),
  person('turkan', 'Türkan Osmanlı', 'aranevi', one('aranevi', 'moderator'), MODERATOR),

  person('sahin', 'Şahin Hüseynli', 'astaracay', one('astaracay', 'owner'), OWNER),
  person(
    'aide',
    'Aidə Kərimli',
    'astaracay',
    [
      { organisation: 'astaracay', roles: ['organiser'] },
      { organisation: 'vilescay', roles: ['volunteer'] },
    ],
    {
      az: 'Astarada təşkilatçı, Masallıda könüllü: iki təşkilat, bir hesab',
      en: 'Organiser in Astara, volunteer in Masalli: two organisations, one account',
      ru: 'Организатор в Астаре, волонтёр в Масаллы: две организации, один вход',
    },
  ),
  person('rena', 'Rəna Mirzəli', 'astaracay', one('astaracay', 'moderator'), MODERATOR),
  person('samir', 'Samir Balayev', 'astaracay', one('astaracay', 'volunteer'), VOLUNTEER),
  person('xalide', 'Xalidə Şükürlü', 'astaracay', one('astaracay', 'reader'), READER),

  person('elnur', 'Elnur Vəlizadə', 'semkircay', one('semkircay', 'owner'), OWNER),
  person('fuad', 'Fuad Həmzəli', 'semkircay', one('semkircay', 'organiser'), ORGANISER),
  person('konul', 'Könül Rüstəmli', 'semkircay', one('semkircay', 'moderator'), MODERATOR),

  person('terane', 'Təranə Əsgərli', 'vilescay', one('vilescay', 'owner', 'organiser'), OWNER_WHO_ORGANISES),
  person('zeyneb', 'Zeynəb Nurullalı', 'vilescay', one('vilescay', 'moderator'), MODERATOR),

  person('perviz', 'Pərviz Salmanlı', 'gunesli', one('gunesli', 'owner', 'organiser'), {
    az: 'Başqa təşkilatın rəhbəri: o birilərin işini görməməlidir',
    en: 'Heads another organisation: must see nothing of the others’ work',
    ru: 'Руководит другой организацией: не должен видеть работу остальных',
  }),
  person('irina', 'İrina Kovalenko', 'gunesli', one('gunesli', 'moderator'), MODERATOR, 'ru'),

  person('solmaz', 'Solmaz Tağıyeva', 'sakin', [], {
    az: 'Astara sakini: hesabı var, heç bir təşkilatda deyil',
    en: 'A resident of Astara with an account and no organisation',
    ru: 'Жительница Астары: есть учётная запись, но нет организации',
  }),

  {
    ...person('nisa', 'Nisə Ağazadə', 'astaracay', one('astaracay', 'volunteer'), {
      az: 'E-poçtu olmayan könüllü: telefonla daxil olur, yeni şifrə üçün kodu rəhbər verir',
      en: 'A volunteer without e-mail: signs in with a phone number, gets a new password by a code from the owner',
      ru: 'Волонтёр без почты: входит по номеру телефона, код для нового пароля даёт руководитель',
    }),
    email: null,
  },
  person('nermin', 'Nərmin Qasımlı', 'korpu', one('korpu', 'legal_lead'), {
    az: 'Hüquqi yardımın rəhbəri, vəkil: açarları təsdiqləyir, işləri bölüşdürür (kilidin parolu demo-people.json faylındadır)',
    en: 'Legal lead, advocate: vouches for keys and shares out cases (the passphrase is in demo-people.json)',
    ru: 'Руководит юристами, адвокат: подтверждает ключи и распределяет дела (пароль сейфа — в demo-people.json)',
  }),
  person('tural', 'Tural Səlimzadə', 'korpu', one('korpu', 'lawyer'), LAWYER),
  person('cemile', 'Cəmilə Ağasıyeva', 'korpu', one('korpu', 'lawyer'), LAWYER),
  person('rasim', 'Rasim Hacıyev', 'korpu', one('korpu', 'custodian'), {
    az: 'Ad saxlayan: müraciət edənin adının açılmasına qərar verir, işi oxumur',
    en: 'Custodian: decides whether a name is opened; reads no case',
    ru: 'Хранитель имён: решает, раскрывать ли имя; дел не читает',
  }),
];
