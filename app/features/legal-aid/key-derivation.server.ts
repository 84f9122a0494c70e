import { hashRaw } from '@node-rs/argon2';
import { inTurn } from '#app/platform/passwords.server.ts';

/** Argon2id (id 2 in the library's numbering): 64 MiB, three passes, one lane; some 0.3 s. Stored beside each salt. */
export const DERIVATION = { algorithm: 2, memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;
export type Derivation = Readonly<{ memoryCost: number; timeCost: number; parallelism: number }>;

/** 32 bytes from a passphrase or a receipt's secret and their own salt (16 bytes). Runs in turn on the thread pool. */
export async function deriveKey(secret: string, salt: Uint8Array, cost: Derivation = DERIVATION): Promise<Uint8Array> {
  const bytes = await inTurn(() =>
    hashRaw(secret.normalize('NFKC'), {
      algorithm: DERIVATION.algorithm,
      memoryCost: cost.memoryCost,
      timeCost: cost.timeCost,
      parallelism: cost.parallelism,
      salt: Buffer.from(salt),
      outputLen: 32,
    }),
  );
  return new Uint8Array(bytes);
}
