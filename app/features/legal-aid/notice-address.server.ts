import { eq } from 'drizzle-orm';
import { noticeAddresses } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import { seal, unseal } from '#app/platform/crypto.server.ts';

/** Encrypted for its case alone: an address moved to another case does not open. */
const placeOf = (caseId: string): string => `legal.notice_addresses/${caseId}`;

/**
 * Keeps (or with null forgets) the e-mail address that an applicant left for the constant sentence. Encrypted, not vault:
 * the worker has to read it, and the page says so beside the field.
 */
export async function keepNoticeAddress(
  tx: LegalTx,
  subject: { caseId: string; organisationId: string },
  address: string | null,
): Promise<void> {
  await tx.delete(noticeAddresses).where(eq(noticeAddresses.caseId, subject.caseId));
  if (address === null) return;
  await tx.insert(noticeAddresses).values({ ...subject, addressCipher: seal(address, placeOf(subject.caseId)) });
}

/** The address left for a case; null when none was. */
export async function readNoticeAddress(tx: LegalTx, caseId: string): Promise<string | null> {
  const [row] = await tx.select().from(noticeAddresses).where(eq(noticeAddresses.caseId, caseId));
  return row ? unseal(row.addressCipher, placeOf(caseId)) : null;
}
