import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { organisationRegions, organisations } from '#db/schema/index.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { once } from '#app/platform/once.server.ts';
import type { settingsForm } from '../forms.ts';
import { pointOfTown } from '../town-point.server.ts';

type Refused = 'organisations.apply.error.regions';
type Opened = { scope: Extract<Scope, { kind: 'member' }> };

/**
 * Writes what an organisation says about itself: names, texts, town, regions, public contacts, legal particulars; it
 * may leave its network. Refuses a local organisation without a region: no report would ever reach it.
 */
export function updateOrganisation(
  { scope }: Opened,
  input: z.output<typeof settingsForm>,
): Promise<Result<undefined, Refused>> {
  const { organisationId } = scope;
  const form = { clientId: input.clientId, command: 'organisation.update', owner: organisationId };
  return withScope(scope, (tx) =>
    once<undefined, Refused>(tx, form, async () => {
      const [before] = await tx
        .select({ kind: organisations.kind, town: organisations.town })
        .from(organisations)
        .where(eq(organisations.id, organisationId));
      if (!before) throw new Error('A member at work in an organisation that is not there');
      if (before.kind !== 'network' && before.kind !== 'team' && input.regions.length === 0) {
        return refuse('organisations.apply.error.regions', 'regions');
      }
      const { clientId: _form, regions, leaveParent, isRegistered, ...texts } = input;
      await tx
        .update(organisations)
        .set({
          ...texts,
          isRegistered: isRegistered === 'yes',
          ...(leaveParent ? { parentId: null } : {}),
          // The dot on the map follows the town; a known office is not moved for another spelling.
          ...(before.town === input.town ? {} : pointOfTown(input.town, regions)),
        })
        .where(eq(organisations.id, organisationId));
      await tx.delete(organisationRegions).where(eq(organisationRegions.organisationId, organisationId));
      for (const region of regions) await tx.insert(organisationRegions).values({ organisationId, region });
      await audit(tx, scope, {
        action: 'organisation.updated',
        subjectType: 'organisation',
        subjectId: organisationId,
      });
      return ok();
    }),
  );
}
