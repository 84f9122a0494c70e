import { z } from 'zod';
import { normaliseEmail } from '#app/kernel/email.ts';
import { choice, clientId, consent, optionalText } from '#app/kernel/fields.ts';
import { LOCALES } from '#app/kernel/locale.ts';
import { normalisePhone } from '#app/kernel/phone.ts';
import { parseContact, type Contact } from './rules/contact.ts';

/**
 * The forms of accounts. `password` is the one a person has, `newPassword` the one they choose: fields of these names
 * never come back to the page. A password is taken as typed, spaces included.
 */
const MAX_TYPED = 1000;
const secret = (missing: string) =>
  z.string({ error: missing }).min(1, missing).max(MAX_TYPED, 'accounts.password.error.long');
const password = secret('accounts.error.need-password');
const newPassword = secret('accounts.error.need-new-password');

/** Text that must be there, with a sentence of its own for when it is not: a summary of "fill this in" twice helps nobody. */
function needed(missing: string, max: number) {
  return optionalText(max).refine((value) => value !== '', missing);
}

const contact = needed('accounts.error.need-contact', 254).transform((typed, ctx): Contact => {
  const parsed = typed === '' ? null : parseContact(typed);
  if (parsed === null && typed !== '') ctx.addIssue({ code: 'custom', message: 'accounts.error.contact' });
  return parsed ?? { kind: 'email', value: '' };
});

const name = needed('accounts.error.need-name', 120);
const code = needed('accounts.error.need-code', 60);
const email = needed('accounts.error.need-email', 254).transform((typed, ctx) => {
  const normal = normaliseEmail(typed);
  if (normal === null && typed !== '') ctx.addIssue({ code: 'custom', message: 'common.error.email' });
  return normal ?? '';
});
/** Nothing takes the number away. */
const phone = optionalText(40).transform((typed, ctx) => {
  const normal = normalisePhone(typed);
  if (normal === null && typed !== '') ctx.addIssue({ code: 'custom', message: 'common.error.phone' });
  return normal ?? undefined;
});
const next = z.string().max(2000).optional();

export const signInForm = z.object({ contact, password, next });
export const codeForm = z.object({ code, next });
export const forgottenForm = z.object({ contact });
export const newPasswordForm = z.object({ newPassword });
export const handedCodeForm = z.object({ contact, code, newPassword });

/** For an invitation by e-mail the address is the invitation's, whatever is posted here. */
export const openAccountForm = z.object({
  clientId,
  name,
  contact,
  newPassword,
  consent,
});

export const profileForm = z.object({ clientId, name, locale: choice(LOCALES) });
export const emailForm = z.object({ clientId, email, password });
export const phoneForm = z.object({ clientId, phone, password });
export const passwordForm = z.object({ clientId, password, newPassword });

/** The row's key as the list shows it: sha256 in hex. */
const session = z.string({ error: 'accounts.error.no-device' }).regex(/^[0-9a-f]{64}$/, 'accounts.error.no-device');

export const deviceForm = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('label'), session, label: optionalText(60) }),
    z.object({ intent: z.literal('end'), session }),
    z.object({ intent: z.literal('end-others') }),
  ],
  { error: 'common.error.invalid' },
);

/** What a browser hands over when somebody lets it show notices; `platform/push.server.ts` says what of it is believed. */
const pushed = (most: number) => z.string({ error: 'accounts.error.push' }).max(most, 'accounts.error.push');
export const pushForm = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('add'), endpoint: pushed(1000), p256dh: pushed(100), auth: pushed(40) }),
    z.object({ intent: z.literal('remove'), device: z.uuid({ error: 'accounts.error.no-device' }) }),
  ],
  { error: 'common.error.invalid' },
);

export const factorForm = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('start'), password }),
    z.object({ intent: z.literal('cancel') }),
    z.object({ intent: z.literal('confirm'), code }),
    z.object({ intent: z.literal('renew'), code }),
  ],
  { error: 'common.error.invalid' },
);
export const removalForm = z.object({ clientId, password, code });
export const deletionForm = z.object({ clientId, password });

export const ticketForm = z.object({
  ticket: z.string({ error: 'accounts.error.link' }).max(2000, 'accounts.error.link'),
});

/** A token in an address: letters that base64url has. */
export const isToken = (value: string | undefined): value is string =>
  value !== undefined && /^[\w-]{20,100}$/.test(value);
