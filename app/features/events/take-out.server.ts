import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { eventSignUps } from '#db/schema/index.ts';
import { audit } from '#app/platform/audit.server.ts';
import type { StaffWork } from '#app/platform/staff-work.server.ts';
import { answerLater, offerPlaces } from './taking.server.ts';

/** Ends one place inside a colleague's transaction and offers it on; false when there is none of that id at the event. */
export async function takeOutOf(tx: Tx, work: StaffWork, eventId: string, signUpId: string): Promise<boolean> {
  const { organisationId } = work.scope;
  const [row] = await tx
    .select({ shiftId: eventSignUps.shiftId })
    .from(eventSignUps)
    .where(
      and(
        eq(eventSignUps.id, signUpId),
        eq(eventSignUps.eventId, eventId),
        eq(eventSignUps.organisationId, organisationId),
      ),
    );
  if (!row) return false;
  const [answered] = await tx.execute<{ answer: string }>(
    sql`select answer from app.answer_place(${signUpId}, 'cancel', ${work.now.toISOString()})`,
  );
  if (answered?.answer !== 'cancelled') return false;
  await answerLater(tx, organisationId, signUpId, false, true);
  await offerPlaces(tx, { organisationId, shiftId: row.shiftId }, work.now);
  await audit(tx, work.scope, { action: 'event.taken-out', subjectType: 'event', subjectId: eventId });
  return true;
}
