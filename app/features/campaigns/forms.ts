import { z } from 'zod';
import { choice, clientId, optionalText, text } from '#app/kernel/fields.ts';
import { isId } from '#app/kernel/ids.ts';
import { regionsOfChoice } from '#app/kernel/regions.ts';
import { isCategoryKey, type CategoryKey } from '#app/features/issues/rules/categories.ts';
import { parseAddressee } from './rules/addressee.ts';
import { DEMAND_STATES, OUTCOMES, REVIEW_REASONS } from './rules/lifecycle.ts';

/** Forms of the campaign's own organisation. Messages are keys; the browser's limits are the same numbers. */
export const LIMITS = {
  title: 120,
  summary: 300,
  story: 8000,
  place: 200,
  demand: 400,
  note: 600,
  news: 4000,
  label: 200,
  url: 500,
  outcome: 4000,
} as const;
export const MAX_DEMANDS = 12;
export const MAX_GOAL = 10_000_000;

const category = z.string({ error: 'common.error.choose' }).transform((value, ctx): CategoryKey => {
  if (isCategoryKey(value)) return value;
  ctx.addIssue({ code: 'custom', message: 'common.error.choose' });
  return z.NEVER;
});
const region = z
  .string({ error: 'common.error.choose' })
  .refine((code) => regionsOfChoice(code).length > 0, 'common.error.choose');

/** Spaces and dots as people write thousands. Missing is null. */
function wholeNumber(max: number) {
  return z
    .string()
    .optional()
    .transform((typed, ctx): number | null => {
      const plain = (typed ?? '').replaceAll(/[\s.,\u00a0]/gu, '');
      if (plain === '') return null;
      const number = Number(plain);
      if (/^\d{1,9}$/.test(plain) && number >= 1 && number <= max) return number;
      ctx.addIssue({ code: 'custom', message: 'campaigns.error.number' });
      return z.NEVER;
    });
}

/** A minute in the country, as `datetime-local` gives it; missing is null. Asia/Baku is UTC+4 all year. */
const minute = z
  .string()
  .optional()
  .transform((typed, ctx): Date | null => {
    const value = (typed ?? '').trim();
    if (value === '') return null;
    const at = /^20\d\d-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(value)
      ? new Date(`${value.slice(0, 16)}:00+04:00`)
      : undefined;
    if (at && !Number.isNaN(at.getTime()) && minuteInBaku(at) === value.slice(0, 16)) return at;
    ctx.addIssue({ code: 'custom', message: 'campaigns.error.minute' });
    return z.NEVER;
  });

/** What a `datetime-local` field holds for a moment, in the country's time. */
export function minuteInBaku(at: Date): string {
  return new Date(at.getTime() + 4 * 3_600_000).toISOString().slice(0, 16);
}

/** A day as `type=date` gives it (YYYY-MM-DD), or null. A day that the calendar does not have is refused. */
const optionalDay = z
  .string()
  .optional()
  .transform((typed, ctx): string | null => {
    const value = (typed ?? '').trim();
    if (value === '') return null;
    const at = /^(19|20)\d\d-\d\d-\d\d$/.test(value) ? new Date(`${value}T00:00:00Z`) : undefined;
    if (at && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value)) return value;
    ctx.addIssue({ code: 'custom', message: 'campaigns.error.day' });
    return z.NEVER;
  });

const optionalId = z
  .string()
  .optional()
  .refine((value) => !value || isId(value), 'common.error.choose')
  .transform((value) => value || null);

/** A post (`post:<id>`) or a body (`body:<id>`); nothing chosen is null. */
const addressee = z
  .string()
  .optional()
  .transform((typed, ctx) => {
    const found = parseAddressee(typed ?? '');
    if (found !== undefined) return found;
    ctx.addIssue({ code: 'custom', message: 'common.error.choose' });
    return z.NEVER;
  });

/** Only addresses of the web; a script behind a link would run in the reader's page. */
const optionalUrl = optionalText(LIMITS.url).refine(
  (value) => value === '' || (/^https?:\/\/[^\s]+$/i.test(value) && URL.canParse(value)),
  'campaigns.error.url',
);
const ticked = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on');

const story = {
  title: text(5, LIMITS.title),
  summary: text(10, LIMITS.summary),
  story: text(20, LIMITS.story),
  category,
  region,
  place: optionalText(LIMITS.place),
  peopleAffected: wholeNumber(11_000_000),
  goal: wholeNumber(MAX_GOAL).transform((goal) => goal ?? 100),
  closesAt: minute,
  hasPublicNames: ticked,
};

/** The guided start: the need, up to three demands with their addressee, the goal. Issues come from a suggestion or reports' pages. */
export const newCampaignForm = z.object({
  clientId,
  ...story,
  suggestion: optionalId,
  /** The watched promise that the first demand comes from. */
  promise: optionalId,
  /** Pressed after looking at campaigns that are much like this one. */
  anyway: ticked,
  issues: z
    .string()
    .optional()
    .transform((value) => (value ?? '').split(',').filter(isId).slice(0, 50)),
  demand1: text(5, LIMITS.demand),
  addressee1: addressee,
  demand2: optionalText(LIMITS.demand),
  addressee2: addressee,
  demand3: optionalText(LIMITS.demand),
  addressee3: addressee,
});

export const editCampaignForm = z.object({ clientId, version: z.coerce.number().int(), ...story });

/** What moves a campaign from its overview. `reason` and `note` are the reviewer's. */
export const MOVES = ['submit', 'publish', 'return', 'pause', 'resume', 'archive', 'reopen', 'take-back'] as const;
export type MoveName = (typeof MOVES)[number];
export const moveForm = z.object({
  clientId,
  intent: choice(MOVES),
  reason: z.enum(REVIEW_REASONS, { error: 'common.error.choose' }).optional(),
  note: optionalText(LIMITS.note),
});

export const demandForm = z.discriminatedUnion(
  'intent',
  [
    z.object({
      intent: z.literal('add'),
      clientId,
      text: text(5, LIMITS.demand),
      addressee,
      dueOn: optionalDay,
    }),
    z.object({
      intent: z.literal('edit'),
      clientId,
      demand: z.string(),
      text: text(5, LIMITS.demand),
      addressee,
      dueOn: optionalDay,
    }),
    z.object({
      intent: z.literal('move'),
      clientId,
      demand: z.string(),
      to: choice(DEMAND_STATES),
      note: text(3, LIMITS.note),
      evidenceUrl: optionalUrl,
      dueOn: optionalDay,
    }),
    z.object({ intent: z.literal('remove'), clientId, demand: z.string() }),
  ],
  { error: 'common.error.form-changed' },
);

export const newsForm = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('post'), clientId, title: text(3, LIMITS.title), text: text(10, LIMITS.news) }),
    z.object({ intent: z.literal('remove'), clientId, news: z.string() }),
    z.object({
      intent: z.literal('milestone'),
      clientId,
      milestoneTitle: text(3, LIMITS.title),
      supporters: wholeNumber(MAX_GOAL),
      on: optionalDay,
    }),
    z.object({ intent: z.literal('remove-milestone'), clientId, milestone: z.string() }),
  ],
  { error: 'common.error.form-changed' },
);

export const documentForm = z.discriminatedUnion(
  'intent',
  [
    z.object({
      intent: z.literal('add'),
      clientId,
      kind: choice(['picture', 'document', 'evidence']),
      title: text(3, LIMITS.label),
      url: optionalUrl,
      isPublic: ticked,
    }),
    z.object({ intent: z.literal('remove'), clientId, document: z.string() }),
  ],
  { error: 'common.error.form-changed' },
);

export const teamForm = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('add'), clientId, user: z.string(), task: optionalText(LIMITS.label) }),
    z.object({ intent: z.literal('remove'), clientId, user: z.string() }),
  ],
  { error: 'common.error.form-changed' },
);

export const outcomeForm = z.discriminatedUnion(
  'intent',
  [
    z.object({
      intent: z.literal('propose'),
      clientId,
      outcome: choice(OUTCOMES),
      before: text(10, LIMITS.outcome),
      after: text(10, LIMITS.outcome),
    }),
    z.object({ intent: z.literal('confirm'), clientId }),
    z.object({ intent: z.literal('refuse'), clientId, note: text(3, LIMITS.note) }),
  ],
  { error: 'common.error.form-changed' },
);
