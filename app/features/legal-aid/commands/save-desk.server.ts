import { eq } from 'drizzle-orm';
import { desks } from '#db/schema/legal-aid.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import type { DeskWork } from '../desk-staff.server.ts';
import { recipientsFor } from '../holders.server.ts';
import { recordLegal } from '../legal-audit.server.ts';
import { withLegalScope } from '../legal-scope.server.ts';
import { onceHere } from '../once-here.server.ts';

export type DeskSettings = { isOpen: boolean; phone: string; hours: string; firstReplyDays: number };

/** What the lead set for the intake, and whether two people could receive a request. */
export function readDesk({ scope }: Pick<DeskWork, 'scope'>): Promise<DeskSettings & { canReceive: boolean }> {
  const { organisationId } = scope;
  return withLegalScope(scope, async (tx) => {
    const [row] = await tx.select().from(desks).where(eq(desks.organisationId, organisationId));
    const canReceive = (await recipientsFor(tx, organisationId, [])) !== null;
    const { firstReplyDays = 3, hours = '', isOpen = false, phone = '' } = row ?? {};
    return { isOpen, phone, hours, firstReplyDays, canReceive };
  });
}

/** The lead opens or closes the intake and says whom to call. An open desk needs no number, a closed one shows it. */
export function saveDesk(
  { scope, staff, today }: DeskWork,
  { clientId, ...settings }: DeskSettings & { clientId: string },
): Promise<Result<{ done: true }, 'legal-intake.settings.error.phone'>> {
  const { organisationId } = scope;
  return withLegalScope(scope, (tx) =>
    onceHere<{ done: true }, 'legal-intake.settings.error.phone'>(
      tx,
      { clientId, command: 'save-desk', owner: staff.id, today },
      async () => {
        if (settings.phone === '') return refuse('legal-intake.settings.error.phone', 'phone');
        await tx
          .insert(desks)
          .values({ organisationId, ...settings })
          .onConflictDoUpdate({ target: desks.organisationId, set: settings });
        await recordLegal(tx, {
          organisationId,
          actorKind: 'staff',
          actorId: staff.id,
          action: settings.isOpen ? 'desk.open' : 'desk.close',
          today,
        });
        return ok({ done: true as const });
      },
    ),
  );
}
