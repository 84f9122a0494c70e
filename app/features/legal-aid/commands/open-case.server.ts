import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { OPENED, standAtCase } from '../case-door.server.ts';
import { possibleConflicts } from '../conflicts.server.ts';
import type { DeskWork } from '../desk-staff.server.ts';
import { recordLegal } from '../legal-audit.server.ts';
import { withLegalScope } from '../legal-scope.server.ts';
import { openReasons } from '../rules/case-band.ts';
import type { OpenReason } from '../rules/desk.ts';

export type OpenCaseRefusal =
  'legal-desk.error.no-case' | 'legal-desk.error.no-key' | 'legal-desk.error.reason-not-open';

/** Writes why somebody opens a case: once a day and person, before anything of it can be read. */
export function openCase(
  work: DeskWork,
  { caseId, reason }: { caseId: string; reason: OpenReason },
): Promise<Result<undefined, OpenCaseRefusal>> {
  return withLegalScope(work.scope, async (tx) => {
    const found = await standAtCase(tx, work, caseId);
    if (!found) return refuse('legal-desk.error.no-case' as const);
    if (found.isOpened) return ok(undefined);
    if (found.keys.size === 0) return refuse('legal-desk.error.no-key' as const);
    const hasConflict = (await possibleConflicts(tx, [caseId])).has(caseId);
    const { claimedBy, state } = found.subject;
    const { isAssigned } = found;
    const may = openReasons({ claimedBy, hasConflict, isAssigned, role: work.role, staffId: work.staff.id, state });
    if (!may.includes(reason)) return refuse('legal-desk.error.reason-not-open' as const, 'reason');
    await recordLegal(tx, {
      organisationId: work.scope.organisationId,
      actorKind: 'staff',
      actorId: work.staff.id,
      action: OPENED,
      caseId,
      reason,
      today: work.today,
    });
    return ok(undefined);
  });
}
