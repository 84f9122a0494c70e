/**
 * E-mail addresses for comparing: trimmed, locale-free lower case ("I" must not become "ı").
 * Refuses what cannot be an address and anything that could break a mail header.
 */
export function normaliseEmail(input: string): string | null {
  const value = input.trim().toLowerCase().replaceAll('̇', '');
  return value.length <= 254 && /^[^\s@<>"',;:\\]+@[^\s@<>"',;:\\]+\.[^\s@<>"',;:\\.]{2,}$/.test(value) ? value : null;
}
