import { and, eq, inArray, sql } from 'drizzle-orm';
import { bundles, cases, grants, receipts, staff, userKeys } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { linkForStaff } from '../case-keys.server.ts';
import { makerOf, type DeskWork } from '../desk-staff.server.ts';
import { grantToStaff, keptOutOf, LEAST_RECIPIENTS, listTrusted, type TrustedHolder } from '../holders.server.ts';
import { recordLegal } from '../legal-audit.server.ts';
import { withLegalScope } from '../legal-scope.server.ts';
import { retire, rootOf } from '../roots.server.ts';
import { rotateKey } from '../rotate-key.server.ts';
import { addTeamKey } from '../team-key.server.ts';
import { IN_HAND } from '../rules/lifecycle.ts';
import { endUnlocksOf } from '../unlock.server.ts';
import { makeKey } from '../vault/keys.ts';
import { fingerprint } from '../vault/vouching.ts';
import { retirementOf, signKey, type Signed } from './vouch-staff.server.ts';

type Refused =
  'legal-keys.error.not-yours' | 'legal-keys.error.oneself' | 'legal-keys.error.root' | 'legal-keys.error.gone';
type Held = { kind: 'case' | 'identity' | 'bundle'; subjectId: string };

/**
 * Somebody leaves the desk: keys revoked, the roles of the desk ended, whatever is open closed, every grant deleted; each
 * case, name and bundle they held gets a new key version for those who stay, so that what is written from now on was never
 * theirs; the conflict key gets another layer. Cases in their hands go back to the queue; keys they vouched for are vouched
 * for by the lead who does this. Refuses who is no lead, oneself and the pinned root (the operator pins another first).
 * Answers how many cases got a new key.
 *
 * It works in the desk's own scope: cases from which the lead is kept out need a new key as well, and none is opened here.
 */
export async function revokeStaff(
  work: DeskWork,
  { staffId }: { staffId: string },
): Promise<Result<{ cases: number }, Refused>> {
  const { organisationId } = work.scope;
  if (work.role !== 'lead') return refuse('legal-keys.error.not-yours');
  if (staffId === work.staff.id) return refuse('legal-keys.error.oneself');
  const signed: Signed[] = [];
  const gone: string[] = [];
  const revoked = await withLegalScope({ kind: 'legal_system', organisationId }, async (tx) => {
    const [person] = await tx.select().from(staff).where(eq(staff.id, staffId)).for('update');
    if (!person || person.state === 'revoked') return refuse('legal-keys.error.gone' as const);
    const keys = await tx.select().from(userKeys).where(eq(userKeys.staffId, staffId));
    if (
      keys.some(
        (key) => !key.isRevoked && fingerprint({ box: key.boxPublic, sign: key.signPublic }) === rootOf(organisationId),
      )
    )
      return refuse('legal-keys.error.root' as const);
    signed.push(...(await vouchAnew(tx, work, keys)));
    gone.push(...keys.map((key) => key.id));
    await tx
      .update(userKeys)
      .set({ isRevoked: true, revokedOn: work.today })
      .where(and(eq(userKeys.staffId, staffId), eq(userKeys.isRevoked, false)));
    await tx
      .update(staff)
      .set({ state: 'revoked', endedOn: work.today, isOnDuty: false, feedHash: null })
      .where(eq(staff.id, staffId));
    await endUnlocksOf(tx, staffId);
    await tx.execute(sql`select app.end_legal_roles(${staffId})`);
    const { hadTeamKey, held } = await takeGrants(tx, staffId);
    const trusted = await listTrusted(tx, organisationId);
    for (const subject of held) await rotate(tx, work, subject, trusted);
    await tx
      .update(cases)
      .set({ claimedBy: null, state: 'new' })
      .where(and(eq(cases.claimedBy, staffId), inArray(cases.state, [...IN_HAND])));
    // Last: whoever writes down a side has the case first and asks for the desk's key then.
    if (hadTeamKey) await addTeamKey(tx, work, trusted);
    await recordLegal(tx, {
      organisationId,
      actorKind: 'staff',
      actorId: work.staff.id,
      action: 'key.revoke',
      today: work.today,
    });
    return ok({ cases: held.filter(({ kind }) => kind === 'case').length });
  });
  // Beside the database: nobody who writes it brings a revoked key back.
  if (revoked.ok) retire({ keys: gone, ...retirementOf(signed) });
  return revoked;
}

/** Whom the leaver vouched for stays trusted: the lead signs what is trusted now, and nothing else. */
async function vouchAnew(tx: LegalTx, work: DeskWork, leaving: (typeof userKeys.$inferSelect)[]): Promise<Signed[]> {
  const signed: Signed[] = [];
  const trusted = await listTrusted(tx, work.scope.organisationId);
  const under = await tx
    .select()
    .from(userKeys)
    .where(
      and(
        inArray(
          userKeys.vouchedBy,
          leaving.map((key) => key.id),
        ),
        eq(userKeys.isRevoked, false),
      ),
    );
  for (const key of under) {
    const now = trusted.find((one) => one.keyId === key.id);
    if (now && key.id !== work.holder.keyId) signed.push(await signKey(tx, work, key, now));
  }
  return signed;
}

/** Deletes all grants of a person; returns what they opened. */
async function takeGrants(tx: LegalTx, staffId: string): Promise<{ held: Held[]; hadTeamKey: boolean }> {
  const gone = await tx
    .delete(grants)
    .where(and(eq(grants.holderId, staffId), eq(grants.holderKind, 'staff')))
    .returning({ kind: grants.kind, subjectId: grants.subjectId });
  const held = new Map<string, Held>();
  for (const { kind, subjectId } of gone) if (kind !== 'team') held.set(`${kind}/${subjectId}`, { kind, subjectId });
  return { held: [...held.values()], hadTeamKey: gone.some(({ kind }) => kind === 'team') };
}

/** A new version for those who hold the newest one; where fewer than two are left, the desk's leads as well. */
async function rotate(tx: LegalTx, work: DeskWork, { kind, subjectId }: Held, trusted: TrustedHolder[]): Promise<void> {
  const { organisationId } = work.scope;
  const given = { grantedBy: work.staff.id, reason: 'rotation' as const, today: work.today };
  const holders = await holdersOf(tx, { kind, subjectId }, trusted);
  if (kind === 'bundle') {
    const [bundle] = await tx.select().from(bundles).where(eq(bundles.id, subjectId)).for('update');
    if (!bundle) return;
    const version = bundle.keyVersion + 1;
    await tx.update(bundles).set({ keyVersion: version }).where(eq(bundles.id, subjectId));
    const place = { organisationId, kind, subjectId, version };
    const key = makeKey();
    await grantToStaff(tx, place, key, holders, given, linkForStaff(makerOf(work), place, key));
    return;
  }
  const [subject] = await tx.select().from(cases).where(eq(cases.id, subjectId));
  if (!subject || subject.state === 'draft' || subject.state === 'erased') return;
  const [receipt] = await tx.select().from(receipts).where(eq(receipts.caseId, subjectId));
  await rotateKey(tx, subject, kind, {
    staffIds: holders.map((one) => one.staffId),
    receipt: receipt ? { id: receipt.id, box: receipt.boxPublic } : null,
    maker: makerOf(work),
    ...given,
  });
}

async function holdersOf(tx: LegalTx, { kind, subjectId }: Held, trusted: TrustedHolder[]): Promise<TrustedHolder[]> {
  const rows = await tx
    .select({ keyId: grants.keyId })
    .from(grants)
    .where(and(eq(grants.kind, kind), eq(grants.subjectId, subjectId), eq(grants.holderKind, 'staff')));
  const stay = trusted.filter((one) => rows.some((row) => row.keyId === one.keyId));
  if (stay.length >= LEAST_RECIPIENTS || kind === 'bundle') return stay;
  const keptOut = await keptOutOf(tx, subjectId);
  const leads = trusted.filter((one) => one.role === 'lead' && !keptOut.includes(one.staffId));
  return [...new Set([...stay, ...leads])];
}
