import { z } from 'zod';
import { dayOf } from '#app/kernel/dates.ts';
import { normaliseEmail } from '#app/kernel/email.ts';
import { choice, clientId, optionalText, text } from '#app/kernel/fields.ts';
import { isId } from '#app/kernel/ids.ts';
import { normalisePhone } from '#app/kernel/phone.ts';
import { regionsOfChoice } from '#app/kernel/regions.ts';
import { BOARD_CATEGORIES, BOARD_KINDS, BOARD_LIMITS, MOST_DAYS_AHEAD } from './rules/kinds.ts';
import { refusedWords } from './rules/refused-words.ts';

/** Forms of the board. Messages are keys. */
const DAY = 86_400_000;
const day = z.iso.date({ error: 'board.error.day' });
const region = z
  .string({ error: 'common.error.choose' })
  .refine((code) => regionsOfChoice(code).length > 0, 'common.error.choose');
const id = z.string({ error: 'common.error.form-changed' }).refine(isId, 'common.error.form-changed');
const decent = <Schema extends z.ZodType<string>>(schema: Schema) =>
  schema.superRefine((value, ctx) => {
    const wrong = refusedWords(value);
    if (wrong) ctx.addIssue({ code: 'custom', message: `board.error.${wrong}` });
  });

/** A need or an offer, new or edited. */
export const entryForm = z
  .object({
    clientId,
    kind: choice(BOARD_KINDS),
    category: choice(BOARD_CATEGORIES),
    title: decent(text(5, BOARD_LIMITS.title)),
    text: decent(optionalText(BOARD_LIMITS.text)),
    region,
    place: decent(optionalText(BOARD_LIMITS.place)),
    startsOn: day,
    endsOn: day,
  })
  .superRefine(({ startsOn, endsOn }, ctx) => {
    const wrong = (message: string) => ctx.addIssue({ code: 'custom', path: ['endsOn'], message });
    const now = Date.now();
    if (endsOn < startsOn) wrong('board.error.days-order');
    else if (endsOn < dayOf(new Date(now))) wrong('board.error.past');
    else if (endsOn > dayOf(new Date(now + MOST_DAYS_AHEAD * DAY))) wrong('board.error.far');
  });
export type EntryForm = z.output<typeof entryForm>;

/** Whom the other side calls once both agreed. */
const contactFields = {
  contactName: text(2, BOARD_LIMITS.name),
  contact: text(3, BOARD_LIMITS.contact).transform((value, ctx) => {
    const read = value.includes('@') ? normaliseEmail(value) : normalisePhone(value);
    if (read === null) ctx.addIssue({ code: 'custom', message: 'board.error.contact-form' });
    return read ?? '';
  }),
};

/** What is done on an entry's page. */
export const entryIntents = z.discriminatedUnion(
  'intent',
  [
    z.object({
      intent: z.literal('propose'),
      clientId,
      ownEntryId: z
        .string()
        .optional()
        .transform((value) => value || null)
        .refine((value) => value === null || isId(value), 'common.error.choose'),
      note: decent(optionalText(BOARD_LIMITS.note)),
      ...contactFields,
    }),
    z.object({ intent: z.literal('agree'), clientId, matchId: id, ...contactFields }),
    ...(['decline', 'take-back', 'done', 'confirm', 'cancel'] as const).map((intent) =>
      z.object({ intent: z.literal(intent), clientId, matchId: id }),
    ),
    z.object({ intent: z.literal('withdraw'), clientId }),
  ],
  { error: 'common.error.form-changed' },
);
export type EntryIntent = z.output<typeof entryIntents>;
