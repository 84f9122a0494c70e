import { sql } from 'drizzle-orm';
import { setTimeout as sleep } from 'node:timers/promises';
import { appDb } from '#db/client.server.ts';
import { readBrakes } from '#app/platform/brakes.server.ts';
import { now as clock } from '#app/platform/clock.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { log } from '#app/platform/log.server.ts';

/** Deltas that one step eats: some 40 ms of work. */
const STEP = 5000;
/** Every so many rounds all milestones are looked at, also of campaigns whose count did not move. */
const LOOK_AT_ALL = 20;

/**
 * One round of the roller: adds waiting deltas to the totals, stamps milestones that were reached and enqueues the letters
 * about them, in one transaction: killed in the middle, nothing has happened. True while there may be more to eat.
 */
export function rollUpSupport(now: Date, options: { isForAll?: boolean; step?: number } = {}): Promise<boolean> {
  return appDb.transaction(async (tx) => {
    const step = options.step ?? STEP;
    const moved = await tx.execute<{ id: string }>(sql`select app.roll_up_support(${step}) as id`);
    if (moved.length === 0 && !options.isForAll) return false;
    const ids = options.isForAll ? null : `{${moved.map(({ id }) => id).join(',')}}`;
    const reached = await tx.execute<{ milestone_id: string; campaign_id: string; organisation_id: string }>(
      sql`select milestone_id, campaign_id, organisation_id from app.stamp_milestones(${ids}::uuid[], ${now.toISOString()})`,
    );
    for (const { milestone_id: subjectId, campaign_id: campaignId, organisation_id: organisationId } of reached) {
      const key = `support:tell/${subjectId}/${organisationId}`;
      await enqueue(
        tx,
        'support:tell',
        { organisationId, campaignId, subject: 'milestone', subjectId, after: null },
        { key },
      );
    }
    return moved.length > 0;
  });
}

/** Eats until nothing waits. */
export async function drainSupport(now: Date): Promise<void> {
  while (await rollUpSupport(now));
}

/**
 * Counts for as long as the worker runs, every few seconds (a setting). Several workers may do it at once: the database lets
 * one roll at a time. A failure is logged and tried again the next time.
 */
export function startCounter(): { stop: () => Promise<void> } {
  const stopping = new AbortController();
  const run = async () => {
    for (let round = 0; !stopping.signal.aborted; round += 1) {
      let seconds = 3;
      try {
        ({ counterSeconds: seconds } = await readBrakes());
        await rollUpSupport(clock(), { isForAll: round % LOOK_AT_ALL === 0 });
        await drainSupport(clock());
      } catch (error) {
        log.error({ err: error }, 'the counter could not add up');
      }
      await sleep(seconds * 1000, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const running = run();
  return {
    stop: () => {
      stopping.abort();
      return running;
    },
  };
}
