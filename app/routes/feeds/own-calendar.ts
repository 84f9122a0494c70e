import type { LoaderFunctionArgs } from '@remix-run/node';
import { ownCalendar } from '#app/features/events/calendars.server.ts';
import { findPlace } from '#app/features/events/place.server.ts';
import { readToken } from '#app/features/events/sign-up-person.server.ts';
import { calendarResponse } from '#app/platform/calendar.server.ts';
import { notFound, openRequest } from '#app/platform/request.server.ts';

/** A person's own places: whoever has the address reads them, and can change nothing by it. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const id = readToken('feed', /^(.+)\.ics$/u.exec(args.params.file ?? '')?.[1]);
  if (id === null || !(await findPlace(id))) throw notFound();
  return calendarResponse(await ownCalendar(id, ctx), { fileName: 'own', isPrivate: true });
}
