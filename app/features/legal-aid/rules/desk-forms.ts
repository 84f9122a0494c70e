import { z } from 'zod';
import { choice, clientId, optionalText, text } from '#app/kernel/fields.ts';
import { isId } from '#app/kernel/ids.ts';
import { isRegionCode } from '#app/kernel/regions.ts';
import { BANDS, LABELS, MATTERS, NOT_TAKEN_REASONS, OUTCOMES } from './desk.ts';
import { IN_HAND } from './lifecycle.ts';

const reason = text(3, 2000);
const someone = z.string({ error: 'common.error.choose' }).refine(isId, 'common.error.choose');
const orNone = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z
    .enum(values, { error: 'common.error.choose' })
    .optional()
    .transform((value) => value ?? null);

/** Forms of the room where a case moves on. */
export const stepsForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('claim'), clientId }),
  z.object({ intent: z.literal('move'), clientId, to: choice(IN_HAND) }),
  z.object({
    intent: z.literal('pass'),
    clientId,
    role: choice(['responsible', 'cover', 'second']),
    toStaffId: someone,
    reason,
  }),
  z.object({ intent: z.literal('return'), clientId, reason }),
  z.object({ intent: z.literal('refer'), clientId, to: text(2, 200), reason }),
  z.object({ intent: z.literal('hand'), clientId }),
  z.object({
    intent: z.literal('mark'),
    clientId,
    matter: orNone(MATTERS),
    label: orNone(LABELS),
    region: z
      .string()
      .optional()
      .transform((value) => value ?? null)
      .refine((value) => value === null || isRegionCode(value), 'common.error.choose'),
    isCourt: z
      .literal('on')
      .optional()
      .transform((value) => value === 'on'),
  }),
  z.object({ intent: z.literal('band'), clientId, band: choice([...BANDS, 'rules']), reason }),
  z.object({ intent: z.literal('summary'), clientId, title: text(2, 120), text: optionalText(4000) }),
]);

/** Forms of the room of a case's sides. */
export const conflictsForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('party'),
    clientId,
    side: choice(['ours', 'other']),
    name: optionalText(200),
    phone: optionalText(40),
    fin: optionalText(20),
  }),
  z.object({ intent: z.literal('settle'), clientId, reason }),
  z.object({ intent: z.literal('keep-out'), clientId, staffId: someone, reason }),
]);

const caseIds = z
  .union([z.string(), z.array(z.string())], { error: 'legal-desk.error.batch-none' })
  .transform((value) => (Array.isArray(value) ? value : [value]).filter(isId))
  .refine((ids) => ids.length > 0, 'legal-desk.error.batch-none');

/** What is done with several cases at once. */
export const batchForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('label'), clientId, caseId: caseIds, label: orNone(LABELS) }),
  z.object({ intent: z.literal('ask-close'), clientId, caseId: caseIds }),
  z
    .object({
      intent: z.literal('close'),
      clientId,
      caseId: caseIds,
      outcome: choice(OUTCOMES),
      notTakenReason: orNone(NOT_TAKEN_REASONS),
      reason,
    })
    .refine(({ notTakenReason, outcome }) => outcome !== 'not_taken' || notTakenReason !== null, {
      path: ['notTakenReason'],
      message: 'common.error.choose',
    }),
  z.object({ intent: z.literal('undo'), clientId, of: someone, kind: choice(['label', 'close']) }),
]);
