import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { getAttendance, type Attendance } from '#app/features/events/attendance.server.ts';
import { addPeople } from '#app/features/events/commands/add-people.server.ts';
import { remindNow } from '#app/features/events/commands/remind-people.server.ts';
import { takeOut } from '#app/features/events/commands/check-in.server.ts';
import { addByHand } from '#app/features/events/commands/sign-up.server.ts';
import { peopleDeeds } from '#app/features/events/forms.ts';
import { reminderNow } from '#app/features/events/rules/reminders.ts';
import { readChoosing } from '#app/features/events/choosing.server.ts';
import { AddPeople } from '#app/features/events/ui/add-people.tsx';
import { AddByHand, AttendanceFigures, AttendeeTable } from '#app/features/events/ui/attendance.tsx';
import { PeopleSteps } from '#app/features/events/ui/people-steps.tsx';
import { spanText } from '#app/features/events/ui/event-words.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { isId, newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { notFound, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { refusedEvent } from './event-steps.server.ts';

export const meta = titled('events.people.title');
const DONE = ['added', 'waiting', 'taken-out', 'reminded', 'people-added'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership, scope } = requireMember(ctx, args.params.org, 'event.write');
  const found = isId(args.params.id) ? await getAttendance(scope, args.params.id) : undefined;
  if (!found) throw notFound();
  return {
    slug: membership.slug,
    clientId: newId(),
    ...found,
    people: found.people.map((person) => ({ ...person, clientId: newId() })),
    open: found.event.state === 'open' ? found.shifts.filter(({ endsAt }) => new Date(endsAt) > ctx.now) : [],
    choosing: await readChoosing(scope, found, ctx.url.searchParams.get('search')),
    canRemind: canRemind(found, ctx.now),
    done: DONE.find((entry) => entry === ctx.url.searchParams.get('done')) ?? null,
  };
}

/** Whether a shift is near and somebody has a place at it. */
function canRemind({ event, shifts, people }: Attendance, now: Date): boolean {
  const near = shifts.filter(({ startsAt }) => reminderNow(new Date(startsAt), now) !== null);
  return (
    event.state === 'open' &&
    people.some((one) => one.state === 'registered' && near.some(({ id }) => id === one.shiftId))
  );
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const { actor, membership, scope } = requireMember(ctx, args.params.org, 'event.write');
  const work = { actor, scope, now: ctx.now };
  const { id } = args.params;
  if (!isId(id)) throw notFound();
  const posted = await readForm(args.request, peopleDeeds);
  const back = (done: (typeof DONE)[number]) => seeOther(ctx, paths.orgEventPeople(membership.slug, id), { done });
  if (!posted.ok) {
    if (!(await getAttendance(scope, id))) throw notFound();
    return unprocessable(posted.reply(), { refusedBecause: null });
  }
  const deed = posted.value;
  if (deed.intent === 'take-out') {
    const done = await takeOut(work, id, deed);
    return done.ok ? back('taken-out') : refusedEvent(posted, done.refusal);
  }
  if (deed.intent === 'add-people') {
    const done = await addPeople(work, deed);
    return done.ok ? back('people-added') : refusedEvent(posted, done.refusal);
  }
  if (deed.intent === 'remind') {
    const done = await remindNow(work, id, deed);
    return done.ok ? back('reminded') : refusedEvent(posted, done.refusal);
  }
  const added = await addByHand(work, { ...deed, wantsNews: false, locale: 'az' });
  if (!added.ok) return refusedEvent(posted, added.refusal);
  return back(added.value.outcome === 'waitlisted' ? 'waiting' : 'added');
}

export default function OrgEventPeople() {
  const { slug, clientId, event, shifts, people, figures, open, choosing, canRemind, done } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const back = useReturned(answer?.lastResult);
  const { t, to, locale } = useWords();
  return (
    <>
      <Breadcrumb
        items={[
          { label: t('events.list.title'), href: to(paths.orgEvents(slug)) },
          { label: event.title, href: to(paths.orgEvent(slug, event.id)) },
          { label: t('events.people.title') },
        ]}
      />
      <PageTitle lead={t('events.people.lead')}>{t('events.people.title')}</PageTitle>
      {done && !answer && (
        <Notice live tone="success">
          {t(`events.people.done.${done}`)}
        </Notice>
      )}
      <ErrorSummary errors={back.errors} />
      <Stack gap="large">
        <PeopleSteps
          slug={slug}
          event={event}
          clientId={clientId}
          canAdd={open.length > 0 && choosing.searches.length > 0}
          canRemind={canRemind}
          came={figures.came}
        />
        <AttendanceFigures figures={figures} />
        {shifts.map((shift) => (
          <Section
            key={shift.id}
            id={`s-${shift.id}`}
            title={[spanText(shift.startsAt, shift.endsAt, locale), shift.title].filter(Boolean).join(' · ')}
          >
            <AttendeeTable
              slug={slug}
              eventId={event.id}
              caption={spanText(shift.startsAt, shift.endsAt, locale)}
              people={people.filter(({ shiftId }) => shiftId === shift.id)}
            />
          </Section>
        ))}
        {open.length > 0 && (
          <AddPeople
            slug={slug}
            eventId={event.id}
            shifts={open}
            choosing={choosing}
            clientId={clientId}
            lastResult={answer?.lastResult}
          />
        )}
        {open.length > 0 && (
          <Section title={t('events.people.add')} id="add">
            <AddByHand shifts={open} clientId={clientId} lastResult={answer?.lastResult} />
          </Section>
        )}
      </Stack>
    </>
  );
}
