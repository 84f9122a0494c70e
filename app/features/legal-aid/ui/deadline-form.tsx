import { useForm, type SubmissionResult } from '@conform-to/react';
import { useWords } from '#app/i18n/words-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { CheckboxField } from '#app/ui/checkbox-field.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FieldRow, Form } from '#app/ui/form.tsx';
import { Select } from '#app/ui/select.tsx';
import { Section } from '#app/ui/stack.tsx';
import { TextArea, TextInput } from '#app/ui/text-input.tsx';
import { BY_HAND, DEADLINE_LIMITS } from '../rules/deadline-forms.ts';
import { LEGAL_RULES } from '../rules/legal-terms.ts';
import { termText } from './rights-texts.ts';

/** Adds a deadline: by a rule from the day of its event, or a date set by hand. */
export function NewDeadline({
  clientId,
  result,
}: {
  clientId: string;
  result: SubmissionResult<string[]> | undefined;
}) {
  const { t, say } = useWords();
  const [, fields] = useForm<Record<'rule' | 'on' | 'title' | 'note' | 'isCritical' | 'isShown', string>>({
    lastResult: result,
  });
  const typed = (name: keyof typeof fields) => fields[name].initialValue as string | undefined;
  const whose = (side: 'person' | 'authority') =>
    LEGAL_RULES.filter((rule) => rule.whose === side).map((rule) => ({
      value: rule.key,
      label: `${t(`legal-rights.rule.${rule.key}`)}: ${termText(rule.readings, t)}, ${t(`legal-rights.event.${rule.event}`)}`,
    }));
  return (
    <Section title={t('legal-case.deadlines.new')} id="new">
      <ErrorSummary
        errors={[
          ...(['rule', 'on', 'title', 'note'] as const).map((name) => ({
            name,
            message: say(fields[name].errors)?.[0] ?? '',
          })),
          ...(say(result?.error?.[''])?.map((message) => ({ message })) ?? []),
        ].filter(({ message }) => message !== '')}
      />
      <Form clientId={clientId} label={t('legal-case.deadlines.new')}>
        <input type="hidden" name="intent" value="add" />
        <Select
          name="rule"
          label={t('legal-case.deadlines.rule')}
          hint={t('legal-case.deadlines.rule.hint')}
          error={say(fields.rule.errors)}
          defaultValue={typed('rule') ?? BY_HAND}
          placeholder={null}
          options={[
            { value: BY_HAND, label: t('legal-case.deadlines.rule.hand') },
            { label: t('legal-case.deadlines.whose.person'), options: whose('person') },
            { label: t('legal-case.deadlines.whose.authority'), options: whose('authority') },
          ]}
        />
        <FieldRow>
          <TextInput
            name="on"
            type="date"
            width="short"
            label={t('legal-case.deadlines.on')}
            hint={t('legal-case.deadlines.on.hint')}
            error={say(fields.on.errors)}
            defaultValue={typed('on')}
          />
          <TextInput
            name="title"
            label={t('legal-case.deadlines.name')}
            hint={t('legal-case.deadlines.name.hint')}
            error={say(fields.title.errors)}
            defaultValue={typed('title')}
            maxLength={DEADLINE_LIMITS.title}
          />
        </FieldRow>
        <TextArea
          name="note"
          label={t('legal-case.deadlines.note')}
          optional
          rows={3}
          error={say(fields.note.errors)}
          defaultValue={typed('note')}
          maxLength={DEADLINE_LIMITS.note}
        />
        <CheckboxField
          name="isCritical"
          label={t('legal-case.deadlines.critical.label')}
          hint={t('legal-case.deadlines.critical.hint')}
          defaultChecked={typed('isCritical') === 'on'}
        />
        <CheckboxField
          name="isShown"
          label={t('legal-case.deadlines.shown.label')}
          hint={t('legal-case.deadlines.shown.hint')}
          defaultChecked={typed('isShown') === 'on'}
        />
        <Button>{t('legal-case.deadlines.add')}</Button>
      </Form>
    </Section>
  );
}
