import { and, eq } from 'drizzle-orm';
import { timeEntries } from '#db/schema/legal-aid.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { doInCase, done, type CaseRefusal, type DeedForm } from '../case-work.server.ts';
import type { DeskWork } from '../desk-staff.server.ts';
import type { TimeActivity } from '../rules/desk.ts';

export type TimeSpent = { onDay: string; minutes: number; activity: TimeActivity };
type Refused = CaseRefusal | 'legal-case.time.error.future';

/** Writes down time spent on a case: minutes, a kind of work, a day that is not to come. No words. */
export function logTime(
  work: DeskWork,
  { activity, minutes, onDay, ...form }: DeedForm & TimeSpent,
): Promise<Result<{ id: string }, Refused>> {
  return doInCase(work, form, { command: 'time.log', needs: 'key', audit: false }, async ({ subject, tx }) => {
    if (onDay > work.today) return refuse('legal-case.time.error.future', 'onDay');
    const id = newId();
    await tx.insert(timeEntries).values({
      id,
      caseId: subject.id,
      organisationId: subject.organisationId,
      staffId: work.staff.id,
      onDay,
      minutes,
      activity,
    });
    return ok({ id });
  });
}

/** Changes one's own entry, or takes it away (`to` null). Somebody else's does not exist here. */
export function changeTime(
  work: DeskWork,
  { entryId, to, ...form }: DeedForm & { entryId: string; to: TimeSpent | null },
): Promise<Result<{ done: true }, Refused>> {
  return doInCase(work, form, { command: 'time.change', needs: 'key', audit: false }, async ({ subject, tx }) => {
    if (to && to.onDay > work.today) return refuse('legal-case.time.error.future', 'onDay');
    const own = and(
      eq(timeEntries.id, entryId),
      eq(timeEntries.caseId, subject.id),
      eq(timeEntries.staffId, work.staff.id),
    );
    const [changed] = to
      ? await tx.update(timeEntries).set(to).where(own).returning({ id: timeEntries.id })
      : await tx.delete(timeEntries).where(own).returning({ id: timeEntries.id });
    return changed ? done() : refuse('legal-case.error.gone');
  });
}
