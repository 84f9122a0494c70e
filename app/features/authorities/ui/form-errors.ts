import type { Words } from '#app/i18n/words-context.tsx';

/** A returned form's errors as sentences for the summary, for forms whose fields stand in several places. */
export function formErrors(
  error: Record<string, string[] | null> | undefined,
  say: Words['say'],
): { name?: string; message: string }[] {
  return Object.entries(error ?? {}).flatMap(([name, keys]) =>
    (say(keys) ?? []).map((message) => (name ? { name, message } : { message })),
  );
}
