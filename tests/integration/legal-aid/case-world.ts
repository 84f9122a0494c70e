import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { standAtCase } from '#app/features/legal-aid/case-door.server.ts';
import type { Keys } from '#app/features/legal-aid/case-keys.server.ts';
import type { DeskWork } from '#app/features/legal-aid/desk-staff.server.ts';
import { withLegalScope } from '#app/features/legal-aid/legal-scope.server.ts';
import { readReceipt, type ReceiptWork } from '#app/features/legal-aid/receipt.server.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import { withCookie, type MadeCase } from './legal-world.ts';

/** A form's head: a new id each time. */
export const form = (caseId: string) => ({ clientId: randomUUID() as string, caseId });

/** Puts a case into somebody's hands as a claim does. */
export async function claimed(sql: postgres.Sql, caseId: string, work: DeskWork): Promise<void> {
  await sql`update legal.cases set state = 'claimed', claimed_by = ${work.staff.id} where id = ${caseId}`;
}

/** The applicant with the receipt open. */
export async function applicantOf(made: MadeCase, now = new Date()): Promise<ReceiptWork> {
  const work = await readReceipt(withCookie(made.cookie), now);
  if (!work) throw new Error('The receipt did not open');
  return work;
}

/** Reads something of a case with the keys that the person holds. */
export function reading<T>(work: DeskWork, caseId: string, read: (tx: LegalTx, keys: Keys) => Promise<T>): Promise<T> {
  return withLegalScope(work.scope, async (tx) => {
    const at = await standAtCase(tx, work, caseId);
    if (!at) throw new Error('No such case for this person');
    return read(tx, at.keys);
  });
}
