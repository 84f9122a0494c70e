import { sql } from 'drizzle-orm';
import { legalDb, type LegalTx } from '#db/legal-aid-client.server.ts';

/**
 * On whose behalf legal aid works; row-level security reads it (db/guards/070-legal.sql).
 *
 * - legal_staff: somebody at a desk; `staffId` null while the person enrols. Cases kept from the person do not exist
 * - legal_receipt: the holder of a receipt, for one case and what is public in it
 * - legal_intake: somebody without a receipt yet: begins one case, reads nothing back
 * - legal_system: the nightly work of one desk; it holds no key
 * - legal_door: no tables, only the narrow functions (a receipt's locator, a feed's secret, the list of desks)
 */
export type LegalScope =
  | { kind: 'legal_staff'; organisationId: string; userId: string; staffId: string | null }
  | { kind: 'legal_receipt'; organisationId: string; caseId: string }
  | { kind: 'legal_intake'; organisationId: string }
  | { kind: 'legal_system'; organisationId: string }
  | { kind: 'legal_door' };

/** Opens a transaction in a scope. Throwing rolls everything back. `unlock` is the hash of an unlocking cookie's token. */
export function withLegalScope<T>(
  scope: LegalScope,
  work: (tx: LegalTx) => Promise<T>,
  { unlock = '' }: { unlock?: string } = {},
): Promise<T> {
  return legalDb.transaction(async (tx) => {
    const organisation = 'organisationId' in scope ? scope.organisationId : '';
    const user = 'userId' in scope ? scope.userId : '';
    const staff = 'staffId' in scope ? (scope.staffId ?? '') : '';
    const subject = 'caseId' in scope ? scope.caseId : '';
    await tx.execute(sql`select set_config('icma.kind', ${scope.kind}, true), set_config('icma.org', ${organisation}, true),
      set_config('icma.user', ${user}, true), set_config('icma.staff', ${staff}, true), set_config('icma.case', ${subject}, true),
      set_config('icma.unlock', ${unlock}, true)`);
    return work(tx);
  });
}
