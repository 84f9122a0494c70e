import { and, eq } from 'drizzle-orm';
import { staff, userKeys } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import type { DeskWork } from '../desk-staff.server.ts';
import { grantToStaff, listTrusted, signatureName } from '../holders.server.ts';
import { recordLegal } from '../legal-audit.server.ts';
import { withLegalScope } from '../legal-scope.server.ts';
import { retire, rootOf } from '../roots.server.ts';
import type { StaffRole } from '../rules/desk.ts';
import { teamKeysOf } from '../team-key.server.ts';
import { fingerprint, isHeard, vouch } from '../vault/vouching.ts';

type Refused =
  'legal-keys.error.not-yours' | 'legal-keys.error.gone' | 'legal-keys.error.fingerprint' | 'legal-keys.error.root';
export type Vouching = {
  staffId: string;
  role: StaffRole;
  isBar: boolean;
  /** The beginning of the key's fingerprint, four groups or more, as the person read it out: what the lead compared. */
  heard: string;
};

/**
 * A lead vouches for somebody's key, in a role and as a member of the Bar or not; the person may receive from now on, and
 * gets the desk's conflict key. Said again with another role it changes it. Refuses when what the lead heard is not the
 * key's fingerprint, for keys that are gone, and for the pinned root, whose own signature begins the chain.
 */
export async function vouchForStaff(
  work: DeskWork,
  { heard, isBar, role, staffId }: Vouching,
): Promise<Result<undefined, Refused>> {
  if (work.role !== 'lead') return refuse('legal-keys.error.not-yours');
  const signed: Signed[] = [];
  const vouched = await withLegalScope(work.scope, async (tx) => {
    const [key] = await tx
      .select()
      .from(userKeys)
      .where(and(eq(userKeys.staffId, staffId), eq(userKeys.isRevoked, false)));
    const [person] = await tx.select({ shownName: staff.shownName }).from(staff).where(eq(staff.id, staffId));
    if (!key || !person) return refuse('legal-keys.error.gone' as const);
    const print = fingerprint({ box: key.boxPublic, sign: key.signPublic });
    if (!isHeard(heard, print)) return refuse('legal-keys.error.fingerprint' as const, 'heard');
    if (print === rootOf(work.scope.organisationId)) return refuse('legal-keys.error.root' as const);
    signed.push(await signKey(tx, work, key, { role, isBar: isBar && role !== 'custodian', ...person }));
    await tx
      .update(staff)
      .set({ role, isBar: isBar && role !== 'custodian', state: 'vouched' })
      .where(eq(staff.id, staffId));
    await shareTeamKey(tx, work, key.id);
    await recordLegal(tx, {
      organisationId: work.scope.organisationId,
      actorKind: 'staff',
      actorId: work.staff.id,
      action: 'key.vouch',
      reason: role,
      today: work.today,
    });
    return ok();
  });
  if (vouched.ok) retire(retirementOf(signed));
  return vouched;
}

/** Names of the signature that was made and of the one it replaces. */
export type Signed = { made: string; replaced: string | null };

/** What `retire` is told of them once they are committed. */
export function retirementOf(signed: readonly Signed[]): { signatures: string[]; inForce: string[] } {
  return {
    signatures: signed.flatMap(({ replaced }) => (replaced === null ? [] : [replaced])),
    inForce: signed.map(({ made }) => made),
  };
}

/** Signs a key with the lead's own. */
export async function signKey(
  tx: LegalTx,
  { holder, sign: secret, today }: Pick<DeskWork, 'holder' | 'sign' | 'today'>,
  { boxPublic: box, id: keyId, organisationId, signPublic: sign, staffId }: typeof userKeys.$inferSelect,
  { isBar, role, shownName }: { isBar: boolean; role: StaffRole; shownName: string },
): Promise<Signed> {
  const [before] = await tx.select({ signature: userKeys.signature }).from(userKeys).where(eq(userKeys.id, keyId));
  const signature = vouch(secret, { organisationId, staffId, keyId, role, isBar, shownName, box, sign });
  await tx
    .update(userKeys)
    .set({ role, isBar, shownName, signature, vouchedBy: holder.keyId, vouchedOn: today })
    .where(eq(userKeys.id, keyId));
  return { made: signatureName(signature), replaced: before?.signature ? signatureName(before.signature) : null };
}

/** Gives the desk's conflict key, in all its layers, to a key that is trusted by now. */
async function shareTeamKey(tx: LegalTx, work: DeskWork, keyId: string): Promise<void> {
  const { organisationId } = work.scope;
  const newcomer = (await listTrusted(tx, organisationId)).find((one) => one.keyId === keyId);
  const team = await teamKeysOf(tx, work, { lock: true });
  if (!newcomer || newcomer.role === 'custodian' || !team) return;
  const given = { grantedBy: work.staff.id, reason: 'team' as const, today: work.today };
  for (const [layer, key] of team.keys.entries()) {
    const subject = { organisationId, kind: 'team' as const, subjectId: organisationId, version: team.from + layer };
    await grantToStaff(tx, subject, key, [newcomer], given);
  }
}
