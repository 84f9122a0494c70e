import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay } from '#app/kernel/dates.ts';
import { Button } from '#app/ui/button.tsx';
import { FieldRow, Form } from '#app/ui/form.tsx';
import { Section } from '#app/ui/stack.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { LIMITS } from '../rules/kinds.ts';
import type { PersonViewProps } from './person-views.ts';

/** Whether a parent or guardian agreed that somebody under 18 helps; without it no task can be given. */
export function PersonGuardian({ guardians, may, clientId, today, lastResult }: PersonViewProps) {
  const { t, locale } = useWords();
  const back = useReturned(lastResult, 'guardian');
  return (
    <Section title={t('people.guardian.title')} id="guardian">
      <p className="meta">{t('people.guardian.text')}</p>
      {guardians.map(({ id, givenAt, guardian }) => (
        <p key={id}>
          {guardian && <b>{`${guardian.name}, ${guardian.contact}`}</b>}{' '}
          {t('people.guardian.given', { date: formatDay(givenAt, locale) })}
        </p>
      ))}
      {guardians.length === 0 && <p>{t('people.guardian.none')}</p>}
      {guardians.length === 0 && may.write && (
        <Form clientId={clientId} label={t('people.guardian.add')} scope="guardian">
          <FieldRow>
            <TextInput
              name="guardianName"
              label={t('people.guardian.name')}
              error={back.errors.guardianName}
              defaultValue={back.value('guardianName')}
              maxLength={LIMITS.name}
              autoComplete="off"
            />
            <TextInput
              name="guardianContact"
              label={t('people.guardian.contact')}
              error={back.errors.guardianContact}
              defaultValue={back.value('guardianContact')}
              maxLength={LIMITS.contact}
              autoComplete="off"
            />
            <TextInput
              name="guardianOn"
              type="date"
              label={t('people.consent.on')}
              error={back.errors.guardianOn}
              max={today}
              defaultValue={back.value('guardianOn', today)}
            />
          </FieldRow>
          <Button tone="secondary" name="intent" value="guardian">
            {t('people.guardian.add')}
          </Button>
        </Form>
      )}
    </Section>
  );
}
