import { z } from 'zod';
import { normaliseEmail } from '#app/kernel/email.ts';
import { choice, clientId, consent, optionalText, text } from '#app/kernel/fields.ts';
import { isInsideCountryBounds } from '#app/kernel/geo.ts';
import { normalisePhone } from '#app/kernel/phone.ts';
import { regionsOfChoice, type LatLng } from '#app/kernel/regions.ts';
import { isCategoryKey, type CategoryKey } from './rules/categories.ts';

/** Forms of the citizen's side. Messages are keys; the browser's limits (maxLength) are the same numbers. */
export const LIMITS = {
  title: 120,
  details: 4000,
  place: 200,
  contact: 200,
  message: 2000,
  note: 300,
  flag: 2000,
  reply: 6000,
  name: 200,
} as const;
export const MAX_PHOTOS = 3;

/** Which district holds when the pin lies in another one than was chosen: the pin's, or the chosen one. */
export const PIN_REGIONS = ['pin', 'keep'] as const;
export type PinRegion = (typeof PIN_REGIONS)[number];

/** Which text of the consent somebody agreed to; changes when a part of it changes its meaning. */
export const CONTACT_CONSENT_VERSION = 'issue-contact/2026-11';
export const REPLY_CONSENT_VERSION = 'body-reply/2026-11';

/** An e-mail address or a telephone number, normalised; undefined for anything else. */
export function normaliseContact(typed: string): string | undefined {
  return (typed.includes('@') ? normaliseEmail(typed) : normalisePhone(typed)) ?? undefined;
}

const contact = optionalText(LIMITS.contact).transform((typed, ctx) => {
  if (typed === '') return '';
  const normal = normaliseContact(typed);
  if (normal === undefined) ctx.addIssue({ code: 'custom', message: 'issues.form.error.contact' });
  return normal ?? '';
});

const category = z.string({ error: 'issues.form.error.category' }).transform((value, ctx): CategoryKey => {
  if (isCategoryKey(value)) return value;
  ctx.addIssue({ code: 'custom', message: 'issues.form.error.category' });
  return z.NEVER;
});

const region = z
  .string({ error: 'issues.form.error.region' })
  .refine((code) => regionsOfChoice(code).length > 0, 'issues.form.error.region');

/** What happened, in a sentence: a missing one and a single letter get the same advice. */
const subject = z
  .string({ error: 'issues.form.error.subject' })
  .transform((value) => value.replaceAll('\u0000', '').replaceAll(/\s+/gu, ' ').trim())
  .pipe(
    z
      .string({ error: 'issues.form.error.subject' })
      .min(3, 'issues.form.error.subject')
      .max(LIMITS.title, 'common.error.too-long'),
  );

/** The point of the map island's hidden fields: nothing, or two numbers. `undefined` when they are no point of this country. */
function readPoint(lat: string | undefined, lng: string | undefined): LatLng | null | undefined {
  if (!lat && !lng) return null;
  const point = { lat: Number(lat || Number.NaN), lng: Number(lng || Number.NaN) };
  return isInsideCountryBounds(point) ? point : undefined;
}

type PlaceFields = { place?: unknown; lat?: unknown; lng?: unknown };
const asText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
/** Asked even when other fields are wrong, so that everything to mend is said at once. */
const always = () => true;

/** The report as a citizen sends it. Output: `point` instead of `lat` and `lng`; `contact` is '' or normalised. */
export const newIssueForm = z
  .object({
    clientId,
    category,
    title: subject,
    details: optionalText(LIMITS.details),
    region,
    place: optionalText(LIMITS.place),
    lat: z.string().optional(),
    lng: z.string().optional(),
    pinRegion: z.enum(PIN_REGIONS).optional().catch(undefined),
    contact,
    consent: z.string().optional(),
  })
  .refine(({ lat, lng }: PlaceFields) => readPoint(asText(lat), asText(lng)) !== undefined, {
    path: ['place'],
    error: 'issues.form.error.outside',
    when: always,
  })
  .refine(({ place, lat, lng }: PlaceFields) => Boolean(asText(place)?.trim()) || Boolean(asText(lat) || asText(lng)), {
    path: ['place'],
    error: 'issues.form.error.place',
    when: always,
  })
  .refine((form: { contact?: unknown; consent?: unknown }) => !asText(form.contact) || form.consent === 'on', {
    path: ['consent'],
    error: 'issues.form.error.consent',
    when: always,
  })
  .transform(({ lat, lng, consent: _said, ...form }) => ({ ...form, point: readPoint(lat, lng) ?? null }));

/** A receipt's code as typed; whether it is one is answered like a wrong one, so nothing is learnt from the wording. */
export const receiptForm = z.object({
  code: z.string({ error: 'issues.receipt.error.wrong' }).max(100, 'issues.receipt.error.wrong'),
});

export const RECEIPT_STEPS = ['answer', 'dispute', 'forget-contact', 'close'] as const;

/** What the receipt page can send. `text` is the answer, or what remains when a repair is disputed. */
export const receiptStepForm = z.discriminatedUnion(
  'step',
  [
    z.object({ step: z.literal('answer'), clientId, text: text(2, LIMITS.message) }),
    z.object({ step: z.literal('dispute'), clientId, note: text(3, LIMITS.note) }),
    z.object({ step: z.literal('forget-contact') }),
    z.object({ step: z.literal('close') }),
  ],
  { error: 'common.error.form-changed' },
);

/** Why a stranger reports a page. The body's right of reply has a form of its own. */
export const PAGE_FLAGS = ['personal_data', 'insult', 'untrue', 'danger', 'other'] as const;
export const flagForm = z.object({ clientId, kind: choice(PAGE_FLAGS), text: optionalText(LIMITS.flag) });

export const bodyReplyForm = z.object({
  clientId,
  bodyName: text(3, LIMITS.name),
  signatory: text(3, LIMITS.name),
  text: text(10, LIMITS.reply),
  contact: contact.refine((value) => value !== '', 'common.error.required'),
  consent,
});
