import type { ReactNode } from 'react';
import { Field, useFieldId, type FieldWords } from './field.tsx';
import { classNames } from './class-names.ts';

export type RadioOption = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };

/** One of a few, each a card that the whole thumb can hit. `columns` puts short ones two abreast on phones, three on desks. */
export function RadioCards({
  name,
  label,
  hint,
  error,
  optional,
  options,
  defaultValue,
  columns,
  required,
}: FieldWords & {
  options: readonly RadioOption[];
  defaultValue?: string | null;
  columns?: boolean;
  required?: boolean;
}) {
  return (
    <Field name={name} label={label} hint={hint} error={error} optional={optional} group>
      <div className={classNames('choices', columns && 'choices-columns')}>
        {options.map((option) => (
          <Choice
            key={option.value}
            type="radio"
            name={name}
            option={option}
            checked={option.value === defaultValue}
            required={required}
          />
        ))}
      </div>
    </Field>
  );
}

/** Any of a few, each a card. Posts one `name` for each that is ticked. */
export function CheckboxCards({
  name,
  label,
  hint,
  error,
  optional,
  options,
  defaultValues = [],
  columns,
}: FieldWords & { options: readonly RadioOption[]; defaultValues?: readonly string[]; columns?: boolean }) {
  return (
    <Field name={name} label={label} hint={hint} error={error} optional={optional} group>
      <div className={classNames('choices', columns && 'choices-columns')}>
        {options.map((option) => (
          <Choice
            key={option.value}
            type="checkbox"
            name={name}
            option={option}
            checked={defaultValues.includes(option.value)}
          />
        ))}
      </div>
    </Field>
  );
}

function Choice({
  type,
  name,
  option,
  checked,
  required,
}: {
  type: 'radio' | 'checkbox';
  name: string;
  option: RadioOption;
  checked: boolean;
  required?: boolean;
}) {
  const id = `${useFieldId(name)}-${option.value.replace(/[^A-Za-z0-9_-]/g, '-')}`;
  return (
    <label className="choice" htmlFor={id}>
      <input
        id={id}
        type={type}
        name={name}
        value={option.value}
        defaultChecked={checked}
        disabled={option.disabled}
        required={required}
        aria-describedby={option.hint ? `${id}-hint` : undefined}
      />
      <span className="choice-text">
        <span className="choice-label">{option.label}</span>
        {option.hint && (
          <span className="choice-hint" id={`${id}-hint`}>
            {option.hint}
          </span>
        )}
      </span>
    </label>
  );
}
