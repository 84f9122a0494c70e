import type { SubmissionResult } from '@conform-to/react';
import { useWords } from '#app/i18n/words-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FieldRow, Form } from '#app/ui/form.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextArea, TextInput } from '#app/ui/text-input.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { LIMITS } from '../rules/kinds.ts';
import type { TaskChoices } from '../task-board.server.ts';

export type TaskValues = {
  title: string;
  details: string;
  dueOn: string | null;
  assigneeId: string | null;
  personId: string | null;
  campaignId: string | null;
};

/** What is to be done, by whom and until when: to write or to change. */
export function TaskFields({
  clientId,
  task,
  choices,
  lastResult,
}: {
  clientId: string;
  task: TaskValues;
  choices: TaskChoices;
  lastResult?: SubmissionResult<string[]> | null;
}) {
  const back = useReturned(lastResult, 'save');
  const { t } = useWords();
  const who = task.assigneeId ? `user:${task.assigneeId}` : task.personId ? `person:${task.personId}` : '';
  const group = (kind: 'user' | 'person', label: string, list: { id: string; name: string }[]) =>
    list.length === 0
      ? []
      : [{ label, options: list.map(({ id, name }) => ({ value: `${kind}:${id}`, label: name })) }];
  return (
    <>
      <ErrorSummary errors={back.errors} />
      <Form clientId={back.value('clientId', clientId)} label={t('tasks.edit')}>
        <TextInput
          name="title"
          label={t('tasks.field.title')}
          error={back.errors.title}
          defaultValue={back.value('title', task.title)}
          maxLength={LIMITS.title}
          autoComplete="off"
          required
        />
        <FieldRow>
          <TextInput
            name="dueOn"
            type="date"
            label={t('tasks.due')}
            error={back.errors.dueOn}
            defaultValue={back.value('dueOn', task.dueOn)}
            optional
          />
          <Select
            name="who"
            label={t('tasks.who')}
            error={back.errors.who}
            placeholder={t('tasks.who.nobody')}
            options={[
              ...group('user', t('tasks.who.colleagues'), choices.colleagues),
              ...group('person', t('tasks.who.volunteers'), choices.volunteers),
            ]}
            defaultValue={back.value('who', who)}
          />
        </FieldRow>
        <TextArea
          name="details"
          label={t('tasks.field.details')}
          error={back.errors.details}
          defaultValue={back.value('details', task.details)}
          maxLength={LIMITS.details}
          rows={4}
          optional
        />
        {choices.campaigns.length > 0 && (
          <Select
            name="campaignId"
            label={t('tasks.field.campaign')}
            error={back.errors.campaignId}
            options={choices.campaigns.map(({ id, title }) => ({ value: id, label: title }))}
            defaultValue={back.value('campaignId', task.campaignId)}
            optional
          />
        )}
        <div className="btn-row">
          <Button name="intent" value="save">
            {t('common.save')}
          </Button>
        </div>
      </Form>
    </>
  );
}
