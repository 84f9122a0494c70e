import { z } from 'zod';
import { choice, clientId, optionalText, text } from '#app/kernel/fields.ts';
import { isDay } from '#app/kernel/dated-rules/days.ts';
import { isId } from '#app/kernel/ids.ts';
import { isRegionCode } from '#app/kernel/regions.ts';
import { DECISION_KINDS, PROMISE_STATES, VOTES } from './rules/watch.ts';

/** A day as a date field sends it. */
const day = z
  .string({ error: 'authorities.error.day' })
  .refine((value) => isDay(value) && value >= '1990-01-01' && value < '2100-01-01', 'authorities.error.day');
const optionalDay = z
  .string()
  .optional()
  .refine((value) => !value || (isDay(value) && value < '2100-01-01'), 'authorities.error.day')
  .transform((value) => value || null);

const region = z.string({ error: 'common.error.choose' }).refine(isRegionCode, 'common.error.choose');
const optionalId = z
  .string()
  .optional()
  .refine((value) => !value || isId(value), 'common.error.form-changed')
  .transform((value) => value || null);

/** A link that people can open: http or https. */
const link = z
  .string()
  .optional()
  .transform((value) => value?.trim() ?? '')
  .refine((value) => value === '' || (value.length <= 500 && isWebAddress(value)), 'watch.error.link')
  .transform((value) => value || null);

function isWebAddress(value: string): boolean {
  return URL.canParse(value) && ['http:', 'https:'].includes(new URL(value).protocol);
}

/** Rows of a form that may stay empty: whatever has no words is left out. */
export const MAX_VOTES = 60;
export const MAX_PROMISES = 30;

const vote = z.object({ member: optionalText(120), vote: z.enum(VOTES).optional() });
const promise = z.object({
  id: optionalId,
  text: optionalText(500),
  dueOn: optionalDay,
  state: z.enum(PROMISE_STATES).optional(),
});

export const decisionForm = z.object({
  clientId,
  kind: choice(DECISION_KINDS),
  bodyId: z.string({ error: 'common.error.choose' }).refine(isId, 'common.error.choose'),
  region,
  on: day,
  title: text(5, 200),
  text: optionalText(5000),
  minutes: optionalText(10_000),
  sourceUrl: link,
  amount: optionalText(60),
  votes: z.array(vote).max(MAX_VOTES, 'common.error.invalid').optional(),
  promises: z.array(promise).max(MAX_PROMISES, 'common.error.invalid').optional(),
});

export const publicationForm = z.object({
  clientId,
  intent: z.enum(['publish', 'unpublish'], { error: 'common.error.invalid' }),
});

export const priorityForm = z.discriminatedUnion(
  'intent',
  [
    z.object({
      intent: z.literal('add'),
      clientId,
      region,
      year: z.coerce
        .number({ error: 'watch.error.year' })
        .int('watch.error.year')
        .min(2000, 'watch.error.year')
        .max(2099, 'watch.error.year'),
      text: text(5, 300),
      basis: optionalText(300),
    }),
    z.object({
      intent: z.enum(['up', 'down', 'remove']),
      clientId,
      id: z.string().refine(isId, 'common.error.form-changed'),
    }),
    z.object({
      intent: z.enum(['publish', 'unpublish']),
      clientId,
      region,
      year: z.coerce.number().int().min(2000).max(2099),
    }),
  ],
  { error: 'common.error.invalid' },
);

/** “It needs study”, or not: which term counts for a campaign's delivery. */
export const termForm = z.object({
  clientId,
  deliveryId: z.string({ error: 'common.error.form-changed' }).refine(isId, 'common.error.form-changed'),
  intent: z.enum(['study', 'no-study'], { error: 'common.error.invalid' }),
});
