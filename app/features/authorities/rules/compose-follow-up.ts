/** Wordings of a reminder and of an escalation, in Azerbaijani like every letter; organisers change them as they like. */
import { formatDay, noonOf } from '#app/kernel/dates.ts';
import type { Day } from '#app/kernel/dated-rules/days.ts';
import { ANSWER_TERM } from './appeals-law.ts';
import type { Composed } from './compose.ts';
import type { FollowUpKind } from './follow-up.ts';

/** The unanswered letter. `body` is the name of the body it went to. */
export type Unanswered = Readonly<{
  subject: string;
  reference: string;
  body: string;
  sentOn: Day;
  registerNumber: string | null;
  due: Day;
  workingDays: number;
}>;

export function composeFollowUp(kind: FollowUpKind, letter: Unanswered): Composed {
  return kind === 'reminder' ? reminder(letter) : escalation(letter);
}

/** “№ 1204/1, qeydiyyat nömrəsi 15-22”. */
const named = ({ reference, registerNumber }: Unanswered): string =>
  registerNumber ? `${reference}, qeydiyyat nömrəsi ${registerNumber}` : reference;

const day = (on: Day): string => formatDay(noonOf(on), 'az');

const term = ({ due, workingDays }: Unanswered): string =>
  `“Vətəndaşların müraciətləri haqqında” Qanunla (maddə ${ANSWER_TERM.article}) nəzərdə tutulmuş ${workingDays} iş günü ${day(due)} tarixində başa çatıb.`;

function reminder(letter: Unanswered): Composed {
  return {
    subject: `Təkrar müraciət: ${letter.subject}`,
    text: [
      'Hörmətli rəhbərlik,',
      `${day(letter.sentOn)} tarixində Sizə müraciət etmişik (${named(letter)}). ${term(letter)} Bu günədək cavab almamışıq.`,
      'Xahiş edirik:',
      '1) müraciətimizə baxılsın və nəticəsi barədə bizə yazılı cavab verilsin;\n2) müraciət başqa quruma göndərilibsə, haraya və nə vaxt göndərildiyi bildirilsin.',
    ].join('\n\n'),
  };
}

function escalation(letter: Unanswered): Composed {
  return {
    subject: `Cavabsız qalmış müraciət barədə: ${letter.subject}`,
    text: [
      'Hörmətli rəhbərlik,',
      `${day(letter.sentOn)} tarixində bu quruma müraciət etmişik: ${letter.body} (${named(letter)}). ${term(letter)} Bu günədək cavab almamışıq.`,
      'Xahiş edirik:',
      '1) müraciətimizə qanunla müəyyən edilmiş qaydada baxılmasına nəzarət edilsin;\n2) görülmüş tədbirlər barədə bizə yazılı məlumat verilsin.',
    ].join('\n\n'),
  };
}
