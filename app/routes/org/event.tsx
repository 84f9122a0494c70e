import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { endEvent, openEvent } from '#app/features/events/commands/keep-event.server.ts';
import { answerPlace } from '#app/features/events/commands/answer-place.server.ts';
import { comeAsMember } from '#app/features/events/commands/sign-up.server.ts';
import { EVENT_DONE, eventDeeds } from '#app/features/events/forms.ts';
import { getOrgEvent } from '#app/features/events/org-events.server.ts';
import { EventOverview } from '#app/features/events/ui/event-overview.tsx';
import { EventStateBadge } from '#app/features/events/ui/event-words.tsx';
import eventStyles from '#app/features/events/ui/events.css?url';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { isId, newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { can } from '#app/policy.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { forbidden, notFound, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { hurdleOf, refusedEvent, whyNot } from './event-steps.server.ts';

export const meta = titled('events.event.title');
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: eventStyles }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const at = requireMember(ctx, args.params.org, 'event.read');
  const { actor, membership, scope } = at;
  const here = { organisationId: membership.organisationId };
  const may = { write: can(actor, 'event.write', here), checkIn: can(actor, 'event.check-in', here) };
  const event = isId(args.params.id) ? await getOrgEvent(scope, args.params.id, may.write) : undefined;
  if (!event) throw notFound();
  const ids = new Map(event.shifts.map(({ id }) => [id, newId()]));
  return {
    slug: membership.slug,
    isTeam: membership.kind === 'team',
    may,
    event: { ...event, shifts: event.shifts.map((shift) => ({ ...shift, clientId: ids.get(shift.id) ?? '' })) },
    hurdle: event.state === 'open' ? await hurdleOf(ctx, at, event.kind) : null,
    now: ctx.now,
    clientId: newId(),
    done: EVENT_DONE.find((entry) => entry === ctx.url.searchParams.get('done')) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const at = requireMember(ctx, args.params.org, 'event.read');
  const work = { actor: at.actor, scope: at.scope, now: ctx.now };
  const { id } = args.params;
  if (!isId(id)) throw notFound();
  const mayWrite = can(at.actor, 'event.write', { organisationId: at.membership.organisationId });
  const posted = await readForm(args.request, eventDeeds);
  if (!posted.ok) return unprocessable(posted.reply(), { refusedBecause: null as string | null });
  const event = await getOrgEvent(at.scope, id, mayWrite);
  if (!event) throw notFound();
  const deed = posted.value;
  const back = (done: (typeof EVENT_DONE)[number]) => seeOther(ctx, paths.orgEvent(at.membership.slug, id), { done });
  const startsAt = event.shifts[0]?.startsAt ?? ctx.now;
  if (deed.intent === 'open' || deed.intent === 'end') {
    if (!mayWrite) throw forbidden();
    const done = deed.intent === 'open' ? await openEvent(work, id, deed) : await endEvent(work, id, deed);
    if (done.ok) return back(deed.intent === 'open' ? 'opened' : 'ended');
    return refusedEvent(posted, done.refusal, await whyNot(ctx, at, event.kind, startsAt));
  }
  const shift = event.shifts.find((entry) => entry.id === deed.shiftId);
  if (!shift) throw notFound();
  if (deed.intent === 'leave') {
    if (shift.mine) await answerPlace(shift.mine.id, 'cancel', ctx.now);
    return back('left');
  }
  if (shift.mine?.state === 'offered') {
    const answer = await answerPlace(shift.mine.id, 'accept', ctx.now);
    return answer === 'registered' ? back('come') : refusedEvent(posted, { code: 'events.error.offer-over' });
  }
  const come = await comeAsMember(work, deed);
  if (come.ok) return back(come.value.outcome === 'waitlisted' ? 'waiting' : 'come');
  // Why not stands on the page already, before anybody presses.
  return refusedEvent(posted, come.refusal);
}

export default function OrgEvent() {
  const { done, hurdle, ...view } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const back = useReturned(answer?.lastResult);
  const { t, to } = useWords();
  const { slug, event } = view;
  return (
    <>
      <Breadcrumb
        items={[{ label: t('events.list.title'), href: to(paths.orgEvents(slug)) }, { label: event.title }]}
      />
      <PageTitle badge={<EventStateBadge state={event.state} />} meta={t(`events.kind.${event.kind}`)}>
        {event.title}
      </PageTitle>
      {done && !answer && (
        <Notice live tone="success">
          {t(`events.done.${done}`)}
        </Notice>
      )}
      <ErrorSummary errors={back.errors} />
      {answer?.refusedBecause && <Notice tone="warning">{answer.refusedBecause}</Notice>}
      {hurdle && !answer?.refusedBecause && (
        <Notice tone="warning" title={t('teams.shift.hurdle')}>
          <p>{hurdle.text}</p>
          {hurdle.room && (
            <p>
              <a href={to(hurdle.room === 'briefings' ? paths.teamBriefings(slug) : paths.teamConfirmation(slug))}>
                {t(`teams.shift.hurdle.${hurdle.room}`)}
              </a>
            </p>
          )}
        </Notice>
      )}
      <EventOverview {...view} />
    </>
  );
}
