import { inArray } from 'drizzle-orm';
import { staff } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import type { CaseRow } from './case-door.server.ts';
import { possibleConflicts } from './conflicts.server.ts';
import { bandNow } from './rules/case-band.ts';
import type { CaseFacts } from './rules/case-facts.ts';

/** Names that people of the desk chose, by their ids. */
export async function shownNames(tx: LegalTx, staffIds: readonly (string | null)[]): Promise<Map<string, string>> {
  const ids = [...new Set(staffIds.filter((id) => id !== null))];
  if (ids.length === 0) return new Map();
  const rows = await tx.select({ id: staff.id, name: staff.shownName }).from(staff).where(inArray(staff.id, ids));
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** What may be said of cases without opening them. */
export async function factsOf(tx: LegalTx, rows: readonly CaseRow[], today: string): Promise<CaseFacts[]> {
  const names = await shownNames(
    tx,
    rows.map((row) => row.claimedBy),
  );
  const conflicts = await possibleConflicts(
    tx,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    state: row.state,
    track: row.track,
    need: row.need,
    matter: row.matter,
    region: row.region,
    label: row.label,
    isCourt: row.isCourt,
    isFrozen: row.isFrozen,
    isWaitingForUs: row.isWaitingForUs,
    isSealedInBrowser: row.isSealedInBrowser,
    openedOn: row.openedOn,
    dueOn: row.dueOn,
    paddedLength: row.paddedLength,
    band: bandNow(row, today),
    claimedByName: row.claimedBy === null ? null : (names.get(row.claimedBy) ?? null),
    hasConflict: conflicts.has(row.id),
  }));
}
