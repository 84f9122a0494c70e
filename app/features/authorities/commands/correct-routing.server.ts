import { and, eq, gte, isNull } from 'drizzle-orm';
import { bodyRoutes } from '#db/schema/index.ts';
import { isReportable, type CategoryKey } from '#app/features/issues/rules/categories.ts';
import { addDays } from '#app/kernel/dated-rules/days.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';
import { regionsOfChoice } from '#app/kernel/regions.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import type { BodyKind } from '../rules/body-kinds.ts';
import { holdingOn } from '../routing.server.ts';
import { correctionSubject } from '../rules/corrections.ts';

type MemberScope = Extract<Scope, { kind: 'member' }>;

export type Correction = {
  category: CategoryKey;
  /** Null: wherever the organisation works. */
  region: string | null;
  /** Null takes the organisation's correction away: the instance's table holds again. */
  bodyKind: BodyKind | null;
};

/**
 * An organisation says who answers first for a category in a region, for its own letters. The line before ends yesterday
 * and is kept; one of the same day never held for a whole day and goes. The trail says who did it.
 */
export function correctRouting(
  { scope, now }: { scope: MemberScope; now: Date },
  input: Correction,
): Promise<Result<undefined, 'common.error.choose'>> {
  return withScope(scope, async (tx) => {
    if (!isReportable(input.category)) return refuse('common.error.choose', 'category');
    if (input.region !== null && regionsOfChoice(input.region).length === 0)
      return refuse('common.error.choose', 'region');
    const same = and(
      eq(bodyRoutes.organisationId, scope.organisationId),
      eq(bodyRoutes.category, input.category),
      input.region === null ? isNull(bodyRoutes.region) : eq(bodyRoutes.region, input.region),
    );
    const today = dayOf(now);
    const holding = and(same, holdingOn(today));
    const before = await tx.select({ kind: bodyRoutes.bodyKind }).from(bodyRoutes).where(holding);
    if ((before[0]?.kind ?? null) === input.bodyKind && before.length < 2) return ok();
    await tx.delete(bodyRoutes).where(and(holding, gte(bodyRoutes.validFrom, today)));
    await tx
      .update(bodyRoutes)
      .set({ validTo: addDays(today, -1) })
      .where(holding);
    if (input.bodyKind !== null) {
      await tx.insert(bodyRoutes).values({
        id: newId(),
        category: input.category,
        region: input.region,
        bodyKind: input.bodyKind,
        position: 0,
        organisationId: scope.organisationId,
        validFrom: today,
      });
    }
    await audit(tx, scope, {
      action: input.bodyKind === null ? 'routing.restored' : 'routing.corrected',
      subjectType: 'body_route',
      subjectId: correctionSubject(input),
    });
    return ok();
  });
}
