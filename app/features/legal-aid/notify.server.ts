import type { LegalTx } from '#db/legal-aid-client.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';

/**
 * Tells people that there is something to read: one constant sentence, whatever it is (guarantee G18). The job's payload
 * and the letter name no case; `staffIds` empty tells nobody of the desk.
 */
export async function tellStaff(tx: LegalTx, organisationId: string, staffIds: readonly string[]): Promise<void> {
  if (staffIds.length > 0) await enqueue(tx, 'legal:notify', { organisationId, staffIds: [...staffIds], caseId: null });
}

/** The same to the applicant of a case, if an address was left for it. */
export async function tellApplicant(tx: LegalTx, organisationId: string, caseId: string): Promise<void> {
  await enqueue(tx, 'legal:notify', { organisationId, staffIds: [], caseId });
}
