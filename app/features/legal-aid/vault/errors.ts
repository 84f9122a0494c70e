/** Why the vault refused: what was given has a wrong shape, or it does not open with this key in this place. */
export type VaultRefusal = 'bad-shape' | 'not-opened';

const MESSAGES: Readonly<Record<VaultRefusal, string>> = {
  'bad-shape': 'the vault was given something of a wrong shape',
  'not-opened': 'the vault does not open this here',
};

/**
 * The only error the vault throws on purpose. Its message is one of two constants and it carries no cause: errors end in
 * logs, and neither content nor keys nor addresses of cases may.
 */
export class VaultError extends Error {
  readonly refusal: VaultRefusal;

  constructor(refusal: VaultRefusal = 'not-opened') {
    super(MESSAGES[refusal]);
    this.name = 'VaultError';
    this.refusal = refusal;
  }
}
