import { useForm, type SubmissionResult } from '@conform-to/react';
import { useWords } from '#app/i18n/words-context.tsx';
import { choiceOf } from '#app/kernel/regions.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FieldRow, Form } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/stack.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextArea, TextInput } from '#app/ui/text-input.tsx';
import { nextStates, type IssueState } from '../rules/lifecycle.ts';
import { findPersonalData } from '../rules/personal-data-hints.ts';
import { STAFF_LIMITS } from '../staff-forms.ts';
import type { StaffIssue } from '../staff-views.ts';
import { CategorySelect } from './category-select.tsx';
import { regionOptions } from '#app/ui/place-text.ts';

const NAMES = ['title', 'details', 'place', 'category', 'region', 'note', 'reason'] as const;
type Fields = Record<(typeof NAMES)[number], string>;

/** The form's id: the pictures' buttons send it too, so that what was typed is not lost by them. */
export const DECISION_FORM = 'decision-form';

/**
 * What a moderator decides on, in one form: the public words, and what becomes of the report. Every button sends what
 * was typed, so that nothing is lost by a refusal. Before publication the first button publishes; of a public report
 * it saves the words, and the second takes the page down.
 */
export function StaffDecision({
  issue,
  clientId,
  lastResult,
}: {
  issue: StaffIssue;
  clientId: string;
  lastResult?: SubmissionResult<string[]> | null;
}) {
  const { t, locale, say } = useWords();
  const [form, fields] = useForm<Fields>({ lastResult: lastResult ?? null });
  const errors: Record<string, string[] | undefined> = {
    '': say(form.errors),
    ...Object.fromEntries(NAMES.map((name) => [name, say(fields[name].errors)])),
  };
  const next = nextStates(issue.state, 'moderator');
  const isWaiting = next.includes('published');
  const value = (name: keyof StaffIssue['wording']) => fields[name].initialValue ?? issue.wording[name];
  return (
    <Section title={isWaiting ? t('issues.staff.decide.title') : t('issues.staff.wording.title')} id="decision">
      <ErrorSummary errors={errors} />
      <Hints texts={[value('title'), value('details'), value('place')]} />
      {issue.isBlurred && <Notice tone="warning">{t('issues.staff.decide.blurred')}</Notice>}
      <Form id={DECISION_FORM} clientId={clientId} label={t('issues.staff.decide.title')}>
        <input type="hidden" name="seen" value={issue.seen} />
        <TextInput
          name="title"
          label={t('issues.staff.wording.subject')}
          error={errors.title}
          defaultValue={value('title')}
          maxLength={STAFF_LIMITS.title}
          autoComplete="off"
        />
        <TextArea
          name="details"
          label={t('issues.form.details')}
          error={errors.details}
          optional
          rows={5}
          defaultValue={value('details')}
          maxLength={STAFF_LIMITS.details}
        />
        <TextInput
          name="place"
          label={t('issues.staff.wording.place')}
          hint={t('issues.staff.wording.place.hint')}
          error={errors.place}
          optional
          defaultValue={value('place')}
          maxLength={STAFF_LIMITS.place}
          autoComplete="off"
        />
        <FieldRow>
          <CategorySelect
            label={t('issues.staff.column.category')}
            error={errors.category}
            defaultValue={fields.category.initialValue ?? issue.category}
          />
          <Select
            name="region"
            label={t('issues.form.region')}
            error={errors.region}
            options={regionOptions(locale)}
            placeholder={null}
            defaultValue={fields.region.initialValue ?? choiceOf(issue.region)}
          />
        </FieldRow>
        {next.length > 0 && (
          <>
            <TextInput
              name="note"
              label={isWaiting ? t('issues.staff.decide.note') : t('issues.staff.decide.note.down')}
              hint={isWaiting ? t('issues.staff.decide.note.hint') : t('issues.staff.decide.note.down.hint')}
              error={errors.note}
              optional
              defaultValue={fields.note.initialValue}
              maxLength={STAFF_LIMITS.note}
              autoComplete="off"
            />
            <TextInput
              name="reason"
              label={t('issues.staff.decide.reason')}
              hint={isWaiting ? t('issues.staff.decide.reason.hint') : t('issues.staff.decide.reason.down')}
              error={errors.reason}
              defaultValue={fields.reason.initialValue}
              maxLength={STAFF_LIMITS.reason}
              autoComplete="off"
            />
          </>
        )}
        <Buttons issue={issue} />
      </Form>
    </Section>
  );
}

/**
 * `accessKey`: Alt+P publishes, Alt+H sets aside, Alt+R turns down, Alt+S saves, so that a queue can be worked through
 * on the keyboard. The first button is the one that Enter in a field presses: it saves, so that nobody publishes by accident.
 */
function Buttons({ issue }: { issue: StaffIssue }) {
  const { t } = useWords();
  const next = nextStates(issue.state, 'moderator');
  const isWaiting = next.includes('published');
  const save = (
    <Button name="intent" value="save" tone={isWaiting ? 'quiet' : 'secondary'} accessKey="s" aria-keyshortcuts="Alt+S">
      {t('issues.staff.decide.save')}
    </Button>
  );
  return (
    <>
      <button name="intent" value="save" className="visually-hidden" tabIndex={-1} aria-hidden="true" />
      <div className="btn-row">
        {isWaiting && (
          <Button name="intent" value="publish" accessKey="p" aria-keyshortcuts="Alt+P">
            {t('issues.staff.decide.publish')}
          </Button>
        )}
        {!isWaiting && save}
        {next.includes('held') && (
          <Button
            name="intent"
            value="hold"
            tone={isWaiting ? 'secondary' : 'quiet'}
            accessKey="h"
            aria-keyshortcuts="Alt+H"
          >
            {t(HOLD_WORDS[issue.state] ?? 'issues.staff.decide.down')}
          </Button>
        )}
        {next.includes('rejected') && (
          <Button name="intent" value="reject" tone="secondary" accessKey="r" aria-keyshortcuts="Alt+R">
            {t('issues.staff.decide.reject')}
          </Button>
        )}
        {isWaiting && save}
      </div>
      {isWaiting && <p className="meta desk-only">{t('issues.staff.decide.keys')}</p>}
    </>
  );
}

/** Setting aside means something else from each side; from a public state it takes the page down. */
const HOLD_WORDS = { received: 'issues.staff.decide.hold', rejected: 'issues.staff.decide.restore' } as Partial<
  Record<IssueState, 'issues.staff.decide.hold' | 'issues.staff.decide.restore'>
>;

/** What in the words looks like personal data. A hint: the moderator decides. */
function Hints({ texts }: { texts: readonly string[] }) {
  const { t } = useWords();
  const hints = texts.flatMap(findPersonalData);
  if (hints.length === 0) return null;
  return (
    <Notice tone="warning" title={t('issues.staff.hints.title')}>
      <ul className="list-disc ps-5">
        {hints.map(({ kind, text }, at) => (
          <li key={at}>
            {t(`issues.staff.hint.${kind}`)}: <b>{text}</b>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
