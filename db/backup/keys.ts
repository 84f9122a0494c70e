import { readFileSync, writeFileSync } from 'node:fs';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { BackupRefusal } from './refusal.ts';

/**
 * Makes the pair of an offline key: the file is carried away and kept, the answer (`age1…`) is what the instance
 * encrypts to. The file is what the `age` program understands too.
 */
export async function makeKeyFile(file: string): Promise<string> {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  const text = `# İcma backup key. Keep it away from the instance; without it no backup can be read.\n# public key: ${recipient}\n${identity}\n`;
  try {
    writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    throw new BackupRefusal(`The key file ${file} cannot be written: ${(error as Error).message}.`);
  }
  return recipient;
}

/** The secret half out of a key file. */
export function readIdentity(file: string): string {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new BackupRefusal(`The key file ${file} cannot be read: ${(error as Error).message}.`);
  }
  const identity = text.split('\n').find((line) => line.startsWith('AGE-SECRET-KEY-'));
  if (!identity) throw new BackupRefusal(`${file} is not a backup key (it has no line AGE-SECRET-KEY-…).`);
  return identity.trim();
}
