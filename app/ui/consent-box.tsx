import type { ReactNode } from 'react';
import { useWords } from '#app/i18n/words-context.tsx';
import { CheckboxField } from './checkbox-field.tsx';
import type { FieldError } from './field.tsx';

/** One part of a consent: who, what for, which data, whom it reaches, how long, how to take it back. */
export type ConsentPart = { title: string; text: ReactNode };

/**
 * Consent as the law asks: the parts folded under one line, and a box the person ticks. Never ticked beforehand except
 * with what the person already sent. `intro` is the short form everybody reads.
 */
export function ConsentBox({
  name = 'consent',
  label,
  intro,
  parts,
  error,
  defaultChecked,
  open,
  required = true,
}: {
  name?: string;
  label: ReactNode;
  intro?: ReactNode;
  parts: readonly ConsentPart[];
  error?: FieldError;
  defaultChecked?: boolean;
  open?: boolean;
  required?: boolean;
}) {
  const { t } = useWords();
  return (
    <div className="consent">
      {intro && <p>{intro}</p>}
      <details open={open}>
        <summary>{t('kit.consent.read')}</summary>
        <dl>
          {parts.map((part) => (
            <div key={part.title}>
              <dt>{part.title}</dt>
              <dd>{part.text}</dd>
            </div>
          ))}
        </dl>
      </details>
      <CheckboxField name={name} label={label} error={error} defaultChecked={defaultChecked} required={required} />
    </div>
  );
}
