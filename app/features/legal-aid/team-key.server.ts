import { eq, sql } from 'drizzle-orm';
import { blindIndexes, desks } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import { linkForStaff, openKeys } from './case-keys.server.ts';
import { makerOf, type DeskWork } from './desk-staff.server.ts';
import { grantToStaff, type TrustedHolder } from './holders.server.ts';
import { renewBlindIndex } from './vault/blind.ts';
import { makeKey } from './vault/keys.ts';

/** The desk's conflict key in its layers, oldest first: what is compared was hashed under each of them in turn. */
export type TeamKeys = readonly [Uint8Array, ...Uint8Array[]];

/**
 * The layers in force, by their version; null where one of them was not granted to the person. `lock` keeps them in force
 * until the transaction ends: what is hashed under them must not be written after the next layer came.
 */
export async function teamKeysOf(
  tx: LegalTx,
  { holder, scope }: Pick<DeskWork, 'holder' | 'scope'>,
  { lock = false } = {},
): Promise<{ keys: TeamKeys; from: number } | null> {
  const { organisationId } = scope;
  const asked = tx
    .select({ from: desks.teamKeyFrom, to: desks.teamKeyVersion })
    .from(desks)
    .where(eq(desks.organisationId, organisationId));
  const [desk] = lock ? await asked.for('share') : await asked;
  if (!desk) return null;
  const granted = await openKeys(tx, holder, 'team', organisationId);
  const layers: Uint8Array[] = [];
  for (let version = desk.from; version <= desk.to; version += 1) {
    const key = granted.get(version);
    if (!key) return null;
    layers.push(key);
  }
  const [first, ...later] = layers;
  return first ? { keys: [first, ...later], from: desk.from } : null;
}

/**
 * Another layer, for those who may compare from now on. What is written down already is hashed once more under it, without
 * anybody reading whose names these are: two sides that were equal stay equal, and whoever holds the earlier layers alone
 * (and a stolen database) can no longer ask it for a name.
 */
export async function addTeamKey(tx: LegalTx, work: DeskWork, trusted: readonly TrustedHolder[]): Promise<void> {
  const { organisationId } = work.scope;
  const [desk] = await tx.select().from(desks).where(eq(desks.organisationId, organisationId)).for('update');
  if (!desk || desk.teamKeyVersion === 0) return;
  const version = desk.teamKeyVersion + 1;
  const key = makeKey();
  const place = { organisationId, kind: 'team' as const, subjectId: organisationId, version };
  await tx.update(desks).set({ teamKeyVersion: version }).where(eq(desks.organisationId, organisationId));
  await grantToStaff(
    tx,
    place,
    key,
    trusted.filter((one) => one.role !== 'custodian'),
    { grantedBy: work.staff.id, reason: 'rotation', today: work.today },
    linkForStaff(makerOf(work), place, key),
  );
  const rows = await tx
    .selectDistinct({ hash: blindIndexes.hash })
    .from(blindIndexes)
    .where(eq(blindIndexes.organisationId, organisationId));
  const renewed = JSON.stringify(rows.map(({ hash }) => ({ before: hash, after: renewBlindIndex(key, hash) })));
  await tx.execute(sql`
    update legal.blind_indexes b set hash = r.after
    from jsonb_to_recordset(${renewed}::jsonb) as r(before text, after text)
    where b.organisation_id = ${organisationId} and b.hash = r.before`);
}
