import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { eventShifts, eventSignUps, events } from '#db/schema/index.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import type { EventKind, EventState, SignUpState } from './rules/kinds.ts';

type MemberScope = Extract<Scope, { kind: 'member' }>;

export type OrgShift = {
  id: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  capacity: number;
  reserved: number;
  reservedFor: (typeof eventShifts.$inferSelect)['reservedFor'];
  isCancelled: boolean;
  taken: number;
  offered: number;
  waiting: number;
  attended: number;
  /** The colleague's own place, if they have one. */
  mine: { id: string; state: SignUpState } | null;
};

const count = (states: readonly SignUpState[]) =>
  sql<number>`(count(*) filter (where ${inArray(eventSignUps.state, [...states])}))::int`;

/** Shifts of events with how full they are; nobody's name. */
async function shiftsOf(tx: Tx, eventIds: readonly string[], userId: string): Promise<Map<string, OrgShift[]>> {
  const byEvent = new Map<string, OrgShift[]>();
  if (eventIds.length === 0) return byEvent;
  const rows = await tx
    .select()
    .from(eventShifts)
    .where(inArray(eventShifts.eventId, [...eventIds]))
    .orderBy(asc(eventShifts.startsAt), asc(eventShifts.id));
  const counts = await tx
    .select({
      shiftId: eventSignUps.shiftId,
      taken: count(['registered', 'offered']),
      offered: count(['offered']),
      waiting: count(['waitlisted']),
      attended: sql<number>`count(${eventSignUps.attendedAt})::int`,
    })
    .from(eventSignUps)
    .where(inArray(eventSignUps.eventId, [...eventIds]))
    .groupBy(eventSignUps.shiftId);
  const own = await tx
    .select({ id: eventSignUps.id, shiftId: eventSignUps.shiftId, state: eventSignUps.state })
    .from(eventSignUps)
    .where(and(inArray(eventSignUps.eventId, [...eventIds]), eq(eventSignUps.userId, userId)));
  for (const row of rows) {
    const of = counts.find(({ shiftId }) => shiftId === row.id);
    const mine = own.find(({ shiftId }) => shiftId === row.id);
    const shift: OrgShift = {
      id: row.id,
      title: row.title,
      startsAt: row.startsAt,
      endsAt: row.endsAt,
      capacity: row.capacity,
      reserved: row.reserved,
      reservedFor: row.reservedFor,
      isCancelled: row.cancelledAt !== null,
      taken: of?.taken ?? 0,
      offered: of?.offered ?? 0,
      waiting: of?.waiting ?? 0,
      attended: of?.attended ?? 0,
      mine: mine ? { id: mine.id, state: mine.state } : null,
    };
    byEvent.set(row.eventId, [...(byEvent.get(row.eventId) ?? []), shift]);
  }
  return byEvent;
}

export type OrgEventLine = {
  id: string;
  title: string;
  kind: EventKind;
  state: EventState;
  audience: (typeof events.$inferSelect)['audience'];
  region: string;
  place: string;
  startsAt: Date | null;
  endsAt: Date | null;
  capacity: number;
  taken: number;
  waiting: number;
  attended: number;
};
export const EVENT_VIEWS = ['coming', 'drafts', 'past'] as const;
export type EventView = (typeof EVENT_VIEWS)[number];
const MOST = 200;

/** The organisation's events: those to come by time, drafts, or what is over, newest first. `mayWrite` false leaves drafts out. */
export function listOrgEvents(
  scope: MemberScope,
  view: EventView,
  mayWrite: boolean,
): Promise<{ lines: OrgEventLine[]; counts: Record<EventView, number> }> {
  return withScope(scope, async (tx) => {
    const group = sql<EventView>`case when ${events.state} = 'draft' then 'drafts' when ${events.state} = 'open' then 'coming' else 'past' end`;
    const totals = await tx
      .select({ group, n: sql<number>`count(*)::int` })
      .from(events)
      .where(eq(events.organisationId, scope.organisationId))
      .groupBy(group);
    const of = (name: EventView) => totals.find((row) => row.group === name)?.n ?? 0;
    const counts = { coming: of('coming'), drafts: mayWrite ? of('drafts') : 0, past: of('past') };
    if (view === 'drafts' && !mayWrite) return { lines: [], counts };
    const first = sql`(select min(s.starts_at) from event_shifts s where s.event_id = ${events.id})`;
    const rows = await tx
      .select()
      .from(events)
      .where(and(eq(events.organisationId, scope.organisationId), eq(group, view)))
      .orderBy(view === 'past' ? desc(first) : asc(first), asc(events.id))
      .limit(MOST);
    const shifts = await shiftsOf(
      tx,
      rows.map(({ id }) => id),
      scope.userId,
    );
    const lines = rows.map((row) => {
      const its = (shifts.get(row.id) ?? []).filter(({ isCancelled }) => !isCancelled || row.state === 'cancelled');
      const sum = (read: (shift: OrgShift) => number) => its.reduce((total, shift) => total + read(shift), 0);
      return {
        id: row.id,
        title: row.title,
        kind: row.kind,
        state: row.state,
        audience: row.audience,
        region: row.region,
        place: row.place,
        startsAt: its[0]?.startsAt ?? null,
        endsAt: its.at(-1)?.endsAt ?? null,
        capacity: sum(({ capacity }) => capacity),
        taken: sum(({ taken }) => taken),
        waiting: sum(({ waiting }) => waiting),
        attended: sum(({ attended }) => attended),
      };
    });
    return { lines, counts };
  });
}

export type OrgEvent = typeof events.$inferSelect & { shifts: OrgShift[] };

/** One event with its shifts. A hidden place and the words for those who come are left out for colleagues without a place. */
export function getOrgEvent(scope: MemberScope, id: string, mayWrite: boolean): Promise<OrgEvent | undefined> {
  return withScope(scope, async (tx) => {
    const [row] = await tx
      .select()
      .from(events)
      .where(and(eq(events.id, id), eq(events.organisationId, scope.organisationId)));
    if (!row || (row.state === 'draft' && !mayWrite)) return undefined;
    const shifts = (await shiftsOf(tx, [id], scope.userId)).get(id) ?? [];
    const isComing = shifts.some(({ mine }) => mine?.state === 'registered');
    const tellsAll = mayWrite || isComing;
    return {
      ...row,
      place: row.isPlaceHidden && !tellsAll ? '' : row.place,
      instructions: tellsAll ? row.instructions : '',
      shifts,
    };
  });
}
