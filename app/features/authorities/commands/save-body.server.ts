import { and, eq, isNull, ne } from 'drizzle-orm';
import { bodies } from '#db/schema/index.ts';
import { newId } from '#app/kernel/ids.ts';
import { isRegionCode } from '#app/kernel/regions.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import type { BodyKind } from '../rules/body-kinds.ts';

type OperatorScope = Extract<Scope, { kind: 'operator' }>;

export type BodyEntry = {
  /** Null makes a new body. */
  id: string | null;
  kind: BodyKind;
  /** Null for a body of the whole country. */
  region: string | null;
  names: { az: string; en: string; ru: string };
  email: string | null;
  postalAddress: string;
  hotline: string;
  source: string;
  /** ISO day on which the operator looked at it last; null when nobody did. */
  checkedOn: string | null;
  isActive: boolean;
};

export type BodyRefusal = 'authorities.error.body-unknown' | 'authorities.error.body-exists' | 'common.error.choose';

/** The operator keeps the bodies: names, addresses, hotline, when it was checked. One body a kind and region. */
export function saveBody(
  { scope }: { scope: OperatorScope; now: Date },
  entry: BodyEntry,
): Promise<Result<{ bodyId: string }, BodyRefusal>> {
  return withScope(scope, async (tx) => {
    if (entry.region !== null && !isRegionCode(entry.region)) return refuse('common.error.choose', 'region');
    const bodyId = entry.id ?? newId();
    const [twin] = await tx
      .select({ id: bodies.id })
      .from(bodies)
      .where(
        and(
          eq(bodies.kind, entry.kind),
          entry.region === null ? isNull(bodies.region) : eq(bodies.region, entry.region),
          ne(bodies.id, bodyId),
        ),
      );
    if (twin) return refuse('authorities.error.body-exists', 'region');
    const row = {
      kind: entry.kind,
      region: entry.region,
      nameAz: entry.names.az,
      nameEn: entry.names.en,
      nameRu: entry.names.ru,
      email: entry.email,
      postalAddress: entry.postalAddress || null,
      hotline: entry.hotline || null,
      source: entry.source || null,
      checkedOn: entry.checkedOn,
      isActive: entry.isActive,
    };
    if (entry.id === null) await tx.insert(bodies).values({ id: bodyId, ...row });
    else {
      const changed = await tx.update(bodies).set(row).where(eq(bodies.id, bodyId)).returning({ id: bodies.id });
      if (changed.length === 0) return refuse('authorities.error.body-unknown');
    }
    await audit(tx, scope, {
      action: entry.id === null ? 'body.created' : 'body.changed',
      subjectType: 'body',
      subjectId: bodyId,
    });
    return ok({ bodyId });
  });
}
