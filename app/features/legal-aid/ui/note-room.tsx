import type { SubmissionResult } from '@conform-to/react';
import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay, noonOf } from '#app/kernel/dates.ts';
import { Button, ButtonRow } from '#app/ui/button.tsx';
import { Card, CardList } from '#app/ui/card.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FieldRow, Form } from '#app/ui/form.tsx';
import { Paragraphs } from '#app/ui/paragraphs.tsx';
import { RadioCards } from '#app/ui/radio-cards.tsx';
import { Select } from '#app/ui/select.tsx';
import { Section } from '#app/ui/stack.tsx';
import { StateBadge } from '#app/ui/state-badge.tsx';
import { TextArea, TextInput } from '#app/ui/text-input.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import type { ShownNote, ShownTask } from '../case-notes.server.ts';
import { CASE_LIMITS } from '../rules/case-forms.ts';

type Result = SubmissionResult<string[]> | undefined;

/** Notes of the team and one's own, and where a new one is written. */
export function NoteSection({
  clientId,
  notes,
  result,
}: {
  clientId: string;
  notes: readonly ShownNote[];
  result: Result;
}) {
  const { t, locale } = useWords();
  const typed = useReturned(result, 'note');
  return (
    <Section title={t('legal-case.notes.notes')} id="notes">
      <ErrorSummary errors={typed.errors} />
      {notes.length === 0 ? (
        <EmptyState title={t('legal-case.notes.none.title')}>{t('legal-case.notes.none.text')}</EmptyState>
      ) : (
        <CardList label={t('legal-case.notes.notes')}>
          {notes.map((note) => (
            <Card key={note.id} as="li" tone={note.visibility === 'self' ? 'info' : 'plain'}>
              <p className="meta">
                {note.by} · {formatDay(noonOf(note.madeOn), locale)} · {t(`legal.visibility.${note.visibility}`)}
              </p>
              {note.text === null ? (
                <p className="meta">{t('legal-case.thread.sealed')}</p>
              ) : (
                <Paragraphs text={note.text} />
              )}
            </Card>
          ))}
        </CardList>
      )}
      <Form clientId={clientId} scope="note">
        <input type="hidden" name="intent" value="note" />
        <TextArea
          name="text"
          label={t('legal-case.notes.new')}
          error={typed.errors['text']}
          defaultValue={typed.value('text')}
          maxLength={CASE_LIMITS.note}
          rows={4}
        />
        <RadioCards
          name="visibility"
          label={t('legal-case.notes.for')}
          error={typed.errors['visibility']}
          defaultValue={typed.value('visibility', 'team')}
          options={(['team', 'self'] as const).map((value) => ({
            value,
            label: t(`legal.visibility.${value}`),
            hint: t(`legal-case.notes.for.${value}.hint`),
          }))}
        />
        <ButtonRow>
          <Button>{t('legal-case.notes.save')}</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}

/** Tasks of the case, mine and others', and where a new one is given. */
export function TaskSection({
  clientId,
  isOpen,
  me,
  people,
  result,
  tasks,
  today,
}: {
  clientId: string;
  isOpen: boolean;
  me: string;
  people: readonly { id: string; name: string }[];
  result: Result;
  tasks: readonly ShownTask[];
  today: string;
}) {
  const { t } = useWords();
  const typed = useReturned(result, 'task');
  return (
    <Section title={t('legal-case.notes.tasks')} id="tasks">
      <ErrorSummary errors={typed.errors} />
      {tasks.length === 0 ? (
        <p className="meta">{t('legal-case.notes.task.none')}</p>
      ) : (
        <CardList label={t('legal-case.notes.tasks')}>
          {tasks.map((task) => (
            <TaskCard key={task.id} task={task} clientId={clientId} today={today} />
          ))}
        </CardList>
      )}
      {isOpen && (
        <Form clientId={clientId} scope="task" label={t('legal-case.notes.task.new')}>
          <input type="hidden" name="intent" value="task" />
          <TextInput
            name="title"
            label={t('legal-case.notes.task.title')}
            error={typed.errors['title']}
            defaultValue={typed.value('title')}
            maxLength={CASE_LIMITS.title}
          />
          <FieldRow>
            <TextInput
              name="dueOn"
              type="date"
              width="medium"
              label={t('legal-case.notes.task.due')}
              error={typed.errors['dueOn']}
              defaultValue={typed.value('dueOn')}
              optional
            />
            <Select
              name="staff"
              width="medium"
              label={t('legal-case.notes.task.who')}
              error={typed.errors['staff']}
              defaultValue={typed.value('staff', me)}
              placeholder={null}
              options={people.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </FieldRow>
          <ButtonRow>
            <Button tone="secondary" icon="plus">
              {t('legal-case.notes.task.add')}
            </Button>
          </ButtonRow>
        </Form>
      )}
    </Section>
  );
}

function TaskCard({ clientId, task, today }: { clientId: string; task: ShownTask; today: string }) {
  const { t, locale } = useWords();
  const { dueOn, id, isMine, state, title } = task;
  const isLate = state === 'open' && dueOn !== null && dueOn < today;
  const day = dueOn === null ? null : formatDay(noonOf(dueOn), locale);
  const steps = state === 'open' ? (['done', 'dropped'] as const) : (['open'] as const);
  return (
    <Card as="li" tone={isLate ? 'late' : 'plain'}>
      <div className="flex flex-wrap items-center gap-2">
        <StateBadge tone={state === 'done' ? 'verified' : state === 'dropped' ? 'quiet' : isLate ? 'late' : 'open'}>
          {t(`legal-case.notes.task.state.${state}`)}
        </StateBadge>
        <span className="meta">
          {isMine ? t('legal-case.notes.task.mine') : `${t('legal-case.notes.task.ours')}: ${task.for ?? ''}`}
          {' · '}
          {day === null
            ? t('legal-case.notes.task.undated')
            : t(isLate ? 'legal-case.notes.task.late' : 'legal-case.notes.task.by', { day })}
        </span>
      </div>
      <p className="font-bold">{title ?? t('legal-case.thread.sealed')}</p>
      <ButtonRow row>
        {steps.map((to) => (
          <Form key={to} clientId={clientId} scope={`${to}-${id}`} inline>
            <input type="hidden" name="intent" value="end" />
            <input type="hidden" name="task" value={id} />
            <Button size="small" tone={to === 'done' ? 'verify' : 'quiet'} name="to" value={to}>
              {t(`legal-case.notes.task.to.${to}`)}
            </Button>
          </Form>
        ))}
      </ButtonRow>
    </Card>
  );
}
