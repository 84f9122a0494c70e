import { createContext, useContext, type ReactNode } from 'react';
import { useWords } from '#app/i18n/words-context.tsx';
import { classNames } from './class-names.ts';
import { useNamedField } from './field-names.tsx';

/** What went wrong with a field: one sentence, or several (the first is shown), or nothing. */
export type FieldError = string | readonly string[] | null | undefined;

/** The words around a control, the same for every kind of field. */
export type FieldWords = {
  /** The field's name in the form; its element is `f-<name>`, which ErrorSummary links to. */
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: FieldError;
  /** Says "istəyə görə" beside the label. Everything not so marked is asked for. */
  optional?: boolean;
};

/** The id of a field's control, from its name. */
export function fieldId(name: string): string {
  return `f-${name.replace(/[^A-Za-z0-9_-]/g, '-')}`;
}

/** Sets the fields of one form apart from those of another on the same page: names may repeat, ids may not. */
const FieldScope = createContext('');
export const FieldScopeProvider = FieldScope.Provider;

/** The id of a field's control in the form it stands in. */
export function useFieldId(name: string): string {
  const scope = useContext(FieldScope);
  return fieldId(scope === '' ? name : `${scope}-${name}`);
}

/** The one sentence to show for an error, or undefined. */
export function errorText(error: FieldError): string | undefined {
  return (typeof error === 'string' ? error : error?.[0]) || undefined;
}

/** The attributes that tie a control to its hint and error. Spread onto the control. */
export function useControlProps({ name, hint, error }: Pick<FieldWords, 'name' | 'hint' | 'error'>) {
  const id = useFieldId(name);
  const wrong = errorText(error) !== undefined;
  const about = [hint ? `${id}-hint` : '', wrong ? `${id}-error` : ''].filter(Boolean).join(' ');
  return { id, name, 'aria-describedby': about || undefined, 'aria-invalid': wrong || undefined };
}

/** The sentence beside a field that needs correcting. */
export function FieldMessage({ name, error }: { name: string; error?: FieldError }) {
  const { t } = useWords();
  const id = useFieldId(name);
  const text = errorText(error);
  if (!text) return null;
  return (
    <p className="field-error" id={`${id}-error`}>
      <span className="visually-hidden">{t('kit.error.prefix')} </span>
      {text}
    </p>
  );
}

/** A label, its hint, the control (children), the error under it. For a group of controls use `group`: it becomes a fieldset. */
export function Field({
  name,
  label,
  hint,
  error,
  optional,
  group,
  children,
}: FieldWords & { group?: boolean; children: ReactNode }) {
  const { t } = useWords();
  const id = useFieldId(name);
  useNamedField({ name, label, id, isWrong: errorText(error) !== undefined });
  const { id: groupId, name: _name, 'aria-invalid': _invalid, ...about } = useControlProps({ name, hint, error });
  const words = (
    <>
      {label}
      {optional && <span className="field-optional"> ({t('kit.optional')})</span>}
    </>
  );
  const rest = (
    <>
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children}
      <FieldMessage name={name} error={error} />
    </>
  );
  const className = classNames('field', errorText(error) && 'field-wrong');
  if (group) {
    return (
      <fieldset className={className} id={groupId} tabIndex={-1} {...about}>
        <legend>{words}</legend>
        {rest}
      </fieldset>
    );
  }
  return (
    <div className={className}>
      <label htmlFor={id}>{words}</label>
      {rest}
    </div>
  );
}
