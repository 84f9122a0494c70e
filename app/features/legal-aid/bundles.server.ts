import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { bundleCases, bundleRecords, bundles, cases, exclusions, grants } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { shownNames } from './case-facts.server.ts';
import { openKeys, openKeysOf, type Keys } from './case-keys.server.ts';
import type { DeskWork } from './desk-staff.server.ts';
import { listTrusted, type TrustedHolder } from './holders.server.ts';
import { withLegalScope } from './legal-scope.server.ts';
import type { BundleContent } from './rules/bundle-contents.ts';
import { OPEN_STATES, type CaseState } from './rules/lifecycle.ts';
import { fromUtf8, utf8 } from './vault/bytes.ts';
import { openRecord, sealRecord, type RecordPlace } from './vault/records.ts';

/**
 * Bundles: cases of one matter (forty villagers of one decision) share facts under the bundle's own key. The key opens
 * these facts and nothing of any case; a case's key opens nothing of the bundle; names stay with their cases.
 */
export type BundleRow = typeof bundles.$inferSelect;

const placeOf = (bundleId: string, recordId: string, kind: string, keyVersion: number): RecordPlace => ({
  table: 'bundle_records',
  caseId: bundleId,
  recordId,
  field: kind,
  keyVersion,
});

/** A bundle with the person's keys to it; null where there is none, or none was granted. */
export async function openBundle(
  tx: LegalTx,
  work: DeskWork,
  bundleId: string,
): Promise<{ bundle: BundleRow; keys: Keys } | null> {
  const [bundle] = await tx.select().from(bundles).where(eq(bundles.id, bundleId));
  if (!bundle) return null;
  const keys = await openKeys(tx, work.holder, 'bundle', bundleId);
  return keys.size > 0 ? { bundle, keys } : null;
}

/** Seals words of a bundle under its newest version. */
export async function addBundleRecord<Kind extends keyof BundleContent>(
  tx: LegalTx,
  work: DeskWork,
  { bundle, keys }: { bundle: Pick<BundleRow, 'id' | 'organisationId'>; keys: Keys },
  kind: Kind,
  content: BundleContent[Kind],
): Promise<string> {
  const id = newId();
  const version = Math.max(...keys.keys());
  const sealed = sealRecord(
    keys.get(version) as Uint8Array,
    placeOf(bundle.id, id, kind, version),
    utf8(JSON.stringify(content)),
  );
  const [row] = await tx
    .update(bundles)
    .set({ nextSeq: sql`${bundles.nextSeq} + 1` })
    .where(eq(bundles.id, bundle.id))
    .returning({ next: bundles.nextSeq });
  await tx.insert(bundleRecords).values({
    id,
    bundleId: bundle.id,
    organisationId: bundle.organisationId,
    seq: (row?.next ?? 2) - 1,
    kind,
    authorId: work.staff.id,
    keyVersion: version,
    ...sealed,
    madeOn: work.today,
  });
  return id;
}

type OpenedBundleRecord = {
  id: string;
  kind: string;
  bundleId: string;
  authorId: string;
  madeOn: string;
  text: string | null;
};

async function readBundleRecords(
  tx: LegalTx,
  keysOf: ReadonlyMap<string, Keys>,
  kinds: readonly ('title' | 'fact')[],
): Promise<OpenedBundleRecord[]> {
  if (keysOf.size === 0) return [];
  const rows = await tx
    .select()
    .from(bundleRecords)
    .where(and(inArray(bundleRecords.bundleId, [...keysOf.keys()]), inArray(bundleRecords.kind, [...kinds])))
    .orderBy(asc(bundleRecords.seq));
  return rows.map(({ authorId, bundleId, ciphertext, id, keyVersion, kind, madeOn, nonce }) => {
    const key = keysOf.get(bundleId)?.get(keyVersion);
    const content = key
      ? (JSON.parse(fromUtf8(openRecord(key, placeOf(bundleId, id, kind, keyVersion), { nonce, ciphertext }))) as {
          title?: string;
          text?: string;
        })
      : null;
    return { id, kind, bundleId, authorId, madeOn, text: content ? (content.title ?? content.text ?? '') : null };
  });
}

/** The trusted people who hold a bundle's newest key. */
export async function bundleHolders(tx: LegalTx, bundle: BundleRow): Promise<TrustedHolder[]> {
  const rows = await tx
    .select({ keyId: grants.keyId })
    .from(grants)
    .where(and(eq(grants.kind, 'bundle'), eq(grants.subjectId, bundle.id), eq(grants.version, bundle.keyVersion)));
  return (await listTrusted(tx, bundle.organisationId)).filter((one) => rows.some((row) => row.keyId === one.keyId));
}

/** Lawyers and leads who do not hold it and are kept from none of its cases. */
export async function bundleCandidates(tx: LegalTx, bundle: BundleRow): Promise<TrustedHolder[]> {
  const holders = await bundleHolders(tx, bundle);
  const out = await tx
    .select({ staffId: exclusions.staffId })
    .from(exclusions)
    .innerJoin(bundleCases, eq(bundleCases.caseId, exclusions.caseId))
    .where(eq(bundleCases.bundleId, bundle.id));
  return (await listTrusted(tx, bundle.organisationId)).filter(
    (one) =>
      one.role !== 'custodian' &&
      !holders.some((holder) => holder.staffId === one.staffId) &&
      !out.some((row) => row.staffId === one.staffId),
  );
}

export type BundleCard = { id: string; title: string | null; cases: number; campaignId: string | null; madeOn: string };

/** The bundles whose key the person holds, newest first. */
export function listBundles(work: DeskWork): Promise<BundleCard[]> {
  return withLegalScope(work.scope, async (tx) => {
    const rows = await tx.select().from(bundles).orderBy(desc(bundles.madeOn), desc(bundles.id));
    const keys = await openKeysOf(
      tx,
      work.holder,
      'bundle',
      rows.map((row) => row.id),
    );
    const titles = await readBundleRecords(tx, keys, ['title']);
    const counts = await tx
      .select({ id: bundleCases.bundleId, n: sql<number>`count(*)::integer` })
      .from(bundleCases)
      .groupBy(bundleCases.bundleId);
    return rows
      .filter((row) => keys.has(row.id))
      .map(({ campaignId, id, madeOn }) => ({
        id,
        title: titles.findLast((one) => one.bundleId === id)?.text ?? null,
        cases: counts.find((one) => one.id === id)?.n ?? 0,
        campaignId,
        madeOn,
      }));
  });
}

export type BundleCase = { id: string; number: number | null; state: CaseState; claimedBy: string | null };
export type BundleView = {
  id: string;
  title: string | null;
  campaignId: string | null;
  facts: { id: string; text: string | null; by: string | null; madeOn: string }[];
  cases: BundleCase[];
  /** Open cases that are in no bundle yet and whose key the person holds. */
  addable: BundleCase[];
  holders: { staffId: string; name: string }[];
  candidates: { staffId: string; name: string }[];
};

/** One bundle: shared facts, its cases by number alone, who holds its key. Null without a key to it. */
export function readBundle(work: DeskWork, bundleId: string): Promise<BundleView | null> {
  return withLegalScope(work.scope, async (tx) => {
    const opened = await openBundle(tx, work, bundleId);
    if (!opened) return null;
    const { bundle, keys } = opened;
    const records = await readBundleRecords(tx, new Map([[bundleId, keys]]), ['title', 'fact']);
    const names = await shownNames(
      tx,
      records.map((record) => record.authorId),
    );
    const inside = await tx
      .select({ subject: cases })
      .from(bundleCases)
      .innerJoin(cases, eq(cases.id, bundleCases.caseId))
      .where(eq(bundleCases.bundleId, bundleId))
      .orderBy(asc(cases.number));
    const claimants = await shownNames(
      tx,
      inside.map(({ subject }) => subject.claimedBy),
    );
    const shown = (subject: typeof cases.$inferSelect): BundleCase => ({
      id: subject.id,
      number: subject.number,
      state: subject.state,
      claimedBy: subject.claimedBy ? (claimants.get(subject.claimedBy) ?? null) : null,
    });
    const nameOf = ({ shownName, staffId }: TrustedHolder) => ({ staffId, name: shownName });
    return {
      id: bundle.id,
      campaignId: bundle.campaignId,
      title: records.findLast((record) => record.kind === 'title')?.text ?? null,
      facts: records
        .filter((record) => record.kind === 'fact')
        .map(({ authorId, id, madeOn, text }) => ({ id, text, by: names.get(authorId) ?? null, madeOn })),
      cases: inside.map(({ subject }) => shown(subject)),
      addable: (await addableCases(tx, work)).map(shown),
      holders: (await bundleHolders(tx, bundle)).map(nameOf),
      candidates: (await bundleCandidates(tx, bundle)).map(nameOf),
    };
  });
}

/** Open cases that are in no bundle yet and whose newest key the person holds. */
export async function addableCases(tx: LegalTx, work: DeskWork): Promise<(typeof cases.$inferSelect)[]> {
  const rows = await tx
    .select({ subject: cases })
    .from(cases)
    .innerJoin(
      grants,
      and(
        eq(grants.kind, 'case'),
        eq(grants.subjectId, cases.id),
        eq(grants.version, cases.keyVersion),
        eq(grants.keyId, work.holder.keyId),
      ),
    )
    .leftJoin(bundleCases, eq(bundleCases.caseId, cases.id))
    .where(and(inArray(cases.state, [...OPEN_STATES]), sql`${bundleCases.bundleId} is null`))
    .orderBy(asc(cases.number));
  return rows.map(({ subject }) => subject);
}
