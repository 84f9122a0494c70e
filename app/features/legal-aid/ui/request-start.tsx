import type { SubmissionResult } from '@conform-to/react';
import type { ReactNode } from 'react';
import { useWords } from '#app/i18n/words-context.tsx';
import type { Names } from '#app/kernel/regions.ts';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink, ButtonRow } from '#app/ui/button.tsx';
import { CheckboxField } from '#app/ui/checkbox-field.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { RadioCards } from '#app/ui/radio-cards.tsx';
import { SubmitBar } from '#app/ui/submit-bar.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { DeskList } from './desk-list.tsx';

type Desk = { slug: string; names: Names; phone: string; hours: string; takesRequests: boolean };

/** Before the first question: whom to call in danger, what is asked and kept, which desk. No answer is asked for yet. */
export function RequestStart({
  clientId,
  desks,
  handover,
  isBegun,
  lastResult,
  numbers,
}: {
  clientId: string;
  desks: readonly Desk[];
  handover: string;
  isBegun: boolean;
  lastResult?: SubmissionResult<string[]> | null;
  numbers: ReactNode;
}) {
  const { t, to, locale } = useWords();
  const typed = useReturned(lastResult);
  const open = desks.filter((desk) => desk.takesRequests);
  const [first] = open;
  if (!first)
    return (
      <div className="stack stack-large">
        <PageTitle lead={t('legal-intake.phone.lead')}>{t('legal-intake.phone.title')}</PageTitle>
        <DeskList desks={desks} />
        {numbers}
        <ButtonRow>
          <ButtonLink href={to(paths.legalRights())}>{t('legal-rights.title')}</ButtonLink>
        </ButtonRow>
      </div>
    );
  return (
    <div className="stack stack-large">
      <PageTitle lead={t('legal-intake.start.lead')}>{t('legal-intake.start.title')}</PageTitle>
      {numbers}
      {isBegun && (
        <Notice title={t('legal-intake.start.begun')}>
          <p>{t('legal-intake.start.begun.text')}</p>
          <ButtonLink tone="secondary" size="small" href={to(paths.legalRequestStep('receipt'))}>
            {t('legal-intake.start.go-on')}
          </ButtonLink>
        </Notice>
      )}
      <ErrorSummary errors={typed.errors} />
      <Form clientId={typed.value('clientId') ?? clientId} action={to(paths.legalRequest())}>
        <input type="hidden" name="handover" value={handover} />
        <ul className="grid list-disc gap-2 pl-6">
          <li>{t('legal-intake.start.note.1')}</li>
          <li>{t('legal-intake.start.note.2')}</li>
          <li>{t('legal-intake.start.note.3')}</li>
        </ul>
        {open.length === 1 ? (
          <input type="hidden" name="desk" value={first.slug} />
        ) : (
          <RadioCards
            name="desk"
            label={t('legal-intake.start.desk')}
            options={open.map((desk) => ({ value: desk.slug, label: desk.names[locale], hint: desk.hours }))}
            defaultValue={typed.value('desk')}
            error={typed.errors.desk}
          />
        )}
        <CheckboxField
          name="forSomebody"
          label={t('legal-intake.start.for-somebody')}
          hint={t('legal-intake.start.for-somebody.hint')}
          defaultChecked={typed.ticked('forSomebody')}
        />
        {/* People do not see it; robots fill it in. */}
        <div hidden>
          <label>
            Website <input name="website" tabIndex={-1} autoComplete="off" />
          </label>
        </div>
        <SubmitBar>
          <Button>{t('legal-intake.start.begin')}</Button>
        </SubmitBar>
      </Form>
    </div>
  );
}
