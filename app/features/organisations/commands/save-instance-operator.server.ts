import { settings } from '#db/schema/index.ts';
import { ok, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import type { InstanceOperator } from '../settings.ts';

type Opened = { scope: Extract<Scope, { kind: 'operator' }>; now: Date };

/** Who runs this instance, shown on /privacy and in every consent; saving it confirms it. Nothing to refuse. */
export function saveInstanceOperator(
  { scope, now }: Opened,
  value: InstanceOperator,
): Promise<Result<undefined, never>> {
  return withScope(scope, async (tx) => {
    const row = { key: 'public.operator', value, confirmedAt: now, confirmedBy: scope.userId };
    await tx.insert(settings).values(row).onConflictDoUpdate({ target: settings.key, set: row });
    await audit(tx, scope, { action: 'instance.operator-saved', subjectType: 'settings', subjectId: row.key });
    return ok();
  });
}
