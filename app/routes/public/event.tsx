import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { findPublicEvent, isEventGone } from '#app/features/events/public-events.server.ts';
import { EventStateBadge, hoursText, spanText } from '#app/features/events/ui/event-words.tsx';
import eventStyles from '#app/features/events/ui/events.css?url';
import { ShiftPlaces } from '#app/features/events/ui/shift-places.tsx';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay } from '#app/kernel/dates.ts';
import { isId } from '#app/kernel/ids.ts';
import { paths } from '#app/paths.ts';
import { gone, notFound, openRequest } from '#app/platform/request.server.ts';
import { namedTitle } from '#app/routes/title.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Paragraphs } from '#app/ui/paragraphs.tsx';
import { placeText } from '#app/ui/place-text.ts';
import { Columns, Section, Stack } from '#app/ui/stack.tsx';
import { loaderHeaders, publicData } from './public-data.ts';

export const handle = { width: 'wide' };
export const headers = loaderHeaders;
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: eventStyles }];
export const meta: MetaFunction<typeof loader> = ({ data: page }) => namedTitle(page?.event.title);

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await openRequest(args);
  const { id } = args.params;
  const event = isId(id) ? await findPublicEvent(id) : undefined;
  if (!event) throw isId(id) && (await isEventGone(id)) ? gone() : notFound();
  const isOpen = event.state === 'open' && new Date(event.endsAt) > ctx.now;
  return publicData(ctx, { event, isOpen, now: ctx.now.toISOString() });
}

/** One event as everybody sees it. A hidden place is not here: it is told to those who have one. */
export default function PublicEventPage() {
  const { event, isOpen, now } = useLoaderData<typeof loader>();
  const { t, to, locale } = useWords();
  const shifts = event.shifts.filter(({ isCancelled }) => !isCancelled || event.state === 'cancelled');
  const isAlone = shifts.length === 1;
  const first = shifts[0];
  return (
    <>
      <Breadcrumb items={[{ label: t('events.list.title'), href: to(paths.events()) }, { label: event.title }]} />
      <PageTitle
        meta={t(`events.kind.${event.kind}`)}
        badge={event.state === 'open' ? undefined : <EventStateBadge state={event.state} />}
        actions={
          isOpen ? (
            <ButtonLink href={to(paths.eventSignUp(event.id))} icon="check">
              {t('events.sign-up.action')}
            </ButtonLink>
          ) : undefined
        }
      >
        {event.title}
      </PageTitle>
      {event.state === 'cancelled' && (
        <Notice tone="warning" title={t('events.cancelled.title')}>
          {event.cancelNote}
        </Notice>
      )}
      <Columns
        aside={
          <Section title={t('events.facts')} id="facts">
            <DefinitionList
              items={[
                {
                  term: t('events.field.when'),
                  detail: first && isAlone ? spanText(first.startsAt, first.endsAt, locale) : t('events.shifts.count', { count: shifts.length }),
                },
                {
                  term: t('events.field.place'),
                  detail: event.isPlaceHidden ? (
                    <>
                      {placeText({ region: event.region, place: '' }, locale)}
                      <br />
                      <span className="meta">{t('events.place.hidden.why')}</span>
                    </>
                  ) : (
                    placeText(event, locale)
                  ),
                },
                {
                  term: t('events.field.organisation'),
                  detail: (
                    <a href={to(paths.organisation(event.organisation.slug))}>{event.organisation.names[locale]}</a>
                  ),
                },
                ...(event.locale === locale
                  ? []
                  : [{ term: t('events.field.locale'), detail: t(`events.locale.${event.locale}`) }]),
              ]}
            />
            <p>
              <a href={to(paths.eventCalendar(event.id))}>{t('events.calendar.add')}</a>
              <br />
              <a href={to(paths.organisationCalendar(event.organisation.slug))}>{t('events.calendar.organisation')}</a>
            </p>
          </Section>
        }
      >
        <Section title={t('events.places.title')} id="places">
          <Stack gap="small">
            {shifts.map((shift) => (
              <Card key={shift.id}>
                <p>
                  <b>{isAlone ? hoursText(shift.startsAt, shift.endsAt) : spanText(shift.startsAt, shift.endsAt, locale)}</b>
                  {shift.title && ` · ${shift.title}`}
                </p>
                <ShiftPlaces shift={shift} />
                {isOpen && !isAlone && new Date(shift.endsAt) > new Date(now) && (
                  <p>
                    <a href={to(paths.eventSignUp(event.id, `?shift=${shift.id}`))}>{t('events.sign-up.shift')}</a>
                  </p>
                )}
              </Card>
            ))}
          </Stack>
        </Section>
        {event.about && (
          <Section title={t('events.about')} id="about">
            <Paragraphs text={event.about} lang={event.locale} />
          </Section>
        )}
        {!isOpen && event.state !== 'cancelled' && (
          <p className="meta">{t('events.over', { day: formatDay(new Date(event.endsAt), locale) })}</p>
        )}
      </Columns>
    </>
  );
}
