import type { SubmissionResult } from '@conform-to/react';
import { useWords } from '#app/i18n/words-context.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { CheckboxField } from '#app/ui/checkbox-field.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FileInput } from '#app/ui/file-input.tsx';
import { Form } from '#app/ui/form.tsx';
import { Section } from '#app/ui/stack.tsx';
import { SubmitBar } from '#app/ui/submit-bar.tsx';
import { TextArea } from '#app/ui/text-input.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { CASE_LIMITS } from '../rules/case-forms.ts';
import { CASE_FILE_ACCEPT } from '../rules/file-kinds.ts';
import { REPLY_PHRASES } from '../rules/reply-phrases.ts';

/** Where somebody of the desk writes to the applicant; `phrase` is a saved one that was pressed, in the request's language. */
export function ReplyForm({
  clientId,
  language,
  phrase,
  result,
}: {
  clientId: string;
  language: 'az' | 'en' | 'ru';
  phrase: string | null;
  result: SubmissionResult<string[]> | undefined;
}) {
  const { t } = useWords();
  const typed = useReturned(result, 'reply');
  return (
    <Section title={t('legal-case.thread.reply')} id="reply">
      <ErrorSummary errors={typed.errors} />
      <details open={phrase !== null}>
        <summary className="min-h-11 cursor-pointer">{t('legal-case.thread.phrases')}</summary>
        <p className="meta">{t('legal-case.thread.phrases.hint')}</p>
        <ul className="flex flex-wrap gap-2">
          {REPLY_PHRASES.map((key) => (
            <li key={key}>
              <ButtonLink tone="secondary" size="small" href={`?phrase=${key}#reply`}>
                {t(`legal-case.thread.phrase.${key}`)}
              </ButtonLink>
            </li>
          ))}
        </ul>
      </details>
      <Form clientId={typed.value('clientId', clientId) ?? clientId} files label={t('legal-case.thread.reply')}>
        <input type="hidden" name="intent" value="reply" />
        <TextArea
          name="text"
          label={t('legal-case.thread.reply.text')}
          hint={`${t('legal-case.thread.reply.language', { language: t(`accounts.language.${language}`) })}. ${t('legal-case.thread.reply.hint')}`}
          error={typed.errors['text']}
          defaultValue={typed.value('text', phrase)}
          maxLength={CASE_LIMITS.message}
          rows={6}
        />
        <FileInput
          name="file"
          label={t('legal-case.thread.reply.file')}
          hint={t('legal-case.thread.reply.file.hint')}
          error={typed.errors['file']}
          accept={CASE_FILE_ACCEPT}
          multiple
          optional
        />
        <CheckboxField name="asks" label={t('legal-case.thread.reply.ask')} defaultChecked={typed.ticked('asks')} />
        <SubmitBar still>
          <Button icon="message">{t('legal-case.thread.reply.send')}</Button>
        </SubmitBar>
      </Form>
    </Section>
  );
}
