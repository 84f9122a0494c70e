import { z } from 'zod';
import { normaliseEmail } from './email.ts';
import { isId } from './ids.ts';
import { normalisePhone } from './phone.ts';

/**
 * Fields that many forms share. Every message is a key of the words catalogue, said beside the field in the
 * person's language.
 */

/** The form's own random id: sent five times, the command happens once. */
export const clientId = z.string({ error: 'common.error.form-changed' }).refine(isId, 'common.error.form-changed');

/** Text that must be there; line ends are made plain, outer space is cut. Lengths count characters. */
export function text(min: number, max: number) {
  return z
    .string({ error: 'common.error.required' })
    .transform((value) => value.replaceAll('\r\n', '\n').replaceAll('\u0000', '').trim())
    .pipe(
      z
        .string({ error: 'common.error.required' })
        .min(1, 'common.error.required')
        .min(min, 'common.error.too-short')
        .max(max, 'common.error.too-long'),
    );
}

/** Text that may be missing; missing is `''`. */
export function optionalText(max: number) {
  return (
    z
      .string()
      .optional()
      .transform((value) => (value ?? '').replaceAll('\r\n', '\n').replaceAll('\u0000', '').trim())
      // No pipe: form readers take an empty text for a missing one, at every string schema.
      .refine((value) => value.length <= max, 'common.error.too-long')
  );
}

/** One of a closed list. */
export function choice<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.enum(values, { error: 'common.error.choose' });
}

export const email = z.string({ error: 'common.error.required' }).transform((value, ctx) => {
  const normal = normaliseEmail(value);
  if (normal === null) ctx.addIssue({ code: 'custom', message: 'common.error.email' });
  return normal ?? '';
});

export const phone = z.string({ error: 'common.error.required' }).transform((value, ctx) => {
  const normal = normalisePhone(value);
  if (normal === null) ctx.addIssue({ code: 'custom', message: 'common.error.phone' });
  return normal ?? '';
});

/** A ticked consent; the version of the text travels with it. */
export const consent = z.literal('on', { error: 'common.error.consent' });
