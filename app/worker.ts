/**
 * The worker: runs what commands enqueued (mail, letters, digests, seals) and adds up the counters of campaigns. Its tasks come from the web's bundle,
 * because Node does not run `.tsx` and one build must serve both. Legal aid's are taken from their own room, which nobody
 * else may look into, the bundle's entry no more than others; they need no page.
 */
import { Logger, run } from 'graphile-worker';
import { closePools as closeOwnPools } from '#db/client.server.ts';
import { legalCrontab, legalTasks } from './features/legal-aid/legal-jobs.server.ts';
import { env } from './platform/env.server.ts';

const { DATABASE_WORKER_URL, ICMA_BUILD_DIR } = env();

const build = (await import(new URL(`../${ICMA_BUILD_DIR}/server/index.js`, import.meta.url).href)) as {
  entry: { module: typeof import('./entry.server.tsx') };
};
const { closePools, closeWorkerPool, crontab, log, startCounter, tasks } = build.entry.module;

const runner = await run({
  connectionString: DATABASE_WORKER_URL,
  concurrency: 4,
  pollInterval: 2000,
  noHandleSignals: true,
  taskList: { ...tasks, ...legalTasks },
  crontab: `${crontab}\n${legalCrontab}`,
  // One line a job would be a hundred lines a second while a village signs; what fails is said.
  logger: new Logger(() => (level, message) => {
    if (level === 'error') log.error(message);
    else if (level === 'warning') log.warn(message);
  }),
});
const counter = startCounter();
log.info('worker running');

let isStopping = false;
async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  await Promise.all([runner.stop(), counter.stop()]);
  await Promise.all([closePools(), closeOwnPools(), closeWorkerPool()]);
  process.exit(0);
}
process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());
await runner.promise;
