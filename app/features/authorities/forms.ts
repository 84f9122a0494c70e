import { z } from 'zod';
import { isCategoryKey, type CategoryKey } from '#app/features/issues/rules/categories.ts';
import { choice, clientId, consent, email, optionalText, text } from '#app/kernel/fields.ts';
import { isId } from '#app/kernel/ids.ts';
import { isBodyKind, type BodyKind } from './rules/body-kinds.ts';
import { DELIVERY_CHANNELS } from './rules/letter.ts';

/** An identifier chosen from a list, or nothing. */
const optionalId = z
  .string()
  .optional()
  .refine((value) => !value || isId(value), 'common.error.choose')
  .transform((value) => value || null);
const ticked = z
  .literal('on', { error: 'common.error.invalid' })
  .optional()
  .transform((value) => value === 'on');
/** A day as a date field sends it; the day begins in Baku, which has no daylight saving. */
const day = z
  .string()
  .optional()
  .transform((value, ctx) => {
    if (!value) return null;
    const start = new Date(`${value}T00:00:00+04:00`);
    if (/^\d{4}-\d{2}-\d{2}$/u.test(value) && !Number.isNaN(start.getTime()) && start.getUTCFullYear() > 2000)
      return { iso: value, start };
    ctx.addIssue({ code: 'custom', message: 'authorities.error.day' });
    return z.NEVER;
  });

export const draftForm = z.object({
  issueId: z.string({ error: 'authorities.error.issue-unknown' }).refine(isId, 'authorities.error.issue-unknown'),
  clientId,
});

export const editForm = z.object({
  intent: choice(['save', 'recompose']),
  version: z.coerce.number({ error: 'common.error.form-changed' }).int('common.error.form-changed'),
  bodyId: optionalId,
  postId: optionalId,
  addressee: optionalText(200),
  signatoryId: optionalId,
  withExactPlace: ticked,
  subject: text(3, 300),
  text: text(20, 8000),
});

export const sendForm = z.object({
  clientId,
  channel: choice(DELIVERY_CHANNELS),
  sentOn: day,
  registerNumber: optionalText(60),
});

export const letterActionForm = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('register'), registerNumber: optionalText(60) }),
    z.object({ intent: z.literal('answer'), answeredOn: day, withStudy: ticked }),
    z.object({ intent: z.literal('cancel') }),
    z.object({ intent: z.literal('restore') }),
  ],
  { error: 'common.error.invalid' },
);

/** Surname, name and patronymic: the law asks for all three. */
const fullName = text(1, 120).refine((value) => value.split(/\s+/u).length >= 3, 'authorities.error.full-name');

export const signForm = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('agree'), fullName, address: text(8, 300), consent }),
    z.object({ intent: z.literal('revoke') }),
  ],
  { error: 'common.error.invalid' },
);

export const routingForm = z.object({
  category: z.string({ error: 'common.error.choose' }).transform((value, ctx): CategoryKey => {
    if (isCategoryKey(value)) return value;
    ctx.addIssue({ code: 'custom', message: 'common.error.choose' });
    return z.NEVER;
  }),
  region: z.string({ error: 'common.error.choose' }).max(20, 'common.error.choose'),
  scope: choice(['here', 'everywhere']),
  bodyKind: z
    .string()
    .optional()
    .transform((value, ctx): BodyKind | null => {
      if (!value) return null;
      if (isBodyKind(value)) return value;
      ctx.addIssue({ code: 'custom', message: 'common.error.choose' });
      return z.NEVER;
    }),
});

export const bodyForm = z.object({
  kind: z.string({ error: 'common.error.choose' }).transform((value, ctx): BodyKind => {
    if (isBodyKind(value)) return value;
    ctx.addIssue({ code: 'custom', message: 'common.error.choose' });
    return z.NEVER;
  }),
  region: optionalText(20),
  nameAz: text(2, 200),
  nameEn: text(2, 200),
  nameRu: text(2, 200),
  email: email.optional(),
  postalAddress: optionalText(400),
  hotline: optionalText(120),
  source: optionalText(200),
  checkedOn: day,
  isActive: ticked,
});
