import { z } from 'zod';
import { choice, clientId, consent, email, optionalText, phone, text } from '#app/kernel/fields.ts';
import { LOCALES } from '#app/kernel/locale.ts';
import { parseContact, type Contact } from './rules/contact.ts';

/**
 * The forms of accounts. `password` is the one a person has, `newPassword` the one they choose: fields of these names
 * never come back to the page. A password is taken as typed, spaces included.
 */
const password = z
  .string({ error: 'common.error.required' })
  .min(1, 'common.error.required')
  .max(1000, 'accounts.password.error.long');
const newPassword = password;

const contact = text(3, 254).transform((typed, ctx): Contact => {
  const parsed = parseContact(typed);
  if (parsed === null) ctx.addIssue({ code: 'custom', message: 'accounts.error.contact' });
  return parsed ?? { kind: 'email', value: '' };
});

const name = text(2, 120);
const code = text(4, 60);
const next = z.string().max(2000).optional();

export const signInForm = z.object({ contact, password, next });
export const codeForm = z.object({ code, next });
export const forgottenForm = z.object({ contact });
export const newPasswordForm = z.object({ newPassword });
export const handedCodeForm = z.object({ contact, code, newPassword });

/** For a link the person names a contact; for an invitation by e-mail the address is the invitation's, whatever is posted. */
export const openAccountForm = z.object({
  clientId,
  name,
  contact: z.string().max(254).optional(),
  newPassword,
  consent,
});

export const profileForm = z.object({ clientId, name, locale: choice(LOCALES) });
export const emailForm = z.object({ clientId, email, password });
/** Empty takes the number away. */
export const phoneForm = z.object({
  clientId,
  phone: z.union([z.undefined(), z.literal('').transform(() => undefined), phone]),
  password,
});
export const passwordForm = z.object({ clientId, password, newPassword });

export const deviceForm = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('label'), session: z.string().max(100), label: optionalText(60) }),
    z.object({ intent: z.literal('end'), session: z.string().max(100) }),
    z.object({ intent: z.literal('end-others') }),
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
