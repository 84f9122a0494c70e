import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { eventShifts, events } from '#db/schema/index.ts';
import { mayCampaign } from '#app/features/elections/public.server.ts';
import type { ElectionAnswer } from '#app/features/elections/rules/campaign-gate.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import type { StaffWork } from '#app/platform/staff-work.server.ts';
import { CAMPAIGNING, type EventKind } from './rules/kinds.ts';

/** What the commands on events share. */

/** The organisation's event, locked for the rest of the transaction. */
export async function lockEvent(tx: Tx, { scope }: StaffWork, id: string) {
  const [row] = await tx
    .select()
    .from(events)
    .where(and(eq(events.id, id), eq(events.organisationId, scope.organisationId)))
    .for('update');
  return row;
}

/** An event's shifts that stand, in the order of time. */
export function standingShifts(tx: Tx, eventId: string) {
  return tx
    .select()
    .from(eventShifts)
    .where(and(eq(eventShifts.eventId, eventId), isNull(eventShifts.cancelledAt)))
    .orderBy(asc(eventShifts.startsAt), asc(eventShifts.id));
}

/** Tells everybody who has a place or waits what changed, a batch at a time. */
export function tellLater(tx: Pick<Tx, 'execute'>, organisationId: string, eventId: string): Promise<void> {
  return enqueue(tx, 'events:tell', { organisationId, eventId }, { key: `events:tell/${eventId}` });
}

/** Whether asking for votes may be planned now and take place then; every other kind may. */
export async function mayBeOfKind(
  tx: Tx,
  organisationId: string,
  kind: EventKind,
  { now, startsAt }: { now: Date; startsAt: Date },
): Promise<ElectionAnswer> {
  if (!CAMPAIGNING.includes(kind)) return { ok: true };
  const today = await mayCampaign(tx, organisationId, now);
  return today.ok ? mayCampaign(tx, organisationId, startsAt) : today;
}

/** The same for a page that has to say why not. */
export function whyNotOfKind(
  scope: Extract<Scope, { kind: 'member' }>,
  kind: EventKind,
  at: { now: Date; startsAt: Date },
): Promise<ElectionAnswer> {
  return withScope(scope, (tx) => mayBeOfKind(tx, scope.organisationId, kind, at));
}
