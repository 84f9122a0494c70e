import { sql } from 'drizzle-orm';
import { appDb, type Tx } from '#db/client.server.ts';
import type { MemberRole } from '#app/kernel/actor.ts';

/**
 * On whose behalf a transaction works. PostgreSQL's row-level security reads it (db/guards/010-scope.sql), so a
 * forgotten `where` returns nothing instead of a neighbour's people.
 *
 * - member: a person at work in one organisation; worth as much as the membership, which the database looks up itself
 * - system: a job at work for one organisation
 * - citizen: somebody without an account hands something in to one organisation, and reads nothing back
 * - receipt: the holder of a receipt, for one report
 * - operator: the operator of the instance: organisations, reference data, settings; nobody's people
 * - glass: the operator reads one candidate's team, who gave a reason within the hour (features/teams); changes nothing
 * - applicant: an organisation's application
 * - mailbox: the demo's mailbox page
 */
export type Scope =
  | { kind: 'member'; organisationId: string; userId: string; role: MemberRole }
  | { kind: 'system'; organisationId: string }
  | { kind: 'citizen'; organisationId: string }
  | { kind: 'receipt'; organisationId: string; issueId: string }
  | { kind: 'operator'; userId: string }
  | { kind: 'glass'; organisationId: string; userId: string }
  | { kind: 'applicant'; organisationId: string }
  | { kind: 'mailbox' };

/** Opens a transaction in a scope. Throwing rolls everything back. */
export function withScope<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  return appDb.transaction(async (tx) => {
    const organisation = 'organisationId' in scope ? scope.organisationId : '';
    const user = 'userId' in scope ? scope.userId : '';
    const issue = 'issueId' in scope ? scope.issueId : '';
    await tx.execute(sql`select set_config('icma.kind', ${scope.kind}, true), set_config('icma.org', ${organisation}, true),
      set_config('icma.user', ${user}, true), set_config('icma.issue', ${issue}, true)`);
    return work(tx);
  });
}
