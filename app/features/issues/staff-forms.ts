import { z } from 'zod';
import { choice, clientId, optionalText, text } from '#app/kernel/fields.ts';
import { isId } from '#app/kernel/ids.ts';
import { regionsOfChoice } from '#app/kernel/regions.ts';
import { LIMITS, newIssueForm } from './forms.ts';
import { isCategoryKey, isReportable, type CategoryKey } from './rules/categories.ts';
import type { IssueSource } from './rules/kinds.ts';
import { ISSUE_STATES } from './rules/lifecycle.ts';
import { moveNeeds } from './rules/moves.ts';

/** Forms of the staff's side. Messages are keys; the browser's limits (maxLength) are the same numbers. */
export const STAFF_LIMITS = { ...LIMITS, reason: 500 } as const;

const category = z.string({ error: 'issues.form.error.category' }).transform((value, ctx): CategoryKey => {
  if (isCategoryKey(value) && isReportable(value)) return value;
  ctx.addIssue({ code: 'custom', message: 'issues.form.error.category' });
  return z.NEVER;
});
const region = z
  .string({ error: 'issues.form.error.region' })
  .refine((code) => regionsOfChoice(code).length > 0, 'issues.form.error.region');
const id = z.string({ error: 'common.error.form-changed' }).refine(isId, 'common.error.form-changed');
/** An identifier, or nothing chosen. */
const optionalId = z
  .string()
  .optional()
  .transform((value) => (isId(value) ? value : null));
const seen = z.string({ error: 'common.error.form-changed' }).max(60, 'common.error.form-changed');

const wording = {
  clientId,
  seen,
  title: text(3, LIMITS.title),
  details: optionalText(LIMITS.details),
  place: optionalText(LIMITS.place),
  category,
  region,
  note: optionalText(LIMITS.note),
  reason: optionalText(STAFF_LIMITS.reason),
};

const hasReason = ({ reason }: { reason: string }): boolean => reason !== '';
const WITHOUT_REASON = { path: ['reason'], error: 'issues.staff.error.reason' };

/** A button sends one value: those of the pictures name theirs in it, `hide-photo <id>`. */
const PHOTO_BUTTON = /^(hide-photo|show-photo) (.+)$/;
const intoPhotoIntent = (form: unknown): unknown => {
  const button = PHOTO_BUTTON.exec(String((form as { intent?: unknown } | null)?.intent));
  return button ? { ...(form as object), intent: button[1], photoId: button[2] } : form;
};

const staffIssueIntents = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('publish'), ...wording }),
    z.object({ intent: z.literal('hold'), ...wording }).refine(hasReason, WITHOUT_REASON),
    z.object({ intent: z.literal('reject'), ...wording }).refine(hasReason, WITHOUT_REASON),
    z.object({ intent: z.literal('save'), ...wording }),
    z
      .object({
        intent: z.literal('move'),
        clientId,
        seen,
        to: choice(ISSUE_STATES),
        bodyId: optionalId,
        moveNote: optionalText(LIMITS.note),
        moveReason: optionalText(STAFF_LIMITS.reason),
      })
      .superRefine(({ to, bodyId, moveNote, moveReason }, ctx) => {
        const needs = moveNeeds(to);
        const ask = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message });
        if (needs.body && bodyId === null) ask('bodyId', 'issues.staff.error.body');
        if (needs.note && moveNote === '') ask('moveNote', 'issues.staff.error.note');
        if (needs.reason && moveReason === '') ask('moveReason', 'issues.staff.error.how');
      }),
    z.object({ intent: z.literal('ask'), clientId, message: text(3, LIMITS.message) }),
    z.object({ intent: z.literal('read'), clientId }),
    z.object({ intent: z.literal('assign'), clientId, assigneeId: optionalId }),
    z.object({ intent: z.literal('contact') }),
    z.object({ intent: z.literal('hide-photo'), clientId, photoId: id }),
    z.object({ intent: z.literal('show-photo'), clientId, photoId: id }),
  ],
  { error: 'common.error.form-changed' },
);
/** Everything that can be sent from a report's page. The commands ask again for what a move needs; here it is said all at once. */
export const staffIssueForm = z.preprocess(intoPhotoIntent, staffIssueIntents);
export type StaffIssueForm = z.output<typeof staffIssueForm>;

export const flagForm = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('accept'), clientId, flagId: id, reason: optionalText(STAFF_LIMITS.reason) }),
    z.object({ intent: z.literal('dismiss'), clientId, flagId: id, reason: optionalText(STAFF_LIMITS.reason) }),
    z.object({ intent: z.literal('contact'), flagId: id }),
  ],
  { error: 'common.error.form-changed' },
);

/** The picture's grid for people without scripts: so many columns and rows of squares to tick. */
export const GRID = { columns: 12, rows: 9 } as const;
const MOST_BOXES = 40;

const isFraction = (part: number | undefined): part is number => part !== undefined && part >= 0 && part <= 1;
/** `x,y,width,height` in parts of the picture's sides, as the drawing tool sends a box. */
const box = z.string().transform((value, ctx) => {
  const [x, y, width, height, ...more] = value.split(',').map((part) => (part === '' ? Number.NaN : Number(part)));
  if (more.length === 0 && isFraction(x) && isFraction(y) && isFraction(width) && isFraction(height))
    return { x, y, width, height };
  ctx.addIssue({ code: 'custom', message: 'issues.staff.error.no-boxes' });
  return z.NEVER;
});
/** `row-column` of a ticked square, from 0. */
const cell = z
  .string()
  .regex(/^\d{1,2}-\d{1,2}$/, 'issues.staff.error.no-boxes')
  .transform((value) => value.split('-').map(Number) as [number, number])
  .refine(([row, column]) => row < GRID.rows && column < GRID.columns, 'issues.staff.error.no-boxes')
  .transform(([row, column]) => ({
    x: column / GRID.columns,
    y: row / GRID.rows,
    width: 1 / GRID.columns,
    height: 1 / GRID.rows,
  }));
const several = <T extends z.ZodType>(one: T, most: number) =>
  z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(one).max(most, 'issues.staff.error.no-boxes'),
  );

export const blackOutForm = z
  .object({ clientId, box: several(box, MOST_BOXES), cell: several(cell, GRID.columns * GRID.rows) })
  .transform(({ clientId: form, box: drawn, cell: ticked }) => ({
    clientId: form,
    boxes: [...drawn, ...ticked].filter(({ width, height }) => width > 0 && height > 0),
  }));

/** How a report reached the staff; a table's rows come in by the import. */
export const ENTRY_SOURCES = ['visit', 'call', 'message'] as const satisfies readonly IssueSource[];
/** The citizen's fields, and how it came. */
export const entryForm = z.intersection(
  z.object({ source: z.enum(ENTRY_SOURCES, { error: 'issues.staff.error.source' }) }),
  newIssueForm,
);

/** First the table, then, under the same id, the word to bring in what was looked at. */
export const importForm = z.object({ intent: choice(['check', 'confirm']), clientId });

/** What just happened on a report's page, as its address says it. */
export const ISSUE_DONE = [
  'published',
  'held',
  'rejected',
  'saved',
  'moved',
  'asked',
  'read',
  'assigned',
  'photo',
  'blacked-out',
  'flag',
] as const;
export type IssueDone = (typeof ISSUE_DONE)[number];
