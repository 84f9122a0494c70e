import { and, eq } from 'drizzle-orm';
import { desks, staff, userKeys } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { openKeys } from '../case-keys.server.ts';
import type { DeskWork } from '../desk-staff.server.ts';
import { grantToStaff, listTrusted } from '../holders.server.ts';
import { recordLegal } from '../legal-audit.server.ts';
import { withLegalScope } from '../legal-scope.server.ts';
import { rootOf } from '../roots.server.ts';
import type { StaffRole } from '../rules/desk.ts';
import { fingerprint, vouch } from '../vault/vouching.ts';

type Refused = 'legal-keys.error.gone' | 'legal-keys.error.fingerprint' | 'legal-keys.error.root';
export type Vouching = {
  staffId: string;
  role: StaffRole;
  isBar: boolean;
  /** The first group of the key's fingerprint, as the person read it out: what the lead compared. */
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
  return withLegalScope(work.scope, async (tx) => {
    const [key] = await tx
      .select()
      .from(userKeys)
      .where(and(eq(userKeys.staffId, staffId), eq(userKeys.isRevoked, false)));
    if (!key) return refuse('legal-keys.error.gone');
    const print = fingerprint(key.signPublic);
    if (heard.trim().toLowerCase() !== print.slice(0, 4)) return refuse('legal-keys.error.fingerprint', 'heard');
    if (print === rootOf(work.scope.organisationId)) return refuse('legal-keys.error.root');
    await signKey(tx, work, key, { role, isBar: isBar && role !== 'custodian' });
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
}

/** Signs a key with the lead's own, as what it says now. */
export async function signKey(
  tx: LegalTx,
  { holder, sign: secret, today }: Pick<DeskWork, 'holder' | 'sign' | 'today'>,
  { boxPublic: box, id: keyId, organisationId, signPublic: sign, staffId }: typeof userKeys.$inferSelect,
  { isBar, role }: { isBar: boolean; role: StaffRole },
): Promise<void> {
  const signature = vouch(secret, { organisationId, staffId, keyId, role, isBar, box, sign });
  await tx
    .update(userKeys)
    .set({ role, isBar, signature, vouchedBy: holder.keyId, vouchedOn: today })
    .where(eq(userKeys.id, keyId));
}

/** Gives the desk's conflict key to a key that is trusted by now. */
async function shareTeamKey(tx: LegalTx, work: DeskWork, keyId: string): Promise<void> {
  const { organisationId } = work.scope;
  const newcomer = (await listTrusted(tx, organisationId)).find((one) => one.keyId === keyId);
  const [desk] = await tx.select().from(desks).where(eq(desks.organisationId, organisationId));
  const key = (await openKeys(tx, work.holder, 'team', organisationId)).get(desk?.teamKeyVersion ?? 0);
  if (!newcomer || newcomer.role === 'custodian' || !desk || !key) return;
  const subject = { organisationId, kind: 'team' as const, subjectId: organisationId, version: desk.teamKeyVersion };
  await grantToStaff(tx, subject, key, [newcomer], { grantedBy: work.staff.id, reason: 'team', today: work.today });
}
