import { and, asc, eq, sql } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { communityPriorities } from '#db/schema/index.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';

/** One list: what a community wants first in a region in a year. */
export type PriorityList = { region: string; year: number };

export type PriorityChange =
  | ({ intent: 'add'; text: string; basis: string } & PriorityList)
  | { intent: 'up' | 'down' | 'remove'; id: string }
  | ({ intent: 'publish' | 'unpublish' } & PriorityList);

const isMove = (change: PriorityChange): change is Extract<PriorityChange, { id: string }> => 'id' in change;

export type PriorityRefusal = 'common.error.not-allowed' | 'watch.error.unknown' | 'watch.error.priorities-full';

/** A list longer than this is no list of priorities. */
export const MAX_PRIORITIES = 20;

/** Adds to, orders, shortens or publishes an organisation's list of priorities. Answers with the list that changed. */
export function orderPriorities(
  work: StaffWork,
  { clientId, change }: { clientId: string; change: PriorityChange },
): Promise<Result<PriorityList, PriorityRefusal>> {
  if (!mayHere(work, 'watch.write')) return Promise.resolve(refuse('common.error.not-allowed'));
  return workOnce(work, { command: 'order-priorities', clientId, content: change }, async (tx) => {
    // One list at a time: two people who press at once do not give two places the same rank.
    await tx.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${`priorities/${work.scope.organisationId}`}, 0))`,
    );
    const list = await listOf(tx, change);
    if (!list) return refuse('watch.error.unknown');
    const refusal = await apply(tx, work, list, change);
    if (refusal) return refuse(refusal);
    await audit(tx, work.scope, {
      action: `priorities.${change.intent}`,
      subjectType: 'priorities',
      subjectId: `${list.region}/${list.year}`,
    });
    return ok(list);
  });
}

async function listOf(tx: Tx, change: PriorityChange): Promise<PriorityList | undefined> {
  if (!isMove(change)) return { region: change.region, year: change.year };
  const [row] = await tx
    .select({ region: communityPriorities.region, year: communityPriorities.year })
    .from(communityPriorities)
    .where(eq(communityPriorities.id, change.id));
  return row;
}

async function apply(
  tx: Tx,
  { scope, now }: StaffWork,
  { region, year }: PriorityList,
  change: PriorityChange,
): Promise<PriorityRefusal | undefined> {
  const here = and(
    eq(communityPriorities.organisationId, scope.organisationId),
    eq(communityPriorities.region, region),
    eq(communityPriorities.year, year),
  );
  const rows = await tx.select().from(communityPriorities).where(here).orderBy(asc(communityPriorities.rank));
  if (change.intent === 'publish' || change.intent === 'unpublish') {
    await tx
      .update(communityPriorities)
      .set({ publishedAt: change.intent === 'publish' ? now : null })
      .where(here);
    return undefined;
  }
  if (change.intent === 'add') {
    if (rows.length >= MAX_PRIORITIES) return 'watch.error.priorities-full';
    await tx.insert(communityPriorities).values({
      id: newId(),
      organisationId: scope.organisationId,
      region,
      year,
      rank: rows.length + 1,
      text: change.text,
      basis: change.basis,
      // A published list stays one list.
      publishedAt: rows[0]?.publishedAt ?? null,
      createdAt: now,
    });
    return undefined;
  }
  if (!isMove(change)) return undefined;
  const at = rows.findIndex((row) => row.id === change.id);
  if (at < 0) return 'watch.error.unknown';
  const order = rows.map((row) => row.id);
  order.splice(at, 1);
  if (change.intent === 'remove') await tx.delete(communityPriorities).where(eq(communityPriorities.id, change.id));
  else order.splice(Math.min(order.length, Math.max(0, change.intent === 'up' ? at - 1 : at + 1)), 0, change.id);
  for (const [index, id] of order.entries())
    await tx
      .update(communityPriorities)
      .set({ rank: index + 1 })
      .where(eq(communityPriorities.id, id));
  return undefined;
}
