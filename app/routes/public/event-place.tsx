import { data, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { answerPlace, giveFeedback } from '#app/features/events/commands/answer-place.server.ts';
import { PLACE_DONE, placeDeeds } from '#app/features/events/forms.ts';
import { findPlace } from '#app/features/events/place.server.ts';
import { addressOf, checkInCode, feedToken, openSignUp, readToken } from '#app/features/events/sign-up-person.server.ts';
import eventStyles from '#app/features/events/ui/events.css?url';
import { PlacePage } from '#app/features/events/ui/place-page.tsx';
import { organisationNames } from '#app/features/organisations/public.server.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { readForm } from '#app/platform/forms.server.ts';
import { qrDataUri } from '#app/platform/qr-code.server.ts';
import { notFound, openRequest, seeOther } from '#app/platform/request.server.ts';
import { titled } from '#app/routes/title.ts';
import { Notice } from '#app/ui/notice.tsx';
import { loaderHeaders } from './public-data.ts';

export const meta = titled('events.place.title');
export const headers = loaderHeaders;
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: eventStyles }];

/** Shows, and never changes anything: mail scanners open links before people do. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const id = readToken('place', args.params.token);
  const place = id === null ? undefined : await findPlace(id);
  if (!place) throw notFound();
  const { event, shift } = place;
  const code = checkInCode(place.id);
  const slug = (await organisationNames([place.organisationId])).get(place.organisationId)?.slug;
  // Somebody at the door who reads it with a telephone comes out at this person's line of the list.
  const door = slug && addressOf(paths.orgEventEntrance(slug, event.id, `?shift=${shift.id}&code=${code}`), 'az');
  return data(
    {
      done: PLACE_DONE.find((entry) => entry === ctx.url.searchParams.get('done')) ?? null,
      view: {
        name: openSignUp(place.organisationId, place.personCipher).name,
        state: place.state,
        offeredUntil: place.offeredUntil?.toISOString() ?? null,
        inLine: place.inLine,
        hasAttended: place.hasAttended,
        feedbackStars: place.feedbackStars,
        code,
        qr: door && place.state === 'registered' ? await qrDataUri(door) : null,
        feed: paths.eventFeed(feedToken(place.id)),
        isOver: shift.endsAt <= ctx.now || event.state === 'ended',
        event: {
          id: event.id,
          title: event.title,
          state: event.state,
          region: event.region,
          place: event.place,
          isPlaceHidden: event.isPlaceHidden,
          instructions: event.instructions,
          cancelNote: event.cancelNote,
          isPublic: event.isPublic,
        },
        shift: {
          title: shift.title,
          startsAt: shift.startsAt.toISOString(),
          endsAt: shift.endsAt.toISOString(),
          isCancelled: shift.isCancelled,
        },
      },
    },
    { headers: { 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' } },
  );
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const token = args.params.token ?? '';
  const id = readToken('place', token);
  if (id === null) throw notFound();
  const posted = await readForm(args.request, placeDeeds);
  if (!posted.ok) return data({ lastResult: posted.reply() }, { status: 422 });
  const back = (done: (typeof PLACE_DONE)[number]) => seeOther(ctx, paths.eventPlace(token), { done });
  const deed = posted.value;
  if (deed.intent === 'feedback') {
    if (await giveFeedback(id, deed)) return back('thanks');
    return data({ lastResult: posted.reply(undefined, ['events.error.not-there']) }, { status: 409 });
  }
  const answer = await answerPlace(id, deed.intent, ctx.now);
  if (answer === 'unknown') throw notFound();
  if (answer === 'registered') return back('accepted');
  if (answer === 'cancelled') return back('cancelled');
  return data(
    { lastResult: posted.reply(undefined, [answer === 'expired' ? 'events.error.offer-over' : 'events.error.closed']) },
    { status: 409 },
  );
}

export default function EventPlace() {
  const { view, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <>
      {done && !answer && (
        <Notice live tone="success">
          {t(`events.place.done.${done}`)}
        </Notice>
      )}
      <PlacePage view={view} lastResult={answer?.lastResult} />
    </>
  );
}
