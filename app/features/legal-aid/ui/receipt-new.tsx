import type { SubmissionResult } from '@conform-to/react';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { CheckboxField } from '#app/ui/checkbox-field.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { ReceiptCode } from '#app/ui/receipt-code.tsx';
import { SubmitBar } from '#app/ui/submit-bar.tsx';
import { useReturned } from '#app/ui/use-returned.ts';

/** A new receipt: written down first, valid with the button; the old one opens nothing from then on. */
export function ReceiptNew({
  clientId,
  lastResult,
  receipt,
}: {
  clientId: string;
  receipt: string;
  lastResult?: SubmissionResult<string[]> | null;
}) {
  const { t, to } = useWords();
  const typed = useReturned(lastResult);
  const code = (typed.value('receipt') ?? receipt).replaceAll(/\D/g, '');
  return (
    <div className="stack">
      <PageTitle lead={t('legal-intake.new.lead')}>{t('legal-intake.new.title')}</PageTitle>
      <ErrorSummary errors={typed.errors} />
      <Form clientId={clientId}>
        <input type="hidden" name="receipt" value={code} />
        <ReceiptCode code={code}>
          <p>{t('legal-intake.receipt.about')}</p>
        </ReceiptCode>
        <CheckboxField name="written" label={t('legal-intake.receipt.written')} error={typed.errors.written} required />
        <SubmitBar>
          <Button>{t('legal-intake.new.change')}</Button>
          <ButtonLink tone="quiet" href={to(paths.legalReceiptCase())}>
            {t('common.cancel')}
          </ButtonLink>
        </SubmitBar>
      </Form>
    </div>
  );
}
