import { z } from 'zod';
import { dayOf } from '#app/kernel/dates.ts';
import { choice, clientId, optionalText, text } from '#app/kernel/fields.ts';
import { isId } from '#app/kernel/ids.ts';
import { regionsOfChoice } from '#app/kernel/regions.ts';
import { MEDIA_LIMITS, OUTLET_KINDS, PARTNER_KINDS, TONES } from './rules/kinds.ts';

/** Forms of the rooms for media and for partners. Messages are keys. */
const DAY = 86_400_000;
const id = z.string({ error: 'common.error.form-changed' }).refine(isId, 'common.error.form-changed');
const chosen = z.string({ error: 'common.error.choose' }).refine(isId, 'common.error.choose');
const maybeChosen = z
  .string()
  .optional()
  .transform((value) => value || null)
  .refine((value) => value === null || isId(value), 'common.error.choose');
const region = optionalText(20).refine(
  (code) => code === '' || regionsOfChoice(code).length > 0,
  'common.error.choose',
);
/** A page on the web, or nothing. Other schemes would run or open what nobody meant to. */
const link = optionalText(MEDIA_LIMITS.url).refine((value) => {
  if (value === '') return true;
  const url = URL.parse(value);
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:');
}, 'media.error.url');
const pastDay = z.iso
  .date({ error: 'media.error.day' })
  .refine((day) => day >= '1990-01-01' && day <= dayOf(new Date()), 'media.error.past-day');
const comingDay = z.iso
  .date({ error: 'media.error.day' })
  .refine((day) => day >= dayOf(new Date()), 'media.error.coming-day')
  .refine((day) => day <= dayOf(new Date(Date.now() + 2 * 366 * DAY)), 'media.error.coming-day');

const followUp = z.object({
  intent: z.literal('follow-up'),
  clientId,
  /** `person:<id>` or `partner:<id>`. */
  whom: z.string({ error: 'common.error.choose' }).transform((value, ctx) => {
    const [kind, whomId] = value.split(':');
    if ((kind === 'person' || kind === 'partner') && isId(whomId)) return { kind, id: whomId } as const;
    ctx.addIssue({ code: 'custom', message: 'common.error.choose' });
    return z.NEVER;
  }),
  dueOn: comingDay,
  about: optionalText(MEDIA_LIMITS.followUp),
});
const followedUp = z.object({ intent: z.literal('followed-up'), clientId, followUpId: id });

export const mediaIntents = z.discriminatedUnion(
  'intent',
  [
    z.object({
      intent: z.literal('coverage'),
      clientId,
      on: pastDay,
      outletId: chosen,
      personId: maybeChosen,
      title: text(3, MEDIA_LIMITS.title),
      url: link,
      tone: choice(TONES),
      campaignId: maybeChosen,
      eventId: maybeChosen,
    }),
    z.object({ intent: z.literal('remove-coverage'), clientId, coverageId: id }),
    z.object({
      intent: z.literal('outlet'),
      clientId,
      name: text(2, MEDIA_LIMITS.name),
      kind: choice(OUTLET_KINDS),
      region,
      url: link,
    }),
    followUp,
    followedUp,
  ],
  { error: 'common.error.form-changed' },
);
export type MediaDeed = z.output<typeof mediaIntents>;

export const partnerIntents = z.discriminatedUnion(
  'intent',
  [
    z.object({
      intent: z.literal('partner'),
      clientId,
      name: text(2, MEDIA_LIMITS.name),
      kind: choice(PARTNER_KINDS),
      region,
      url: link,
      note: optionalText(MEDIA_LIMITS.note),
      personId: maybeChosen,
    }),
    z.object({ intent: z.literal('remove-partner'), clientId, partnerId: id }),
    followUp,
    followedUp,
  ],
  { error: 'common.error.form-changed' },
);
export type PartnerDeed = z.output<typeof partnerIntents>;
