import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { cancelShift, keepShift } from '#app/features/events/commands/keep-shifts.server.ts';
import { hoursOf, shiftDeeds, shiftForm } from '#app/features/events/forms.ts';
import { getOrgEvent } from '#app/features/events/org-events.server.ts';
import { ShiftFields } from '#app/features/events/ui/event-form.tsx';
import { hourOf, spanText } from '#app/features/events/ui/event-words.tsx';
import eventStyles from '#app/features/events/ui/events.css?url';
import { ShiftPlaces } from '#app/features/events/ui/shift-places.tsx';
import { titled } from '#app/i18n/titled.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { dayOf } from '#app/kernel/dates.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { readForm, unprocessable } from '#app/platform/forms.server.ts';
import { notFound, openRequest, requireMember, seeOther } from '#app/platform/request.server.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Press } from '#app/ui/press.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { refusedEvent, whyNot } from './event-steps.server.ts';

export const meta = titled('events.shifts.title');
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: eventStyles }];
const DONE = ['kept', 'cancelled'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { membership, scope } = requireMember(ctx, args.params.org, 'event.write');
  const event = isId(args.params.id) ? await getOrgEvent(scope, args.params.id, true) : undefined;
  if (!event) throw notFound();
  const query = ctx.url.searchParams;
  const shifts = event.shifts
    .filter(({ isCancelled }) => !isCancelled)
    .map((shift) => ({ ...shift, clientId: newId() }));
  return {
    slug: membership.slug,
    clientId: newId(),
    event: { id: event.id, title: event.title, state: event.state },
    shifts,
    edited: shifts.find(({ id }) => id === query.get('shift')) ?? null,
    done: DONE.find((entry) => entry === query.get('done')) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await openRequest(args);
  const at = requireMember(ctx, args.params.org, 'event.write');
  const work = { actor: at.actor, scope: at.scope, now: ctx.now };
  const { id } = args.params;
  if (!isId(id)) throw notFound();
  const event = await getOrgEvent(at.scope, id, true);
  if (!event) throw notFound();
  const back = (done: (typeof DONE)[number]) => seeOther(ctx, paths.orgEventShifts(at.membership.slug, id), { done });
  const copy = args.request.clone();
  const deed = await readForm(copy as typeof args.request, shiftDeeds);
  if (deed.ok) {
    const cancelled = await cancelShift(work, id, deed.value);
    return cancelled.ok ? back('cancelled') : refusedEvent(deed, cancelled.refusal);
  }
  const posted = await readForm(args.request, shiftForm);
  if (!posted.ok) return unprocessable(posted.reply(), { refusedBecause: null as string | null });
  const kept = await keepShift(work, id, posted.value);
  if (kept.ok) return back('kept');
  return refusedEvent(posted, kept.refusal, await whyNot(ctx, at, event.kind, hoursOf(posted.value).startsAt));
}

export default function OrgEventShifts() {
  const { slug, clientId, event, shifts, edited, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const back = useReturned(answer?.lastResult);
  const { t, to, locale } = useWords();
  const facts = edited && {
    ...edited,
    day: dayOf(new Date(edited.startsAt)),
    from: hourOf(edited.startsAt),
    until: hourOf(edited.endsAt),
  };
  const last = shifts.at(-1);
  return (
    <>
      <Breadcrumb
        items={[
          { label: t('events.list.title'), href: to(paths.orgEvents(slug)) },
          { label: event.title, href: to(paths.orgEvent(slug, event.id)) },
          { label: t('events.shifts.title') },
        ]}
      />
      <PageTitle lead={t('events.shifts.lead')}>{t('events.shifts.title')}</PageTitle>
      {done && !answer && (
        <Notice live tone="success">
          {t(`events.shifts.done.${done}`)}
        </Notice>
      )}
      <ErrorSummary errors={back.errors} />
      {answer?.refusedBecause && <Notice tone="warning">{answer.refusedBecause}</Notice>}
      <Stack gap="small">
        {shifts.map((shift) => (
          <Card key={shift.id}>
            <p>
              <b>{spanText(shift.startsAt, shift.endsAt, locale)}</b>
              {shift.title && ` · ${shift.title}`}
            </p>
            <ShiftPlaces shift={shift} />
            <div className="btn-row">
              <ButtonLink
                tone="quiet"
                size="small"
                icon="edit"
                href={`${to(paths.orgEventShifts(slug, event.id, `?shift=${shift.id}`))}#shift`}
              >
                {t('events.shift.edit')}
              </ButtonLink>
              {shifts.length > 1 && (
                <Press
                  clientId={shift.clientId}
                  intent="cancel-shift"
                  fields={{ shiftId: shift.id }}
                  label={t('events.shift.cancel')}
                  about={spanText(shift.startsAt, shift.endsAt, locale)}
                  ask={t('events.shift.cancel.ask')}
                />
              )}
            </div>
          </Card>
        ))}
      </Stack>
      <Section title={t(edited ? 'events.shift.edit.title' : 'events.shift.new.title')} id="shift">
        <Form
          clientId={back.value('clientId', clientId)}
          label={t(edited ? 'events.shift.edit.title' : 'events.shift.new.title')}
        >
          {edited && <input type="hidden" name="shiftId" value={edited.id} />}
          <ShiftFields
            back={back}
            shift={
              facts ??
              (last && {
                title: '',
                day: dayOf(new Date(last.startsAt)),
                from: hourOf(last.endsAt),
                until: '',
                capacity: last.capacity,
                reserved: 0,
                reservedFor: 'nobody',
              })
            }
          />
          <Button>{t(edited ? 'events.edit.save' : 'events.shift.new.action')}</Button>
        </Form>
      </Section>
    </>
  );
}
