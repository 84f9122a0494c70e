import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { editEvent, makeEvent } from '#app/features/events/commands/keep-event.server.ts';
import { editEventForm, hoursOf, newEventForm } from '#app/features/events/forms.ts';
import { getOrgEvent } from '#app/features/events/org-events.server.ts';
import { EventForm } from '#app/features/events/ui/event-form.tsx';
import { firstRegion } from '#app/features/issues/staff-people.server.ts';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { isId, newId } from '#app/kernel/ids.ts';
import { choiceOf } from '#app/kernel/regions.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { notFound, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { kindsFor, refusedEvent, whyNot } from './event-steps.server.ts';

export const meta: MetaFunction = (args) =>
  titled(args.params.id === undefined ? 'events.new.title' : 'events.edit.title')(args);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership, scope } = requireMember(ctx, args.params.org, 'event.write');
  const { id } = args.params;
  const event = id === undefined ? null : isId(id) ? await getOrgEvent(scope, id, true) : undefined;
  if (event === undefined) throw notFound();
  const region = await firstRegion(scope);
  return {
    slug: membership.slug,
    clientId: newId(),
    event,
    isTeam: membership.kind === 'team',
    kinds: kindsFor(membership.kind),
    region: region ? choiceOf(region) : '',
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const at = requireMember(ctx, args.params.org, 'event.write');
  const work = { actor: at.actor, scope: at.scope, now: ctx.now };
  const { slug } = at.membership;
  const { id } = args.params;
  const nothing = { refusedBecause: null as string | null };
  if (id === undefined) {
    const posted = await readForm(args.request, newEventForm);
    if (!posted.ok) return unprocessable(posted.reply(), nothing);
    const made = await makeEvent(work, posted.value);
    if (made.ok) return seeOther(ctx, paths.orgEvent(slug, made.value.eventId), { done: 'made' });
    return refusedEvent(posted, made.refusal, await whyNot(ctx, at, posted.value.kind, hoursOf(posted.value).startsAt));
  }
  const event = isId(id) ? await getOrgEvent(at.scope, id, true) : undefined;
  if (!event) throw notFound();
  const posted = await readForm(args.request, editEventForm);
  if (!posted.ok) return unprocessable(posted.reply(), nothing);
  const edited = await editEvent(work, id, posted.value);
  if (edited.ok) return seeOther(ctx, paths.orgEvent(slug, id), { done: 'saved' });
  const startsAt = event.shifts[0]?.startsAt ?? ctx.now;
  return refusedEvent(posted, edited.refusal, await whyNot(ctx, at, posted.value.kind, startsAt));
}

export default function OrgEventEdit() {
  const { slug, event, ...form } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, to } = useWords();
  const title = t(event ? 'events.edit.title' : 'events.new.title');
  return (
    <>
      <Breadcrumb
        items={[
          { label: t('events.list.title'), href: to(paths.orgEvents(slug)) },
          ...(event ? [{ label: event.title, href: to(paths.orgEvent(slug, event.id)) }] : []),
          { label: title },
        ]}
      />
      <PageTitle>{title}</PageTitle>
      <EventForm
        event={event}
        refusedBecause={answer?.refusedBecause ?? null}
        lastResult={answer?.lastResult}
        {...form}
      />
    </>
  );
}
