import { and, eq, lte, ne, or } from 'drizzle-orm';
import { boardEntries, boardMatches } from '#db/schema/index.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import { readPairs, type BoardScope } from './entries.server.ts';
import { UNMATCHED_DAYS } from './rules/kinds.ts';
import type { BoardCounts } from './views.ts';

const DAY = 86_400_000;

/** What the board has for an organisation's day. Counts only. */
export function countBoard(scope: BoardScope, now: Date): Promise<BoardCounts> {
  const { organisationId } = scope;
  return withScope(scope, async (tx) => {
    const sides = or(eq(boardMatches.ownerId, organisationId), eq(boardMatches.proposerId, organisationId));
    return {
      answers: await tx.$count(
        boardMatches,
        and(eq(boardMatches.ownerId, organisationId), eq(boardMatches.state, 'proposed')),
      ),
      toConfirm: await tx.$count(
        boardMatches,
        and(sides, eq(boardMatches.state, 'done'), ne(boardMatches.doneBy, organisationId)),
      ),
      suggestions: new Set((await readPairs(tx, scope, now)).map(({ other }) => other.id)).size,
      unmatched: await tx.$count(
        boardEntries,
        and(
          eq(boardEntries.organisationId, organisationId),
          eq(boardEntries.state, 'open'),
          lte(boardEntries.createdAt, new Date(now.getTime() - UNMATCHED_DAYS * DAY)),
        ),
      ),
    };
  });
}
