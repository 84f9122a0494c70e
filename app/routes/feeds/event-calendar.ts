import type { LoaderFunctionArgs } from '@remix-run/node';
import { eventCalendar } from '#app/features/events/calendars.server.ts';
import { isEventGone } from '#app/features/events/public-events.server.ts';
import { isId } from '#app/kernel/ids.ts';
import { calendarResponse } from '#app/platform/calendar.server.ts';
import { gone, notFound, openRequest } from '#app/platform/request.server.ts';

/** One public event for a calendar program. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { id } = args.params;
  if (!isId(id)) throw notFound();
  const text = await eventCalendar(id, ctx);
  if (text === undefined) throw (await isEventGone(id)) ? gone() : notFound();
  return calendarResponse(text, { fileName: 'event', isPrivate: false });
}
