import { workerPool } from '#app/platform/worker-sql.server.ts';
import { stopKey, touchKey } from './link.server.ts';
import { CAP } from './rules/pace.ts';

/**
 * What other pillars ask before they write to a bare address of their own (an index of platform/crypto `blindIndex`); the
 * worker alone may. Such a message counts like one of ours: `full` says the address got its few of the week, `stopped` that
 * it takes none.
 */
export async function claimAddress(index: string, at: Date): Promise<'claimed' | 'full' | 'stopped'> {
  const [row] = await workerPool()<{ outcome: 'claimed' | 'full' | 'stopped' }[]>`
    select app.claim_address(${touchKey(index)}, ${stopKey(index)}, ${at}, ${CAP.letters}, ${CAP.days}) as outcome`;
  return row?.outcome ?? 'stopped';
}

/** It surely did not leave. */
export async function giveAddressBack(index: string, at: Date): Promise<void> {
  await workerPool()`select app.give_address_back(${touchKey(index)}, ${at})`;
}

/** Nobody has this address. */
export async function stopAddress(index: string, at: Date): Promise<void> {
  await workerPool()`select app.stop_mailings_to(${stopKey(index)}, 'bounce', ${at})`;
}
