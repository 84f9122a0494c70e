import { sql } from 'drizzle-orm';
import type { Task } from 'graphile-worker';
import { now as clock } from '#app/platform/clock.server.ts';
import { enqueue, type Tasks } from '#app/platform/jobs.server.ts';
import { log } from '#app/platform/log.server.ts';
import { withLegalScope, type LegalScope } from './legal-scope.server.ts';
import { runNight } from './nightly.server.ts';
import { notifyPeople } from './notify-people.server.ts';
import { pageDuty } from './page-duty.server.ts';
import { sweepUnlocks } from './unlock.server.ts';

type SystemScope = Extract<LegalScope, { kind: 'legal_system' }>;

async function listDesks(): Promise<SystemScope[]> {
  const rows = await withLegalScope({ kind: 'legal_door' }, (tx) =>
    tx.execute<{ id: string }>(sql`select app.legal_desk_ids() as id`),
  );
  return [...rows].map(({ id }) => ({ kind: 'legal_system', organisationId: id }));
}

/** Does something at every desk; one that fails does not keep the others. */
async function atEveryDesk(what: string, work: (scope: SystemScope) => Promise<unknown>): Promise<void> {
  for (const scope of await listDesks()) {
    try {
      await work(scope);
    } catch (error) {
      log.error({ kind: (error as Error).name, organisation: scope.organisationId }, `${what} failed`);
    }
  }
}

/** One job a desk, so that each is tried again by itself. */
async function enqueueNights(): Promise<void> {
  await atEveryDesk('queueing the night', (scope) =>
    withLegalScope(scope, (tx) =>
      enqueue(
        tx,
        'legal:nightly-desk',
        { organisationId: scope.organisationId },
        { key: `legal-night:${scope.organisationId}` },
      ),
    ),
  );
}

/** Legal aid's part of the worker; only app/worker.ts may reach into this room. */
export const legalTasks: Record<string, Task> = {
  'legal:notify': async (payload) => void (await notifyPeople(payload as Tasks['legal:notify'], clock())),
  'legal:nightly': enqueueNights,
  'legal:nightly-desk': async (payload) => {
    const { organisationId } = payload as Tasks['legal:nightly-desk'];
    await runNight({ kind: 'legal_system', organisationId }, clock());
  },
  'legal:sweep': () => atEveryDesk('the sweep', (scope) => sweepUnlocks(scope, clock())),
  'legal:page': () => atEveryDesk('paging', (scope) => pageDuty(scope, clock())),
};

/** In the worker's time (UTC); the night's work is done before the offices open. */
export const legalCrontab = [
  '* * * * * legal:sweep ?max=1',
  '* * * * * legal:page ?max=1',
  '40 1 * * * legal:nightly ?max=3&fill=4h',
].join('\n');
