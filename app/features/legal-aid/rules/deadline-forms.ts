import { z } from 'zod';
import { isDay } from '#app/kernel/dated-rules/days.ts';
import { choice, clientId, optionalText, text } from '#app/kernel/fields.ts';
import { isId } from '#app/kernel/ids.ts';
import { legalRule } from './deadlines.ts';

export const DEADLINE_LIMITS = { title: 160, note: 2000 } as const;

/** A date somebody set by hand: a hearing, a day written on a paper. */
export const BY_HAND = 'hand';

const id = z.string({ error: 'common.error.form-changed' }).refine(isId, 'common.error.form-changed');
const day = z
  .string({ error: 'legal-case.deadlines.error.day' })
  .refine((value) => isDay(value) && value > '2000' && value < '2100', 'legal-case.deadlines.error.day');
const ticked = z
  .literal('on', { error: 'common.error.invalid' })
  .optional()
  .transform((value) => value === 'on');
const rule = z
  .string({ error: 'common.error.choose' })
  .refine((value) => value === BY_HAND || legalRule(value) !== undefined, 'common.error.choose');

/** `on` is the day of the event for a rule, and the date itself where it is set by hand. */
export const deadlineForm = z.discriminatedUnion(
  'intent',
  [
    z.object({
      intent: z.literal('add'),
      clientId,
      rule,
      on: day,
      title: text(1, DEADLINE_LIMITS.title),
      note: optionalText(DEADLINE_LIMITS.note),
      isCritical: ticked,
      isShown: ticked,
    }),
    z.object({ intent: z.literal('end'), clientId, date: id, to: choice(['done', 'dropped', 'open']) }),
    z.object({ intent: z.literal('sign-off'), clientId, date: id, step: choice(['asked', 'approved', 'returned']) }),
  ],
  { error: 'common.error.form-changed' },
);
