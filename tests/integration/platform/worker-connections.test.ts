import type { JobHelpers } from 'graphile-worker';
import { afterAll, expect, it } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { platformTasks } from '#app/platform/tasks.server.ts';
import { closeWorkerPool, workerPool } from '#app/platform/worker-sql.server.ts';

afterAll(() => closeWorkerPool());

it('a worker that has sent a letter still takes a moment as a moment', async () => {
  const at = new Date('2026-11-23T08:00:00Z');
  const ask = () => workerPool()<{ at: Date }[]>`select ${at}::timestamptz as at`;
  expect(await ask()).toEqual([{ at }]);
  await platformTasks['mail:send']?.({ mailId: newId() }, {} as JobHelpers);
  await platformTasks['housekeeping']?.({}, {} as JobHelpers);
  expect(await ask()).toEqual([{ at }]);
});
