import { controlProps, Field, type FieldWords } from './field.tsx';

/** A file, or several. For photos keep the default `accept`; `capture` is left out on purpose, so that a phone offers both camera and album. */
export function FileInput({
  name,
  label,
  hint,
  error,
  optional,
  accept = 'image/jpeg,image/png,image/webp',
  multiple,
  required,
}: FieldWords & { accept?: string; multiple?: boolean; required?: boolean }) {
  return (
    <Field name={name} label={label} hint={hint} error={error} optional={optional}>
      <input
        type="file"
        accept={accept}
        multiple={multiple}
        required={required}
        className="input-file"
        {...controlProps({ name, hint, error })}
      />
    </Field>
  );
}
