import { useWords } from '#app/i18n/words-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { CheckboxField } from '#app/ui/checkbox-field.tsx';
import type { FieldError } from '#app/ui/field.tsx';
import { Form } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/stack.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { PASSPHRASE_MIN } from '../rules/passphrase.ts';

/** The passphrase a person has. */
export function PassphraseField({ error, hint }: { error?: FieldError; hint?: string }) {
  const { t } = useWords();
  return (
    <TextInput
      name="password"
      type="password"
      width="medium"
      autoComplete="off"
      required
      label={t('legal-keys.passphrase')}
      hint={hint}
      error={error}
    />
  );
}

/** Where a passphrase is chosen; not the password of the account, and kept by no password manager without being asked. */
export function NewPassphraseField({ error }: { error?: FieldError }) {
  const { t } = useWords();
  return (
    <TextInput
      name="newPassword"
      type="password"
      width="medium"
      autoComplete="new-password"
      required
      label={t('legal-keys.new-passphrase')}
      hint={t('legal-keys.new-passphrase.hint', { min: PASSPHRASE_MIN })}
      error={error}
    />
  );
}

/** What people read to each other to be sure of a key. */
export function Fingerprint({ value, unlockHref }: { value: string | null; unlockHref?: string }) {
  const { t } = useWords();
  // Reckoned from the opened keys: while they are closed there is nothing to read out.
  if (value === null)
    return (
      <Section title={t('legal-keys.fingerprint')} id="fingerprint">
        <p>
          {t('legal-keys.fingerprint.closed')} {unlockHref && <a href={unlockHref}>{t('legal-keys.unlock.title')}</a>}
        </p>
      </Section>
    );
  return (
    <Section title={t('legal-keys.fingerprint')} id="fingerprint">
      <p className="text-muted">{t('legal-keys.fingerprint.hint')}</p>
      <p className="select-all break-words text-lg" translate="no">
        <code>{value}</code>
      </p>
    </Section>
  );
}

/** The printed code, this once, and the word of its owner that it is written down. */
export function PrintedCode({
  action,
  clientId,
  code,
  host,
  error,
}: {
  code: string;
  host: string;
  action: string;
  clientId: string;
  error?: FieldError;
}) {
  const { t } = useWords();
  return (
    <>
      <Notice tone="warning" live title={t('legal-keys.code.once')}>
        <p>{t('legal-keys.code.keep')}</p>
      </Notice>
      <Card>
        <p className="meta">{t('legal-keys.code.for', { host })}</p>
        <p className="select-all text-xl" translate="no">
          <code>
            {code.split(/(?<=-)/).map((group, at) => (
              <span key={at} className="inline-block">
                {group}
              </span>
            ))}
          </code>
        </p>
      </Card>
      <Form action={action} clientId={clientId} scope="written">
        <input type="hidden" name="intent" value="written" />
        <CheckboxField name="written" label={t('legal-keys.code.written')} error={error} required />
        <Button>{t('legal-keys.code.continue')}</Button>
      </Form>
    </>
  );
}
