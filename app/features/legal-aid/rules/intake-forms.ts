import { z } from 'zod';
import { choice, clientId, optionalText, text } from '#app/kernel/fields.ts';
import { normaliseEmail } from '#app/kernel/email.ts';
import { isId } from '#app/kernel/ids.ts';
import { normalisePhone } from '#app/kernel/phone.ts';
import { regionsOfChoice } from '#app/kernel/regions.ts';
import { CAMPAIGN_NEEDS, FLAGS, MATTERS, TRACKS } from './desk.ts';
import { CHANNELS, INTAKE_LIMITS, STAGES } from './intake.ts';

/** Forms of the intake and of the receipt's page. Messages are keys of the catalogue. */

const ticked = (missing: string) => z.literal('on', { error: missing });
const isOn = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on');
const ids = z
  .array(z.string().refine(isId, 'common.error.form-changed'), { error: 'common.error.form-changed' })
  .max(50, 'common.error.form-changed')
  .optional()
  .transform((value) => value ?? []);

/** A day that a person chose; '' is none. */
const day = z
  .string()
  .optional()
  .transform((value) => (value ?? '').trim())
  .refine((value) => value === '' || isDay(value), 'legal-intake.error.day');

function isDay(value: string): boolean {
  if (!/^(19|20)\d{2}-\d{2}-\d{2}$/.test(value)) return false;
  const at = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
}

/** Somebody may be followed by the door: the token says from where; a hidden field that people do not see stops robots. */
export const beginForm = z.object({
  clientId,
  desk: z.string({ error: 'common.error.choose' }).regex(/^[a-z0-9-]{1,80}$/, 'common.error.choose'),
  forSomebody: isOn,
  handover: optionalText(400),
  website: optionalText(400),
});

export const receiptShownForm = z.object({ written: ticked('legal-intake.error.written') });
export const dangerForm = z.object({
  flags: z
    .array(choice(FLAGS))
    .max(FLAGS.length)
    .optional()
    .transform((value) => value ?? []),
});
export const trackForm = z.object({ track: choice(TRACKS) });
export const matterForm = z.object({ matter: choice(MATTERS) });
export const needForm = z.object({ need: choice(CAMPAIGN_NEEDS) });
export const stageForm = z.object({ stage: choice(STAGES) });
export const regionForm = z.object({
  region: optionalText(20).refine((code) => code === '' || regionsOfChoice(code).length > 0, 'common.error.choose'),
});
export const datesForm = z.object({ receivedOn: day, dueOn: day });
export const goOnForm = z.object({});
export const keptOutForm = z.object({ keptOut: ids });
export const consentForm = z.object({ consent: ticked('common.error.consent') });

const optionalPhone = optionalText(40).transform((typed, ctx) => {
  const normal = typed === '' ? '' : normalisePhone(typed);
  if (normal === null) ctx.addIssue({ code: 'custom', message: 'common.error.phone' });
  return normal ?? '';
});
const optionalEmail = optionalText(200).transform((typed, ctx) => {
  const normal = typed === '' ? '' : normaliseEmail(typed);
  if (normal === null) ctx.addIssue({ code: 'custom', message: 'common.error.email' });
  return normal ?? '';
});

/** What the browser sealed, as JSON; read by {@link readSealed}. Empty without scripts. */
const sealed = z.string().max(200_000, 'common.error.form-changed').optional();

export const contactForm = z.object({
  name: optionalText(INTAKE_LIMITS.name),
  phone: optionalPhone,
  email: optionalEmail,
  address: optionalText(INTAKE_LIMITS.address),
  channel: choice(CHANNELS).optional(),
  hours: optionalText(INTAKE_LIMITS.hours),
  mayLeaveMessage: isOn,
  codeWord: optionalText(INTAKE_LIMITS.codeWord),
  noticeEmail: optionalEmail,
  sealed,
});
export type ContactInput = z.output<typeof contactForm>;

export const storyForm = z
  .object({ story: optionalText(INTAKE_LIMITS.story), sealed, keep: z.string().max(10).optional() })
  .refine(({ keep, sealed: bytes, story }) => bytes || keep || story.length >= 20, {
    path: ['story'],
    message: 'legal-intake.error.story',
  });

export const filesForm = z.object({
  clientId,
  intent: choice(['add', 'remove', 'go-on']),
  file: z.string().refine(isId, 'common.error.form-changed').optional(),
  sealed,
});

/** `receipt`: the digits shown on this page, which the applicant gets when somebody else asked. */
export const handInForm = z.object({ clientId, receipt: optionalText(60), written: isOn });

export const receiptDoorForm = z.object({ code: text(1, 100) });

export const receiptCaseForm = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('reply'), clientId, text: optionalText(INTAKE_LIMITS.message) }),
    z.object({ intent: z.literal('check-in'), clientId, checkInOn: day }),
    z.object({ intent: z.literal('freeze'), clientId }),
    z.object({ intent: z.literal('unfreeze'), clientId }),
    z.object({ intent: z.literal('agree'), clientId, referral: z.string().refine(isId, 'common.error.form-changed') }),
    z.object({
      intent: z.literal('decline'),
      clientId,
      referral: z.string().refine(isId, 'common.error.form-changed'),
    }),
    z.object({ intent: z.literal('lock') }),
  ],
  { error: 'common.error.form-changed' },
);
export const newReceiptForm = z.object({
  clientId,
  receipt: text(28, 60),
  written: ticked('legal-intake.error.written'),
});

export const deskSettingsForm = z.object({
  clientId,
  isOpen: isOn,
  phone: optionalText(40),
  hours: optionalText(120),
  firstReplyDays: z.coerce
    .number({ error: 'common.error.required' })
    .int()
    .min(1, 'common.error.required')
    .max(60, 'common.error.required'),
});

const part = (length: number) => z.string().regex(new RegExp(`^[\\w-]{${length}}$`));
const sealedShape = z.strictObject({
  version: z.number().int().min(1).max(100_000),
  recordId: z.string().refine(isId),
  nonce: part(32),
  ciphertext: z.string().regex(/^[\w-]{700,120000}$/),
  grants: z
    .array(
      z.strictObject({
        holderId: z.string().refine(isId),
        keyId: z.string().refine(isId),
        enc: part(43),
        ciphertext: part(64),
      }),
    )
    .min(1)
    .max(60),
});
/** What the browser sealed: base64url texts; the command checks sizes and holders. */
export type SealedInput = z.output<typeof sealedShape>;

/** The island's hidden field; null when it is empty, undefined when it is not of its shape. */
export function readSealed(typed: string | undefined): SealedInput | null | undefined {
  if (!typed) return null;
  try {
    return sealedShape.parse(JSON.parse(typed));
  } catch {
    // Whatever is wrong with it, it is not ours.
    return undefined;
  }
}
