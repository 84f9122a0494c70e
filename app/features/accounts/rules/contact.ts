import { normaliseEmail } from '#app/kernel/email.ts';
import { normalisePhone } from '#app/kernel/phone.ts';

/** What a person signs in with; `value` is the one form it is compared in. */
export type Contact = { kind: 'email' | 'phone'; value: string };

/** An e-mail address or a phone number of the country, as people type them; null for anything else. */
export function parseContact(typed: string): Contact | null {
  const email = normaliseEmail(typed);
  if (email !== null) return { kind: 'email', value: email };
  const phone = normalisePhone(typed.trim());
  return phone === null ? null : { kind: 'phone', value: phone };
}

/** `rena@astara.az` → `r…@astara.az`: enough for its owner to know it by. */
export function maskEmail(email: string): string {
  const [name = '', host = ''] = email.split('@');
  return `${name.slice(0, 1)}…@${host}`;
}
