import { useWords } from '#app/i18n/words-context.tsx';
import { paths } from '#app/paths.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Button } from '#app/ui/button.tsx';
import { CheckboxField } from '#app/ui/checkbox-field.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Form } from '#app/ui/form.tsx';
import { PageTitle } from '#app/ui/heading.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section, Stack } from '#app/ui/stack.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { useReturned } from '#app/ui/use-returned.ts';
import { NewPassphraseField, PrintedCode } from './key-parts.tsx';

type Props = {
  slug: string;
  clientIds: { code: string; lost: string };
  host: string;
  lastResult?: Parameters<typeof useReturned>[0];
  code: string | null;
};

/** For a forgotten passphrase: the printed code, or new keys for which the desk vouches anew. */
export function RecoveryPage({ clientIds, code, host, lastResult, slug }: Props) {
  const { t, to } = useWords();
  const byCode = useReturned(lastResult, 'code');
  const lost = useReturned(lastResult, 'lost');
  return (
    <Stack gap="large">
      <ErrorSummary errors={{ ...byCode.errors, ...lost.errors }} />
      <Breadcrumb
        items={[
          { label: t('legal-keys.unlock.title'), href: to(paths.deskUnlock(slug)) },
          { label: t('legal-keys.recovery.title') },
        ]}
      />
      <PageTitle lead={t('legal-keys.recovery.lead')}>{t('legal-keys.recovery.title')}</PageTitle>
      {code ? (
        <PrintedCode code={code} host={host} action={to(paths.deskKeys(slug))} clientId={clientIds.code} />
      ) : (
        <>
          <Section title={t('legal-keys.recovery.code')} id="code">
            <Form clientId={byCode.value('clientId', clientIds.code)} scope="code">
              <input type="hidden" name="intent" value="code" />
              <TextInput
                name="code"
                label={t('legal-keys.recovery.printed')}
                hint={t('legal-keys.recovery.printed.hint')}
                autoComplete="off"
                required
                error={byCode.errors.code}
              />
              <NewPassphraseField error={byCode.errors.newPassword} />
              <Button icon="lock">{t('legal-keys.recovery.action')}</Button>
            </Form>
          </Section>
          <Section title={t('legal-keys.lost.title')} id="lost">
            <Notice tone="warning">{t('legal-keys.lost.text')}</Notice>
            <Form clientId={lost.value('clientId', clientIds.lost)} scope="lost">
              <input type="hidden" name="intent" value="lost" />
              <TextInput
                name="code"
                label={t('legal-keys.lost.factor')}
                hint={t('legal-keys.lost.factor.hint')}
                inputMode="numeric"
                autoComplete="one-time-code"
                width="short"
                required
                error={lost.errors.code}
              />
              <NewPassphraseField error={lost.errors.newPassword} />
              <CheckboxField
                name="understood"
                label={t('legal-keys.lost.understood')}
                error={lost.errors.understood}
                required
              />
              <Button tone="danger">{t('legal-keys.lost.action')}</Button>
            </Form>
          </Section>
        </>
      )}
    </Stack>
  );
}
