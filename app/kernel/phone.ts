/**
 * Phone numbers of Azerbaijan as people write them (0XX…, +994…, spaces, dashes) → E.164, or null.
 * Codes as known in 2026 (facts: mobile 10, 50, 51, 55, 60, 70, 77, 99; districts 18, 2X, 36; Baku 12).
 */
export function normalisePhone(input: string): string | null {
  const digits = input.replaceAll(/[\s()\-.]/g, '');
  const international = digits
    .replace(/^00/, '+')
    .replace(/^0(?=\d{9}$)/, '+994')
    .replace(/^994/, '+994');
  return /^\+994(10|12|18|2\d|36|50|51|55|60|70|77|99)\d{7}$/.test(international) ? international : null;
}

/** `+994501234567` → `+994 50 123 45 67`. */
export function formatPhone(e164: string): string {
  return e164.replace(/^(\+994)(\d{2})(\d{3})(\d{2})(\d{2})$/, '$1 $2 $3 $4 $5');
}
