import { classNames } from './class-names.ts';
import { useNamedField } from './field-names.tsx';
import { useControlProps, errorText, FieldMessage, type FieldWords } from './field.tsx';

/** One yes or no. Posts `value` ("on") when ticked. */
export function CheckboxField({
  name,
  label,
  hint,
  error,
  value = 'on',
  defaultChecked,
  required,
  disabled,
}: Omit<FieldWords, 'optional'> & {
  value?: string;
  defaultChecked?: boolean;
  required?: boolean;
  disabled?: boolean;
}) {
  const control = useControlProps({ name, hint, error });
  useNamedField({ name, label, id: control.id, isWrong: errorText(error) !== undefined });
  return (
    <div className={classNames('field field-check', errorText(error) && 'field-wrong')}>
      <label className="check" htmlFor={control.id}>
        <input
          type="checkbox"
          value={value}
          defaultChecked={defaultChecked}
          required={required}
          disabled={disabled}
          {...control}
        />
        <span>{label}</span>
      </label>
      {hint && (
        <p className="field-hint" id={`${control.id}-hint`}>
          {hint}
        </p>
      )}
      <FieldMessage name={name} error={error} />
    </div>
  );
}
