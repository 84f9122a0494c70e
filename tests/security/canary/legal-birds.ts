import type { Place } from './places.ts';

/**
 * Sentences that exist nowhere else, one for each field of legal aid into which somebody writes. Whoever adds a field adds
 * a line here and writes it in canary-legal.test.ts; a field that is never written fails the test. Azerbaijani (ə ş ğ ı),
 * Russian and English, because each is stored and searched in another way.
 */
export const LEGAL_BIRDS = {
  // Intake, with the receipt.
  'draft.story': 'Qaralamada Şəfəqğın turacı ıslanıb',
  'draft.name': 'Qarğıdaş Şəhriyaroğlu Ələkçi',
  'draft.file-name': 'Göyğurşaq-qaralama-çəkili.txt',
  'draft.file-body': 'Bülbülğışlaq üzrə gizli qeyd yazıldı',
  'story.text': 'Ağcaqanadşığ kəndində məni hədələyirlər',
  'story.text.ru': 'В Журавлинобродске мне угрожают соседи',
  'story.text.en': 'In Quillfeatherton the bailiff knocked twice',
  'identity.name': 'Zümrüdğış Sərçəqanadlı',
  'identity.name.ru': 'Фёкла Свиристелева-Зяблина',
  'identity.phone': '+994557319046',
  'identity.email': 'serce.qanadli@qaranqus.example',
  'identity.address': 'Qaranquşyuvası küçəsi 814, blok Ğ',
  'identity.hours': 'yalnız hacıleyləksaatı ərzində',
  'identity.code-word': 'çobanaldadanğış',
  'notice.email': 'bildiris.kecelbaz@alaqargagil.example',
  'file.name': 'çağırışğırqovul-vərəqəsi.txt',
  'file.name.ru': 'повестка-от-поползнева.txt',
  'file.body': 'Faylın içi: bozturğaylı şahidin adı',
  'voice.name': 'səsyazısı-ququşlu.txt',
  // The thread.
  'message.applicant': 'Sığırçınabad yolunda gözləyirəm',
  'message.applicant.ru': 'Жду у Соловьёвокамска на остановке',
  'message.staff': 'Tutuquşubəyli məhkəməsinə gedəcəyik',
  'message.staff.en': 'Meet me near Sparrowhawkshire station',
  'thread-file.name': 'cavab-ağbaşkərkəsov.txt',
  'thread-file.body': 'Hüquqşünasın faylı: leylənğışlı sübut',
  // The desk.
  'summary.title': 'Kəklikdüzü köçürməsi işi',
  'summary.text': 'Müştəri Turaclıdağ sakinidir, sənədi yoxdur',
  'summary.text.ru': 'Клиентка из Дроздовичей-Верхних',
  'note.team': 'Komanda qeydi: Qızılquşoğlu yalan deyir',
  'note.self': 'Özüm üçün: Bayquşzadə ilə danış',
  'note.self.en': 'Private: ask Nightingalesworth about it',
  'task.title': 'Şahinğaya prokuroruna zəng etmək',
  'deadline.title': 'Qırğıtəpə şikayətinin müddəti',
  'deadline.note': 'Poçt Hophopabadda möhürlənib',
  'document.title': 'Yaşılbaşördəkli şikayət',
  'document.field': 'Flaminqoçay icra başçısı Ququmov',
  'party.name': 'Pələngğaranquş Tovuzquşlu',
  'party.name.ru': 'Стриж Галкинович Воронцовский-Вяхирев',
  'party.phone': '+994517204839',
  'party.fin': '7QRĞ4XZ',
  'reason.band': 'Çünki Cüllütkənddə gecə basqın olub',
  'reason.referral': 'Onlar Ağqutan mahalını yaxşı tanıyır',
  'referral.to': 'Durnaqatarı Hüquq Klinikası',
  'reason.identity': 'Sorağotuyevdə üzbəüz görüş lazımdır',
  'bundle.title': 'Ördəkburnu qırx ailə',
  'bundle.fact': 'Qazotaran sahəsi razılıqsız ölçülüb',
  'outcome.text': 'Alabaxtaqala məhkəməsi tələbi təmin etdi',
  'search.words': 'Turaclıdağ hinduşkagöl',
} as const satisfies Record<string, string>;
export type LegalField = keyof typeof LEGAL_BIRDS;

/** How a text may lie there: as typed, small, as base64 from each of three beginnings, hex, UTF-16, in an address, in JSON. */
export function shapesOf(text: string): string[] {
  const forms = [text, text.normalize('NFD'), text.toLocaleLowerCase('az'), text.toLocaleUpperCase('az')];
  const wide = Buffer.from(text, 'utf16le');
  return [
    ...new Set([
      ...forms,
      ...forms.flatMap((form) => [encodeURIComponent(form), encodeURIComponent(form).replaceAll('%20', '+')]),
      ...forms.map((form) => Buffer.from(form).toString('hex')),
      ...[text, wide].flatMap(base64At),
      wide.toString('hex'),
      Buffer.from(text, 'utf16le').swap16().toString('hex'),
      [...text]
        .map((sign) => (sign.charCodeAt(0) < 128 ? sign : `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`))
        .join(''),
    ]),
  ];
}

/** What the base64 of any longer text must contain, wherever in it this one begins; in both alphabets. */
function base64At(content: string | Buffer): string[] {
  const bytes = Buffer.from(content as string);
  return [0, 1, 2].flatMap((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    const from = before === 0 ? 0 : before + 1;
    const inside = whole.slice(from, Math.floor(((before + bytes.length) * 8) / 6));
    return [inside, inside.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

/** Where any of these texts is found in any shape: `place: what`. `what` is the name of the text, never the text. */
export function legalSightings(places: readonly Place[], texts: Readonly<Record<string, string>>): string[] {
  const wanted = Object.entries(texts).map(([name, text]) => ({ name, shapes: shapesOf(text) }));
  return places.flatMap(({ text, where }) =>
    wanted.filter(({ shapes }) => shapes.some((shape) => text.includes(shape))).map(({ name }) => `${where}: ${name}`),
  );
}
