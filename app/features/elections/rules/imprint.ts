/** The four fields without which a printed sheet may not be spread (Art. 87.3). */
import type { Day } from '#app/kernel/dated-rules/days.ts';

export type Imprint = Readonly<{ producer: string; orderer: string; printRun: number; printedOn: Day }>;
const IMPRINT_FIELDS = ['producer', 'orderer', 'printRun', 'printedOn'] as const;
type ImprintField = (typeof IMPRINT_FIELDS)[number];

/** The fields that are missing; none when the sheet may be printed. */
export function missingImprint(given: Readonly<Partial<Record<ImprintField, string | number | null>>>): ImprintField[] {
  return IMPRINT_FIELDS.filter((field) => {
    const value = given[field];
    return value === undefined || value === null || (typeof value === 'number' ? value < 1 : value.trim() === '');
  });
}
