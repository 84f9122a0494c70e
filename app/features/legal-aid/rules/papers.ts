/**
 * Papers put together from particulars: a complaint to an administrative body, an information request, the skeleton of a
 * suit. In Azerbaijani, the language of the offices. What is not known becomes a line to write on, with what belongs
 * there in brackets; nothing is invented and nothing is said about the law that `legal-terms.ts` or `legal-facts.ts`
 * does not know.
 */
import { isDay, type Day } from '#app/kernel/dated-rules/days.ts';
import type { Haste, Paper, PaperBlock, PaperKind, Particulars, SuitKind } from './paper.ts';

const LINE = '____________________';

/** Counts the blanks it leaves. */
type Pen = { put: (value: string, what: string) => string; blanks: () => number };

function pen(): Pen {
  let blanks = 0;
  return {
    put: (value, what) => {
      if (value.trim() !== '') return value.trim();
      blanks += 1;
      return `${LINE} (${what})`;
    },
    blanks: () => blanks,
  };
}

/** As papers write a day: 29.01.2025. */
const dayText = (day: Day | ''): string => (isDay(day) ? day.split('-').toReversed().join('.') : '');

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n\s*\n/u)
    .map((part) => part.trim())
    .filter(Boolean);

const text = (said: string): PaperBlock => ({ kind: 'text', text: said });
const heading = (said: string): PaperBlock => ({ kind: 'heading', text: said });

function told(value: string, what: string, write: Pen): PaperBlock[] {
  const parts = paragraphsOf(value);
  return parts.length > 0 ? parts.map(text) : [text(write.put('', what))];
}

function list(value: string, what: string, write: Pen): PaperBlock {
  const items = linesOf(value);
  return { kind: 'list', items: items.length > 0 ? items : [write.put('', what)] };
}

/** The paper of a kind from what is known. */
export function composePaper(kind: PaperKind, known: Particulars): Paper {
  const write = pen();
  const body = { complaint, information_request: informationRequest, suit }[kind](known, write);
  const attachments = [...linesOf(known.attachments), ...body.attachments];
  const date = write.put(dayText(known.signedOn), 'tarix');
  const signer = write.put(known.person, 'soyadı, adı, atasının adı');
  const blanks = write.blanks();
  const anonymous = known.person.trim() === '' || known.personAddress.trim() === '';
  return {
    kind,
    ...body,
    attachments,
    date,
    signer,
    blanks,
    notices: [
      ...(anonymous && kind !== 'suit' ? (['anonymous'] as const) : []),
      'identity',
      ...(kind === 'suit' ? (['court'] as const) : []),
      ...(blanks > 0 ? (['blanks'] as const) : []),
    ],
  };
}

type Body = Pick<Paper, 'head' | 'title' | 'subtitle' | 'blocks' | 'attachments'>;

function person(known: Particulars, write: Pen): string[] {
  return [
    write.put(known.person, 'soyadı, adı, atasının adı'),
    write.put(known.personAddress, 'ünvan'),
    ...(known.personPhone.trim() ? [known.personPhone.trim()] : []),
    ...(known.representative.trim() ? [`Nümayəndə: ${known.representative.trim()}`] : []),
  ];
}

function addressee(known: Particulars, what: string, write: Pen): string[] {
  const address = known.addresseeAddress.trim();
  return [write.put(known.addressee, what), ...(address ? [address] : [])];
}

function complaint(known: Particulars, write: Pen): Body {
  const act = write.put(known.act, 'inzibati aktın və ya hərəkətsizliyin adı');
  const number = known.actNumber.trim() ? `, № ${known.actNumber.trim()}` : '';
  return {
    head: [
      { label: 'Kimə', lines: addressee(known, 'yuxarı inzibati orqanın adı', write) },
      { label: 'Kimdən', lines: person(known, write) },
    ],
    title: 'Şikayət',
    subtitle: 'inzibati akta, inzibati orqanın hərəkətinə və ya hərəkətsizliyinə qarşı',
    blocks: [
      text(
        `Şikayət edirəm: ${act}${number}, ${write.put(dayText(known.actOn), 'aktın tarixi')}. Bu barədə ${write.put(dayText(known.learnedOn), 'tarix')} tarixində məlumat almışam.`,
      ),
      heading('Nə baş verib'),
      ...told(known.facts, 'nə, harada, nə vaxt və kimin iştirakı ilə baş verib', write),
      heading('Nə üçün hüquqlarımı pozur'),
      ...told(known.reasons, 'pozulmuş hüquq və səbəblər', write),
      heading('Xahişim'),
      text(
        '“İnzibati icraat haqqında” Azərbaycan Respublikası Qanununun VII fəslinə əsasən şikayətimə baxılmasını və aşağıdakıların təmin edilməsini xahiş edirəm:',
      ),
      list(known.demands, 'məsələn: aktın ləğv edilməsi', write),
      text(
        'Qəbul edilmiş qərar, onun əsasları və ondan şikayət qaydası barədə yuxarıdakı ünvana yazılı məlumat verilməsini xahiş edirəm.',
      ),
    ],
    attachments: [],
  };
}

const HASTE_TEXT: Record<Exclude<Haste, 'none'>, string> = {
  'losing-value':
    'Sorğulanan informasiya əhəmiyyətini tez itirdiyi üçün sorğunun 24 saat ərzində cavablandırılmasını xahiş edirəm.',
  danger:
    'İnsanın həyatı, sağlamlığı və ya azadlığı təhlükədə olduğu üçün sorğunun 48 saat ərzində cavablandırılmasını xahiş edirəm.',
};

function informationRequest(known: Particulars, write: Pen): Body {
  return {
    head: [
      { label: 'Kimə', lines: addressee(known, 'informasiya sahibinin adı', write) },
      { label: 'Kimdən', lines: person(known, write) },
    ],
    title: 'İnformasiya sorğusu',
    subtitle: null,
    blocks: [
      text(
        '“İnformasiya əldə etmək haqqında” Azərbaycan Respublikasının 30 sentyabr 2005-ci il tarixli 1024-IIQ nömrəli Qanununa əsasən aşağıdakı informasiyanın mənə təqdim edilməsini xahiş edirəm:',
      ),
      list(known.demands, 'hansı sənəd və ya məlumat, hansı dövr üzrə', write),
      ...(known.facts.trim() ? paragraphsOf(known.facts).map(text) : []),
      ...(known.haste === 'none' ? [] : [text(HASTE_TEXT[known.haste])]),
      text('Cavabın yuxarıdakı ünvana yazılı şəkildə göndərilməsini xahiş edirəm.'),
      text(
        'İnformasiya sizdə deyilsə, sorğunun aidiyyəti üzrə göndərilməsini və bunun mənə bildirilməsini xahiş edirəm. İnformasiyanın verilməsindən tam və ya qismən imtina edilərsə, imtinanın hüquqi əsasının və ondan şikayət qaydasının yazılı göstərilməsini xahiş edirəm.',
      ),
    ],
    attachments: [],
  };
}

const SUIT_SUBTITLE: Record<SuitKind, string> = {
  contest: 'inzibati aktın ləğv edilməsi haqqında (mübahisələndirmə iddiası)',
  oblige: 'inzibati aktın qəbul edilməsi haqqında (məcburetmə iddiası)',
  performance: 'öhdəliyin icrası haqqında',
  interference: 'hüquqazidd müdaxilədən müdafiə haqqında',
};

function suit(known: Particulars, write: Pen): Body {
  const number = known.actNumber.trim() ? `, № ${known.actNumber.trim()}` : '';
  return {
    head: [
      { label: 'Məhkəmə', lines: addressee(known, 'inzibati məhkəmənin adı', write) },
      { label: 'İddiaçı', lines: person(known, write) },
      {
        label: 'Cavabdeh',
        lines: [
          write.put(known.respondent, 'inzibati orqanın adı'),
          ...(known.respondentAddress.trim() ? [known.respondentAddress.trim()] : []),
        ],
      },
    ],
    title: 'İddia ərizəsi',
    subtitle: SUIT_SUBTITLE[known.suit],
    blocks: [
      heading('1. Mübahisənin predmeti'),
      text(
        `${write.put(known.act, 'inzibati akt, hərəkət və ya hərəkətsizlik')}${number}, ${write.put(dayText(known.actOn), 'tarixi')}. İddiaçıya təqdim edildiyi (elan edildiyi) tarix: ${write.put(dayText(known.learnedOn), 'tarix')}.`,
      ),
      heading('2. Faktiki hallar'),
      ...told(known.facts, 'işin halları, tarix ardıcıllığı ilə', write),
      heading('3. Hüquqi əsaslandırma'),
      ...told(known.reasons, 'pozulmuş hüquqlar və tətbiq edilməli olan normalar', write),
      heading('4. Sübutlar'),
      text('İddianı təsdiq edən sübutlar əlavələrdə sadalanır.'),
      heading('5. İddia tələbi'),
      text('Yuxarıda göstərilənlərə əsasən məhkəmədən xahiş edirəm:'),
      list(known.demands, 'hər tələb ayrıca bənddə', write),
    ],
    attachments: [
      'İddia ərizəsinin və ona əlavə edilmiş sənədlərin surətləri',
      ...(known.representative.trim() ? ['Nümayəndənin səlahiyyətini təsdiq edən sənəd'] : []),
    ],
  };
}
