import { z } from 'zod';
import { choice, clientId, optionalText, text } from '#app/kernel/fields.ts';
import { isId } from '#app/kernel/ids.ts';
import { isRegionCode } from '#app/kernel/regions.ts';
import { OLDEST_BIRTH_YEAR, SIGNER_LIMITS } from './rules/signer.ts';
import { INVALIDATION_REASONS, LINK_KINDS, SHEET_ROWS } from './rules/support.ts';

/** Forms of the workspace's rooms `support`, `collect` and `sheets`. */
const uuid = z.string({ error: 'common.error.form-changed' }).refine(isId, 'common.error.form-changed');
const number = (least: number, most: number) =>
  z.coerce
    .number({ error: 'support.error.number' })
    .int('support.error.number')
    .min(least, 'support.error.number')
    .max(most, 'support.error.number');

export const LINK_LABEL = 80;
export const MOST_CODES = 60;
export const MOST_SHEETS = 40;

export const collectForm = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('link'), clientId, kind: choice(LINK_KINDS), label: text(2, LINK_LABEL) }),
    z.object({ intent: z.literal('close'), clientId, link: uuid }),
    z.object({
      intent: z.literal('seen'),
      clientId,
      signature: z
        .union([z.array(uuid), uuid.transform((one) => [one])])
        .optional()
        .transform((list) => (list ?? []).slice(0, 60)),
    }),
  ],
  { error: 'common.error.form-changed' },
);
export const codesForm = z.object({ clientId, count: number(1, MOST_CODES) });

/** What an export is for; the trail keeps it as a code. */
export const EXPORT_PURPOSES = ['check', 'contact', 'delivery', 'report'] as const;
export type ExportPurpose = (typeof EXPORT_PURPOSES)[number];

export const supportForm = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('invalidate'), clientId, signature: uuid, reason: choice(INVALIDATION_REASONS) }),
    z.object({ intent: z.literal('restore'), clientId, signature: uuid }),
    z.object({ intent: z.literal('pause'), clientId }),
    z.object({ intent: z.literal('resume'), clientId }),
  ],
  { error: 'common.error.form-changed' },
);
export const exportForm = z.object({ purpose: choice(EXPORT_PURPOSES) });

const tick = z
  .string()
  .optional()
  .transform((value) => value === 'on');
/** The operator's brakes. */
export const brakesForm = z.object({ holdsMail: tick, isReadOnly: tick, counterSeconds: number(1, 60) });

export const newSheetsForm = z.object({ clientId, count: number(1, MOST_SHEETS) });

const oneLine = (max: number) => optionalText(max).transform((value) => value.replaceAll(/\s+/gu, ' '));
const year = oneLine(10).transform((typed, ctx) => {
  if (typed === '') return null;
  const value = Number(typed);
  if (/^\d{4}$/.test(typed) && value >= OLDEST_BIRTH_YEAR && value <= new Date().getUTCFullYear()) return value;
  ctx.addIssue({ code: 'custom', message: 'support.error.birth-year' });
  return null;
});

/** A row as it stands on the paper; a wholly empty one is left out. On paper one word may be all that can be read. */
const sheetRow = z
  .object({ name: oneLine(SIGNER_LIMITS.name), village: oneLine(SIGNER_LIMITS.village), birthYear: year })
  .superRefine((row, ctx) => {
    if (row.name === '' && (row.village !== '' || row.birthYear !== null))
      ctx.addIssue({ code: 'custom', path: ['name'], message: 'support.error.row-name' });
    if (row.name !== '' && !/^\p{L}[^<>@=\d]+$/u.test(row.name))
      ctx.addIssue({ code: 'custom', path: ['name'], message: 'support.error.row-name' });
  });

export const sheetForm = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('photo'), clientId }),
    z.object({
      intent: z.literal('rows'),
      clientId,
      region: z.string({ error: 'support.error.region' }).refine(isRegionCode, 'support.error.region'),
      unreadable: number(0, SHEET_ROWS),
      rows: z.array(sheetRow).length(SHEET_ROWS, 'common.error.form-changed'),
    }),
    z.object({ intent: z.literal('check'), clientId }),
    z.object({ intent: z.literal('void'), clientId }),
    z.object({ intent: z.literal('invalidate'), clientId, signature: uuid, reason: choice(INVALIDATION_REASONS) }),
    z.object({ intent: z.literal('restore'), clientId, signature: uuid }),
  ],
  { error: 'common.error.form-changed' },
);
