import { and, eq, inArray, sql } from 'drizzle-orm';
import { cases, grants, userKeys } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import type { DeskWork } from './desk-staff.server.ts';
import { listTrusted } from './holders.server.ts';
import { withLegalScope } from './legal-scope.server.ts';
import type { Band, GrantKind } from './rules/desk.ts';

/** Something a colleague held under lost keys and I hold: a case or its name (with the case's number), a bundle, the team's key. */
export type Regrantable = { kind: GrantKind; subjectId: string; number: number | null; band: Band | null };
export type RegrantWaiting = { staffId: string; shownName: string; oldKeyIds: string[]; subjects: Regrantable[] };

/**
 * Colleagues who lost their keys, have new ones that are trusted, and held what I hold. Their lost keys' grants say what
 * that was; each is opened by nobody any more. Cases kept from me do not appear.
 */
export async function listRegrants(tx: LegalTx, work: Pick<DeskWork, 'holder' | 'scope'>): Promise<RegrantWaiting[]> {
  const trusted = (await listTrusted(tx, work.scope.organisationId)).filter((one) => one.staffId !== work.holder.id);
  if (trusted.length === 0) return [];
  const lost = await tx
    .select({
      holderId: grants.holderId,
      keyId: grants.keyId,
      kind: grants.kind,
      subjectId: grants.subjectId,
      version: grants.version,
      number: cases.number,
      band: sql<Band | null>`coalesce(${cases.bandOverride}, ${cases.bandFloor})`,
    })
    .from(grants)
    .innerJoin(userKeys, eq(userKeys.id, grants.keyId))
    .leftJoin(cases, eq(cases.id, grants.subjectId))
    .where(
      and(
        eq(userKeys.isRevoked, true),
        inArray(
          grants.holderId,
          trusted.map((one) => one.staffId),
        ),
      ),
    );
  const mine = await versionsOf(tx, work.holder.keyId);
  const waiting = new Map<string, RegrantWaiting>();
  for (const one of trusted) {
    const theirs = await versionsOf(tx, one.keyId);
    const missing = lost.filter(
      (grant) => grant.holderId === one.staffId && mine.has(placeOf(grant)) && !theirs.has(placeOf(grant)),
    );
    if (missing.length === 0) continue;
    const subjects = new Map<string, Regrantable>();
    for (const { band, kind, number, subjectId } of missing)
      subjects.set(`${kind}/${subjectId}`, { kind, subjectId, number, band });
    waiting.set(one.staffId, {
      staffId: one.staffId,
      shownName: one.shownName,
      oldKeyIds: [...new Set(missing.map((grant) => grant.keyId))],
      subjects: [...subjects.values()].sort((a, b) => (a.number ?? 0) - (b.number ?? 0)),
    });
  }
  return [...waiting.values()];
}

const placeOf = ({ kind, subjectId, version }: { kind: string; subjectId: string; version: number }): string =>
  `${kind}/${subjectId}/${version}`;

async function versionsOf(tx: LegalTx, keyId: string): Promise<Set<string>> {
  const rows = await tx.select().from(grants).where(eq(grants.keyId, keyId));
  return new Set(rows.map(placeOf));
}

/** The queue as its page shows it. */
export function readRegrants(work: Pick<DeskWork, 'holder' | 'scope'>): Promise<RegrantWaiting[]> {
  return withLegalScope(work.scope, (tx) => listRegrants(tx, work));
}
