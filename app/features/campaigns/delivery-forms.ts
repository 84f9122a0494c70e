import { z } from 'zod';
import { DELIVERY_CHANNELS } from '#app/features/authorities/rules/letter.ts';
import { isDay } from '#app/kernel/dated-rules/days.ts';
import { choice, clientId, email, optionalText, text } from '#app/kernel/fields.ts';
import { isId } from '#app/kernel/ids.ts';
import { regionsOfChoice } from '#app/kernel/regions.ts';
import { parseAddressee, type Addressee } from './rules/addressee.ts';
import { REPLY_KINDS } from './rules/delivery.ts';
import { isNameLike } from './rules/signer.ts';

/** Forms of delivery and of letters to decision-makers. Messages are keys; the browser's limits are the same numbers. */
export const DELIVERY_LIMITS = {
  addressee: 200,
  letter: 8000,
  register: 60,
  reply: 8000,
  subject: 160,
  hints: 2000,
  ownLetter: 4000,
  name: 120,
} as const;
/** The body should read what it gets. */
export const HOURLY = { least: 1, most: 120, usual: 20 } as const;

const addressee = z.string({ error: 'common.error.choose' }).transform((value, ctx): Addressee => {
  const parsed = parseAddressee(value);
  if (parsed) return parsed;
  ctx.addIssue({ code: 'custom', message: 'common.error.choose' });
  return z.NEVER;
});
const id = z.string({ error: 'common.error.form-changed' }).refine(isId, 'common.error.form-changed');
const optionalId = z
  .string()
  .optional()
  .refine((value) => !value || isId(value), 'common.error.choose')
  .transform((value) => value || null);
const day = z
  .string({ error: 'deliveries.error.day' })
  .refine((value) => isDay(value) && value > '2000', 'deliveries.error.day');
const ticked = z
  .literal('on', { error: 'common.error.invalid' })
  .optional()
  .transform((value) => value === 'on');

/** `propose` writes the text anew for another addressee and keeps nothing. */
export const packForm = z.discriminatedUnion(
  'intent',
  [
    z.object({
      intent: z.literal('make'),
      clientId,
      pack: optionalId,
      addressee,
      addresseeName: optionalText(DELIVERY_LIMITS.addressee),
      signatory: optionalId,
      letter: text(20, DELIVERY_LIMITS.letter),
    }),
    z.object({ intent: z.literal('again'), clientId, pack: id }),
  ],
  { error: 'common.error.form-changed' },
);

export const deliveryForm = z.object({
  clientId,
  pack: optionalId,
  addressee,
  addresseeName: optionalText(DELIVERY_LIMITS.addressee),
  channel: choice(DELIVERY_CHANNELS),
  deliveredOn: day,
  registerNumber: optionalText(DELIVERY_LIMITS.register),
  stampIsPublic: ticked,
});

/** What is put right later in the room itself. */
export const deliveryRoomForm = z.discriminatedUnion(
  'intent',
  [
    z.object({
      intent: z.literal('correct'),
      clientId,
      delivery: id,
      registerNumber: optionalText(DELIVERY_LIMITS.register),
      deliveredOn: day,
      channel: choice(DELIVERY_CHANNELS),
    }),
    z.object({ intent: z.literal('again'), clientId, pack: id }),
    z.object({ intent: z.literal('followup-sent'), clientId, followup: id, sentOn: day }),
    z.object({ intent: z.literal('followup-cancel'), clientId, followup: id }),
  ],
  { error: 'common.error.form-changed' },
);

/** Each demand's new state comes as `to-<demand>`; empty leaves it as it is. */
export const replyForm = z.looseObject({
  clientId,
  delivery: id,
  receivedOn: day,
  kind: choice(REPLY_KINDS),
  text: text(10, DELIVERY_LIMITS.reply),
  documentIsPublic: ticked,
});

/** Demand → wished state, of the fields above; which states may follow is the command's to decide. */
export function demandWishes(form: Record<string, unknown>): { demand: string; to: string }[] {
  return Object.entries(form).flatMap(([name, to]) => {
    const demand = name.startsWith('to-') ? name.slice(3) : '';
    return isId(demand) && typeof to === 'string' && to !== '' ? [{ demand, to }] : [];
  });
}

const hourlyMax = z.coerce
  .number({ error: 'deliveries.error.hourly' })
  .int('deliveries.error.hourly')
  .min(HOURLY.least, 'deliveries.error.hourly')
  .max(HOURLY.most, 'deliveries.error.hourly');

export const letterRoomForm = z.discriminatedUnion(
  'intent',
  [
    z.object({
      intent: z.literal('start'),
      clientId,
      addressee,
      subject: text(5, DELIVERY_LIMITS.subject),
      hints: text(10, DELIVERY_LIMITS.hints),
      hourlyMax,
    }),
    z.object({
      intent: z.literal('edit'),
      clientId,
      action: id,
      subject: text(5, DELIVERY_LIMITS.subject),
      hints: text(10, DELIVERY_LIMITS.hints),
      hourlyMax,
    }),
    z.object({ intent: z.literal('test'), clientId, action: id, text: text(20, DELIVERY_LIMITS.ownLetter) }),
    z.object({ intent: z.literal('open'), clientId, action: id }),
    z.object({ intent: z.literal('close'), clientId, action: id }),
    z.object({ intent: z.literal('hold'), clientId, letter: id }),
  ],
  { error: 'common.error.form-changed' },
);

const region = z
  .string({ error: 'common.error.choose' })
  .refine((code) => regionsOfChoice(code).length > 0, 'common.error.choose');

/** A supporter's own letter: through the organisation, or a report that it went by another way. */
export const ownLetterForm = z.discriminatedUnion(
  'way',
  [
    z.object({
      way: z.literal('server'),
      clientId,
      action: id,
      name: text(3, DELIVERY_LIMITS.name).refine(isNameLike, 'deliveries.error.name'),
      email,
      region,
      text: text(40, DELIVERY_LIMITS.ownLetter),
      showsEmail: ticked,
      consent: z.literal('on', { error: 'common.error.consent' }),
    }),
    z.object({ way: z.literal('mailto'), clientId, action: id }),
    z.object({ way: z.literal('print'), clientId, action: id }),
    z.object({ way: z.literal('whatsapp'), clientId, action: id }),
  ],
  { error: 'common.error.form-changed' },
);

export const letterLinkForm = z.object({ intent: choice(['send', 'withdraw']) });
