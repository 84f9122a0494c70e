import type { SubmissionResult } from '@conform-to/react';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { LinkMore } from '#app/ui/link-more.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitBar } from '#app/ui/submit-bar.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { useReturned } from '#app/ui/use-returned.ts';

/** Where the digits are typed. `elsewhere`: they are an issue report's, and a button takes them there. */
export function ReceiptDoor({
  elsewhere,
  lastResult,
  notice,
}: {
  elsewhere: string | null;
  lastResult?: SubmissionResult<string[]> | null;
  notice: 'locked' | 'closed' | 'erased' | 'given' | null;
}) {
  const { t, to } = useWords();
  const typed = useReturned(lastResult);
  if (elsewhere !== null)
    return (
      <div className="stack">
        <PageTitle lead={t('legal-intake.door.issue.lead')}>{t('legal-intake.door.issue.title')}</PageTitle>
        {/* Posted, so that the digits stand in no address. */}
        <Form action={to(paths.receipt())}>
          <input type="hidden" name="code" value={elsewhere} />
          <SubmitBar still>
            <Button>{t('legal-intake.door.issue.open')}</Button>
          </SubmitBar>
        </Form>
      </div>
    );
  return (
    <div className="stack">
      <PageTitle lead={t('legal-intake.door.lead')}>{t('legal-intake.door.title')}</PageTitle>
      {notice && (
        <Notice live tone={notice === 'locked' ? 'warning' : 'success'}>
          {t(`legal-intake.door.${notice}`)}
        </Notice>
      )}
      <ErrorSummary errors={typed.errors} />
      <Form action={to(paths.legalReceipt())}>
        <TextInput
          name="code"
          label={t('legal-intake.door.code')}
          hint={t('legal-intake.door.code.hint')}
          error={typed.errors.code}
          defaultValue={typed.value('code')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={100}
          required
        />
        <SubmitBar still>
          <Button>{t('legal-intake.door.open')}</Button>
        </SubmitBar>
      </Form>
      <p className="meta">{t('legal-intake.door.lost')}</p>
      <LinkMore href={to(paths.legalAid())}>{t('legal-intake.home.title')}</LinkMore>
    </div>
  );
}
