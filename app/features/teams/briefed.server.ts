import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { briefingAnswers, briefings } from '#db/schema/index.ts';
import { isBriefedBy, stillToPass, type BriefingNeed, type BriefingPass } from './rules/briefing.ts';

/** What the team of this scope has to know. */
function neededBriefings(tx: Tx): Promise<BriefingNeed[]> {
  return tx
    .select({ id: briefings.id, neededVersion: briefings.neededVersion })
    .from(briefings)
    .where(isNull(briefings.archivedAt));
}

/** What somebody has passed in the team of this scope. */
export function passedBriefings(tx: Tx, userId: string): Promise<BriefingPass[]> {
  return tx
    .selectDistinct({ briefingId: briefingAnswers.briefingId, version: briefingAnswers.version })
    .from(briefingAnswers)
    .where(and(eq(briefingAnswers.userId, userId), briefingAnswers.isPassed));
}

/**
 * Whether a member of the team in whose scope `tx` works is briefed: every briefing passed in a version that still
 * counts. A team without any briefing has briefed nobody.
 */
export async function isBriefed(tx: Tx, userId: string): Promise<boolean> {
  return isBriefedBy(await neededBriefings(tx), await passedBriefings(tx, userId));
}

/** How many briefings of the team a member still has to pass. */
export async function countToPass(tx: Tx, userId: string): Promise<number> {
  return stillToPass(await neededBriefings(tx), await passedBriefings(tx, userId)).length;
}
