import { legalAudit } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';

/** What happened, without a word of content: who (by id), what, to which case, with which reason code, on which day. */
export type LegalEntry = {
  organisationId: string;
  actorKind: 'staff' | 'applicant' | 'system';
  actorId?: string | null;
  /** `case.open`, `case.claim`, `key.vouch` …; each has words (`legal.audit.<action>`). */
  action: string;
  caseId?: string | null;
  reason?: string | null;
  today: string;
};

/** Appends to the desk's trail inside the transaction; a trigger chains it to the entry before. */
export async function recordLegal(tx: LegalTx, { today, ...entry }: LegalEntry): Promise<void> {
  await tx.insert(legalAudit).values({ ...entry, onDay: today });
}
