import type { SubmissionResult } from '@conform-to/react';
import type { PersonToChoose } from '#app/features/people/public.server.ts';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { CheckboxField } from '#app/ui/checkbox-field.tsx';
import { Form } from '#app/ui/form.tsx';
import { placeText } from '#app/ui/place-text.ts';
import { CheckboxCards } from '#app/ui/radio-cards.tsx';
import { Select } from '#app/ui/select.tsx';
import { Section } from '#app/ui/stack.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import type { Attendance } from '../attendance.server.ts';
import { spanText } from './event-words.tsx';

export type Choosing = {
  searches: { id: string; name: string }[];
  searchId: string | null;
  /** Whom the chosen search finds; null before one is chosen. */
  found: PersonToChoose[] | null;
};

/** People of the list on a shift: a saved search is chosen, then who of those it finds. */
export function AddPeople({
  slug,
  eventId,
  shifts,
  choosing: { searches, searchId, found },
  clientId,
  lastResult,
}: {
  slug: string;
  eventId: string;
  shifts: Attendance['shifts'];
  choosing: Choosing;
  clientId: string;
  lastResult?: SubmissionResult<string[]> | null;
}) {
  const { t, to, locale } = useWords();
  const back = useReturned(lastResult, 'add-people');
  if (searches.length === 0) return null;
  return (
    <Section title={t('events.people.from-list')} id="from-list">
      <form method="get" className="form mb-6" action={`${to(paths.orgEventPeople(slug, eventId))}#from-list`}>
        <Select
          name="search"
          label={t('people.search.one')}
          options={searches.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={searchId ?? undefined}
        />
        <Button tone="secondary" size="small">
          {t('events.people.from-list.show')}
        </Button>
      </form>
      {found?.length === 0 && <p>{t('people.list.none.title')}</p>}
      {found && found.length > 0 && (
        <Form clientId={back.value('clientId', clientId)} scope="people" label={t('events.people.from-list')}>
          <input type="hidden" name="intent" value="add-people" />
          {shifts.length === 1 ? (
            <input type="hidden" name="shiftId" value={shifts[0]?.id} />
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
          <CheckboxCards
            name="personIds"
            label={t('events.people.from-list.who')}
            error={back.errors.personIds}
            options={found.map(({ id, name, ...where }) => ({
              value: id,
              label: name,
              hint: where.region === '' ? where.place : placeText(where, locale),
            }))}
            defaultValues={back.list('personIds')}
            columns
          />
          <CheckboxField name="mayWait" label={t('events.people.may-wait')} defaultChecked={back.ticked('mayWait')} />
          <Button tone="secondary" icon="plus">
            {t('events.people.from-list.action')}
          </Button>
        </Form>
      )}
    </Section>
  );
}
