import autocannon, { type Request, type Result } from 'autocannon';

/** One reading: requests a second, milliseconds, bytes of an answer as it came over the wire. */
export type Reading = { rps: number; p50: number; p99: number; bytes: number };

const CONNECTIONS = 16;

/**
 * Sends the requests round and round for `seconds`. An answer other than the expected one ends the measuring: numbers
 * of a server that refuses say nothing.
 */
export function shoot(url: string, requests: Request[], seconds: number, expected: number): Promise<Reading> {
  return new Promise((resolve, reject) => {
    const run = autocannon(
      { url, connections: CONNECTIONS, duration: seconds, requests, timeout: 30 },
      (error: Error | null, result: Result) => {
        if (error) return reject(error);
        const answered = Object.entries(result.statusCodeStats ?? {}) as [string, { count?: number }][];
        const others = answered.filter(([status]) => Number(status) !== expected);
        const total = result.requests.total;
        if (others.length > 0 || result.errors > 0 || total === 0) {
          const found = others.map(([status, { count = 0 }]) => `${count} times ${status}`);
          if (result.errors > 0) found.push(`${result.errors} errors or timeouts`);
          const path = requests[0]?.path ?? '/';
          return reject(new Error(`${url}${path}: expected ${expected}, got ${found.join(', ') || 'nothing'}`));
        }
        return resolve({
          rps: total / result.duration,
          p50: result.latency.p50,
          p99: result.latency.p99,
          bytes: Math.round(result.throughput.total / total),
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
