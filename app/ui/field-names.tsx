import { createContext, useContext, type ReactElement } from 'react';

/** `label`: null for a field whose label is more than words. */
type NamedField = { id: string; label: string | null; isWrong: boolean };
/** `askers`: who wants to know; empty where no summary of errors stands on the page. */
type FieldNames = { fields: Map<string, NamedField>; askers: Set<string> };

const FieldNamesContext = createContext<FieldNames | null>(null);

/**
 * Renders a page whose fields can be named before they come: a summary of errors stands over its form, so a page that
 * has one is rendered a second time, with the labels that the first time met.
 */
export function renderNamed(page: ReactElement, render: (page: ReactElement) => string): string {
  const names: FieldNames = { fields: new Map(), askers: new Set() };
  const named = <FieldNamesContext.Provider value={names}>{page}</FieldNamesContext.Provider>;
  const html = render(named);
  return names.askers.size > 0 ? render(named) : html;
}

/** For a field: what it is called. Of several with one name, links reach the first that is wrong. */
export function useNamedField({
  name,
  label,
  id,
  isWrong,
}: {
  name: string;
  label: unknown;
  id: string;
  isWrong: boolean;
}): void {
  const fields = useContext(FieldNamesContext)?.fields;
  const known = fields?.get(name);
  if (!fields || (known && (known.isWrong || !isWrong))) return;
  fields.set(name, { id, label: typeof label === 'string' ? label : null, isWrong });
}

/** For a summary of errors: the fields met so far; null where nobody keeps them (one piece rendered alone). */
export function useFieldNames(): ReadonlyMap<string, NamedField> | null {
  const names = useContext(FieldNamesContext);
  if (!names) return null;
  names.askers.add('summary');
  return names.fields;
}
