import type { SubmissionResult } from '@conform-to/react';
import type { ReactNode } from 'react';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitBar } from '#app/ui/submit-bar.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import type { StepView } from '../draft-view.server.ts';
import { RequestCheck } from './request-check.tsx';
import { RequestChoice } from './request-choices.tsx';
import { RequestFiles } from './request-files.tsx';
import { ContactFields, StoryFields } from './request-words.tsx';
import type { StepProps } from './step-props.ts';

/** One question of the intake: where one is, the way back, the question, one button. */
export function RequestPage({
  lastResult,
  notice,
  numbers,
  view,
}: {
  view: StepView;
  lastResult?: SubmissionResult<string[]> | null;
  notice: 'dropped' | 'added' | 'removed' | null;
  numbers: ReactNode;
}) {
  const { t, to } = useWords();
  const typed = useReturned(lastResult);
  const { back, clientId, position, step } = view;
  return (
    <div className="stack">
      <p className="meta flex flex-wrap items-center gap-x-4">
        {back && (
          <a href={to(paths.legalRequestStep(back))} className="inline-flex items-center gap-1">
            <Icon name="back" size={18} />
            {t('legal-intake.back')}
          </a>
        )}
        <span>{t('kit.steps.position', position)}</span>
      </p>
      <PageTitle lead={t(`legal-intake.${step}.lead`)}>{t(`legal-intake.${step}.title`)}</PageTitle>
      {notice && (
        <Notice live tone={notice === 'dropped' ? 'warning' : 'success'}>
          {t(`legal-intake.notice.${notice}`)}
        </Notice>
      )}
      {numbers}
      <ErrorSummary errors={typed.errors} />
      {step === 'files' ? (
        <RequestFiles view={view} typed={typed} />
      ) : (
        <Form clientId={typed.value('clientId') ?? clientId}>
          <Fields view={view} typed={typed} />
          <SubmitBar>
            <Button>{t(step === 'check' ? 'legal-intake.check.send' : 'legal-intake.continue')}</Button>
          </SubmitBar>
        </Form>
      )}
      <p className="meta">{t('legal-intake.exit.note')}</p>
    </div>
  );
}

function Fields(props: StepProps) {
  const { step } = props.view;
  if (step === 'contact') return <ContactFields {...props} />;
  if (step === 'story') return <StoryFields {...props} />;
  if (step === 'check') return <RequestCheck {...props} />;
  return <RequestChoice {...props} />;
}
