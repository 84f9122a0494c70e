import { and, asc, eq, inArray, or, isNotNull } from 'drizzle-orm';
import { eventShifts, eventSignUps, events } from '#db/schema/index.ts';
import { compareAz, fold } from '#app/kernel/az-text.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { mayCheckInNow } from './rules/entrance.ts';
import type { EventState, SignUpState } from './rules/kinds.ts';
import { checkInCode, openSignUp } from './sign-up-person.server.ts';

/** Somebody expected, or there: a name and a code, no contact. */
export type EntrancePerson = {
  id: string;
  name: string;
  code: string;
  state: SignUpState;
  attendedAt: string | null;
};
export type EntranceShift = { id: string; title: string; startsAt: string; endsAt: string; capacity: number };
export type Entrance = {
  event: { id: string; title: string; state: EventState };
  shifts: EntranceShift[];
  /** The shift that is shown: the one asked for, else the one that is on or comes next. */
  shift: EntranceShift;
  people: EntrancePerson[];
  expected: number;
  here: number;
  /** False: somebody who may look at names around the hours only. */
  isOpen: boolean;
};

/**
 * The list at the door of one shift, in the order of names; `q` narrows it to names and codes. Undefined for an event that
 * is not the organisation's, a draft or a cancelled one.
 */
export function getEntrance(
  scope: Extract<Scope, { kind: 'member' }>,
  eventId: string,
  { shiftId, q, now, isAlways }: { shiftId: string | null; q: string; now: Date; isAlways: boolean },
): Promise<Entrance | undefined> {
  return withScope(scope, async (tx) => {
    const [event] = await tx
      .select({ id: events.id, title: events.title, state: events.state })
      .from(events)
      .where(and(eq(events.id, eventId), eq(events.organisationId, scope.organisationId)));
    if (!event || event.state === 'draft' || event.state === 'cancelled') return undefined;
    const rows = await tx
      .select()
      .from(eventShifts)
      .where(eq(eventShifts.eventId, eventId))
      .orderBy(asc(eventShifts.startsAt), asc(eventShifts.id));
    const standing = rows.filter(({ cancelledAt }) => cancelledAt === null);
    const chosen =
      standing.find(({ id }) => id === shiftId) ??
      standing.find(({ endsAt }) => endsAt.getTime() > now.getTime() - 3_600_000) ??
      standing.at(-1);
    if (!chosen) return undefined;
    const isOpen = isAlways || mayCheckInNow(chosen, now);
    const found = isOpen
      ? await tx
          .select()
          .from(eventSignUps)
          .where(
            and(
              eq(eventSignUps.shiftId, chosen.id),
              or(
                inArray(eventSignUps.state, ['registered', 'offered', 'waitlisted', 'walk_in']),
                isNotNull(eventSignUps.attendedAt),
              ),
            ),
          )
      : [];
    const people = found.map((row) => ({
      id: row.id,
      name: openSignUp(scope.organisationId, row.personCipher).name,
      code: checkInCode(row.id),
      state: row.state,
      attendedAt: row.attendedAt?.toISOString() ?? null,
    }));
    const wanted = fold(q);
    const shown = people
      .filter(({ name, code }) => wanted === '' || fold(name).includes(wanted) || code === q.trim().toUpperCase())
      .sort((a, b) => compareAz(a.name, b.name));
    const toShift = ({ id, title, startsAt, endsAt, capacity }: typeof chosen): EntranceShift => ({
      id,
      title,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      capacity,
    });
    return {
      event,
      shifts: standing.map(toShift),
      shift: toShift(chosen),
      people: shown,
      expected: people.filter(({ state }) => state === 'registered').length,
      here: people.filter(({ attendedAt }) => attendedAt !== null).length,
      isOpen,
    };
  });
}
