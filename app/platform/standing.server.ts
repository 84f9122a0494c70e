import { and, gt, isNull, or, sql, type SQL } from 'drizzle-orm';
import { memberships } from '#db/schema/index.ts';

/** Rows of `memberships` that stand now: neither ended nor run out. The same as the database asks itself (db/guards/010-scope.sql `at_work`). */
export const isStanding = (): SQL =>
  and(isNull(memberships.endedAt), or(isNull(memberships.expiresAt), gt(memberships.expiresAt, sql`now()`))) as SQL;
