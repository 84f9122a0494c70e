import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { cases, staff } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import { dayOf } from '#app/kernel/dates.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { recordLegal } from './legal-audit.server.ts';
import { withLegalScope, type LegalScope } from './legal-scope.server.ts';
import { bandNow } from './rules/case-band.ts';

type SystemScope = Extract<LegalScope, { kind: 'legal_system' }>;

/**
 * Red and in nobody's hands: whoever is on duty gets the constant sentence, past the hour's limit, once a day for each
 * case (the trail remembers). Asked each minute, so that it is said within five (guarantee G22). Returns the cases.
 */
export async function pageDuty(scope: SystemScope, now: Date): Promise<string[]> {
  const today = dayOf(now);
  return withLegalScope(scope, async (tx) => {
    const waiting = await tx
      .select({
        id: cases.id,
        bandFloor: cases.bandFloor,
        bandOverride: cases.bandOverride,
        dueOn: cases.dueOn,
      })
      .from(cases)
      .where(
        and(
          eq(cases.organisationId, scope.organisationId),
          eq(cases.state, 'new'),
          isNull(cases.claimedBy),
          sql`not exists (select 1 from legal.audit_entries e where e.case_id = ${cases.id} and e.action = 'case.page' and e.on_day = ${today})`,
        ),
      )
      .for('update', { skipLocked: true });
    const red = waiting.filter((one) => bandNow(one, today).band === 'red');
    for (const { id: caseId } of red) {
      const { organisationId } = scope;
      const staffIds = await onDutyFor(tx, organisationId, caseId);
      if (staffIds.length > 0)
        await enqueue(tx, 'legal:notify', { organisationId, staffIds, caseId: null, isUrgent: true });
      await recordLegal(tx, { organisationId, actorKind: 'system', action: 'case.page', caseId, today });
    }
    return red.map((one) => one.id);
  });
}

/** Lawyers and leads on duty who may see the case; all of them where nobody is on duty. */
async function onDutyFor(tx: LegalTx, organisationId: string, caseId: string): Promise<string[]> {
  const able = await tx
    .select({ id: staff.id, isOnDuty: staff.isOnDuty })
    .from(staff)
    .where(
      and(
        eq(staff.organisationId, organisationId),
        eq(staff.state, 'vouched'),
        inArray(staff.role, ['lead', 'lawyer']),
        // Asked of the database: the list of who is kept out is not shown to a scope without a person.
        sql`not app.is_kept_out(${caseId}, ${staff.id})`,
      ),
    );
  const onDuty = able.filter((one) => one.isOnDuty);
  return (onDuty.length > 0 ? onDuty : able).map((one) => one.id);
}
