import { and, eq } from 'drizzle-orm';
import { eventShifts, eventSignUps, events } from '#db/schema/index.ts';
import { reachPeople, whyNotAtWork } from '#app/features/people/public.server.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import { CAMPAIGNING } from '../rules/kinds.ts';
import { takePlace } from '../taking.server.ts';

type Refused =
  | 'common.error.not-allowed'
  | 'common.error.choose'
  | 'events.error.gone'
  | 'events.error.campaigning'
  | 'events.error.nobody-added';

/**
 * Puts people of the organisation's list on a shift, one after another under the same limit as everybody. Whoever is on it
 * already, has no place to wait for, or may not work there (under 18 without a guardian, at a volunteers' shift) is passed over.
 */
export function addPeople(
  work: StaffWork,
  {
    clientId,
    shiftId,
    personIds,
    mayWait,
  }: { clientId: string; shiftId: string; personIds: string[]; mayWait: boolean },
): Promise<Result<{ added: number }, Refused>> {
  const { scope, now } = work;
  const { organisationId } = scope;
  const content = [shiftId, personIds, mayWait];
  return workOnce<{ added: number }, Refused>(work, { command: 'event.add-people', clientId, content }, async (tx) => {
    if (!mayHere(work, 'event.write')) return refuse('common.error.not-allowed');
    const [found] = await tx
      .select({ kind: events.kind, eventId: events.id })
      .from(eventShifts)
      .innerJoin(events, eq(events.id, eventShifts.eventId))
      .where(and(eq(eventShifts.id, shiftId), eq(eventShifts.organisationId, organisationId)));
    if (!found) return refuse('events.error.gone');
    if (CAMPAIGNING.includes(found.kind)) return refuse('events.error.campaigning');
    let added = 0;
    for (const { id: personId, name, contact, ageBand, gender } of await reachPeople(tx, organisationId, personIds)) {
      if (found.kind === 'volunteering' && (await whyNotAtWork(tx, organisationId, personId))) continue;
      const taken = await takePlace(
        tx,
        {
          // One form, several people: each has its own sign-up, the same one when the form comes twice.
          clientId: `${clientId}/${personId}`,
          shiftId,
          organisationId,
          way: 'manual',
          person: { name, contact },
          ageBand,
          gender,
          wantsNews: false,
          locale: 'az',
          mayWait,
        },
        now,
      );
      if (taken.id === null || taken.outcome === 'known') continue;
      await tx.update(eventSignUps).set({ personId }).where(eq(eventSignUps.id, taken.id));
      added += 1;
    }
    if (added === 0) return refuse('events.error.nobody-added', 'personIds');
    await audit(tx, scope, { action: 'event.added-by-hand', subjectType: 'event', subjectId: found.eventId });
    return ok({ added });
  });
}
