import { z } from 'zod';
import { choice, clientId, optionalText, text } from '#app/kernel/fields.ts';
import { isDay } from '#app/kernel/dated-rules/days.ts';
import { isId } from '#app/kernel/ids.ts';
import { BRIEFING_LIMITS, type QuizQuestion } from './rules/briefing.ts';
import { MEETING_KINDS, MEETING_LIMITS } from './rules/meeting.ts';
import { PAGE_LIMITS } from './rules/public-page.ts';

/** Forms of the team's days before an election. Messages are keys. */
const id = z.string({ error: 'common.error.form-changed' }).refine(isId, 'common.error.form-changed');
const maybeId = optionalText(36)
  .refine((value) => value === '' || isId(value), 'common.error.choose')
  .transform((value) => value || null);
const day = z.string({ error: 'common.error.required' }).refine(isDay, 'elections.error.day');
const maybeDay = optionalText(10)
  .refine((value) => value === '' || isDay(value), 'elections.error.day')
  .transform((value) => value || null);

/** One question: its options by lines, the right one first marked by `*`. A row left empty is no question. */
const questionRow = z
  .object({ question: optionalText(BRIEFING_LIMITS.question), options: optionalText(1_000) })
  .transform(({ question, options }, ctx): QuizQuestion | null => {
    if (question === '' && options === '') return null;
    const lines = options
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
    const right = lines.flatMap((line, at) => (line.startsWith('*') ? [at] : []));
    const plain = lines.map((line) => line.replace(/^\*\s*/u, ''));
    const fits =
      question !== '' &&
      plain.length >= 2 &&
      plain.length <= BRIEFING_LIMITS.options &&
      plain.every((line) => line !== '' && line.length <= BRIEFING_LIMITS.option) &&
      right.length === 1;
    if (!fits) ctx.addIssue({ code: 'custom', path: ['options'], message: 'teams.briefing.error.question' });
    return { question, options: plain, correct: right[0] ?? 0 };
  });

export const briefingForm = z
  .object({
    clientId,
    title: text(2, BRIEFING_LIMITS.title),
    text: text(20, BRIEFING_LIMITS.text),
    questions: z.array(questionRow).max(BRIEFING_LIMITS.questions).default([]),
    /** Everybody reads it anew: earlier passes do not count any more. */
    anew: z.literal('on').optional(),
  })
  .transform((form) => ({ ...form, questions: form.questions.filter((row) => row !== null) }))
  .superRefine(({ questions }, ctx) => {
    if (questions.length === 0)
      ctx.addIssue({ code: 'custom', path: ['questions'], message: 'teams.briefing.error.no-questions' });
  });
export type BriefingForm = z.output<typeof briefingForm>;

/** `version`: the words that were on the page; `answers` by the question's place. */
export const quizForm = z.object({
  clientId,
  version: z.coerce.number('common.error.form-changed').int().min(1),
  answers: z.array(z.coerce.number('teams.briefing.error.answer').int().min(-1).max(9).default(-1)).max(20).default([]),
});
export const archiveForm = z.object({ intent: z.literal('archive'), clientId });

export const meetingForm = z.discriminatedUnion(
  'intent',
  [
    z.object({
      intent: z.literal('meeting'),
      clientId,
      kind: choice(MEETING_KINDS),
      partner: text(2, MEETING_LIMITS.partner),
      place: optionalText(MEETING_LIMITS.place),
      day,
      note: optionalText(MEETING_LIMITS.note),
      /** Said there and then: goes into the ledger with the meeting. */
      promise: optionalText(MEETING_LIMITS.promise),
      promiseBy: maybeDay,
      followUp: optionalText(MEETING_LIMITS.outcome),
      owner: maybeId,
      followUpOn: maybeDay,
    }),
    z.object({ intent: z.literal('followed-up'), clientId, id }),
    z.object({ intent: z.literal('remove'), clientId, id }),
  ],
  { error: 'common.error.form-changed' },
);
export type MeetingForm = z.output<typeof meetingForm>;

export const promiseForm = z.discriminatedUnion(
  'intent',
  [
    z.object({
      intent: z.literal('promise'),
      clientId,
      text: text(3, MEETING_LIMITS.promise),
      toWhom: optionalText(MEETING_LIMITS.toWhom),
      madeOn: day,
      dueOn: maybeDay,
      owner: maybeId,
    }),
    z.object({
      intent: z.literal('close'),
      clientId,
      id,
      state: choice(['kept', 'withdrawn']),
      outcome: optionalText(MEETING_LIMITS.outcome),
    }),
    z.object({ intent: z.literal('reopen'), clientId, id }),
  ],
  { error: 'common.error.form-changed' },
);
export type PromiseForm = z.output<typeof promiseForm>;

export const pageForm = z.discriminatedUnion(
  'intent',
  [
    z.object({
      intent: z.literal('save'),
      clientId,
      slug: text(3, PAGE_LIMITS.slug).refine(
        (value) => /^[a-z0-9]+(-[a-z0-9]+)*$/u.test(value),
        'teams.page.error.slug',
      ),
      name: text(3, PAGE_LIMITS.name),
      municipality: text(2, PAGE_LIMITS.municipality),
      about: text(20, PAGE_LIMITS.about),
      aims: optionalText(PAGE_LIMITS.aims),
      writeTo: optionalText(PAGE_LIMITS.writeTo),
      orderer: text(3, PAGE_LIMITS.orderer),
    }),
    z.object({ intent: z.literal('on'), clientId }),
    z.object({ intent: z.literal('off'), clientId }),
  ],
  { error: 'common.error.form-changed' },
);
export type PageForm = z.output<typeof pageForm>;
