import { z } from 'zod';
import { choice, clientId, optionalText, text } from '#app/kernel/fields.ts';
import { isDay } from '#app/kernel/dated-rules/days.ts';
import { isId } from '#app/kernel/ids.ts';
import { TASK_KEYS } from './rules/checklist.ts';
import { LIMITS, PAPER_KINDS } from './rules/kinds.ts';
import { looksLikeSigners } from './rules/no-signers.ts';

/** Forms of the election's rooms. Messages are keys. */
const day = z.string({ error: 'common.error.required' }).refine(isDay, 'elections.error.day');
const maybeDay = optionalText(10)
  .refine((value) => value === '' || isDay(value), 'elections.error.day')
  .transform((value) => value || null);
const whole = (most: number, message: string) =>
  z.string({ error: 'common.error.required' }).transform((value, ctx) => {
    const number = /^\d{1,9}$/u.test(value.trim()) ? Number(value) : -1;
    if (number < 0 || number > most) ctx.addIssue({ code: 'custom', message });
    return number;
  });
const maybeId = optionalText(36)
  .refine((value) => value === '' || isId(value), 'common.error.choose')
  .transform((value) => value || null);
/** A line without anything that could be a voter's. */
const noSigners = (schema: z.ZodType<string, string | undefined>) =>
  schema.refine((value) => !looksLikeSigners(value), 'elections.error.signers');

export const statementForm = z.discriminatedUnion(
  'intent',
  [
    // `was`: the day that the page showed as the one that is left.
    z.object({ intent: z.literal('day'), clientId, day, was: optionalText(10) }),
    z.object({ intent: z.literal('payer'), clientId, payer: text(3, LIMITS.payer) }),
    z.object({ intent: z.literal('clearance'), clientId, lawyer: text(3, LIMITS.lawyer), clearedOn: day }),
    z.object({ intent: z.literal('withdraw'), clientId, what: choice(['day', 'payer', 'clearance']) }),
  ],
  { error: 'common.error.form-changed' },
);
export type StatementForm = z.output<typeof statementForm>;

export const candidacyForm = z.discriminatedUnion(
  'intent',
  [
    z.object({
      intent: z.literal('municipality'),
      clientId,
      municipality: text(2, LIMITS.municipality),
      population: whole(10_000_000, 'elections.error.population').refine(
        (value) => value > 0,
        'elections.error.population',
      ),
    }),
    z.object({
      intent: z.literal('step'),
      clientId,
      key: choice(TASK_KEYS),
      owner: maybeId,
      doneOn: maybeDay,
      note: noSigners(optionalText(LIMITS.note)),
    }),
  ],
  { error: 'common.error.form-changed' },
);
export type CandidacyForm = z.output<typeof candidacyForm>;

export const signatureForm = z.discriminatedUnion(
  'intent',
  [
    z.object({
      intent: z.literal('count'),
      clientId,
      collector: noSigners(text(1, LIMITS.collector)).transform((value) => value.replaceAll(/\s+/gu, ' ')),
      day,
      count: whole(LIMITS.countADay, 'elections.error.count'),
    }),
    z.object({ intent: z.literal('remove'), clientId, collector: text(1, LIMITS.collector), day }),
  ],
  { error: 'common.error.form-changed' },
);
export type SignatureForm = z.output<typeof signatureForm>;

/** A missing box is said by the command: it knows the date that the sentence names. */
export const confirmationForm = z.object({
  clientId,
  isAdult: z.literal('on').optional(),
  isCitizen: z.literal('on').optional(),
});

/** The four fields may be empty here: the command says which of them the law asks for. */
export const printedForm = z.discriminatedUnion(
  'intent',
  [
    z.object({
      intent: z.literal('add'),
      clientId,
      kind: choice(PAPER_KINDS),
      title: text(2, LIMITS.title),
      producer: optionalText(LIMITS.producer),
      orderer: optionalText(LIMITS.orderer),
      printRun: optionalText(9)
        .refine(
          (value) => value === '' || (/^\d+$/u.test(value) && Number(value) <= LIMITS.printRun),
          'elections.error.print-run',
        )
        .transform((value) => (value === '' ? null : Number(value))),
      printedOn: maybeDay,
    }),
    z.object({
      intent: z.literal('copy'),
      clientId,
      id: z.string().refine(isId, 'common.error.form-changed'),
      on: day,
    }),
    z.object({ intent: z.literal('remove'), clientId, id: z.string().refine(isId, 'common.error.form-changed') }),
  ],
  { error: 'common.error.form-changed' },
);
export type PrintedForm = z.output<typeof printedForm>;
