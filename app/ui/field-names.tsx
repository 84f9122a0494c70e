import { createContext, useContext, type ReactElement } from 'react';

/** `labels`: null for a field whose label is more than words. `isAsked`: a summary of errors wants to know. */
type FieldNames = { labels: Map<string, string | null>; isAsked: boolean };

const FieldNamesContext = createContext<FieldNames | null>(null);

/**
 * Renders a page whose fields can be named before they come: a summary of errors stands over its form, so a page that
 * has one is rendered a second time, with the labels that the first time met.
 */
export function renderNamed(page: ReactElement, render: (page: ReactElement) => string): string {
  const names: FieldNames = { labels: new Map(), isAsked: false };
  const named = <FieldNamesContext.Provider value={names}>{page}</FieldNamesContext.Provider>;
  const html = render(named);
  return names.isAsked ? render(named) : html;
}

/** For a field: what it is called. Of two with the same name it is the first that links reach. */
export function useNamedField(name: string, label: unknown): void {
  const names = useContext(FieldNamesContext);
  if (names && !names.labels.has(name)) names.labels.set(name, typeof label === 'string' ? label : null);
}

/** For a summary of errors: the labels met so far; null where nobody keeps them (one piece rendered alone). */
export function useFieldNames(): ReadonlyMap<string, string | null> | null {
  const names = useContext(FieldNamesContext);
  if (!names) return null;
  names.isAsked = true;
  return names.labels;
}
