import { z } from 'zod';
import { choice, clientId, optionalText } from '#app/kernel/fields.ts';
import { isId } from '#app/kernel/ids.ts';
import { LOCALES } from '#app/kernel/locale.ts';
import { AUDIENCE_KINDS, LIMITS, MAILING_CHANNELS, MAILING_PURPOSES } from './rules/kinds.ts';
import type { MailingTexts } from './rules/texts.ts';

/** Forms of the messages' rooms. Messages are keys; the browser's limits are the same numbers. */

/** `all`, `search:<id>` or `event:<id>`. */
const audience = z.string({ error: 'common.error.choose' }).transform((value, ctx) => {
  const [kind, id] = value.split(':');
  const known = AUDIENCE_KINDS.find((one) => one === kind);
  if (known === 'all') return { audience: known, audienceId: null };
  if (known !== undefined && isId(id)) return { audience: known, audienceId: id };
  ctx.addIssue({ code: 'custom', message: 'common.error.choose' });
  return z.NEVER;
});

const subject = () =>
  optionalText(LIMITS.subject).refine((value) => !value.includes('\n'), 'common.error.form-changed');

export const mailingForm = z
  .object({
    clientId,
    purpose: choice(MAILING_PURPOSES),
    channel: z.enum(MAILING_CHANNELS).default('email'),
    audience,
    locale: choice(LOCALES),
    azSubject: subject(),
    azText: optionalText(LIMITS.text),
    enSubject: subject(),
    enText: optionalText(LIMITS.text),
    ruSubject: subject(),
    ruText: optionalText(LIMITS.text),
  })
  .superRefine((form, ctx) => {
    for (const locale of LOCALES) {
      const parts = { subject: form[`${locale}Subject`], text: form[`${locale}Text`] };
      const isNeeded = form.locale === locale || parts.subject !== '' || parts.text !== '';
      if (!isNeeded) continue;
      if (parts.subject === '' && form.channel === 'email')
        ctx.addIssue({ code: 'custom', path: [`${locale}Subject`], message: 'common.error.required' });
      if (parts.text === '')
        ctx.addIssue({ code: 'custom', path: [`${locale}Text`], message: 'common.error.required' });
      if (form.channel === 'sms' && parts.text.length > LIMITS.sms)
        ctx.addIssue({ code: 'custom', path: [`${locale}Text`], message: 'mailings.error.sms-long' });
    }
  })
  .transform(({ clientId: form, purpose, channel, audience: chosen, locale, ...parts }) => {
    const texts: MailingTexts = {};
    for (const one of LOCALES)
      if (parts[`${one}Text`] !== '') texts[one] = { subject: parts[`${one}Subject`], text: parts[`${one}Text`] };
    return { clientId: form, purpose, channel, ...chosen, locale, texts };
  });
export type MailingForm = z.output<typeof mailingForm>;

const day = z.iso.date({ error: 'common.error.form-changed' }).optional();
const hour = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/u, 'common.error.form-changed')
  .optional();

/** What is done with one message. */
export const mailingIntents = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('lock'), clientId }),
    z.object({ intent: z.literal('unlock'), clientId }),
    z.object({ intent: z.literal('test'), clientId }),
    z.object({ intent: z.literal('send'), clientId, when: choice(['now', 'later']), on: day, at: hour }),
    z.object({ intent: z.literal('stop'), clientId }),
    z.object({ intent: z.literal('delete'), clientId }),
  ],
  { error: 'common.error.form-changed' },
);
export type MailingIntent = z.output<typeof mailingIntents>;

export const MAILING_DONE = ['saved', 'locked', 'unlocked', 'tested', 'sent', 'night', 'scheduled', 'stopped'] as const;
