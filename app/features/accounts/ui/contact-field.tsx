import { useWords } from '#app/i18n/words-context.tsx';
import type { FieldError } from '#app/ui/field.tsx';
import { TextInput } from '#app/ui/text-input.tsx';

/** E-mail or phone in one field: people know which of the two they gave, the form does not have to ask. */
export function ContactField({
  defaultValue,
  error,
  hint,
}: {
  defaultValue?: string;
  error?: FieldError;
  hint?: string;
}) {
  const { t } = useWords();
  return (
    <TextInput
      name="contact"
      label={t('accounts.field.contact')}
      hint={hint ?? t('accounts.field.contact.hint')}
      width="medium"
      autoComplete="username"
      autoCapitalize="none"
      spellCheck={false}
      required
      defaultValue={defaultValue}
      error={error}
    />
  );
}
