import { and, asc, eq, inArray } from 'drizzle-orm';
import { eventShifts, eventSignUps, events, peopleMarks } from '#db/schema/index.ts';
import { PERSON_ROLES, type AgeBand, type Gender, type PersonRole } from '#app/features/people/rules/kinds.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import type { EventState, SignUpState, SignUpWay } from './rules/kinds.ts';
import { checkInCode, openFeedback, openSignUp } from './sign-up-person.server.ts';

export type Attendee = {
  id: string;
  shiftId: string;
  name: string;
  contact: string | null;
  state: SignUpState;
  way: SignUpWay;
  code: string;
  attended: boolean;
  personId: string | null;
  /** Which one in line. */
  inLine: number | null;
};
/** Counts of those who came; `said` tells how many said anything, because what is not said is not counted as anything. */
export type Figures = {
  registered: number;
  waiting: number;
  came: number;
  walkIns: number;
  gender: Record<Gender | 'not-said', number>;
  age: Record<AgeBand | 'not-said', number>;
  roles: Record<PersonRole | 'unknown', number>;
  feedback: { count: number; average: number | null; words: string[] };
};
export type Attendance = {
  event: { id: string; title: string; state: EventState };
  shifts: { id: string; title: string; startsAt: string; endsAt: string; capacity: number; taken: number }[];
  people: Attendee[];
  figures: Figures;
};

function count<Name extends string>(names: readonly Name[], values: readonly Name[]): Record<Name, number> {
  const counts = Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
  for (const value of values) counts[value] += 1;
  return counts;
}

/** Who signed up for an event, with contacts, and its figures by role and by what people said of themselves. */
export function getAttendance(
  scope: Extract<Scope, { kind: 'member' }>,
  eventId: string,
): Promise<Attendance | undefined> {
  const { organisationId } = scope;
  return withScope(scope, async (tx) => {
    const [event] = await tx
      .select({ id: events.id, title: events.title, state: events.state })
      .from(events)
      .where(and(eq(events.id, eventId), eq(events.organisationId, organisationId)));
    if (!event) return undefined;
    const shifts = await tx
      .select()
      .from(eventShifts)
      .where(eq(eventShifts.eventId, eventId))
      .orderBy(asc(eventShifts.startsAt), asc(eventShifts.id));
    const rows = await tx
      .select()
      .from(eventSignUps)
      .where(eq(eventSignUps.eventId, eventId))
      .orderBy(asc(eventSignUps.number));
    const came = rows.filter(({ attendedAt }) => attendedAt !== null);
    const known = [...new Set(came.flatMap(({ personId }) => (personId === null ? [] : [personId])))];
    const marks =
      known.length === 0
        ? []
        : await tx
            .selectDistinct({ personId: peopleMarks.personId, value: peopleMarks.value })
            .from(peopleMarks)
            .where(and(inArray(peopleMarks.personId, known), eq(peopleMarks.kind, 'role')));
    const rolesOf = (personId: string | null): (PersonRole | 'unknown')[] => {
      const roles = PERSON_ROLES.filter((role) =>
        marks.some((mark) => mark.personId === personId && mark.value === role),
      );
      return roles.length > 0 ? roles : ['unknown'];
    };
    const lines = new Map<string, number>();
    const people = rows.map((row): Attendee => {
      const { name, contact } = openSignUp(organisationId, row.personCipher);
      const isWaiting = row.state === 'waitlisted';
      if (isWaiting) lines.set(row.shiftId, (lines.get(row.shiftId) ?? 0) + 1);
      return {
        id: row.id,
        shiftId: row.shiftId,
        name,
        contact,
        state: row.state,
        way: row.way,
        code: checkInCode(row.id),
        attended: row.attendedAt !== null,
        personId: row.personId,
        inLine: isWaiting ? (lines.get(row.shiftId) ?? null) : null,
      };
    });
    const stars = rows.flatMap(({ feedbackStars }) => (feedbackStars === null ? [] : [feedbackStars]));
    return {
      event,
      shifts: shifts
        .filter(({ cancelledAt }) => cancelledAt === null)
        .map((shift) => ({
          id: shift.id,
          title: shift.title,
          startsAt: shift.startsAt.toISOString(),
          endsAt: shift.endsAt.toISOString(),
          capacity: shift.capacity,
          taken: rows.filter(
            ({ shiftId, state }) => shiftId === shift.id && (state === 'registered' || state === 'offered'),
          ).length,
        })),
      people,
      figures: {
        registered: rows.filter(({ state }) => state === 'registered').length,
        waiting: rows.filter(({ state }) => state === 'waitlisted' || state === 'offered').length,
        came: came.length,
        walkIns: came.filter(({ state }) => state === 'walk_in').length,
        gender: count(
          ['woman', 'man', 'other', 'not-said'],
          came.map(({ gender }) => gender ?? 'not-said'),
        ),
        age: count(
          ['14_17', '18_29', '30_44', '45_59', '60_up', 'not-said'],
          came.map(({ ageBand }) => ageBand ?? 'not-said'),
        ),
        roles: count(
          [...PERSON_ROLES, 'unknown'],
          came.flatMap(({ personId }) => rolesOf(personId)),
        ),
        feedback: {
          count: stars.length,
          average: stars.length === 0 ? null : Math.round((stars.reduce((a, b) => a + b, 0) / stars.length) * 10) / 10,
          words: rows.flatMap(({ feedbackCipher }) =>
            feedbackCipher === null ? [] : [openFeedback(organisationId, feedbackCipher)],
          ),
        },
      },
    };
  });
}
