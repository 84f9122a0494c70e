import type { ReactNode } from 'react';
import { FieldScopeProvider } from './field.tsx';

/**
 * A form that works without scripts: it posts and the answer is a redirect or the same page with what was typed.
 * `clientId` (a UUID made with the page) makes sending it twice have one effect. `files` sends it as multipart.
 * The browser's own bubbles are off: our sentences beside the fields say it in the person's language.
 */
export function Form({
  action,
  clientId,
  files,
  id,
  label,
  inline,
  scope,
  children,
}: {
  action?: string;
  clientId?: string;
  files?: boolean;
  id?: string;
  /** Names the form for screen readers, where a page has several. */
  label?: string;
  /** A form that is only a button beside other things. */
  inline?: boolean;
  /** Where several forms of a page have fields of one name: keeps their ids, and so their labels, apart. */
  scope?: string;
  children: ReactNode;
}) {
  return (
    <form
      method="post"
      action={action}
      id={id}
      aria-label={label}
      encType={files ? 'multipart/form-data' : undefined}
      className={inline ? 'form-inline' : 'form'}
      noValidate
    >
      {clientId && <input type="hidden" name="clientId" value={clientId} />}
      {scope === undefined ? children : <FieldScopeProvider value={scope}>{children}</FieldScopeProvider>}
    </form>
  );
}

/** Fields that belong together under one name. */
export function FieldGroup({ legend, hint, children }: { legend: ReactNode; hint?: ReactNode; children: ReactNode }) {
  return (
    <fieldset className="field-group">
      <legend>{legend}</legend>
      {hint && <p className="field-hint">{hint}</p>}
      {children}
    </fieldset>
  );
}

/** Two or three short fields side by side on desks. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className="field-row">{children}</div>;
}
