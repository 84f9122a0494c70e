import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { CheckboxField } from '#app/ui/checkbox-field.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { ProgressSteps } from '#app/ui/progress-steps.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import type { OwnKeys } from '../own-keys.server.ts';
import type { StaffRole } from '../rules/desk.ts';
import { Fingerprint, NewPassphraseField, PrintedCode } from './key-parts.tsx';

type Props = {
  slug: string;
  clientId: string;
  name: string;
  role: StaffRole;
  step: 'operator' | 'factor' | 'keys' | 'waiting';
  keys: OwnKeys | null;
  host: string;
  lastResult?: Parameters<typeof useReturned>[0];
  /** Shown once, in the answer that made it. */
  code: string | null;
};

/** Entering the desk: second factor, keys with their passphrase, the printed code, and the wait for somebody to vouch. */
export function EnrolmentPage({ clientId, code, host, keys, lastResult, name, role, slug, step }: Props) {
  const { t, to } = useWords();
  const back = useReturned(lastResult);
  const steps = (['factor', 'keys', 'code', 'vouch'] as const).map((one) => t(`legal-keys.enrolment.step.${one}`));
  const current = code ? 2 : step === 'waiting' ? 3 : step === 'keys' ? 1 : 0;
  return (
    <Stack>
      <ErrorSummary errors={back.errors} />
      <PageTitle lead={t('legal-keys.enrolment.lead')}>{t('legal-keys.enrolment.title')}</PageTitle>
      {step === 'operator' ? (
        <Notice tone="danger">{t('legal-keys.error.operator')}</Notice>
      ) : (
        <>
          <ProgressSteps steps={steps} current={current} />
          {code ? (
            <PrintedCode code={code} host={host} action={to(paths.deskKeys(slug))} clientId={clientId} />
          ) : step === 'factor' ? (
            <Section title={t('legal-keys.enrolment.step.factor')} id="factor">
              <p>{t('legal-keys.enrolment.factor')}</p>
              <p>
                <ButtonLink href={to(paths.accountSecondFactor())}>
                  {t('legal-keys.enrolment.factor.action')}
                </ButtonLink>
              </p>
            </Section>
          ) : keys ? (
            <Waiting keys={keys} slug={slug} />
          ) : (
            <Form clientId={back.value('clientId', clientId)}>
              <TextInput
                name="shownName"
                label={t('legal-keys.shown-name')}
                hint={t('legal-keys.shown-name.hint')}
                width="medium"
                autoComplete="off"
                defaultValue={back.value('shownName', name)}
                error={back.errors.shownName}
              />
              {role !== 'custodian' && (
                <CheckboxField
                  name="isBar"
                  label={t('legal-keys.bar')}
                  hint={t('legal-keys.bar.hint')}
                  defaultChecked={back.ticked('isBar')}
                />
              )}
              <NewPassphraseField error={back.errors.newPassword} />
              <CheckboxField
                name="kept"
                label={t('legal-keys.enrolment.kept')}
                hint={t('legal-keys.enrolment.kept.hint')}
                error={back.errors.kept}
                required
              />
              <Button icon="lock">{t('legal-keys.enrolment.action')}</Button>
            </Form>
          )}
        </>
      )}
    </Stack>
  );
}

function Waiting({ keys, slug }: { keys: OwnKeys; slug: string }) {
  const { t, to } = useWords();
  const toOperator = !keys.hasRoot && keys.role === 'lead';
  return (
    <>
      <Notice tone="info" title={t('legal-keys.waiting.title')}>
        <p>{t(toOperator ? 'legal-keys.waiting.operator' : 'legal-keys.waiting.lead')}</p>
      </Notice>
      <Fingerprint value={keys.fingerprint} unlockHref={to(paths.deskUnlock(slug))} />
      {keys.codeWrittenOn === null && <Notice tone="warning">{t('legal-keys.code.unconfirmed')}</Notice>}
      <p>
        <ButtonLink tone="secondary" href={to(paths.deskKeys(slug))}>
          {t('legal-keys.keys.title')}
        </ButtonLink>
      </p>
    </>
  );
}
