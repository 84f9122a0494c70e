import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import { lockEvent, standingShifts } from '../event-work.server.ts';
import { reminderNow } from '../rules/reminders.ts';

type Refused = 'common.error.not-allowed' | 'events.error.gone' | 'events.error.over' | 'events.error.too-early';

/** Has those with a place reminded at once instead of at the usual hour; the letters leave by a job. */
export function remindNow(
  work: StaffWork,
  eventId: string,
  { clientId }: { clientId: string },
): Promise<Result<undefined, Refused>> {
  return workOnce<undefined, Refused>(work, { command: 'event.remind', clientId, content: eventId }, async (tx) => {
    if (!mayHere(work, 'event.write')) return refuse('common.error.not-allowed');
    const event = await lockEvent(tx, work, eventId);
    if (!event) return refuse('events.error.gone');
    if (event.state !== 'open') return refuse('events.error.over');
    const shifts = await standingShifts(tx, eventId);
    if (!shifts.some(({ startsAt }) => reminderNow(startsAt, work.now) !== null))
      return refuse('events.error.too-early');
    const { organisationId } = work.scope;
    await enqueue(tx, 'events:remind', { organisationId, eventId }, { key: `events:remind/${eventId}` });
    await audit(tx, work.scope, { action: 'event.reminded', subjectType: 'event', subjectId: eventId });
    return ok();
  });
}
