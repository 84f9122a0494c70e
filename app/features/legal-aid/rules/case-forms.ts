import { z } from 'zod';
import { isDay } from '#app/kernel/dated-rules/days.ts';
import { choice, clientId, optionalText, text } from '#app/kernel/fields.ts';
import { isId } from '#app/kernel/ids.ts';
import { IDENTITY_REASONS, NOT_TAKEN_REASONS, OUTCOMES, TIME_ACTIVITIES } from './desk.ts';

export const CASE_LIMITS = { message: 8000, note: 4000, title: 160, reason: 1000, fact: 4000 } as const;
export const FILES_AT_ONCE = 3;

const changed = { error: 'common.error.form-changed' } as const;
const id = z.string(changed).refine(isId, 'common.error.form-changed');
const ticked = z
  .literal('on', { error: 'common.error.invalid' })
  .optional()
  .transform((value) => value === 'on');
const day = z
  .string({ error: 'legal-case.time.error.day' })
  .refine((value) => isDay(value) && value > '2000' && value < '2100', 'legal-case.time.error.day');
const optionalDay = z
  .string()
  .optional()
  .transform((value) => value ?? '')
  .refine((value) => value === '' || (isDay(value) && value > '2000' && value < '2100'), 'legal-case.time.error.day')
  .transform((value) => (value === '' ? null : value));
const minutes = z
  .string({ error: 'legal-case.time.error.minutes' })
  .regex(/^\s*\d{1,4}\s*$/u, 'legal-case.time.error.minutes')
  .transform(Number)
  .refine((value) => value >= 1 && value <= 1440, 'legal-case.time.error.minutes');

export const replyForm = z.object({
  intent: z.literal('reply', changed),
  clientId,
  text: optionalText(CASE_LIMITS.message),
  asks: ticked,
});

export const notesForm = z.discriminatedUnion(
  'intent',
  [
    z.object({
      intent: z.literal('note'),
      clientId,
      text: text(1, CASE_LIMITS.note),
      visibility: choice(['team', 'self']),
    }),
    z.object({
      intent: z.literal('task'),
      clientId,
      title: text(1, CASE_LIMITS.title),
      dueOn: optionalDay,
      staff: z.string({ error: 'common.error.choose' }).refine(isId, 'common.error.choose'),
    }),
    z.object({ intent: z.literal('end'), clientId, task: id, to: choice(['open', 'done', 'dropped']) }),
  ],
  changed,
);

export const identityForm = z.object({
  intent: z.literal('ask', changed),
  clientId,
  reason: choice(IDENTITY_REASONS),
  text: text(1, CASE_LIMITS.reason),
});
export const identityAnswerForm = z.object({ clientId, request: id, answer: choice(['approve', 'refuse']) });

export const timeForm = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('log'), clientId, onDay: day, minutes, activity: choice(TIME_ACTIVITIES) }),
    z.object({
      intent: z.literal('change'),
      clientId,
      entry: id,
      onDay: day,
      minutes,
      activity: choice(TIME_ACTIVITIES),
    }),
    z.object({ intent: z.literal('remove'), clientId, entry: id }),
  ],
  changed,
);

export const outcomeForm = z.discriminatedUnion(
  'intent',
  [
    z.object({
      intent: z.literal('close'),
      clientId,
      outcome: choice(OUTCOMES),
      notTakenReason: z.enum(NOT_TAKEN_REASONS, { error: 'common.error.choose' }).optional(),
      text: text(1, CASE_LIMITS.message),
    }),
    z.object({ intent: z.literal('reopen'), clientId, text: text(1, CASE_LIMITS.reason) }),
  ],
  changed,
);

export const bundleMakeForm = z.object({
  clientId,
  title: text(1, CASE_LIMITS.title),
  campaign: z
    .string()
    .optional()
    .refine((value) => value === undefined || isId(value), 'common.error.choose'),
});

export const bundleForm = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('fact'), clientId, text: text(1, CASE_LIMITS.fact) }),
    z.object({ intent: z.literal('add'), clientId, cases: z.array(id).max(100, 'common.error.too-long').default([]) }),
    z.object({ intent: z.literal('remove'), clientId, case: id }),
    z.object({
      intent: z.literal('share'),
      clientId,
      staff: z.string({ error: 'common.error.choose' }).refine(isId, 'common.error.choose'),
    }),
  ],
  changed,
);
