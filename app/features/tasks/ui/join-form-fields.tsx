import type { SubmissionResult } from '@conform-to/react';
import { useWords } from '#app/i18n/words-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { CheckboxField } from '#app/ui/checkbox-field.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FieldGroup, FieldRow, Form } from '#app/ui/form.tsx';
import { Select } from '#app/ui/select.tsx';
import { Section } from '#app/ui/stack.tsx';
import { TextArea, TextInput } from '#app/ui/text-input.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import type { FormPage } from '../joining.server.ts';
import { LIMITS, RESERVED_FOR } from '../rules/kinds.ts';

/** So many empty rows wait below the roles there are; saving brings the next. */
const EMPTY_ROWS = 2;

/** A join form's own settings: open or not, its words, its roles with the places kept in them. */
export function JoinFormFields({
  clientId,
  form,
  lastResult,
}: {
  clientId: string;
  form: FormPage;
  lastResult?: SubmissionResult<string[]> | null;
}) {
  const back = useReturned(lastResult);
  const { t } = useWords();
  const rows = Math.min(LIMITS.roles, form.roles.length + EMPTY_ROWS);
  return (
    <>
      <ErrorSummary errors={back.errors} />
      <Form clientId={back.value('clientId', clientId)} label={t('tasks.joining.form.title')}>
        <CheckboxField
          name="isOpen"
          label={t('tasks.joining.form.open')}
          error={back.errors.isOpen}
          defaultChecked={back.ticked('isOpen', form.isOpen)}
        />
        <TextArea
          name="intro"
          label={t('tasks.joining.form.intro')}
          hint={t('tasks.joining.form.intro.hint')}
          error={back.errors.intro}
          defaultValue={back.value('intro', form.intro)}
          maxLength={LIMITS.intro}
          rows={4}
          optional
        />
        <Section title={t('tasks.joining.roles')} id="roles">
          <p className="meta">{t('tasks.joining.roles.lead')}</p>
          {Array.from({ length: rows }, (_, at) => {
            const role = form.roles[at];
            const field = (name: string) => `roles[${at}].${name}`;
            const of = (name: string, otherwise?: string | number) => ({
              name: field(name),
              error: back.errors[field(name)],
              defaultValue: back.value(field(name), otherwise === undefined ? undefined : String(otherwise)),
            });
            return (
              <FieldGroup
                key={role?.id ?? at}
                legend={t('tasks.joining.role.number', { number: at + 1 })}
                hint={role && t('tasks.joining.role.taken', { taken: role.taken })}
              >
                <input type="hidden" name={field('id')} value={role?.id ?? ''} />
                <FieldRow>
                  <TextInput
                    {...of('title', role?.title)}
                    label={t('tasks.joining.role.title')}
                    maxLength={LIMITS.role}
                    autoComplete="off"
                    optional
                  />
                  <TextInput
                    {...of('places', role?.places || undefined)}
                    label={t('tasks.joining.role.places')}
                    inputMode="numeric"
                    width="short"
                    optional
                  />
                </FieldRow>
                <FieldRow>
                  <Select
                    {...of('reservedFor', role?.reservedFor ?? 'nobody')}
                    label={t('tasks.joining.role.reservedFor')}
                    placeholder={null}
                    options={RESERVED_FOR.map((value) => ({ value, label: t(`tasks.join.reserved.${value}`) }))}
                  />
                  <TextInput
                    {...of('reserved', role?.reserved || undefined)}
                    label={t('tasks.joining.role.reserved')}
                    inputMode="numeric"
                    width="short"
                    optional
                  />
                </FieldRow>
              </FieldGroup>
            );
          })}
        </Section>
        <div className="btn-row">
          <Button>{t('common.save')}</Button>
        </div>
      </Form>
    </>
  );
}
