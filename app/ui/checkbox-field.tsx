import { classNames } from './class-names.ts';
import { useNamedField } from './field-names.tsx';
import { controlProps, errorText, fieldId, FieldMessage, type FieldWords } from './field.tsx';

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
  useNamedField(name, label);
  return (
    <div className={classNames('field field-check', errorText(error) && 'field-wrong')}>
      <label className="check" htmlFor={fieldId(name)}>
        <input
          type="checkbox"
          value={value}
          defaultChecked={defaultChecked}
          required={required}
          disabled={disabled}
          {...controlProps({ name, hint, error })}
        />
        <span>{label}</span>
      </label>
      {hint && (
        <p className="field-hint" id={`${fieldId(name)}-hint`}>
          {hint}
        </p>
      )}
      <FieldMessage name={name} error={error} />
    </div>
  );
}
