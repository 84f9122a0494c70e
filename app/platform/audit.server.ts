import type { Tx } from '#db/client.server.ts';
import { auditEntries } from '#db/schema/index.ts';
import type { Scope } from './db-scope.server.ts';

/** A person at their own account, through the sign-in door: no organisation is concerned. */
export type AccountScope = { kind: 'account'; userId: string };

/** Who did what to which thing. Never the content: a name, a text or a contact in here would outlive its deletion. */
export type AuditEntry = { action: string; subjectType: string; subjectId?: string };

/** Appends to the trail inside the command's transaction; a job seals it into a hash chain later. */
export async function audit(tx: Tx, scope: Scope | AccountScope, entry: AuditEntry): Promise<void> {
  await tx.insert(auditEntries).values({
    organisationId: 'organisationId' in scope ? scope.organisationId : null,
    actorId: 'userId' in scope ? scope.userId : null,
    actorRole: scope.kind === 'member' ? scope.role : scope.kind,
    action: entry.action,
    subjectType: entry.subjectType,
    subjectId: entry.subjectId ?? null,
  });
}
