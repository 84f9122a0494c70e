import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { Form } from '#app/ui/form.tsx';
import { Paragraphs } from '#app/ui/paragraphs.tsx';
import { placeText } from '#app/ui/place-text.ts';
import { Columns, Section, Stack } from '#app/ui/stack.tsx';
import { TextArea } from '#app/ui/text-input.tsx';
import type { EventAudience, EventKind, EventState, ReservedFor, SignUpState } from '../rules/kinds.ts';
import { EVENT_LIMITS } from '../rules/kinds.ts';
import { PlaceBadge, spanText } from './event-words.tsx';
import { ShiftPlaces } from './shift-places.tsx';

type Shift = {
  id: string;
  clientId: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  capacity: number;
  reserved: number;
  reservedFor: ReservedFor;
  isCancelled: boolean;
  taken: number;
  waiting: number;
  attended: number;
  mine: { id: string; state: SignUpState } | null;
};
type EventView = {
  id: string;
  kind: EventKind;
  state: EventState;
  audience: EventAudience;
  about: string;
  region: string;
  place: string;
  isPlaceHidden: boolean;
  instructions: string;
  cancelNote: string;
  report: string;
  locale: string;
  shifts: Shift[];
};

/** An event in the workspace: facts, its stretches of time with one's own place, and what comes next for the organiser. */
export function EventOverview({
  slug,
  isTeam,
  may,
  event,
  now,
  clientId,
}: {
  slug: string;
  isTeam: boolean;
  may: { write: boolean; checkIn: boolean };
  event: EventView;
  now: Date;
  clientId: string;
}) {
  const { t, to, locale } = useWords();
  const hasBegun = event.shifts.some(({ startsAt }) => startsAt <= now);
  const isPublished = event.state !== 'draft' && event.audience === 'public' && !isTeam;
  return (
    <Columns
      aside={
        <Section title={t('events.facts')} id="facts">
          <DefinitionList
            items={[
              { term: t('events.field.audience'), detail: t(`events.audience.${isTeam ? 'members' : event.audience}`) },
              {
                term: t('events.field.place'),
                detail: [
                  event.place ? placeText(event, locale) : placeText({ region: event.region, place: '' }, locale),
                  event.isPlaceHidden ? t('events.place.hidden') : '',
                ]
                  .filter(Boolean)
                  .join(' · '),
              },
              ...(event.instructions
                ? [
                    {
                      term: t('events.field.instructions'),
                      detail: <span className="whitespace-pre-line">{event.instructions}</span>,
                    },
                  ]
                : []),
              ...(event.cancelNote ? [{ term: t('events.cancel.note'), detail: event.cancelNote }] : []),
            ]}
          />
          {isPublished && (
            <p>
              <a href={to(paths.event(event.id))}>{t('events.place.page')}</a>
            </p>
          )}
        </Section>
      }
    >
      <Rooms slug={slug} event={event} may={may} isTeam={isTeam} />
      {may.write && event.state === 'draft' && (
        <Card tone="info">
          <p>{t(event.audience === 'public' && !isTeam ? 'events.open.text.public' : 'events.open.text.members')}</p>
          <Form clientId={clientId} inline>
            <input type="hidden" name="intent" value="open" />
            <Button icon="check">{t('events.open.action')}</Button>
          </Form>
        </Card>
      )}
      <Section title={t('events.shifts')} id="shifts">
        <Stack gap="small">
          {event.shifts.map((shift) => (
            <ShiftCard key={shift.id} shift={shift} isOpen={event.state === 'open'} now={now} />
          ))}
        </Stack>
      </Section>
      {event.about && (
        <Section title={t('events.about')} id="about">
          <Paragraphs text={event.about} lang={event.locale} />
        </Section>
      )}
      {may.write && hasBegun && (event.state === 'open' || event.state === 'ended') && (
        <Section title={t('events.end.title')} id="end">
          <Form clientId={clientId} scope="end" label={t('events.end.title')}>
            <input type="hidden" name="intent" value="end" />
            <TextArea
              name="report"
              label={t('events.field.report')}
              hint={t('events.field.report.hint')}
              defaultValue={event.report}
              maxLength={EVENT_LIMITS.report}
              optional
            />
            <Button tone="secondary">{t(event.state === 'ended' ? 'events.end.save' : 'events.end.action')}</Button>
          </Form>
        </Section>
      )}
    </Columns>
  );
}

function Rooms({
  slug,
  event,
  may,
  isTeam,
}: {
  slug: string;
  event: EventView;
  may: { write: boolean; checkIn: boolean };
  isTeam: boolean;
}) {
  const { t, to } = useWords();
  const isLive = event.state === 'open' || event.state === 'ended';
  const canChange = event.state === 'draft' || event.state === 'open';
  return (
    <ButtonRow row>
      {may.checkIn && isLive && (
        <ButtonLink icon="check" href={to(paths.orgEventEntrance(slug, event.id))}>
          {t('events.entrance.title')}
        </ButtonLink>
      )}
      {may.write && event.state !== 'draft' && (
        <ButtonLink tone="secondary" icon="people" href={to(paths.orgEventPeople(slug, event.id))}>
          {t('events.people.title')}
        </ButtonLink>
      )}
      {may.write && event.state === 'open' && event.audience === 'public' && !isTeam && (
        <ButtonLink tone="secondary" icon="letter" href={to(paths.orgNewMessage(slug, `?invite=${event.id}`))}>
          {t('events.invite.action')}
        </ButtonLink>
      )}
      {may.write && event.shifts.some(({ attended }) => attended > 0) && (
        <ButtonLink tone="secondary" icon="letter" href={to(paths.orgNewMessage(slug, `?event=${event.id}`))}>
          {t('events.thank.action')}
        </ButtonLink>
      )}
      {may.write && canChange && (
        <>
          <ButtonLink tone="secondary" icon="clock" href={to(paths.orgEventShifts(slug, event.id))}>
            {t('events.shifts.title')}
          </ButtonLink>
          <ButtonLink tone="quiet" icon="edit" href={to(paths.orgEventEdit(slug, event.id))}>
            {t('events.edit.action')}
          </ButtonLink>
          <ButtonLink tone="quiet" icon="close" href={to(paths.orgEventCancel(slug, event.id))}>
            {t('events.cancel.action')}
          </ButtonLink>
        </>
      )}
    </ButtonRow>
  );
}

function ShiftCard({ shift, isOpen, now }: { shift: Shift; isOpen: boolean; now: Date }) {
  const { t, locale } = useWords();
  const { mine } = shift;
  const holds = mine && (mine.state === 'registered' || mine.state === 'waitlisted' || mine.state === 'offered');
  const isComing = isOpen && !shift.isCancelled && shift.endsAt > now;
  return (
    <Card>
      <Stack gap="small">
        <p>
          <b>{spanText(shift.startsAt, shift.endsAt, locale)}</b>
          {shift.title && ` · ${shift.title}`}
        </p>
        {shift.isCancelled ? (
          <p className="meta">{t('events.shift.cancelled')}</p>
        ) : (
          <>
            <ShiftPlaces shift={shift} />
            {shift.attended > 0 && <p className="meta">{t('events.attended', { count: shift.attended })}</p>}
          </>
        )}
        {holds && (
          <p>
            <PlaceBadge state={mine.state} mine />
          </p>
        )}
        {isComing && mine?.state === 'offered' && (
          <Form clientId={shift.clientId} inline label={t('events.place.accept')}>
            <input type="hidden" name="shiftId" value={shift.id} />
            <input type="hidden" name="intent" value="come" />
            <Button size="small">{t('events.place.accept')}</Button>
          </Form>
        )}
        {isComing && (
          <Form clientId={shift.clientId} inline label={spanText(shift.startsAt, shift.endsAt, locale)}>
            <input type="hidden" name="shiftId" value={shift.id} />
            <input type="hidden" name="intent" value={holds ? 'leave' : 'come'} />
            <Button tone={holds ? 'quiet' : 'secondary'} size="small">
              {t(
                holds
                  ? 'events.place.cancel'
                  : shift.taken >= shift.capacity
                    ? 'events.sign-up.wait'
                    : 'events.sign-up.action',
              )}
            </Button>
          </Form>
        )}
      </Stack>
    </Card>
  );
}
