import type { ReactNode, SelectHTMLAttributes } from 'react';
import { useWords } from '#app/i18n/words-context.tsx';
import { classNames } from './class-names.ts';
import { useControlProps, Field, type FieldWords } from './field.tsx';

export type Option = { value: string; label: string; disabled?: boolean };
/** Options under a common name. */
export type OptionGroup = { label: string; options: readonly Option[] };

type Rest = Omit<SelectHTMLAttributes<HTMLSelectElement>, keyof FieldWords | 'id' | 'children'>;

/** One of many, by the browser's own list. `placeholder` is the empty first choice ("Seçin" by default, `null` for none). */
export function Select({
  name,
  label,
  hint,
  error,
  optional,
  options,
  placeholder,
  width,
  ...rest
}: FieldWords &
  Rest & { options: ReadonlyArray<Option | OptionGroup>; placeholder?: string | null; width?: 'short' | 'medium' }) {
  const { t } = useWords();
  return (
    <Field name={name} label={label} hint={hint} error={error} optional={optional}>
      <select
        {...rest}
        className={classNames('input select', width && `input-${width}`)}
        {...useControlProps({ name, hint, error })}
      >
        {placeholder !== null && <option value="">{placeholder ?? t('kit.choose')}</option>}
        {elementsOf(options)}
      </select>
    </Field>
  );
}

const made = new WeakMap<ReadonlyArray<Option | OptionGroup>, ReactNode>();

/** The options' elements, made once for each array: a list of districts is the same on every page. */
function elementsOf(options: ReadonlyArray<Option | OptionGroup>): ReactNode {
  let elements = made.get(options);
  if (elements === undefined) {
    elements = options.map((option) =>
      'options' in option ? (
        <optgroup key={option.label} label={option.label}>
          {option.options.map(one)}
        </optgroup>
      ) : (
        one(option)
      ),
    );
    made.set(options, elements);
  }
  return elements;
}

function one(option: Option) {
  return (
    <option key={option.value} value={option.value} disabled={option.disabled}>
      {option.label}
    </option>
  );
}
