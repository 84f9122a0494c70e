import { useForm, type SubmissionResult } from '@conform-to/react';
import { useWords } from '#app/i18n/words-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { RadioCards } from '#app/ui/radio-cards.tsx';
import { Section } from '#app/ui/stack.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { nextStates, type IssueState } from '../rules/lifecycle.ts';
import { moveNeeds } from '../rules/moves.ts';
import { STAFF_LIMITS } from '../staff-forms.ts';
import type { StaffIssue } from '../staff-views.ts';

/** States in which an authority's word is what one waits for. */
const WAITS_FOR_ANSWER: ReadonlySet<IssueState> = new Set([
  'forwarded',
  'acknowledged',
  'promised',
  'referred',
  'disputed',
]);

/** The words over what is recorded next: an answer while one is awaited, else any change. */
export function moveWords(state: IssueState): 'issues.staff.move.title.answer' | 'issues.staff.move.title' {
  return WAITS_FOR_ANSWER.has(state) ? 'issues.staff.move.title.answer' : 'issues.staff.move.title';
}

const NAMES = ['to', 'bodyId', 'moveNote', 'moveReason'] as const;
type Fields = Record<(typeof NAMES)[number], string>;

/** What happened with a public report, as an organiser records it: the new state, who answered, what everybody reads, how we know. */
export function StaffMove({
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
  const next = nextStates(issue.state, 'organiser');
  if (next.length === 0) return null;
  const lastBody = issue.letters.at(-1)?.body;
  const usual = issue.bodies.find(({ names }) => names.az === lastBody?.az)?.id;
  const title = t(moveWords(issue.state));
  return (
    <Section title={title} id="move">
      <ErrorSummary errors={errors} />
      <Form clientId={clientId} label={title}>
        <input type="hidden" name="seen" value={issue.seen} />
        <input type="hidden" name="intent" value="move" />
        <RadioCards
          name="to"
          label={t('issues.staff.move.to')}
          error={errors.to}
          options={next.map((state) => ({
            value: state,
            label: t(`issues.state.${state}`),
            hint:
              state === 'done_claimed' || state === 'verified_fixed' ? t(`issues.staff.move.hint.${state}`) : undefined,
          }))}
          defaultValue={fields.to.initialValue}
        />
        {next.some((state) => moveNeeds(state).body) && (
          <Select
            name="bodyId"
            label={t('issues.staff.move.body')}
            hint={t('issues.staff.move.body.hint')}
            error={errors.bodyId}
            options={issue.bodies.map(({ id, names }) => ({ value: id, label: names[locale] }))}
            defaultValue={fields.bodyId.initialValue ?? usual}
          />
        )}
        <TextInput
          name="moveNote"
          label={t('issues.staff.move.note')}
          hint={t('issues.staff.move.note.hint')}
          error={errors.moveNote}
          defaultValue={fields.moveNote.initialValue}
          maxLength={STAFF_LIMITS.note}
          autoComplete="off"
        />
        <TextInput
          name="moveReason"
          label={t('issues.staff.move.reason')}
          hint={t('issues.staff.move.reason.hint')}
          error={errors.moveReason}
          defaultValue={fields.moveReason.initialValue}
          maxLength={STAFF_LIMITS.reason}
          autoComplete="off"
        />
        {/* Before the first letter, writing one is what this page is for. */}
        <Button tone={issue.letters.length === 0 && issue.state === 'published' ? 'secondary' : 'primary'}>
          {t(WAITS_FOR_ANSWER.has(issue.state) ? 'issues.staff.move.action.answer' : 'issues.staff.move.action')}
        </Button>
      </Form>
    </Section>
  );
}
