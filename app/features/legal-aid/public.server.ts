import { sql } from 'drizzle-orm';
import { withLegalScope } from './legal-scope.server.ts';
import { TRACKS } from './rules/desk.ts';
import { suppress } from './rules/suppression.ts';
import { parseReceipt } from './vault/receipts.ts';

/**
 * All that leaves the walled room, and all that may be handed in: a sealed word of where somebody comes from (`sealHandover`,
 * to be posted to the intake's first page), whether digits are a receipt of here, and counts that expose nobody.
 */
export { sealHandover } from './handover.server.ts';

/** Whether typed digits have the form of a legal receipt. Nothing is looked up. */
export function isLegalReceipt(typed: string): boolean {
  return parseReceipt(typed) !== null;
}

/** Requests handed in so far, rounded to five; null while fewer than five, and by track where that exposes nobody. */
export type LegalCounts = { total: number | null; byTrack: { track: (typeof TRACKS)[number]; count: number | null }[] };

/** For pages that say what the house does; of one organisation, or of all together. */
export async function countLegalAid(organisationId?: string): Promise<LegalCounts> {
  type Row = { organisation_id: string; track: string; n: string };
  const rows = await withLegalScope({ kind: 'legal_door' }, async (tx) => [
    ...(await tx.execute<Row>(sql`select organisation_id, track, n from app.count_legal_cases()`)),
  ]);
  const counted = rows.filter((row) => organisationId === undefined || row.organisation_id === organisationId);
  const cells = TRACKS.map((key) => ({
    key,
    count: counted.filter((row) => row.track === key).reduce((sum, row) => sum + Number(row.n), 0),
  }));
  const { tables, total } = suppress([{ key: 'track', cells }]);
  const shown = tables[0]?.cells ?? [];
  return {
    total,
    byTrack: TRACKS.map((track) => ({ track, count: shown.find((cell) => cell.key === track)?.count ?? null })),
  };
}
