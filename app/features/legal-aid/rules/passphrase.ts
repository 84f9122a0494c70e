import { passwordFault, type PasswordFault } from '#app/features/accounts/rules/passwords.ts';

/** A passphrase opens a vault that is copied with every backup: it is guessed at leisure, so it is longer than a password. */
export const PASSPHRASE_MIN = 15;

export type PassphraseFault = PasswordFault | 'legal-keys.error.short';

/** What is wrong with a new passphrase, or undefined: at least 15 characters, and what holds for every password here. */
export function passphraseFault(passphrase: string, personal: readonly string[]): PassphraseFault | undefined {
  if ([...passphrase].length < PASSPHRASE_MIN) return 'legal-keys.error.short';
  return passwordFault(passphrase, personal);
}
