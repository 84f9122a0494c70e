/** A handed-over code: 8 digits in two groups, a day long, once. Short enough to be said on the phone. */
export const HANDOVER_DIGITS = 8;
export const HANDOVER_HOURS = 24;

/** `12345678` → `1234 5678`. */
export function groupDigits(code: string): string {
  return code.replace(/(\d{4})(?=\d)/g, '$1 ');
}

/** What a person types of it: spaces and dashes do not count. */
export function digitsOf(typed: string): string {
  return typed.replace(/\D/g, '');
}
