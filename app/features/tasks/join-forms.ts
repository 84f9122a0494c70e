import { z } from 'zod';
import {
  AGE_BANDS,
  GENDERS,
  LIMITS as PEOPLE_LIMITS,
  SKILLS,
  SPOKEN,
  TIMES,
} from '#app/features/people/rules/kinds.ts';
import { normaliseEmail } from '#app/kernel/email.ts';
import { choice, clientId, consent, optionalText, text } from '#app/kernel/fields.ts';
import { isId } from '#app/kernel/ids.ts';
import { normalisePhone } from '#app/kernel/phone.ts';
import { regionsOfChoice } from '#app/kernel/regions.ts';
import { LIMITS, RESERVED_FOR } from './rules/kinds.ts';

/** What people send to join, and what the organisation keeps its form by. Messages are keys. */
const several = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z
      .array(choice(values))
      .max(values.length, 'common.error.choose')
      .transform((list) => [...new Set(list)]),
  );
const maybe = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z
    .enum(values, { error: 'common.error.choose' })
    .optional()
    .transform((value) => value ?? null);
const contact = (read: (text: string) => string | null, message: string) =>
  optionalText(PEOPLE_LIMITS.contact)
    .refine((value) => value === '' || read(value) !== null, message)
    .transform((value) => (value === '' ? '' : (read(value) ?? '')));

export const GROWN_BANDS = AGE_BANDS.filter((band) => band !== '14_17') as [
  Exclude<(typeof AGE_BANDS)[number], '14_17'>,
  ...Exclude<(typeof AGE_BANDS)[number], '14_17'>[],
];

/**
 * `grown` is asked of everybody: the law asks a guardian's consent below 18. The age band and the gender are the person's to
 * say or not. `guardian…` must be there when not grown.
 */
export const joinForm = z
  .object({
    clientId,
    roleId: optionalText(40).refine((value) => value === '' || isId(value), 'common.error.choose'),
    name: text(2, PEOPLE_LIMITS.name).transform((value) => value.replaceAll(/\s+/gu, ' ')),
    phone: contact(normalisePhone, 'common.error.phone'),
    email: contact(normaliseEmail, 'common.error.email'),
    region: optionalText(20).refine((code) => code === '' || regionsOfChoice(code).length > 0, 'common.error.choose'),
    place: optionalText(PEOPLE_LIMITS.place),
    skills: several(SKILLS),
    times: several(TIMES),
    languages: several(SPOKEN),
    grown: choice(['yes', 'no']),
    ageBand: maybe(GROWN_BANDS),
    gender: maybe(GENDERS),
    guardianName: optionalText(PEOPLE_LIMITS.name),
    guardianContact: optionalText(PEOPLE_LIMITS.contact),
    guardianConsent: z.literal('on').optional(),
    message: optionalText(LIMITS.message),
    wantsEvents: z.literal('on').optional(),
    citizen: z.literal('on').optional(),
    consent,
  })
  .superRefine((form, ctx) => {
    const wrong = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message });
    if (form.phone === '' && form.email === '') wrong('phone', 'tasks.join.error.contact');
    if (form.grown !== 'no') return;
    if (form.guardianName.length < 2) wrong('guardianName', 'common.error.required');
    if (normalisePhone(form.guardianContact) === null && normaliseEmail(form.guardianContact) === null)
      wrong('guardianContact', 'tasks.join.error.guardian-contact');
    if (form.guardianConsent !== 'on') wrong('guardianConsent', 'tasks.join.error.guardian-consent');
  });
export type JoinForm = z.output<typeof joinForm>;

const row = z
  .object({
    id: optionalText(40).refine((value) => value === '' || isId(value), 'common.error.form-changed'),
    title: optionalText(LIMITS.role),
    places: optionalText(4).refine(
      (value) => /^\d{0,3}$/u.test(value) && Number(value) <= LIMITS.places,
      'tasks.joining.error.places',
    ),
    reservedFor: choice(RESERVED_FOR).default('nobody'),
    reserved: optionalText(4).refine((value) => /^\d{0,3}$/u.test(value), 'tasks.joining.error.places'),
  })
  .transform((value) => ({ ...value, places: Number(value.places || 0), reserved: Number(value.reserved || 0) }))
  .superRefine(({ title, places, reservedFor, reserved }, ctx) => {
    if (title === '') return;
    if (reservedFor !== 'nobody' && (reserved < 1 || reserved > places))
      ctx.addIssue({ code: 'custom', path: ['reserved'], message: 'tasks.joining.error.reserved' });
  });

/** The form's own settings. A role without a title is none; one that was there and lost its title is taken away. */
export const joiningForm = z.object({
  clientId,
  isOpen: z.literal('on').optional(),
  intro: optionalText(LIMITS.intro),
  roles: z.array(row).max(LIMITS.roles).default([]),
});
export type JoiningForm = z.output<typeof joiningForm>;

export const newJoiningForm = z.object({
  clientId,
  campaignId: optionalText(40).refine((value) => value === '' || isId(value), 'common.error.choose'),
});

export const decisionForm = z.object({ clientId, decision: choice(['accept', 'decline']) });
