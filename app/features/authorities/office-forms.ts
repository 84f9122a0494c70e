import { z } from 'zod';
import { isDay } from '#app/kernel/dated-rules/days.ts';
import { clientId, optionalText, text } from '#app/kernel/fields.ts';
import { isId } from '#app/kernel/ids.ts';

const id = z.string({ error: 'common.error.form-changed' }).refine(isId, 'common.error.form-changed');
const day = z
  .string({ error: 'authorities.error.day' })
  .refine((value) => isDay(value) && value >= '1990-01-01' && value < '2100-01-01', 'authorities.error.day');
const optionalDay = z
  .string()
  .optional()
  .refine((value) => !value || (isDay(value) && value < '2100-01-01'), 'authorities.error.day')
  .transform((value) => value || null);
const ticked = z
  .literal('on', { error: 'common.error.invalid' })
  .optional()
  .transform((value) => value === 'on');
const year = z.coerce
  .number({ error: 'watch.error.year' })
  .int('watch.error.year')
  .min(2000, 'watch.error.year')
  .max(2099, 'watch.error.year');

export const postForm = z.discriminatedUnion(
  'intent',
  [
    z.object({
      intent: z.literal('post'),
      clientId,
      postId: z
        .string()
        .optional()
        .refine((value) => !value || isId(value), 'common.error.form-changed')
        .transform((value) => value || null),
      titleAz: text(2, 200),
      titleEn: text(2, 200),
      titleRu: text(2, 200),
      isActive: ticked,
    }),
    z.object({
      intent: z.literal('holder'),
      clientId,
      postId: id,
      name: text(3, 120),
      since: day,
      source: text(2, 200),
      checkedOn: optionalDay,
    }),
    z.object({ intent: z.literal('end'), clientId, holderId: id, until: day }),
    z.object({ intent: z.literal('check'), clientId, holderId: id, source: text(2, 200), checkedOn: day }),
  ],
  { error: 'common.error.invalid' },
);

export const holidayForm = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('add'), clientId, year, on: day, name: text(2, 120), isWorkday: ticked }),
    z.object({ intent: z.literal('remove'), clientId, year, on: day }),
    z.object({ intent: z.literal('paste'), clientId, year, list: optionalText(8000) }),
    z.object({ intent: z.literal('confirm'), clientId, year, source: text(3, 200) }),
    z.object({ intent: z.literal('unconfirm'), clientId, year }),
  ],
  { error: 'common.error.invalid' },
);
