import { and, eq } from 'drizzle-orm';
import { eventShifts, events } from '#db/schema/index.ts';
import type { AgeBand, Gender } from '#app/features/people/rules/kinds.ts';
import { mayTakeCampaignShift } from '#app/features/teams/public.server.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import { withinLimit } from '#app/platform/rate-limit.server.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import { findShiftOwner } from '../public-events.server.ts';
import { CAMPAIGNING } from '../rules/kinds.ts';
import { takePlace, type TakeOutcome } from '../taking.server.ts';

type Told = { name: string; contact: string; ageBand: AgeBand | null; gender: Gender | null; wantsNews: boolean };

export type SignUpRefusal = 'not-found' | 'events.error.closed' | 'common.error.too-many' | 'common.error.choose';

/**
 * Somebody without an account comes to a public event. `signUpId` is null for whoever is on the list already: the link of
 * that place goes to its own contact, not to whoever asks.
 */
export async function signUp(
  { clientKey, now }: { clientKey: string; now: Date },
  eventId: string,
  input: Told & { clientId: string; shiftId: string; locale: Locale },
): Promise<Result<{ signUpId: string | null; outcome: TakeOutcome }, SignUpRefusal>> {
  const [event, isWithin] = await Promise.all([
    findShiftOwner(eventId, input.shiftId),
    withinLimit('event-sign-up', clientKey),
  ]);
  if (!event) return refuse('not-found');
  if (!event.hasShift) return refuse('common.error.choose', 'shiftId');
  if (!isWithin) return refuse('common.error.too-many');
  const { organisationId } = event;
  const { name, contact, ...told } = input;
  const taken = await withScope({ kind: 'citizen', organisationId }, (tx) =>
    takePlace(tx, { ...told, organisationId, way: 'web', person: { name, contact }, mayWait: true }, now),
  );
  if (taken.outcome === 'closed') return refuse('events.error.closed');
  return ok({ signUpId: taken.outcome === 'known' ? null : taken.id, outcome: taken.outcome });
}

export type MemberSignUpRefusal =
  'common.error.not-allowed' | 'events.error.gone' | 'events.error.closed' | 'events.error.campaigning';

/** A colleague takes a place for themselves. For a campaigning shift the law's gate, age, citizenship and briefing are asked. */
export function comeAsMember(
  work: StaffWork,
  { clientId, shiftId, mayWait = true }: { clientId: string; shiftId: string; mayWait?: boolean },
): Promise<Result<{ signUpId: string; outcome: TakeOutcome }, MemberSignUpRefusal>> {
  const { actor, scope, now } = work;
  const { organisationId } = scope;
  return withScope(scope, async (tx) => {
    if (!mayHere(work, 'event.read')) return refuse('common.error.not-allowed');
    const [found] = await tx
      .select({ kind: events.kind })
      .from(eventShifts)
      .innerJoin(events, eq(events.id, eventShifts.eventId))
      .where(and(eq(eventShifts.id, shiftId), eq(eventShifts.organisationId, organisationId)));
    if (!found) return refuse('events.error.gone');
    if (CAMPAIGNING.includes(found.kind)) {
      const answer = await mayTakeCampaignShift(tx, { organisationId, userId: actor.userId }, now);
      if (!answer.ok) return refuse('events.error.campaigning');
    }
    const taken = await takePlace(
      tx,
      {
        clientId,
        shiftId,
        organisationId,
        way: 'member',
        person: { name: actor.name, contact: null },
        userId: actor.userId,
        ageBand: null,
        gender: null,
        wantsNews: false,
        locale: actor.locale,
        mayWait,
      },
      now,
    );
    if (taken.id === null) return refuse('events.error.closed');
    return ok({ signUpId: taken.id, outcome: taken.outcome });
  });
}

export type ManualRefusal = MemberSignUpRefusal | 'events.error.full' | 'events.error.known';

/** A colleague enters somebody by hand, under the same limit as everybody: a full shift refuses, or puts them at the end of the line. */
export function addByHand(
  work: StaffWork,
  input: Told & { clientId: string; shiftId: string; locale: Locale; mayWait: boolean },
): Promise<Result<{ signUpId: string; outcome: TakeOutcome }, ManualRefusal>> {
  const { scope, now } = work;
  const { organisationId } = scope;
  const { name, contact, ...told } = input;
  return workOnce<{ signUpId: string; outcome: TakeOutcome }, ManualRefusal>(
    work,
    { command: 'event.add-by-hand', clientId: input.clientId, content: input },
    async (tx) => {
      if (!mayHere(work, 'event.write')) return refuse('common.error.not-allowed');
      const [found] = await tx
        .select({ kind: events.kind, eventId: events.id })
        .from(eventShifts)
        .innerJoin(events, eq(events.id, eventShifts.eventId))
        .where(and(eq(eventShifts.id, input.shiftId), eq(eventShifts.organisationId, organisationId)));
      if (!found) return refuse('events.error.gone');
      // Whoever asks for votes signs up in person: age, citizenship and briefing are theirs to confirm.
      if (CAMPAIGNING.includes(found.kind)) return refuse('events.error.campaigning');
      const person = { name, contact: contact === '' ? null : contact };
      const { id, outcome } = await takePlace(tx, { ...told, organisationId, way: 'manual', person }, now);
      if (outcome === 'full') return refuse('events.error.full');
      if (outcome === 'known') return refuse('events.error.known', 'name');
      if (id === null) return refuse('events.error.closed');
      await audit(tx, scope, { action: 'event.added-by-hand', subjectType: 'event', subjectId: found.eventId });
      return ok({ signUpId: id, outcome });
    },
  );
}
