import type { SubmissionResult } from '@conform-to/react';
import { AGE_BANDS, GENDERS, PERSON_ROLES } from '#app/features/people/rules/kinds.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatPhone } from '#app/kernel/phone.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { CheckboxField } from '#app/ui/checkbox-field.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Form } from '#app/ui/form.tsx';
import { Press } from '#app/ui/press.tsx';
import { Select } from '#app/ui/select.tsx';
import { Section } from '#app/ui/stack.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import type { Attendance, Attendee, Figures } from '../attendance.server.ts';
import { EVENT_LIMITS } from '../rules/kinds.ts';
import { PlaceBadge, spanText } from './event-words.tsx';
import { AboutOneself } from './sign-up-form.tsx';

/** Who signed up for one stretch of time: contact, how their place stands, whether they came. */
export function AttendeeTable({
  slug,
  eventId,
  people,
  caption,
}: {
  slug: string;
  eventId: string;
  people: readonly (Attendee & { clientId: string })[];
  caption: string;
}) {
  const { t, to } = useWords();
  const holds = ({ state }: Attendee) => state === 'registered' || state === 'waitlisted' || state === 'offered';
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={people}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('events.people.none.title')}>{t('events.people.none.text')}</EmptyState>}
      columns={[
        {
          key: 'name',
          header: t('people.field.name'),
          phone: 'title',
          cell: (row) =>
            row.personId === null ? (
              row.name || <span className="meta">{t('events.people.forgotten')}</span>
            ) : (
              <a href={to(paths.orgPerson(slug, row.personId))}>{row.name}</a>
            ),
        },
        {
          key: 'state',
          header: t('events.field.state'),
          phone: 'badge',
          nowrap: true,
          cell: (row) => (
            <>
              <PlaceBadge state={row.state} /> {row.inLine !== null && <span className="num">{row.inLine}</span>}
            </>
          ),
        },
        {
          key: 'contact',
          header: t('events.field.contact'),
          nowrap: true,
          cell: (row) =>
            row.contact === null ? '—' : row.contact.includes('@') ? row.contact : formatPhone(row.contact),
        },
        { key: 'way', header: t('events.field.way'), phone: 'hidden', cell: (row) => t(`events.way.${row.way}`) },
        {
          key: 'came',
          header: t('events.field.came'),
          cell: (row) => t(row.attended ? 'events.came.yes' : 'events.came.no'),
        },
        {
          key: 'deed',
          header: t('events.people.take-out'),
          phone: 'action',
          cell: (row) =>
            holds(row) && !row.attended ? (
              <Press
                clientId={row.clientId}
                action={to(paths.orgEventPeople(slug, eventId))}
                intent="take-out"
                fields={{ signUpId: row.id }}
                label={t('events.people.take-out')}
                about={row.name}
                ask={t('events.people.take-out.ask')}
              />
            ) : null,
        },
      ]}
    />
  );
}

/** Somebody entered by hand: the same places as for everybody, and the end of the line only if wished. */
export function AddByHand({
  shifts,
  clientId,
  lastResult,
}: {
  shifts: Attendance['shifts'];
  clientId: string;
  lastResult?: SubmissionResult<string[]> | null;
}) {
  const back = useReturned(lastResult, 'add');
  const { t, locale } = useWords();
  const only = shifts.length === 1 ? shifts[0] : undefined;
  return (
    <Form clientId={back.value('clientId', clientId)} scope="add" label={t('events.people.add')}>
      <input type="hidden" name="intent" value="add" />
      {only ? (
        <input type="hidden" name="shiftId" value={only.id} />
      ) : (
        <Select
          name="shiftId"
          label={t('events.sign-up.which')}
          error={back.errors.shiftId}
          options={shifts.map((shift) => ({
            value: shift.id,
            label: `${spanText(shift.startsAt, shift.endsAt, locale)} (${shift.taken} / ${shift.capacity})`,
          }))}
          defaultValue={back.value('shiftId')}
        />
      )}
      <TextInput
        name="name"
        label={t('people.field.name')}
        error={back.errors.name}
        defaultValue={back.value('name')}
        maxLength={EVENT_LIMITS.name}
        autoComplete="off"
        required
      />
      <TextInput
        name="contact"
        label={t('events.sign-up.contact')}
        error={back.errors.contact}
        defaultValue={back.value('contact')}
        autoComplete="off"
        optional
      />
      <AboutOneself back={back} />
      <CheckboxField name="mayWait" label={t('events.people.may-wait')} defaultChecked={back.ticked('mayWait')} />
      <Button tone="secondary" icon="plus">
        {t('events.people.add')}
      </Button>
    </Form>
  );
}

/** Numbers of those who came. What nobody said is shown as not said and guessed by nobody. */
export function AttendanceFigures({ figures }: { figures: Figures }) {
  const { t } = useWords();
  const part = (title: string, rows: readonly (readonly [string, number])[]) => (
    <div>
      <h3 className="text-base">{title}</h3>
      <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1">
        {rows
          .filter(([, number]) => number > 0)
          .map(([label, number]) => (
            <div key={label} className="contents">
              <dt>{label}</dt>
              <dd className="num text-right">{number}</dd>
            </div>
          ))}
      </dl>
    </div>
  );
  const notSaid = t('people.field.not-said');
  return (
    <Section title={t('events.figures.title')} id="figures">
      <div className="grid gap-6 sm:grid-cols-2 lg:grid-cols-4">
        {part(t('events.figures.all'), [
          [t('events.figures.registered'), figures.registered],
          [t('events.figures.came'), figures.came],
          [t('events.figures.walk-ins'), figures.walkIns],
          [t('events.figures.waiting'), figures.waiting],
        ])}
        {figures.came > 0 && (
          <>
            {part(t('people.field.gender'), [
              ...GENDERS.map((value) => [t(`people.gender.${value}`), figures.gender[value]] as const),
              [notSaid, figures.gender['not-said']],
            ])}
            {part(t('people.field.age'), [
              ...AGE_BANDS.map((value) => [t(`people.age.${value}`), figures.age[value]] as const),
              [notSaid, figures.age['not-said']],
            ])}
            {part(t('people.field.roles'), [
              ...PERSON_ROLES.map((value) => [t(`people.role.${value}`), figures.roles[value]] as const),
              [t('events.figures.no-role'), figures.roles.unknown],
            ])}
          </>
        )}
      </div>
      {figures.feedback.count > 0 && (
        <div>
          <h3 className="text-base">{t('events.feedback.title')}</h3>
          <p>
            {t('events.figures.feedback', { count: figures.feedback.count, average: figures.feedback.average ?? 0 })}
          </p>
          <ul>
            {figures.feedback.words.map((words, at) => (
              <li key={at} className="whitespace-pre-line">
                {words}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Section>
  );
}
