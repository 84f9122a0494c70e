import { randomInt, randomUUID } from 'node:crypto';
import type { Request } from 'autocannon';
import postgres from 'postgres';
import { FORM_HEADERS, fromSomewhere } from './campaign-paths.ts';
import type { BenchPath } from './paths.ts';

/** An open event with one shift, which soon is full: most who come stand in line. */
export type EventBench = { eventId: string; shiftId: string };

/** Nobody's id: what the bench made is known by it. */
const MADE_BY = '00000000-0000-4000-8000-00000000be7e';

/** Gives an organisation of the story an event of twenty places that nobody has yet. */
export async function openEventBench(adminUrl: string): Promise<EventBench> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => undefined });
  try {
    const [at] = await sql<{ id: string }[]>`
      select id from organisations where state = 'approved' and kind = 'cbo' order by slug limit 1`;
    if (!at) throw new Error('The story has no organisation: run the bench with --fresh');
    await sql`delete from events where created_by = ${MADE_BY}`;
    const [eventId, shiftId] = [randomUUID(), randomUUID()];
    const starts = new Date(Date.now() + 30 * 86_400_000);
    await sql`insert into events ${sql({ id: eventId, organisation_id: at.id, kind: 'assembly', state: 'open', audience: 'public', title: 'bench', locale: 'az', region: 'AZ-AST', place: 'Pensər', created_by: MADE_BY, opened_at: new Date() })}`;
    await sql`insert into event_shifts ${sql({ id: shiftId, event_id: eventId, organisation_id: at.id, starts_at: starts, ends_at: new Date(starts.getTime() + 7_200_000), capacity: 20 })}`;
    return { eventId, shiftId };
  } finally {
    await sql.end();
  }
}

/** `event-rsvp`: places at one shift, each asked for by somebody new; all pass the same row lock. */
export function eventPaths({ eventId, shiftId }: EventBench): BenchPath[] {
  const asking = (): Request => ({
    method: 'POST',
    path: `/events/${eventId}/sign-up`,
    body: new URLSearchParams({
      clientId: randomUUID(),
      shiftId,
      name: `Gələn ${randomInt(1e9)}`,
      // A telephone: nothing is written to it, so that the mail does not stand beside what is measured.
      contact: `+99450${String(randomInt(10_000_000)).padStart(7, '0')}`,
      consent: 'on',
    }).toString(),
    headers: { ...FORM_HEADERS, 'x-forwarded-for': fromSomewhere() },
  });
  return [
    {
      name: 'event-rsvp',
      ours: 'fresh',
      expected: 303,
      requests: () => [{ ...asking(), setupRequest: (request) => ({ ...request, ...asking() }) }],
    },
  ];
}
