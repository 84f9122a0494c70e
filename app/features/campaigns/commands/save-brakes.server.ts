import { settings } from '#db/schema/index.ts';
import { ok, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { BRAKE_KEYS, forgetBrakes, type Brakes } from '#app/platform/brakes.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';

type Opened = { scope: Extract<Scope, { kind: 'operator' }>; now: Date };

/** Pulls or lets go of the instance's brakes; every process follows within two seconds. Nothing to refuse. */
export async function saveBrakes({ scope, now }: Opened, brakes: Brakes): Promise<Result<undefined, never>> {
  await withScope(scope, async (tx) => {
    for (const name of Object.keys(BRAKE_KEYS) as (keyof Brakes)[]) {
      const row = { key: BRAKE_KEYS[name], value: brakes[name], confirmedAt: now, confirmedBy: scope.userId };
      await tx.insert(settings).values(row).onConflictDoUpdate({ target: settings.key, set: row });
    }
    await audit(tx, scope, { action: 'instance.brakes-saved', subjectType: 'settings', subjectId: 'brakes' });
  });
  forgetBrakes();
  return ok();
}
