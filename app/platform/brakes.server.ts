import { z } from 'zod';
import { appSql } from '#db/client.server.ts';

/**
 * What an operator can pull while it runs (/admin/brakes): letters to signers wait, nobody can sign anywhere, and how
 * often the counter adds up. Asked at most every two seconds, so that the spike pays nothing for it.
 */
export type Brakes = { holdsMail: boolean; isReadOnly: boolean; counterSeconds: number };

export const COUNTER_SECONDS = { least: 1, most: 60, usual: 3 } as const;
export const BRAKE_KEYS = {
  holdsMail: 'brake.mail',
  isReadOnly: 'brake.signing',
  counterSeconds: 'brake.counter',
} as const;

const KEPT_MS = 2000;
let kept: { until: number; brakes: Promise<Brakes> } | undefined;

const onOff = z.boolean().catch(false);
const seconds = z.number().int().min(COUNTER_SECONDS.least).max(COUNTER_SECONDS.most).catch(COUNTER_SECONDS.usual);

async function ask(): Promise<Brakes> {
  const rows = await appSql<
    { key: string; value: unknown }[]
  >`select key, value from settings where key like 'brake.%'`;
  const value = (key: string) => rows.find((row) => row.key === key)?.value;
  return {
    holdsMail: onOff.parse(value(BRAKE_KEYS.holdsMail)),
    isReadOnly: onOff.parse(value(BRAKE_KEYS.isReadOnly)),
    counterSeconds: seconds.parse(value(BRAKE_KEYS.counterSeconds)),
  };
}

export function readBrakes(): Promise<Brakes> {
  const now = performance.now();
  if (!kept || kept.until < now) {
    const brakes = ask();
    kept = { until: now + KEPT_MS, brakes };
    // A failed question is asked anew by the next one.
    brakes.catch(() => (kept = undefined));
  }
  return kept.brakes;
}

/** Asked anew at once: after a change, and in tests. */
export function forgetBrakes(): void {
  kept = undefined;
}
