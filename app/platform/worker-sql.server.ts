import postgres from 'postgres';
import { env } from './env.server.ts';

/** The worker's own connections. Opened on first use, because the web process loads the same bundle. */
let opened: postgres.Sql | undefined;

export function workerPool(): postgres.Sql {
  opened ??= postgres(env().DATABASE_WORKER_URL, { max: 2, onnotice: () => undefined });
  return opened;
}

export async function closeWorkerPool(): Promise<void> {
  await opened?.end({ timeout: 5 });
}
