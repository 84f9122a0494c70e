import { z } from 'zod';
import { choice, clientId, optionalText, text } from '#app/kernel/fields.ts';
import { isId } from '#app/kernel/ids.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { normaliseEmail } from '#app/kernel/email.ts';
import { normalisePhone } from '#app/kernel/phone.ts';
import { regionsOfChoice } from '#app/kernel/regions.ts';
import {
  AGE_BANDS,
  CONSENT_CHANNELS,
  CONSENT_PURPOSES,
  EXPORT_PURPOSES,
  GENDERS,
  LIMITS,
  PERSON_ROLES,
  RECORDED_KINDS,
  SKILLS,
  SPOKEN,
  TIMES,
} from './rules/kinds.ts';
import { IMPORT_FIELDS } from './rules/import-columns.ts';
import { BUILDER, MATCHES } from './rules/search-rule.ts';

/** Forms of the people's rooms. Messages are keys; the browser's limits are the same numbers. */
const id = z.string({ error: 'common.error.form-changed' }).refine(isId, 'common.error.form-changed');
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
const region = optionalText(20).refine(
  (code) => code === '' || regionsOfChoice(code).length > 0,
  'common.error.choose',
);
const optionalContact = (read: (text: string) => string | null, message: string) =>
  optionalText(LIMITS.contact)
    .refine((value) => value === '' || read(value) !== null, message)
    .transform((value) => (value === '' ? '' : (read(value) ?? '')));
/** A day that has come already. */
const pastDay = z.iso
  .date({ error: 'people.error.day' })
  .refine((day) => day >= '1990-01-01' && day <= dayOf(new Date()), 'people.error.day');
/** `a, b; c` as three, each once. */
const tagList = optionalText(400).transform((value, ctx) => {
  const names = [
    ...new Set(
      value
        .split(/[,;\n]/u)
        .map((name) => name.trim().replaceAll(/\s+/gu, ' '))
        .filter(Boolean),
    ),
  ];
  if (names.some((name) => name.length > LIMITS.tag))
    ctx.addIssue({ code: 'custom', message: 'people.error.tag-long' });
  return names;
});

export const personForm = z.object({
  clientId,
  name: text(2, LIMITS.name).transform((value) => value.replaceAll(/\s+/gu, ' ')),
  phone: optionalContact(normalisePhone, 'common.error.phone'),
  email: optionalContact(normaliseEmail, 'common.error.email'),
  region,
  place: optionalText(LIMITS.place),
  roles: several(PERSON_ROLES),
  languages: several(SPOKEN),
  skills: several(SKILLS),
  times: several(TIMES),
  tags: tagList,
  ageBand: maybe(AGE_BANDS),
  gender: maybe(GENDERS),
  note: optionalText(LIMITS.note),
  /** Set by the second button, after the likely duplicates were shown. */
  another: z.literal('on').optional(),
});
export type PersonForm = z.output<typeof personForm>;

export const personIntents = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('contacts') }),
    z.object({ intent: z.literal('remove-contact'), clientId, contactId: id }),
    z.object({ intent: z.literal('tag'), clientId, tag: text(1, LIMITS.tag) }),
    z.object({ intent: z.literal('untag'), clientId, tagId: id }),
    z.object({ intent: z.literal('note'), clientId, note: text(1, LIMITS.note) }),
    z.object({ intent: z.literal('remove-note'), clientId, noteId: id }),
    z.object({
      intent: z.literal('consent'),
      clientId,
      purpose: choice(CONSENT_PURPOSES),
      channel: choice(CONSENT_CHANNELS),
      givenOn: pastDay,
    }),
    z.object({
      intent: z.literal('guardian'),
      clientId,
      guardianName: text(2, LIMITS.name),
      guardianContact: text(5, LIMITS.contact).refine(
        (value) => normalisePhone(value) !== null || normaliseEmail(value) !== null,
        'people.error.guardian-contact',
      ),
      guardianOn: pastDay,
    }),
    z.object({ intent: z.literal('withdraw'), clientId, consentId: id }),
    z.object({
      intent: z.literal('moment'),
      clientId,
      kind: choice(RECORDED_KINDS),
      on: pastDay,
      about: optionalText(LIMITS.about),
    }),
    z.object({ intent: z.literal('archive'), clientId }),
    z.object({ intent: z.literal('restore'), clientId }),
    z.object({ intent: z.literal('undo-merge'), clientId, mergeId: id }),
  ],
  { error: 'common.error.form-changed' },
);

export const erasureForm = z.object({ clientId, sure: z.literal('on', { error: 'people.error.sure' }) });
/** Of a list to choose from: nothing chosen is said as that. */
const chosen = z.string({ error: 'common.error.choose' }).refine(isId, 'common.error.choose');
export const mergeForm = z.object({ clientId, otherId: chosen, sure: z.literal('on', { error: 'people.error.sure' }) });
export const exportForm = z.object({ purpose: choice(EXPORT_PURPOSES) });
/** What just happened on a person's page, as its address says it. */
export const PERSON_DONE = [
  'added',
  'saved',
  'tagged',
  'noted',
  'consent',
  'withdrawn',
  'moment',
  'archived',
  'restored',
  'merged',
  'undone',
  'removed',
  'guardian',
] as const;

const rowField = z.string().max(200).optional();
const builderRow = z
  .object({ not: z.literal('on').optional(), what: rowField, words: rowField, from: rowField, until: rowField })
  .optional()
  .transform((row) => ({
    isNot: row?.not === 'on',
    what: row?.what ?? '',
    words: row?.words ?? '',
    from: row?.from ?? '',
    until: row?.until ?? '',
  }));
/** The search builder: groups of rows (rules/search-rule.ts). `count` asks how many it finds, `save` keeps it. */
export const searchForm = z
  .object({
    intent: choice(['count', 'save', 'delete']),
    clientId,
    name: optionalText(LIMITS.searchName),
    match: z.enum(MATCHES).default('all'),
    groups: z
      .array(
        z.object({ match: z.enum(MATCHES).default('all'), rows: z.array(builderRow).max(BUILDER.rows).default([]) }),
      )
      .max(BUILDER.groups)
      .default([]),
  })
  .superRefine(({ intent, name }, ctx) => {
    if (intent === 'save' && name === '')
      ctx.addIssue({ code: 'custom', path: ['name'], message: 'common.error.required' });
  });

export const importUploadForm = z.object({ clientId, table: z.string().max(2_000_000).optional() });
/** `check` and `confirm` of one table; the mapping travels with the first. */
export const importForm = z.object({
  intent: choice(['check', 'confirm', 'map']),
  clientId,
  column: z.array(z.enum(IMPORT_FIELDS).optional()).max(200).default([]),
});
