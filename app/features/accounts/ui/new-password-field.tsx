import { useWords } from '#app/i18n/words-context.tsx';
import type { FieldError } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { PASSWORD_MIN } from '../rules/passwords.ts';

/** Where a new password is chosen; the hint says what makes a good one instead of rules for its letters. */
export function NewPasswordField({ error, label }: { error?: FieldError; label?: string }) {
  const { t } = useWords();
  return (
    <TextInput
      name="newPassword"
      type="password"
      width="medium"
      autoComplete="new-password"
      required
      label={label ?? t('accounts.field.new-password')}
      hint={t('accounts.field.new-password.hint', { min: PASSWORD_MIN })}
      error={error}
    />
  );
}

/** The password a person has, asked for again before something that matters. */
export function PasswordField({ error, hint, label }: { error?: FieldError; hint?: string; label?: string }) {
  const { t } = useWords();
  return (
    <TextInput
      name="password"
      type="password"
      width="medium"
      autoComplete="current-password"
      required
      label={label ?? t('accounts.field.password')}
      hint={hint}
      error={error}
    />
  );
}
