import type { IncomingMessage, ServerResponse } from 'node:http';
import { collectDefaultMetrics, Registry, Histogram } from 'prom-client';
import { publicSql } from '#db/client.server.ts';

/** A plain handler in front of the framework, for speed; `app/front-routes.server.ts` lists them. */
export type HotPath = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

/** Whether the database answers. */
export async function probe(): Promise<boolean> {
  try {
    await publicSql`select 1`;
    return true;
  } catch {
    // Being unreachable is the answer here, not an error.
    return false;
  }
}

const registry = new Registry();
collectDefaultMetrics({ register: registry });
const durations = new Histogram({
  name: 'icma_request_seconds',
  help: 'Time to answer, by method and status class',
  labelNames: ['method', 'status'],
  buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
  registers: [registry],
});

export const metrics = {
  observe: (method: string, status: number, seconds: number) =>
    durations.observe({ method, status: `${Math.floor(status / 100)}xx` }, seconds),
  text: () => registry.metrics(),
  contentType: registry.contentType,
};
