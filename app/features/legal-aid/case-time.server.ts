import { desc, eq } from 'drizzle-orm';
import { timeEntries } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import { shownNames } from './case-facts.server.ts';
import type { DeskWork } from './desk-staff.server.ts';
import type { TimeActivity } from './rules/desk.ts';

export type TimeEntry = {
  id: string;
  onDay: string;
  minutes: number;
  activity: TimeActivity;
  by: string | null;
  isMine: boolean;
};

/** The time spent on a case, the latest day first. */
export async function readTime(tx: LegalTx, work: Pick<DeskWork, 'staff'>, caseId: string): Promise<TimeEntry[]> {
  const rows = await tx
    .select()
    .from(timeEntries)
    .where(eq(timeEntries.caseId, caseId))
    .orderBy(desc(timeEntries.onDay), desc(timeEntries.id));
  const names = await shownNames(
    tx,
    rows.map((row) => row.staffId),
  );
  return rows.map(({ activity, id, minutes, onDay, staffId }) => ({
    id,
    onDay,
    minutes,
    activity,
    by: names.get(staffId) ?? null,
    isMine: staffId === work.staff.id,
  }));
}
