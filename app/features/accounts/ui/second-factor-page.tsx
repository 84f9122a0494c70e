import type { SubmissionResult } from '@conform-to/react';
import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { StateBadge } from '#app/ui/state-badge.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { AccountPage } from './account-page.tsx';
import { PasswordField } from './new-password-field.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

type Props = {
  factor: 'off' | 'begun' | 'on';
  codesLeft: number;
  setup: { secret: string; uri: string; qr: string } | null;
  host: string;
  /** Shown once, in the answer to the code that made them. */
  codes: readonly string[] | null;
  lastResult?: SubmissionResult<string[]>;
};

/** The second factor in its three states: off (begin), begun (scan and prove), on (codes left, renew, remove). */
export function SecondFactorPage({ codes, codesLeft, factor, host, lastResult, setup }: Props) {
  const { say, t, to } = useWords();
  const error = (field: string) => say(lastResult?.error?.[field]);
  const errors = { '': error('') ?? error('intent'), password: error('password'), code: error('code') };
  if (codes) {
    return (
      <Stack>
        <AccountPage title={t('accounts.factor.codes.title')}>
          <RecoveryCodes codes={codes} host={host} />
          <p className="no-print">
            <ButtonLink tone="secondary" href={to(paths.account())}>
              {t('accounts.factor.codes.done')}
            </ButtonLink>
          </p>
        </AccountPage>
      </Stack>
    );
  }
  return (
    <Stack>
      <ErrorSummary errors={errors} />
      <AccountPage title={t('accounts.factor.title')} lead={t('accounts.factor.lead')}>
        {factor === 'off' && (
          <Form>
            <PasswordField error={errors.password} hint={t('accounts.field.password.why')} />
            <Button name="intent" value="start">
              {t('accounts.factor.start')}
            </Button>
          </Form>
        )}
        {setup && <Enrolment setup={setup} error={errors.code} />}
        {factor === 'on' && (
          <>
            <p>
              <StateBadge tone="verified">{t('accounts.factor.on')}</StateBadge>
            </p>
            {codesLeft < 3 && <Notice tone="warning">{t('accounts.factor.codes.few', { count: codesLeft })}</Notice>}
            <Section id="codes" title={t('accounts.factor.codes.title')}>
              <p>{t('accounts.factor.codes.left', { count: codesLeft })}</p>
              <Form>
                <CodeField error={errors.code} />
                <Button tone="secondary" name="intent" value="renew">
                  {t('accounts.factor.codes.renew')}
                </Button>
              </Form>
            </Section>
            <p>
              <a href={to(paths.accountSecondFactorRemoval())}>{t('accounts.factor.remove')}</a>
            </p>
          </>
        )}
      </AccountPage>
    </Stack>
  );
}

function Enrolment({ error, setup }: { setup: NonNullable<Props['setup']>; error?: string[] }) {
  const { t } = useWords();
  return (
    <>
      <ol className="grid list-decimal gap-2 pl-6">
        <li>{t('accounts.factor.step.app')}</li>
        <li>{t('accounts.factor.step.scan')}</li>
        <li>{t('accounts.factor.step.code')}</li>
      </ol>
      <Card>
        <div className="grid justify-items-center gap-4 text-center">
          <img src={setup.qr} alt={t('accounts.factor.qr')} width={224} height={224} />
          <p>
            <a href={setup.uri}>{t('accounts.factor.open-app')}</a>
          </p>
          <div>
            <p className="meta">{t('accounts.factor.secret')}</p>
            <p className="select-all break-words text-lg" translate="no">
              <code>{setup.secret}</code>
            </p>
          </div>
        </div>
      </Card>
      <Form>
        <CodeField error={error} />
        <Button name="intent" value="confirm">
          {t('accounts.factor.confirm')}
        </Button>
      </Form>
      <Form inline>
        <Button tone="quiet" name="intent" value="cancel">
          {t('common.cancel')}
        </Button>
      </Form>
    </>
  );
}

/** Six digits of the app. */
export function CodeField({ error }: { error?: string[] }) {
  const { t } = useWords();
  return (
    <TextInput
      name="code"
      label={t('accounts.field.app-code')}
      hint={t('accounts.field.app-code.hint')}
      inputMode="numeric"
      autoComplete="one-time-code"
      width="short"
      required
      error={error}
    />
  );
}
