import { and, eq, inArray } from 'drizzle-orm';
import { bundleCases, bundles, exclusions } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import {
  addableCases,
  addBundleRecord,
  bundleCandidates,
  bundleHolders,
  openBundle,
  type BundleRow,
} from '../bundles.server.ts';
import { guardFor } from '../case-guard.server.ts';
import { linkForStaff, type Keys } from '../case-keys.server.ts';
import { makerOf, type DeskWork } from '../desk-staff.server.ts';
import { grantToStaff, listTrusted } from '../holders.server.ts';
import { recordLegal } from '../legal-audit.server.ts';
import { withLegalScope } from '../legal-scope.server.ts';
import { onceHere } from '../once-here.server.ts';
import { makeKey } from '../vault/keys.ts';

type BundleRefusal =
  | 'legal-case.error.gone'
  | 'legal-case.bundles.error.kept-out'
  | 'legal-case.bundles.error.case'
  | 'common.error.choose';
type Form = { clientId: string; bundleId: string };
type Opened = { bundle: BundleRow; keys: Keys };

/** Makes a bundle with a key of its own for its maker and the desk's leads. Its title is sealed. */
export function makeBundle(
  work: DeskWork,
  { campaignId, clientId, title }: { clientId: string; title: string; campaignId: string | null },
): Promise<Result<{ id: string }, BundleRefusal>> {
  const { organisationId } = work.scope;
  return withLegalScope(work.scope, (tx) =>
    onceHere<{ id: string }, BundleRefusal>(tx, formOf(work, clientId, 'bundle.make'), async () => {
      const key = makeKey();
      const bundle = { id: newId(), organisationId };
      await tx
        .insert(bundles)
        .values({ ...bundle, campaignId, madeBy: work.staff.id, madeOn: work.today, keyVersion: 1 });
      const holders = (await listTrusted(tx, organisationId)).filter(
        (one) => one.staffId === work.staff.id || one.role === 'lead',
      );
      const place = { organisationId, kind: 'bundle' as const, subjectId: bundle.id, version: 1 };
      const given = { grantedBy: work.staff.id, reason: 'bundle' as const, today: work.today };
      await grantToStaff(tx, place, key, holders, given, linkForStaff(makerOf(work), place, key));
      await addBundleRecord(tx, work, { bundle, keys: new Map([[1, key]]) }, 'title', { title });
      await note(tx, work, 'bundle.make', null);
      return ok({ id: bundle.id });
    }),
  );
}

/**
 * Puts cases into a bundle: open ones that are in no other and whose key the person holds. It grants nothing: neither
 * those who hold the bundle get the cases, nor those who hold the cases the bundle. Refuses where somebody who holds the
 * bundle is kept from one of them.
 */
export function addToBundle(
  work: DeskWork,
  { caseIds, ...form }: Form & { caseIds: readonly string[] },
): Promise<Result<{ added: number }, BundleRefusal>> {
  return inBundle(work, form, 'bundle.add', async (tx, { bundle }) => {
    if (caseIds.length === 0) return refuse('common.error.choose', 'cases');
    const mine = new Set((await addableCases(tx, work)).map((subject) => subject.id));
    const chosen = [...new Set(caseIds)];
    if (chosen.some((id) => !mine.has(id))) return refuse('legal-case.bundles.error.case', 'cases');
    const holders = (await bundleHolders(tx, bundle)).map((one) => one.staffId);
    const out = await tx
      .select({ staffId: exclusions.staffId })
      .from(exclusions)
      .where(and(inArray(exclusions.caseId, chosen), inArray(exclusions.staffId, holders)));
    const sealedOut = await sealedOutOf(tx, work, chosen);
    if (out.length > 0 || holders.some((id) => sealedOut.has(id)))
      return refuse('legal-case.bundles.error.kept-out', 'cases');
    const { organisationId } = bundle;
    await tx.insert(bundleCases).values(chosen.map((caseId) => ({ bundleId: bundle.id, caseId, organisationId })));
    for (const caseId of chosen) await note(tx, work, 'bundle.add', caseId);
    return ok({ added: chosen.length });
  });
}

/** Takes a case out; what was shared stays in the bundle. */
export function takeFromBundle(
  work: DeskWork,
  { caseId, ...form }: Form & { caseId: string },
): Promise<Result<{ done: true }, BundleRefusal>> {
  return inBundle(work, form, 'bundle.remove', async (tx, { bundle }) => {
    const [gone] = await tx
      .delete(bundleCases)
      .where(and(eq(bundleCases.bundleId, bundle.id), eq(bundleCases.caseId, caseId)))
      .returning({ caseId: bundleCases.caseId });
    if (!gone) return refuse('legal-case.error.gone');
    await note(tx, work, 'bundle.remove', caseId);
    return ok({ done: true as const });
  });
}

/** A fact that all its holders read. Names do not belong here; the page says so. */
export function addFact(
  work: DeskWork,
  { text, ...form }: Form & { text: string },
): Promise<Result<{ done: true }, BundleRefusal>> {
  return inBundle(work, form, 'bundle.fact', async (tx, opened) => {
    await addBundleRecord(tx, work, opened, 'fact', { text });
    return ok({ done: true as const });
  });
}

/** Gives the bundle's key, every version, to a lawyer who is kept from none of its cases. No case comes with it. */
export function shareBundle(
  work: DeskWork,
  { staffId, ...form }: Form & { staffId: string },
): Promise<Result<{ done: true }, BundleRefusal>> {
  return inBundle(work, form, 'bundle.share', async (tx, { bundle, keys }) => {
    const holder = (await bundleCandidates(tx, bundle)).find((one) => one.staffId === staffId);
    const inside = await tx
      .select({ caseId: bundleCases.caseId })
      .from(bundleCases)
      .where(eq(bundleCases.bundleId, bundle.id));
    const sealedOut = await sealedOutOf(
      tx,
      work,
      inside.map((one) => one.caseId),
    );
    if (!holder || sealedOut.has(staffId)) return refuse('common.error.choose', 'staff');
    const { id: subjectId, organisationId } = bundle;
    for (const [version, key] of keys)
      await grantToStaff(tx, { organisationId, kind: 'bundle', subjectId, version }, key, [holder], {
        grantedBy: work.staff.id,
        reason: 'bundle',
        today: work.today,
      });
    await note(tx, work, 'bundle.share', null);
    return ok({ done: true as const });
  });
}

/** Who is kept out of one of these cases by what lies sealed in it, as far as the person holds them. */
async function sealedOutOf(tx: LegalTx, work: DeskWork, caseIds: readonly string[]): Promise<Set<string>> {
  const out = new Set<string>();
  for (const caseId of caseIds)
    for (const staffId of (await guardFor(tx, work.holder, caseId))?.keptOut ?? []) out.add(staffId);
  return out;
}

function inBundle<T>(
  work: DeskWork,
  { bundleId, clientId }: Form,
  command: string,
  deed: (tx: LegalTx, opened: Opened) => Promise<Result<T, BundleRefusal>>,
): Promise<Result<T, BundleRefusal>> {
  return withLegalScope(work.scope, (tx) =>
    onceHere<T, BundleRefusal>(tx, formOf(work, clientId, command), async () => {
      await tx.select({ id: bundles.id }).from(bundles).where(eq(bundles.id, bundleId)).for('update');
      const opened = await openBundle(tx, work, bundleId);
      if (!opened?.keys.has(opened.bundle.keyVersion)) return refuse('legal-case.error.gone');
      return deed(tx, opened);
    }),
  );
}

const formOf = ({ staff, today }: DeskWork, clientId: string, command: string) => ({
  clientId,
  command,
  owner: staff.id,
  today,
});

const note = (tx: LegalTx, work: DeskWork, action: string, caseId: string | null): Promise<void> =>
  recordLegal(tx, {
    organisationId: work.scope.organisationId,
    actorKind: 'staff',
    actorId: work.staff.id,
    action,
    caseId,
    today: work.today,
  });
