import type { LoaderFunctionArgs } from '@remix-run/node';
import { placeCalendar } from '#app/features/events/calendars.server.ts';
import { findOrganisation } from '#app/features/organisations/public-queries.server.ts';
import { calendarResponse } from '#app/platform/calendar.server.ts';
import { notFound, openRequest } from '#app/platform/request.server.ts';

/** An organisation's public events, to subscribe to. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const slug = args.params.slug ?? '';
  const page = await findOrganisation(slug);
  if (!page) throw notFound();
  const text = await placeCalendar({ organisation: slug }, page.organisation.names[ctx.locale], ctx);
  return calendarResponse(text, { fileName: slug, isPrivate: false });
}
