import type { LoaderFunctionArgs } from '@remix-run/node';
import { placeCalendar } from '#app/features/events/calendars.server.ts';
import { regionName, regionsOfChoice } from '#app/kernel/regions.ts';
import { calendarResponse } from '#app/platform/calendar.server.ts';
import { notFound, openRequest } from '#app/platform/request.server.ts';

/** The public events of a district or city, to subscribe to: the code is that of the lists (`AZ-AST`). */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const region = args.params.region ?? '';
  if (regionsOfChoice(region).length === 0) throw notFound();
  const text = await placeCalendar(
    { region },
    ctx.t('events.feed.region', { region: regionName(region, ctx.locale) }),
    ctx,
  );
  return calendarResponse(text, { fileName: 'events', isPrivate: false });
}
