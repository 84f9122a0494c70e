import type { InputHTMLAttributes, ReactNode, TextareaHTMLAttributes } from 'react';
import { useWords } from '#app/i18n/words-context.tsx';
import { useControlProps, Field, type FieldWords } from './field.tsx';
import { classNames } from './class-names.ts';

type InputRest = Omit<InputHTMLAttributes<HTMLInputElement>, keyof FieldWords | 'id'>;

/** One line of text. `width` says how much is expected: `short` for codes and numbers, `medium` for names, otherwise the whole measure. */
export function TextInput({
  name,
  label,
  hint,
  error,
  optional,
  width,
  after,
  type = 'text',
  ...rest
}: FieldWords & InputRest & { width?: 'short' | 'medium'; after?: ReactNode }) {
  return (
    <Field name={name} label={label} hint={hint} error={error} optional={optional}>
      <input
        type={type}
        {...rest}
        className={classNames('input', width && `input-${width}`)}
        {...useControlProps({ name, hint, error })}
      />
      {after}
    </Field>
  );
}

type AreaRest = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, keyof FieldWords | 'id'>;

/** Several lines of text; grows with what is typed where the browser can. With `maxLength` the hint names the limit. */
export function TextArea({ name, label, hint, error, optional, rows = 5, maxLength, ...rest }: FieldWords & AreaRest) {
  const { t } = useWords();
  const limit = maxLength === undefined ? null : t('kit.chars.most', { max: maxLength });
  const about = limit ? (
    <>
      {hint}
      {hint ? ' ' : null}
      {limit}
    </>
  ) : (
    hint
  );
  return (
    <Field name={name} label={label} hint={about} error={error} optional={optional}>
      <textarea
        rows={rows}
        maxLength={maxLength}
        {...rest}
        className="input"
        {...useControlProps({ name, hint: about, error })}
      />
    </Field>
  );
}
