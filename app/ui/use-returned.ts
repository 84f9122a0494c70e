import type { SubmissionResult } from '@conform-to/react';
import { useWords } from '#app/i18n/words-context.tsx';

/** A form that came back: what was typed in it and what is wrong with it, by field name. */
export type Returned = {
  value: (name: string, otherwise?: string | null) => string | undefined;
  list: (name: string, otherwise?: readonly string[]) => string[];
  /** Whether a box was ticked; `otherwise` only before the form was ever sent. */
  ticked: (name: string, otherwise?: boolean) => boolean;
  /** Sentences in the page's language. */
  errors: Record<string, string[]>;
};

type Result = Omit<SubmissionResult<string[]>, 'status'> & { status?: string };

/**
 * Reads an action's answer for one of the forms on a page: several forms are told apart by their `intent`. Without an
 * answer for this form everything is as it was before it was sent.
 */
export function useReturned(result: Result | null | undefined, intent?: string): Returned {
  const { say } = useWords();
  const typed = result?.initialValue as Record<string, unknown> | undefined;
  const isOurs = typed !== undefined && (intent === undefined || typed.intent === intent);
  const at = (name: string): unknown =>
    name
      .split(/[.[\]]+/)
      .filter(Boolean)
      .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], typed);
  const errors: Record<string, string[]> = {};
  if (isOurs) for (const [name, list] of Object.entries(result?.error ?? {})) if (list) errors[name] = say(list) ?? [];
  return {
    value: (name, otherwise) => {
      if (!isOurs) return otherwise ?? undefined;
      const value = at(name);
      return typeof value === 'string' ? value : '';
    },
    list: (name, otherwise = []) => {
      if (!isOurs) return [...otherwise];
      const value = at(name);
      return Array.isArray(value)
        ? value.filter((one) => typeof one === 'string')
        : typeof value === 'string'
          ? [value]
          : [];
    },
    ticked: (name, otherwise = false) => (isOurs ? at(name) === 'on' : otherwise),
    errors,
  };
}
