import { and, eq, inArray } from 'drizzle-orm';
import { grants } from '#db/schema/legal-aid.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { guardFor } from '../case-guard.server.ts';
import { openKeysOf } from '../case-keys.server.ts';
import type { DeskWork } from '../desk-staff.server.ts';
import { grantToStaff, listTrusted } from '../holders.server.ts';
import { recordLegal } from '../legal-audit.server.ts';
import { withLegalScope } from '../legal-scope.server.ts';
import { listRegrants } from '../regrants.server.ts';
import type { RegrantReason } from '../rules/key-forms.ts';

/**
 * Gives a colleague, who lost the keys and was vouched for anew, the keys to what they held before and I hold as well: one
 * case, or all that are asked for. Nothing that was not theirs. Answers how many subjects were given; refuses when the
 * colleague is not trusted or nothing is left to give.
 */
export async function regrantKeys(
  work: DeskWork,
  { reason, staffId, subjectIds }: { staffId: string; subjectIds: readonly string[] | 'all'; reason: RegrantReason },
): Promise<Result<{ given: number }, 'legal-keys.error.nothing-to-give'>> {
  const { organisationId } = work.scope;
  return withLegalScope(work.scope, async (tx) => {
    const colleague = (await listTrusted(tx, organisationId)).find((one) => one.staffId === staffId);
    const waiting = (await listRegrants(tx, work)).find((one) => one.staffId === staffId);
    const wanted = (waiting?.subjects ?? []).filter(
      ({ subjectId }) => subjectIds === 'all' || subjectIds.includes(subjectId),
    );
    if (!colleague || wanted.length === 0) return refuse('legal-keys.error.nothing-to-give');
    for (const kind of ['case', 'identity', 'bundle', 'team'] as const) {
      const ids = wanted.filter((one) => one.kind === kind).map((one) => one.subjectId);
      const opened = await openKeysOf(tx, work.holder, kind, ids);
      for (const [subjectId, keys] of opened) {
        // The table of who is kept out refuses as well; what lies sealed stands when somebody emptied it.
        const isOfCase = kind === 'case' || kind === 'identity';
        if (isOfCase && (await guardFor(tx, work.holder, subjectId))?.keptOut.includes(staffId)) continue;
        for (const [version, key] of keys) {
          await grantToStaff(tx, { organisationId, kind, subjectId, version }, key, [colleague], {
            grantedBy: work.staff.id,
            reason: 'regrant',
            today: work.today,
          });
        }
        await recordLegal(tx, {
          organisationId,
          actorKind: 'staff',
          actorId: work.staff.id,
          action: 'key.regrant',
          caseId: isOfCase ? subjectId : null,
          reason,
          today: work.today,
        });
      }
    }
    const oldKeys = waiting?.oldKeyIds ?? [];
    // What the lost keys could open is of no use to anybody; versions that I do not hold stay, for another to give.
    const given = await tx
      .select({ kind: grants.kind, subjectId: grants.subjectId, version: grants.version })
      .from(grants)
      .where(eq(grants.keyId, colleague.keyId));
    for (const { kind, subjectId, version } of given) {
      await tx
        .delete(grants)
        .where(
          and(
            eq(grants.kind, kind),
            eq(grants.subjectId, subjectId),
            eq(grants.version, version),
            inArray(grants.keyId, oldKeys),
          ),
        );
    }
    return ok({ given: wanted.length });
  });
}
