import { z } from 'zod';
import { AGE_BANDS, GENDERS } from '#app/features/people/rules/kinds.ts';
import { normaliseEmail } from '#app/kernel/email.ts';
import { choice, clientId, consent, optionalText, text } from '#app/kernel/fields.ts';
import { isId } from '#app/kernel/ids.ts';
import { LOCALES } from '#app/kernel/locale.ts';
import { normalisePhone } from '#app/kernel/phone.ts';
import { regionsOfChoice } from '#app/kernel/regions.ts';
import { EVENT_AUDIENCES, EVENT_KINDS, EVENT_LIMITS as LIMITS, RESERVED_FOR } from './rules/kinds.ts';

const id = z.string({ error: 'common.error.form-changed' }).refine(isId, 'common.error.form-changed');
const maybe = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z
    .enum(values, { error: 'common.error.choose' })
    .optional()
    .transform((value) => value ?? null);
const ticked = z
  .string()
  .optional()
  .transform((value) => value === 'on');
const name = text(2, LIMITS.name).transform((value) => value.replaceAll(/\s+/gu, ' '));
const reachable = (value: string): string | null =>
  value.includes('@') ? normaliseEmail(value) : normalisePhone(value);

const day = z.iso.date({ error: 'events.error.day' });
const hour = z
  .string({ error: 'events.error.hour' })
  .refine((value) => /^([01]\d|2[0-3]):[0-5]\d$/u.test(value), 'events.error.hour');
const whole = (least: number, most: number) =>
  z.string({ error: 'common.error.required' }).transform((value, ctx) => {
    const number = Number(value.trim());
    if (!/^\d{1,5}$/u.test(value.trim()) || number < least || number > most)
      ctx.addIssue({ code: 'custom', message: 'events.error.number' });
    return number;
  });

const shiftFields = {
  shiftTitle: optionalText(LIMITS.shiftTitle),
  day,
  from: hour,
  until: hour,
  capacity: whole(1, LIMITS.capacity),
  reserved: whole(0, LIMITS.capacity)
    .optional()
    .transform((value) => value ?? 0),
  reservedFor: z.enum(RESERVED_FOR, { error: 'common.error.choose' }).default('nobody'),
};

type ShiftText = { day: string; from: string; until: string; capacity: number; reserved: number; reservedFor: string };

/** Longer over midnight is a slip of the pen: 14:00 to 13:00 means 14:00 to 15:00, not a day and a night. */
const LONGEST_NIGHT_MS = 12 * 3_600_000;

/** A shift's hours in the country; one that ends at or before its start ends on the next day. */
export function hoursOf({ day: on, from, until }: Pick<ShiftText, 'day' | 'from' | 'until'>): {
  startsAt: Date;
  endsAt: Date;
} {
  const startsAt = new Date(`${on}T${from}:00+04:00`);
  const sameDay = new Date(`${on}T${until}:00+04:00`);
  return { startsAt, endsAt: sameDay > startsAt ? sameDay : new Date(sameDay.getTime() + 86_400_000) };
}

const shiftHolds = (value: Partial<ShiftText>, ctx: z.RefinementCtx) => {
  const { day: on, from, until } = value;
  if (on && from && until && until <= from) {
    const { startsAt, endsAt } = hoursOf({ day: on, from, until });
    if (endsAt.getTime() - startsAt.getTime() > LONGEST_NIGHT_MS)
      ctx.addIssue({ code: 'custom', path: ['until'], message: 'events.error.hours' });
  }
  if ((value.reserved ?? 0) > (value.capacity ?? 0))
    ctx.addIssue({ code: 'custom', path: ['reserved'], message: 'events.error.reserved' });
  if ((value.reserved ?? 0) > 0 && value.reservedFor === 'nobody')
    ctx.addIssue({ code: 'custom', path: ['reservedFor'], message: 'common.error.choose' });
};

const eventFields = {
  clientId,
  kind: choice(EVENT_KINDS),
  audience: choice(EVENT_AUDIENCES),
  title: text(3, LIMITS.title),
  about: optionalText(LIMITS.about),
  locale: choice(LOCALES),
  region: text(1, 20).refine((code) => regionsOfChoice(code).length > 0, 'common.error.choose'),
  place: text(2, LIMITS.place),
  isPlaceHidden: ticked,
  instructions: optionalText(LIMITS.instructions),
};

/** A new event with its first stretch of time; more are added on its page. */
export const newEventForm = z.object({ ...eventFields, ...shiftFields }).superRefine(shiftHolds);
export type NewEventForm = z.output<typeof newEventForm>;
export const editEventForm = z.object(eventFields);
export type EditEventForm = z.output<typeof editEventForm>;

/** What is done on an event's page. */
export const eventDeeds = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('open'), clientId }),
    z.object({ intent: z.literal('end'), clientId, report: optionalText(LIMITS.report) }),
    z.object({ intent: z.literal('come'), clientId, shiftId: id }),
    z.object({ intent: z.literal('leave'), clientId, shiftId: id }),
  ],
  { error: 'common.error.form-changed' },
);
export const cancelEventForm = z.object({ clientId, note: text(3, 500) });
export const EVENT_DONE = ['made', 'saved', 'opened', 'ended', 'cancelled', 'come', 'waiting', 'left'] as const;

export const shiftForm = z.object({ clientId, shiftId: id.optional(), ...shiftFields }).superRefine(shiftHolds);
export type ShiftForm = z.output<typeof shiftForm>;
export const shiftDeeds = z.object({ intent: z.literal('cancel-shift'), clientId, shiftId: id });

const contact = text(3, 254).transform((value, ctx) => {
  const normal = reachable(value);
  if (normal === null) ctx.addIssue({ code: 'custom', message: 'events.error.contact' });
  return normal ?? '';
});

/** Somebody without an account comes. Age and gender are asked for reserved places and figures, and may stay empty. */
export const signUpForm = z.object({
  clientId,
  shiftId: z.string({ error: 'common.error.choose' }).refine(isId, 'common.error.choose'),
  name,
  contact,
  ageBand: maybe(AGE_BANDS),
  gender: maybe(GENDERS),
  wantsNews: ticked,
  consent,
});

/** What the holder of a place does on its page. */
export const placeDeeds = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('accept') }),
    z.object({ intent: z.literal('cancel') }),
    z.object({
      intent: z.literal('feedback'),
      stars: choice(['1', '2', '3', '4', '5']).transform(Number),
      text: optionalText(LIMITS.feedback),
    }),
  ],
  { error: 'common.error.form-changed' },
);
export const PLACE_DONE = ['registered', 'waitlisted', 'accepted', 'cancelled', 'thanks'] as const;

/** What a colleague does with the list of those who signed up. */
export const peopleDeeds = z.discriminatedUnion(
  'intent',
  [
    z.object({
      intent: z.literal('add'),
      clientId,
      shiftId: id,
      name,
      contact: optionalText(254).transform((value, ctx) => {
        const normal = value === '' ? '' : reachable(value);
        if (normal === null) ctx.addIssue({ code: 'custom', message: 'events.error.contact' });
        return normal ?? '';
      }),
      ageBand: maybe(AGE_BANDS),
      gender: maybe(GENDERS),
      mayWait: ticked,
    }),
    z.object({ intent: z.literal('take-out'), clientId, signUpId: id }),
    z.object({ intent: z.literal('remind'), clientId }),
    z.object({
      intent: z.literal('add-people'),
      clientId,
      shiftId: z.string({ error: 'common.error.choose' }).refine(isId, 'common.error.choose'),
      personIds: z.preprocess(
        (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
        z.array(id).min(1, 'common.error.choose').max(LIMITS.chosen, 'common.error.choose'),
      ),
      mayWait: ticked,
    }),
  ],
  { error: 'common.error.form-changed' },
);

/** One entry at the entrance, from the page or out of a telephone's outbox. `at` is when it happened there. */
export const checkInForm = z
  .object({
    clientId,
    shiftId: id,
    signUpId: id.optional(),
    /** Somebody who came without having signed up. */
    walkIn: optionalText(LIMITS.name).transform((value) => value.replaceAll(/\s+/gu, ' ')),
    ageBand: maybe(AGE_BANDS),
    gender: maybe(GENDERS),
    undo: ticked,
    at: z.iso.datetime({ offset: true, error: 'common.error.form-changed' }).optional(),
    q: optionalText(80),
  })
  .superRefine(({ signUpId, walkIn }, ctx) => {
    if (!signUpId && walkIn.length < 2)
      ctx.addIssue({ code: 'custom', path: ['walkIn'], message: 'common.error.required' });
  });
export type CheckInForm = z.output<typeof checkInForm>;
