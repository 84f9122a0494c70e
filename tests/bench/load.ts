import autocannon, { type Request, type Result } from 'autocannon';

/** One measured minute part: requests a second, milliseconds, bytes of a body as it came over the wire. */
export type Reading = { rps: number; p50: number; p99: number; bytes: number; failed: number };

const CONNECTIONS = 16;

/** Sends the requests round and round for `seconds`. Answers other than the expected count as failed. */
export function shoot(url: string, requests: Request[], seconds: number, expected: number): Promise<Reading> {
  return new Promise((resolve, reject) => {
    const run = autocannon(
      { url, connections: CONNECTIONS, duration: seconds, requests, timeout: 30 },
      (error: Error | null, result: Result) => {
        if (error) return reject(error);
        const answered = Object.entries(result.statusCodeStats ?? {}) as [string, { count?: number }][];
        const good = answered
          .filter(([status]) => Number(status) === expected)
          .reduce((sum, [, { count = 0 }]) => sum + count, 0);
        const total = result.requests.total || 1;
        return resolve({
          rps: good / result.duration,
          p50: result.latency.p50,
          p99: result.latency.p99,
          bytes: Math.round(result.throughput.total / total),
          failed: total - good + result.errors + result.timeouts,
        });
      },
    );
    run.on('error', reject);
  });
}

/** The middle one by requests a second. */
export function median(readings: readonly Reading[]): Reading {
  const sorted = [...readings].sort((a, b) => a.rps - b.rps);
  return sorted[Math.floor(sorted.length / 2)] as Reading;
}
