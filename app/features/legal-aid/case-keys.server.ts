import { and, eq, inArray } from 'drizzle-orm';
import { cases, grants } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import type { GrantKind, GrantReason } from './rules/desk.ts';
import { grantToApplicant, grantToStaff, listTrusted } from './holders.server.ts';
import { openGrant } from './vault/grants.ts';
import { makeKey } from './vault/keys.ts';

/** Who holds keys in this request: a member of staff or the applicant, with the secret the cookie brought. */
export type Holder = { kind: 'staff' | 'applicant'; id: string; keyId: string; box: Uint8Array };

/** Keys of one subject by their version. */
export type Keys = ReadonlyMap<number, Uint8Array>;

/** The versions of a subject's key that the holder was granted; empty when none. Throws VaultError for a grant that was tampered with. */
export async function openKeys(tx: LegalTx, holder: Holder, kind: GrantKind, subjectId: string): Promise<Keys> {
  return (await openKeysOf(tx, holder, kind, [subjectId])).get(subjectId) ?? new Map<number, Uint8Array>();
}

/** The same for several subjects at once. */
export async function openKeysOf(
  tx: LegalTx,
  holder: Holder,
  kind: GrantKind,
  subjectIds: readonly string[],
): Promise<Map<string, Keys>> {
  if (subjectIds.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(grants)
    .where(and(eq(grants.kind, kind), inArray(grants.subjectId, [...subjectIds]), eq(grants.keyId, holder.keyId)));
  const opened = new Map<string, Map<number, Uint8Array>>();
  for (const { ciphertext, enc, subjectId, version } of rows) {
    const place = { kind, subjectId, version, holderId: holder.id, keyId: holder.keyId };
    const keys = opened.get(subjectId) ?? new Map<number, Uint8Array>();
    keys.set(version, openGrant(holder.box, place, { enc, ciphertext }));
    opened.set(subjectId, keys);
  }
  return opened;
}

type CaseRow = Pick<typeof cases.$inferSelect, 'id' | 'organisationId'>;

/** Who shall hold the next version of a case's key. */
export type NextHolders = {
  staffIds: readonly string[];
  receipt: { id: string; box: Uint8Array } | null;
  grantedBy: string | null;
  reason: GrantReason;
  today: string;
};

/**
 * Makes the next version of a case's key (or of its identity key) and grants it to these people and the applicant.
 * Returns the key with its number; what is sealed from now on is sealed under it.
 */
export async function rotateKey(
  tx: LegalTx,
  subject: CaseRow,
  kind: 'case' | 'identity',
  { grantedBy, reason, receipt, staffIds, today }: NextHolders,
): Promise<{ version: number; key: Uint8Array }> {
  const column = kind === 'case' ? cases.keyVersion : cases.identityVersion;
  const [row] = await tx.select({ version: column }).from(cases).where(eq(cases.id, subject.id)).for('update');
  if (!row) throw new Error('No such case');
  const version = row.version + 1;
  const key = makeKey();
  await tx
    .update(cases)
    .set(kind === 'case' ? { keyVersion: version } : { identityVersion: version })
    .where(eq(cases.id, subject.id));
  const place = { organisationId: subject.organisationId, kind, subjectId: subject.id, version };
  const given = { grantedBy, reason, today };
  const holders = (await listTrusted(tx, subject.organisationId)).filter((one) => staffIds.includes(one.staffId));
  await grantToStaff(tx, place, key, holders, given);
  if (receipt) await grantToApplicant(tx, place, key, receipt, given);
  return { version, key };
}
