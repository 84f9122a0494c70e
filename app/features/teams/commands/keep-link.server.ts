import { and, eq, isNull } from 'drizzle-orm';
import { publicSql } from '#db/client.server.ts';
import { teamLinks } from '#db/schema/index.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import { LINK_TEXT_VERSION, type ShareKind } from '../rules/shares.ts';

type Refused = 'common.error.not-allowed' | 'teams.link.error.society';

/**
 * The candidate lets a society see these counts of her team. A new choice takes the place of an earlier one with the same
 * society: what she did not tick this time is not shown any more. Refuses anybody but her, and what is no public organisation.
 */
export async function linkSociety(
  work: StaffWork,
  { clientId, shares, society }: { clientId: string; society: string; shares: readonly ShareKind[] },
): Promise<Result<undefined, Refused>> {
  if (!mayHere(work, 'team.link')) return refuse('common.error.not-allowed');
  const [known] = await publicSql`select 1 from published.organisations where id = ${society}`;
  if (!known) return refuse('teams.link.error.society', 'society');
  const { now, scope } = work;
  return workOnce<undefined, Refused>(
    work,
    { command: 'team.link', clientId, content: { shares, society } },
    async (tx) => {
      await tx
        .update(teamLinks)
        .set({ revokedAt: now })
        .where(
          and(
            eq(teamLinks.organisationId, scope.organisationId),
            eq(teamLinks.societyId, society),
            isNull(teamLinks.revokedAt),
          ),
        );
      await tx.insert(teamLinks).values({
        id: newId(),
        organisationId: scope.organisationId,
        societyId: society,
        shares: [...shares],
        textVersion: LINK_TEXT_VERSION,
        consentedBy: scope.userId,
        consentedAt: now,
      });
      await audit(tx, scope, { action: 'team.linked', subjectType: 'organisation', subjectId: society });
      return ok();
    },
  );
}

/** She takes it back: from this moment the society sees nothing. Doing it twice is done once. */
export function unlinkSociety(
  work: StaffWork,
  { linkId }: { linkId: string },
): Promise<Result<undefined, 'common.error.not-allowed' | 'teams.error.unknown'>> {
  const { now, scope } = work;
  return withScope(scope, async (tx) => {
    if (!mayHere(work, 'team.link')) return refuse('common.error.not-allowed');
    const [link] = await tx
      .select({ societyId: teamLinks.societyId, revokedAt: teamLinks.revokedAt })
      .from(teamLinks)
      .where(eq(teamLinks.id, linkId))
      .for('update');
    if (!link) return refuse('teams.error.unknown');
    if (link.revokedAt === null) {
      await tx.update(teamLinks).set({ revokedAt: now }).where(eq(teamLinks.id, linkId));
      await audit(tx, scope, { action: 'team.unlinked', subjectType: 'organisation', subjectId: link.societyId });
    }
    return ok();
  });
}
