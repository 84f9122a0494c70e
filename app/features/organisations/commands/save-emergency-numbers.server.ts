import { settings } from '#db/schema/index.ts';
import { ok, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import type { EmergencyNumber } from '../settings.ts';

type Opened = { scope: Extract<Scope, { kind: 'operator' }>; now: Date };

/**
 * Keeps the emergency numbers in two lists: `public.emergency` holds those that the operator has confirmed today or
 * earlier and is what people in danger are shown; `draft.emergency` holds the rest, which nobody outside reads.
 */
export function saveEmergencyNumbers(
  { scope, now }: Opened,
  numbers: readonly EmergencyNumber[],
): Promise<Result<undefined, never>> {
  const lists = {
    'public.emergency': numbers.filter((entry) => entry.confirmedOn !== ''),
    'draft.emergency': numbers.filter((entry) => entry.confirmedOn === ''),
  };
  return withScope(scope, async (tx) => {
    for (const [key, value] of Object.entries(lists)) {
      const row = { key, value, confirmedAt: key.startsWith('public.') ? now : null, confirmedBy: scope.userId };
      await tx.insert(settings).values(row).onConflictDoUpdate({ target: settings.key, set: row });
    }
    await audit(tx, scope, {
      action: 'instance.emergency-saved',
      subjectType: 'settings',
      subjectId: 'public.emergency',
    });
    return ok();
  });
}
