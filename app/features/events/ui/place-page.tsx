import type { SubmissionResult } from '@conform-to/react';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatMoment } from '#app/kernel/dates.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { placeText } from '#app/ui/place-text.ts';
import { RadioCards } from '#app/ui/radio-cards.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { TextArea } from '#app/ui/text-input.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { EVENT_LIMITS, type EventState, type SignUpState } from '../rules/kinds.ts';
import { PlaceBadge, spanText } from './event-words.tsx';

export type PlaceView = {
  name: string;
  state: SignUpState;
  offeredUntil: string | null;
  inLine: number | null;
  hasAttended: boolean;
  feedbackStars: number | null;
  code: string;
  /** The holder's code as a picture, for the entrance. */
  qr: string | null;
  feed: string;
  isOver: boolean;
  event: {
    id: string;
    title: string;
    state: EventState;
    region: string;
    place: string;
    isPlaceHidden: boolean;
    instructions: string;
    cancelNote: string;
    isPublic: boolean;
  };
  shift: { title: string; startsAt: string; endsAt: string; isCancelled: boolean };
};

/** The holder's own place: how it stands, where and when, and what they can do with it. */
export function PlacePage({ view, lastResult }: { view: PlaceView; lastResult?: SubmissionResult<string[]> | null }) {
  const { t, to, locale } = useWords();
  const back = useReturned(lastResult);
  const { event, shift, state } = view;
  const isOff = event.state === 'cancelled' || shift.isCancelled;
  const isLive = !isOff && !view.isOver;
  const tellsPlace = event.place !== '';
  return (
    <Stack gap="large">
      <PageTitle meta={view.name} badge={isOff ? undefined : <PlaceBadge state={state} mine />}>
        {event.title}
      </PageTitle>
      <ErrorSummary errors={back.errors} />
      {isOff && (
        <Notice tone="warning" title={t('events.cancelled.title')}>
          {event.cancelNote}
        </Notice>
      )}
      {isLive && state === 'waitlisted' && (
        <Notice tone="info">{t('events.place.waiting', { number: view.inLine ?? 1 })}</Notice>
      )}
      {isLive && state === 'expired' && <Notice tone="warning">{t('events.place.expired')}</Notice>}
      {isLive && state === 'offered' && view.offeredUntil && (
        <Notice
          tone="warning"
          title={t('events.place.offered.title')}
          actions={
            <Form inline>
              <input type="hidden" name="intent" value="accept" />
              <Button icon="check">{t('events.place.accept')}</Button>
            </Form>
          }
        >
          {t('events.place.offered.text', { until: formatMoment(new Date(view.offeredUntil), locale) })}
        </Notice>
      )}
      <Card>
        <DefinitionList
          items={[
            { term: t('events.field.when'), detail: spanText(shift.startsAt, shift.endsAt, locale) },
            ...(shift.title ? [{ term: t('events.field.shift'), detail: shift.title }] : []),
            {
              term: t('events.field.place'),
              detail: tellsPlace
                ? placeText(event, locale)
                : `${placeText({ region: event.region, place: '' }, locale)}. ${t('events.place.hidden.why')}`,
            },
            ...(event.instructions
              ? [
                  {
                    term: t('events.field.instructions'),
                    detail: <span className="whitespace-pre-line">{event.instructions}</span>,
                  },
                ]
              : []),
          ]}
        />
        {event.isPublic && (
          <p>
            <a href={to(paths.event(event.id))}>{t('events.place.page')}</a>
          </p>
        )}
      </Card>
      {isLive && state === 'registered' && (
        <Section title={t('events.place.code')} id="code">
          <div className="event-code">
            {view.qr && <img src={view.qr} alt="" width={144} height={144} />}
            <div>
              <p className="num text-2xl">{view.code}</p>
              <p className="meta">{t('events.place.code.text')}</p>
            </div>
          </div>
          <p>
            <a href={view.feed}>{t('events.place.calendar')}</a>
          </p>
        </Section>
      )}
      {isLive && (state === 'registered' || state === 'waitlisted' || state === 'offered') && (
        <Section title={t('events.place.leave')} id="leave">
          <p className="mb-3">{t(state === 'registered' ? 'events.place.leave.text' : 'events.place.leave.line')}</p>
          <Form inline>
            <input type="hidden" name="intent" value="cancel" />
            <Button tone="danger">
              {t(state === 'registered' ? 'events.place.cancel' : 'events.place.cancel.line')}
            </Button>
          </Form>
        </Section>
      )}
      {view.hasAttended && <Feedback view={view} back={back} />}
    </Stack>
  );
}

const STARS = ['5', '4', '3', '2', '1'] as const;

function Feedback({ view, back }: { view: PlaceView; back: ReturnType<typeof useReturned> }) {
  const { t } = useWords();
  return (
    <Section title={t('events.feedback.title')} id="feedback">
      <Form label={t('events.feedback.title')}>
        <input type="hidden" name="intent" value="feedback" />
        <RadioCards
          name="stars"
          label={t('events.feedback.stars')}
          error={back.errors.stars}
          defaultValue={back.value('stars', view.feedbackStars === null ? null : String(view.feedbackStars))}
          options={STARS.map((value) => ({ value, label: t(`events.feedback.${value}`) }))}
          columns
          required
        />
        <TextArea
          name="text"
          label={t('events.feedback.text')}
          error={back.errors.text}
          defaultValue={back.value('text')}
          maxLength={EVENT_LIMITS.feedback}
          rows={3}
          optional
        />
        <Button tone="secondary">{t('events.feedback.send')}</Button>
      </Form>
    </Section>
  );
}
