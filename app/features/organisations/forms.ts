import { z } from 'zod';
import { MEMBER_ROLES } from '#app/kernel/actor.ts';
import { choice, clientId, consent, email, optionalText, phone, text } from '#app/kernel/fields.ts';
import { isId } from '#app/kernel/ids.ts';
import { LOCALES } from '#app/kernel/locale.ts';
import { choiceOf, regionsOfChoice } from '#app/kernel/regions.ts';
import { PUBLIC_KINDS } from './rules/directory.ts';

/** Missing or empty is `null`; anything else has to fit. */
function maybe<Schema extends z.ZodType<string, string>>(schema: Schema) {
  return z.preprocess((value) => (typeof value === 'string' && value.trim() !== '' ? value : null), schema.nullable());
}

const id = z.string({ error: 'common.error.choose' }).refine(isId, 'common.error.choose');

/** Region choices as the form ticks them, turned into the region codes behind them. */
const regions = z
  .array(
    z.string().refine((code) => regionsOfChoice(code).length > 0 && choiceOf(code) === code, 'common.error.choose'),
  )
  .max(68, 'common.error.choose')
  .default([])
  .transform((codes) => [...new Set(codes.flatMap((code) => regionsOfChoice(code)))]);

const names = {
  nameAz: text(3, 120),
  nameEn: optionalText(120),
  nameRu: optionalText(120),
  aboutAz: text(20, 600),
  aboutEn: optionalText(600),
  aboutRu: optionalText(600),
  town: text(2, 80),
  regions,
};

const legal = {
  isRegistered: choice(['yes', 'no']),
  legalName: optionalText(200),
  legalAddress: optionalText(300),
  representativeName: optionalText(120),
  representativePost: optionalText(120),
};
const LEGAL_FIELDS = ['legalName', 'legalAddress', 'representativeName', 'representativePost'] as const;

type Particulars = { isRegistered: 'yes' | 'no' } & Record<(typeof LEGAL_FIELDS)[number], string>;

/** A registered legal person signs letters itself, and the law asks for all four particulars. */
function wholeParticulars(value: Particulars, ctx: z.core.$RefinementCtx): void {
  if (value.isRegistered === 'no') return;
  for (const field of LEGAL_FIELDS) {
    if (value[field] === '') ctx.addIssue({ code: 'custom', path: [field], message: 'common.error.required' });
  }
}

export const applicationForm = z
  .object({ clientId, kind: choice(PUBLIC_KINDS), ...names, email, ...legal, application: text(30, 2000), consent })
  .superRefine(wholeParticulars)
  .superRefine((value, ctx) => {
    if (value.kind !== 'network' && value.regions.length === 0) {
      ctx.addIssue({ code: 'custom', path: ['regions'], message: 'organisations.apply.error.regions' });
    }
  });

const foundedYear = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() !== '' ? Number(value) : null),
  z
    .number('organisations.settings.error.year')
    .int('organisations.settings.error.year')
    .min(1900, 'organisations.settings.error.year')
    .max(2100, 'organisations.settings.error.year')
    .nullable(),
);

export const settingsForm = z
  .object({
    clientId,
    ...names,
    nameEn: text(3, 120),
    nameRu: text(3, 120),
    foundedYear,
    publicEmail: maybe(email),
    publicPhone: maybe(phone),
    leaveParent: z.literal('on').optional(),
    ...legal,
  })
  .superRefine(wholeParticulars);

/** What the members' page posts: an invitation by e-mail, a link for volunteers, or taking one back. */
export const invitationForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('email'), clientId, email, role: choice(MEMBER_ROLES), locale: choice(LOCALES) }),
  z.object({
    intent: z.literal('link'),
    clientId,
    days: z.coerce
      .number('common.error.choose')
      .int('common.error.choose')
      .min(1, 'common.error.choose')
      .max(30, 'common.error.choose'),
    maxUses: z.coerce
      .number('common.error.choose')
      .int('common.error.choose')
      .min(1, 'common.error.choose')
      .max(200, 'common.error.choose'),
  }),
  z.object({ intent: z.literal('revoke'), clientId, invitationId: id }),
]);

/** What one member's page posts. */
export const memberForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('roles'),
    clientId,
    roles: z
      .array(z.enum(MEMBER_ROLES, 'common.error.choose'))
      .default([])
      .pipe(z.array(z.enum(MEMBER_ROLES)).min(1, 'organisations.members.error.no-role')),
  }),
  z.object({ intent: z.literal('end'), clientId, takenOverBy: maybe(id) }),
  z.object({ intent: z.literal('code'), clientId }),
]);

/** The operator's decision on an organisation. */
export const decisionForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('approve'), clientId, locale: choice(LOCALES), parentId: maybe(id) }),
  z.object({ intent: z.literal('refuse'), clientId, locale: choice(LOCALES), note: text(10, 1000) }),
  z.object({ intent: z.literal('suspend'), clientId, note: text(10, 1000) }),
  z.object({ intent: z.literal('reopen'), clientId }),
]);

/** How many emergency numbers one instance may name. */
export const EMERGENCY_ROWS = 8;

const emergencyNumber = z
  .object({
    number: optionalText(30),
    az: optionalText(120),
    en: optionalText(120),
    ru: optionalText(120),
    isConfirmed: z.literal('on').optional(),
  })
  .superRefine((row, ctx) => {
    const isEmpty = !row.number && !row.az && !row.en && !row.ru;
    if (isEmpty) return;
    for (const field of ['number', 'az', 'en', 'ru'] as const) {
      if (row[field] === '') ctx.addIssue({ code: 'custom', path: [field], message: 'common.error.required' });
    }
    if (row.number && !/^[0-9+() -]{2,30}$/.test(row.number)) {
      ctx.addIssue({ code: 'custom', path: ['number'], message: 'platform.settings.error.number' });
    }
  });

/** The instance's settings: who runs it, its registration, its emergency numbers. */
export const instanceForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('operator'),
    clientId,
    name: text(3, 160),
    address: text(5, 300),
    email,
    phone: maybe(phone),
    registration: optionalText(120),
  }),
  z.object({
    intent: z.literal('emergency'),
    clientId,
    numbers: z.array(emergencyNumber).max(EMERGENCY_ROWS).default([]),
  }),
]);
