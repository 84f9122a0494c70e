import type { SubmissionResult } from '@conform-to/react';
import { useWords } from '#app/i18n/words-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { CheckboxField } from '#app/ui/checkbox-field.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitBar } from '#app/ui/submit-bar.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { useReturned } from '#app/ui/use-returned.ts';

type Desk = { isOpen: boolean; phone: string; hours: string; firstReplyDays: number; canReceive: boolean };

/** Open or closed, the telephone and its hours: what strangers see of the desk. */
export function DeskSettings({
  clientId,
  desk,
  isSaved,
  lastResult,
}: {
  desk: Desk;
  clientId: string;
  isSaved: boolean;
  lastResult?: SubmissionResult<string[]> | null;
}) {
  const { t } = useWords();
  const typed = useReturned(lastResult);
  return (
    <div className="stack">
      <PageTitle lead={t('legal-intake.settings.lead')}>{t('legal.nav.settings')}</PageTitle>
      {isSaved && (
        <Notice live tone="success">
          {t('common.saved')}
        </Notice>
      )}
      {!desk.canReceive && <Notice tone="warning">{t('legal-intake.settings.too-few')}</Notice>}
      <ErrorSummary errors={typed.errors} />
      <Form clientId={typed.value('clientId') ?? clientId}>
        <CheckboxField
          name="isOpen"
          label={t('legal-intake.settings.open')}
          hint={t('legal-intake.settings.open.hint')}
          defaultChecked={typed.ticked('isOpen', desk.isOpen)}
        />
        <TextInput
          name="phone"
          label={t('legal-intake.settings.phone')}
          hint={t('legal-intake.settings.phone.hint')}
          width="medium"
          inputMode="tel"
          maxLength={40}
          defaultValue={typed.value('phone', desk.phone)}
          error={typed.errors.phone}
        />
        <TextInput
          name="hours"
          label={t('legal-intake.settings.hours')}
          optional
          maxLength={120}
          defaultValue={typed.value('hours', desk.hours)}
          error={typed.errors.hours}
        />
        <TextInput
          name="firstReplyDays"
          label={t('legal-intake.settings.first-reply')}
          width="short"
          inputMode="numeric"
          defaultValue={typed.value('firstReplyDays', String(desk.firstReplyDays))}
          error={typed.errors.firstReplyDays}
        />
        <SubmitBar>
          <Button>{t('common.save')}</Button>
        </SubmitBar>
      </Form>
    </div>
  );
}
