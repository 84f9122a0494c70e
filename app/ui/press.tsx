import type { ReactNode } from 'react';
import { Button, type ButtonTone } from './button.tsx';
import { classNames } from './class-names.ts';
import { Form } from './form.tsx';

/**
 * A form of the page that is only a button: `intent` says what is done, `fields` to which. With `ask` it cannot be done by a
 * slip of the thumb: the button opens the question, and the deed stands under it (without scripts, too; a second press folds it).
 */
export function Press({
  clientId,
  action,
  intent,
  fields = {},
  label,
  about,
  tone = 'quiet',
  size = 'small',
  ask,
}: {
  clientId: string;
  action?: string;
  intent: string;
  /** Hidden fields that say which. */
  fields?: Record<string, string>;
  label: string;
  /** What the button is about, for screen readers. */
  about?: string;
  tone?: ButtonTone;
  size?: 'normal' | 'small';
  /** The question that is asked before what cannot be undone. */
  ask?: string;
}) {
  const spoken = (
    <>
      {label}
      {about && <span className="visually-hidden">: {about}</span>}
    </>
  );
  const form = (
    <Form action={action} clientId={clientId} inline>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button tone={ask ? 'danger' : tone} size={size} name="intent" value={intent}>
        {spoken}
      </Button>
    </Form>
  );
  if (!ask) return form;
  return (
    <Ask label={spoken} tone={tone} size={size} question={ask}>
      {form}
    </Ask>
  );
}

/** The question before a deed that cannot be undone: `children`, the button that does it, stands under it once it is unfolded. */
export function Ask({
  label,
  question,
  tone = 'danger',
  size = 'normal',
  children,
}: {
  label: ReactNode;
  question: string;
  tone?: ButtonTone;
  size?: 'normal' | 'small';
  children: ReactNode;
}) {
  return (
    <details className="ask">
      <summary className={classNames('btn', `btn-${tone}`, size === 'small' && 'btn-small')}>
        <span>{label}</span>
      </summary>
      <div className="ask-deed">
        <p>{question}</p>
        {children}
      </div>
    </details>
  );
}
