import { and, eq, ne } from 'drizzle-orm';
import { staff } from '#db/schema/legal-aid.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import type { DeskWork } from '../desk-staff.server.ts';
import { recordLegal } from '../legal-audit.server.ts';
import { withLegalScope } from '../legal-scope.server.ts';

export type StaffChange = {
  staffId: string;
  shownName: string;
  isOnDuty: boolean;
  /** Open cases at most. */
  capacity: number;
  regions: readonly string[];
};

/**
 * Name at the desk, duty, capacity and regions: one's own, or anybody's for a lead. Role and membership of the Bar are
 * signed and change by vouching anew.
 */
export async function changeStaff(
  work: DeskWork,
  { capacity, isOnDuty, regions, shownName, staffId }: StaffChange,
): Promise<Result<undefined, 'legal-keys.error.not-yours' | 'legal-keys.error.gone'>> {
  if (staffId !== work.staff.id && work.role !== 'lead') return refuse('legal-keys.error.not-yours');
  return withLegalScope(work.scope, async (tx) => {
    const changed = await tx
      .update(staff)
      .set({ capacity, isOnDuty, regions: [...regions], shownName })
      .where(and(eq(staff.id, staffId), ne(staff.state, 'revoked')))
      .returning({ id: staff.id });
    if (changed.length === 0) return refuse('legal-keys.error.gone');
    await recordLegal(tx, {
      organisationId: work.scope.organisationId,
      actorKind: 'staff',
      actorId: work.staff.id,
      action: 'staff.change',
      today: work.today,
    });
    return ok();
  });
}
