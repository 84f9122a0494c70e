/**
 * The first wording of a letter, in Azerbaijani, the language of administration; organisers change it as they like.
 * It is made of what strangers may read on the report's public page and of nothing else: the type below has no room for
 * the reporter, a contact, the way the report came in, or the day it was written.
 */
import { categories } from '#app/i18n/messages/az/categories.ts';
import { isCategoryKey } from '#app/features/issues/rules/categories.ts';
import { formatDay } from '#app/kernel/dates.ts';
import { regionName } from '#app/kernel/regions.ts';
import { ANSWER_TERM, FORWARD_TERM } from './appeals-law.ts';
import { isBodyKind, reachOf } from './body-kinds.ts';

/** A report as its public page shows it. */
export type PublicReport = Readonly<{
  ref: number;
  category: string;
  title: string;
  details: string;
  place: string;
  region: string;
  publishedAt: Date;
  /** How many said "it concerns me too". */
  confirmations: number;
}>;

export type Composed = Readonly<{ subject: string; text: string }>;

/** A sentence's end where the person left it out. */
export const stop = (text: string): string => (/[.!?…:]$/u.test(text) ? text : `${text}.`);

/** “Astara rayonu, Pensər, qəsəbənin mərkəzi”; the region alone when nothing nearer is known. */
export function placeInWords({ region, place }: Pick<PublicReport, 'region' | 'place'>): string {
  const where = regionName(region, 'az', 'full');
  return place.trim() === '' ? where : `${where}, ${place.trim()}`;
}

/** Subject and text for a report. `bodyKind` decides whether the law on appeals is quoted: it does not bind a private owner. */
export function composeLetter(report: PublicReport, bodyKind: string | null): Composed {
  const since = formatDay(report.publishedAt, 'az');
  const paragraphs = [
    'Hörmətli rəhbərlik,',
    `Təşkilatımıza daxil olmuş və ${since} tarixində açıq dərc edilmiş №\u00a0${report.ref} bildiriş əsasında aşağıdakı problemi diqqətinizə çatdırırıq.`,
    `Problem: ${stop(report.title.trim())}`,
    report.details.trim() === '' ? null : stop(report.details.trim()),
    `Yer: ${stop(placeInWords(report))}`,
    report.confirmations > 0
      ? `İndiyədək ${report.confirmations} nəfər bu problemin özünə də aid olduğunu bildirib.`
      : null,
    [
      'Xahiş edirik:',
      '1) problem yerində araşdırılsın və aradan qaldırılsın;',
      '2) görüləcək tədbirlər və onların müddəti barədə təşkilatımıza yazılı cavab verilsin.',
    ].join('\n'),
    isPrivate(bodyKind) ? null : legalBasis(),
  ];
  return { subject: subjectOf(report), text: paragraphs.filter((paragraph) => paragraph !== null).join('\n\n') };
}

function subjectOf({ category, title }: PublicReport): string {
  return isCategoryKey(category) ? `${categories[`category.${category}`]}: ${title.trim()}` : title.trim();
}

/** The law on appeals does not bind a private owner. */
export function isPrivate(kind: string | null): boolean {
  return kind !== null && isBodyKind(kind) && reachOf(kind) === 'owner';
}

/** What the law asks of the body, in the words that every letter of ours ends with. */
export function legalBasis(): string {
  return [
    '“Vətəndaşların müraciətləri haqqında” Azərbaycan Respublikasının 30 sentyabr 2015-ci il tarixli Qanununa əsasən',
    `(maddə ${ANSWER_TERM.article}) yazılı müraciətə ${ANSWER_TERM.workingDays} iş günü, əlavə öyrənilməsi və yoxlanılması`,
    `tələb olunduqda ${ANSWER_TERM.workingDaysWithStudy} iş günü ərzində baxılır. Məsələ səlahiyyətinizə aid deyilsə,`,
    `müraciətin ${FORWARD_TERM.workingDays} iş günü ərzində aidiyyəti üzrə göndərilməsini və bu barədə bizə məlumat`,
    `verilməsini xahiş edirik (maddə ${FORWARD_TERM.article}).`,
  ].join(' ');
}
