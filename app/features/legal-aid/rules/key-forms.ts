import { z } from 'zod';
import { choice, clientId, email, optionalText, text } from '#app/kernel/fields.ts';
import { isId } from '#app/kernel/ids.ts';
import { LOCALES } from '#app/kernel/locale.ts';
import { choiceOf, regionsOfChoice } from '#app/kernel/regions.ts';
import { STAFF_ROLES } from './desk.ts';
import { PASSPHRASE_MIN } from './passphrase.ts';

/**
 * Forms about keys and people of the desk. `password` is the passphrase a person has and `newPassword` the one they choose:
 * fields of these names never come back to the page, and are taken as typed.
 */
const MAX_TYPED = 1000;
const secret = (missing: string) =>
  z.string({ error: missing }).min(1, missing).max(MAX_TYPED, 'accounts.password.error.long');
const password = secret('legal-keys.error.need-passphrase');
/** Its length is said beside whatever else is missing; the command asks for the rest. */
const newPassword = secret('legal-keys.error.need-new-passphrase').refine(
  (value) => [...value].length >= PASSPHRASE_MIN,
  'legal-keys.error.short',
);
const ticked = (missing: string) => z.literal('on', { error: missing });
const typed = optionalText(200);
const shownName = text(2, 60);
const isOn = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on');
const idField = z.string({ error: 'common.error.form-changed' }).refine(isId, 'common.error.form-changed');

export const enrolmentForm = z.object({
  clientId,
  shownName,
  isBar: isOn,
  newPassword,
  kept: ticked('legal-keys.error.need-understood'),
});

export const unlockForm = z.object({
  password: z.string().max(MAX_TYPED, 'accounts.password.error.long').optional(),
  prf: optionalText(60),
  next: optionalText(500),
});

export const recoveryForm = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('code'), clientId, code: typed, newPassword }),
    z.object({
      intent: z.literal('lost'),
      clientId,
      code: typed,
      newPassword,
      understood: ticked('legal-keys.error.need-understood'),
    }),
  ],
  { error: 'common.error.form-changed' },
);

export const ownKeysForm = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('passphrase'), clientId, password, newPassword }),
    z.object({ intent: z.literal('code'), clientId, password }),
    z.object({ intent: z.literal('written'), clientId, written: ticked('legal-keys.error.need-written') }),
    z.object({
      intent: z.literal('passkey'),
      clientId,
      password,
      credentialId: typed.pipe(z.string().max(1400)),
      prf: typed,
      salt: typed,
    }),
    z.object({ intent: z.literal('passkey-off'), clientId, wrapId: idField }),
  ],
  { error: 'common.error.form-changed' },
);

const change = {
  clientId,
  shownName,
  isOnDuty: isOn,
  capacity: z.coerce
    .number({ error: 'legal-keys.error.capacity' })
    .int('legal-keys.error.capacity')
    .min(0, 'legal-keys.error.capacity')
    .max(200, 'legal-keys.error.capacity'),
  /** Choices of the region picker; region codes come out. */
  regions: z
    .array(
      z.string().refine((code) => regionsOfChoice(code).length > 0 && choiceOf(code) === code, 'common.error.choose'),
    )
    .default([])
    .transform((codes) => [...new Set(codes.flatMap((code) => regionsOfChoice(code)))]),
};

export const staffForm = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('change'), ...change }),
    z.object({ intent: z.literal('vouch'), clientId, role: choice(STAFF_ROLES), isBar: isOn, heard: typed }),
    z.object({ intent: z.literal('revoke'), clientId, understood: ticked('legal-keys.error.need-understood') }),
  ],
  { error: 'common.error.form-changed' },
);

export const inviteForm = z.object({
  clientId,
  email,
  role: choice(['lawyer', 'custodian', 'legal_lead']),
  locale: choice(LOCALES),
});

export const REGRANT_REASONS = ['lost-keys', 'cover', 'supervision'] as const;
/** Why somebody gets keys again: kept in the trail. */
export type RegrantReason = (typeof REGRANT_REASONS)[number];

export const regrantForm = z.object({
  clientId,
  staffId: idField,
  /** One case or bundle; missing means all that I can give. */
  subjectId: z.string().refine(isId, 'common.error.form-changed').optional(),
  reason: choice(REGRANT_REASONS),
});
