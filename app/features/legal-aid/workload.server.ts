import { and, eq, sql } from 'drizzle-orm';
import { cases, staff } from '#db/schema/legal-aid.ts';
import { addDays } from '#app/kernel/dated-rules/days.ts';
import type { DeskWork } from './desk-staff.server.ts';
import { listTrusted } from './holders.server.ts';
import { withLegalScope } from './legal-scope.server.ts';
import type { StaffRole } from './rules/desk.ts';
import { IN_HAND } from './rules/lifecycle.ts';

/** What somebody of the desk has in hand and how much more fits. */
export type Load = {
  staffId: string;
  name: string;
  role: StaffRole;
  isBar: boolean;
  isOnDuty: boolean;
  capacity: number;
  regions: string[];
  open: number;
  /** Due within seven days, what is over included. */
  dueSoon: number;
  waitingForUs: number;
};

export const SOON_DAYS = 7;

/** The lawyers and leads of the desk with their load, most free first. Cases kept from the reader are not counted. */
export function listCapacity(work: DeskWork): Promise<Load[]> {
  const inHand = sql.join(
    IN_HAND.map((state) => sql`${state}`),
    sql`, `,
  );
  return withLegalScope(work.scope, async (tx) => {
    const rows = await tx
      .select({
        staffId: staff.id,
        name: staff.shownName,
        isOnDuty: staff.isOnDuty,
        capacity: staff.capacity,
        regions: staff.regions,
        open: sql<number>`count(${cases.id})::int`,
        dueSoon: sql<number>`(count(${cases.id}) filter (where ${cases.dueOn} <= ${addDays(work.today, SOON_DAYS)}))::int`,
        waitingForUs: sql<number>`(count(${cases.id}) filter (where ${cases.isWaitingForUs}))::int`,
      })
      .from(staff)
      .leftJoin(cases, and(eq(cases.claimedBy, staff.id), sql`${cases.state} in (${inHand})`))
      .where(and(eq(staff.organisationId, work.scope.organisationId), eq(staff.state, 'vouched')))
      .groupBy(staff.id);
    const trusted = await listTrusted(tx, work.scope.organisationId);
    return rows
      .flatMap((row) => {
        const signed = trusted.find((one) => one.staffId === row.staffId);
        return signed && signed.role !== 'custodian' ? [{ ...row, role: signed.role, isBar: signed.isBar }] : [];
      })
      .sort((a, b) => b.capacity - b.open - (a.capacity - a.open) || a.name.localeCompare(b.name, 'az'));
  });
}
