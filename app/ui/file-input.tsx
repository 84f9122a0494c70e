import { useWords } from '#app/i18n/words-context.tsx';
import { useControlProps, Field, useFieldId, type FieldWords } from './field.tsx';
import { Icon } from './icon.tsx';

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
  const { t } = useWords();
  return (
    <Field name={name} label={label} hint={hint} error={error} optional={optional}>
      {/* The browser's own button speaks the browser's language: ours stands in its place, the chosen names stay the browser's. */}
      <div className="input-file">
        <label className="input-file-pick" htmlFor={useFieldId(name)} aria-hidden="true">
          <Icon name="plus" size={18} />
          {t(accept.startsWith('image/') ? 'kit.file.picture' : 'kit.file.file')}
        </label>
        <input
          type="file"
          accept={accept}
          multiple={multiple}
          required={required}
          {...useControlProps({ name, hint, error })}
        />
      </div>
    </Field>
  );
}
