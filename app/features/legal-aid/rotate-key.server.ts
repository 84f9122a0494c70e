import { eq } from 'drizzle-orm';
import { cases } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import { guardFor } from './case-guard.server.ts';
import { HAND_IN_VERSION, linkForStaff, ownLink, type Maker } from './case-keys.server.ts';
import { grantToApplicant, grantToStaff, listTrusted } from './holders.server.ts';
import type { GrantReason } from './rules/desk.ts';
import { makeKey, publicBox } from './vault/keys.ts';

type CaseRow = Pick<typeof cases.$inferSelect, 'id' | 'organisationId'>;

/** Who shall hold the next version of a case's key. */
export type NextHolders = {
  staffIds: readonly string[];
  /**
   * The applicant's receipt as the table has it. Where the applicant is the maker, the own key is taken; where the maker
   * holds the case, the sealed one (case-guard): never a row's then.
   */
  receipt: { id: string; box: Uint8Array } | null;
  maker: Maker;
  grantedBy: string | null;
  reason: GrantReason;
  today: string;
};

/**
 * Makes the next version of a case's key (or of its identity key) and grants it to these people and the applicant.
 * Returns the key with its number; what is sealed from now on is sealed under it. Whoever is kept out by what lies sealed in
 * the case gets nothing, whatever the tables say.
 */
export async function rotateKey(
  tx: LegalTx,
  subject: CaseRow,
  kind: 'case' | 'identity',
  { grantedBy, maker, reason, receipt, staffIds, today }: NextHolders,
): Promise<{ version: number; key: Uint8Array }> {
  const column = kind === 'case' ? cases.keyVersion : cases.identityVersion;
  const [row] = await tx.select({ version: column }).from(cases).where(eq(cases.id, subject.id)).for('update');
  if (!row) throw new Error('No such case');
  const guard = maker.holder ? await guardFor(tx, maker.holder, subject.id) : null;
  const version = Math.max(row.version + 1, HAND_IN_VERSION);
  const key = makeKey();
  await tx
    .update(cases)
    .set(kind === 'case' ? { keyVersion: version } : { identityVersion: version })
    .where(eq(cases.id, subject.id));
  const place = { organisationId: subject.organisationId, kind, subjectId: subject.id, version };
  const given = { grantedBy, reason, today };
  const holders = (await listTrusted(tx, subject.organisationId)).filter(
    (one) => staffIds.includes(one.staffId) && !guard?.keptOut.includes(one.staffId),
  );
  await grantToStaff(tx, place, key, holders, given, linkForStaff(maker, place, key));
  if (maker.kind === 'applicant') {
    const own = { id: maker.holder.keyId, box: publicBox(maker.holder.box) };
    await grantToApplicant(tx, place, key, own, given, ownLink(maker.holder, place, key));
  } else {
    const applicant = guard?.receipt ?? receipt;
    if (applicant) await grantToApplicant(tx, place, key, applicant, given, linkForStaff(maker, place, key));
  }
  return { version, key };
}
