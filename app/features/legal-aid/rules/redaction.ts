import { z } from 'zod';
import { clientId, text } from '#app/kernel/fields.ts';
import { isId } from '#app/kernel/ids.ts';
import type { RecordKind } from './desk.ts';

/** Stands for what was blanked, always of one length: how long a name was is told to nobody. */
export const BLANKED = '█████';

/** Texts of which a part may be blanked. */
export const REDACTABLE = ['story', 'message', 'note', 'summary'] as const satisfies readonly RecordKind[];

export const PASSAGE_MAX = 2000;

export const redactionForm = z.object({
  clientId,
  record: z.string({ error: 'common.error.form-changed' }).refine(isId, 'common.error.form-changed'),
  passage: text(2, PASSAGE_MAX),
});

/** The text with every occurrence of the passage blanked; null where it does not occur. */
export function blankOut(said: string, passage: string): string | null {
  const wanted = passage.normalize('NFC');
  const whole = said.normalize('NFC');
  return wanted !== '' && whole.includes(wanted) ? whole.split(wanted).join(BLANKED) : null;
}
