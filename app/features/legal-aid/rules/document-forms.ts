import { z } from 'zod';
import { isDay } from '#app/kernel/dated-rules/days.ts';
import { choice, clientId, optionalText, text } from '#app/kernel/fields.ts';
import { isId } from '#app/kernel/ids.ts';
import { HASTE, PAPER_KINDS, SUIT_KINDS, type Particulars } from './paper.ts';

export const DOCUMENT_LIMITS = { title: 160, line: 300, text: 12_000 } as const;

const line = optionalText(DOCUMENT_LIMITS.line);
const words = optionalText(DOCUMENT_LIMITS.text);
const day = z
  .string()
  .optional()
  .refine((value) => !value || isDay(value), 'legal-case.deadlines.error.day')
  .transform((value) => value ?? '');

/** `id` is the paper that is changed; none makes a new one. All particulars may be missing: they become blanks. */
export const documentForm = z.object({
  clientId,
  id: z
    .string()
    .optional()
    .refine((value) => !value || isId(value), 'common.error.form-changed')
    .transform((value) => value || null),
  template: choice(PAPER_KINDS),
  title: text(1, DOCUMENT_LIMITS.title),
  addressee: line,
  addresseeAddress: line,
  person: line,
  personAddress: line,
  personPhone: line,
  representative: line,
  respondent: line,
  respondentAddress: line,
  act: line,
  actNumber: line,
  actOn: day,
  learnedOn: day,
  facts: words,
  reasons: words,
  demands: words,
  attachments: words,
  haste: choice(HASTE)
    .optional()
    .transform((value) => value ?? 'none'),
  suit: choice(SUIT_KINDS)
    .optional()
    .transform((value) => value ?? 'contest'),
  signedOn: day,
});

export const fileDocumentForm = z.object({ clientId });

/** Particulars as they were sealed; what an older version did not know is missing. */
export function particularsOf(fields: Readonly<Record<string, string>>): Particulars {
  const said = (name: keyof Particulars): string => fields[name] ?? '';
  return {
    addressee: said('addressee'),
    addresseeAddress: said('addresseeAddress'),
    person: said('person'),
    personAddress: said('personAddress'),
    personPhone: said('personPhone'),
    representative: said('representative'),
    respondent: said('respondent'),
    respondentAddress: said('respondentAddress'),
    act: said('act'),
    actNumber: said('actNumber'),
    actOn: said('actOn'),
    learnedOn: said('learnedOn'),
    facts: said('facts'),
    reasons: said('reasons'),
    demands: said('demands'),
    attachments: said('attachments'),
    haste: HASTE.find((one) => one === fields.haste) ?? 'none',
    suit: SUIT_KINDS.find((one) => one === fields.suit) ?? 'contest',
    signedOn: said('signedOn'),
  };
}
