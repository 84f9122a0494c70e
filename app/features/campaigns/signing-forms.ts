import { z } from 'zod';
import { normaliseEmail } from '#app/kernel/email.ts';
import { clientId, consent, optionalText } from '#app/kernel/fields.ts';
import { normalisePhone } from '#app/kernel/phone.ts';
import { regionsOfChoice } from '#app/kernel/regions.ts';
import { isNameLike, OLDEST_BIRTH_YEAR, SIGNER_LIMITS } from './rules/signer.ts';
import { RATINGS } from './rules/delivery.ts';

/** Which text a signer agreed to; changes when a part of it changes its meaning. */
export const SIGNING_CONSENT_VERSION = 'campaign-support/2026-11';
/** The sentence printed on the paper sheet. */
export const SHEET_CONSENT_VERSION = 'campaign-sheet/2026-11';

/** A person's name on one line. */
const name = z
  .string({ error: 'support.error.name' })
  .transform((value) => value.replaceAll(/[\u0000\s]+/gu, ' ').trim())
  .refine((value) => value.length <= SIGNER_LIMITS.name && isNameLike(value), 'support.error.name');

/** An e-mail address or a telephone number, normalised; `''` when left empty. */
const contact = optionalText(SIGNER_LIMITS.contact).transform((typed, ctx) => {
  if (typed === '') return '';
  const normal = typed.includes('@') ? normaliseEmail(typed) : normalisePhone(typed);
  if (normal === null) ctx.addIssue({ code: 'custom', message: 'support.error.contact' });
  return normal ?? '';
});

const region = z
  .string({ error: 'support.error.region' })
  .refine((code) => regionsOfChoice(code).length > 0, 'support.error.region');

const oneLine = (max: number) => optionalText(max).transform((value) => value.replaceAll(/\s+/gu, ' '));
const tick = z
  .string()
  .optional()
  .transform((value) => value === 'on');

/** Ten digits as the slip shows them, with or without spaces; `''` when left empty. */
const code = optionalText(40).transform((typed, ctx) => {
  const digits = typed.replaceAll(/[\s-]/gu, '');
  if (digits !== '' && !/^\d{10}$/.test(digits)) ctx.addIssue({ code: 'custom', message: 'support.error.code' });
  return digits;
});

const birthYear = oneLine(10).transform((typed, ctx) => {
  if (typed === '') return null;
  const year = Number(typed);
  if (/^\d{4}$/.test(typed) && year >= OLDEST_BIRTH_YEAR && year <= new Date().getUTCFullYear() - 10) return year;
  ctx.addIssue({ code: 'custom', message: 'support.error.birth-year' });
  return null;
});

/** Adding one's support on the web. `v` and `from` say who brought the person (signing-campaign findCollector). */
export const signForm = z.object({
  clientId,
  name,
  contact: contact.refine((value) => value !== '', 'support.error.contact'),
  region,
  village: oneLine(SIGNER_LIMITS.village),
  showsName: tick,
  wantsNews: tick,
  code,
  consent,
  v: oneLine(40),
  from: oneLine(80),
});

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The form on a volunteer's table: a contact or a birth year, so that two people of one name are two. */
export const pointForm = z
  .object({
    clientId,
    name,
    contact,
    birthYear,
    region,
    village: oneLine(SIGNER_LIMITS.village),
    showsName: tick,
    wantsNews: tick,
    consent,
  })
  .refine(
    (form: { contact?: unknown; birthYear?: unknown }) => asText(form.contact) !== '' || Boolean(form.birthYear),
    { path: ['contact'], error: 'support.error.contact-or-year', when: () => true },
  );

/** What the signer's own page can send. */
export const signerForm = z.discriminatedUnion(
  'step',
  [
    z.object({ step: z.literal('confirm') }),
    z.object({ step: z.literal('withdraw') }),
    z.object({ step: z.literal('wishes'), wantsNews: tick, showsName: tick }),
    z.object({
      step: z.literal('rate'),
      reply: z.uuid({ error: 'common.error.form-changed' }),
      stars: z.coerce
        .number({ error: 'common.error.choose' })
        .pipe(z.literal([...RATINGS], { error: 'common.error.choose' })),
    }),
  ],
  { error: 'common.error.form-changed' },
);
