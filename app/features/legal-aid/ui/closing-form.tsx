import type { SubmissionResult } from '@conform-to/react';
import { useWords } from '#app/i18n/words-context.tsx';
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { Section } from '#app/ui/stack.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextArea } from '#app/ui/text-input.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { CASE_LIMITS } from '../rules/case-forms.ts';
import { NOT_TAKEN_REASONS, OUTCOMES } from '../rules/desk.ts';

type Props = { clientId: string; result: SubmissionResult<string[]> | undefined };

/** Ends a case: how, and in words to the applicant. `honest` are words for a no that were pressed. */
export function ClosingForm({ clientId, honest, isNew, result }: Props & { honest: string | null; isNew: boolean }) {
  const { t } = useWords();
  const typed = useReturned(result, 'close');
  const outcomes = isNew ? (['not_taken'] as const) : OUTCOMES;
  return (
    <Section title={t('legal-case.outcome.close')} id="close">
      <ErrorSummary errors={typed.errors} />
      <Form clientId={clientId} label={t('legal-case.outcome.close')}>
        <input type="hidden" name="intent" value="close" />
        <Select
          name="outcome"
          width="medium"
          label={t('legal-case.outcome.how')}
          error={typed.errors['outcome']}
          defaultValue={typed.value('outcome', honest || isNew ? 'not_taken' : '')}
          options={outcomes.map((value) => ({ value, label: t(`legal.outcome.${value}`) }))}
        />
        <Select
          name="notTakenReason"
          width="medium"
          label={t('legal-case.outcome.reason')}
          hint={isNew ? undefined : t('legal-case.outcome.reason.hint')}
          error={typed.errors['notTakenReason']}
          defaultValue={typed.value('notTakenReason', '')}
          placeholder={t('legal-case.outcome.reason.none')}
          options={NOT_TAKEN_REASONS.map((value) => ({ value, label: t(`legal.not-taken.${value}`) }))}
          optional={!isNew}
        />
        <TextArea
          name="text"
          label={t('legal-case.outcome.text')}
          hint={t('legal-case.outcome.text.hint')}
          error={typed.errors['text']}
          defaultValue={typed.value('text', honest)}
          maxLength={CASE_LIMITS.message}
          rows={6}
        />
        <ButtonRow row>
          <Button icon="check">{t('legal-case.outcome.submit')}</Button>
          <ButtonLink tone="quiet" href="?honest=yes#close">
            {t('legal-case.outcome.honest')}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Section>
  );
}

/** Takes an ended case up again. */
export function ReopenForm({ clientId, result }: Props) {
  const { t } = useWords();
  const typed = useReturned(result, 'reopen');
  return (
    <Section title={t('legal-case.outcome.reopen')} id="reopen">
      <ErrorSummary errors={typed.errors} />
      <Form clientId={clientId} scope="reopen" label={t('legal-case.outcome.reopen')}>
        <input type="hidden" name="intent" value="reopen" />
        <TextArea
          name="text"
          label={t('legal-case.outcome.reopen.text')}
          hint={t('legal-case.outcome.reopen.hint')}
          error={typed.errors['text']}
          defaultValue={typed.value('text')}
          maxLength={CASE_LIMITS.reason}
          rows={3}
        />
        <ButtonRow>
          <Button tone="secondary">{t('legal-case.outcome.reopen.submit')}</Button>
        </ButtonRow>
      </Form>
    </Section>
  );
}
