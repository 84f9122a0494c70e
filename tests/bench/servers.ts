import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process that is measured: ours (web, worker) or the bare server. */
export type Measured = { url: string; residentMb: () => number; stop: () => Promise<void>; kill: () => Promise<void> };

/** As `npm start` runs them: a small heap keeps the collector busy and the machine free. */
const HEAP = ['--max-old-space-size=128', '--max-semi-space-size=8'];

/** Starts `node script` and, when it listens on a port, waits until it is ready. */
export async function startProcess(script: string, env: Record<string, string>, port?: number): Promise<Measured> {
  const child = spawn(process.execPath, [...HEAP, script], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'warn',
      PORT: String(port ?? 0),
      ...env,
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const url = `http://127.0.0.1:${port}`;
  if (port !== undefined) await waitReady(child, url);
  return {
    url,
    residentMb: () => residentMb(child.pid),
    stop: async () => {
      child.kill('SIGTERM');
      await gone;
    },
    /** At once and without a word, as a machine that loses its power. */
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

async function waitReady(child: ChildProcess, url: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (child.exitCode !== null) break;
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(100);
  }
  child.kill('SIGKILL');
  throw new Error(`${url} did not become ready`);
}

/** Resident memory in MB as the kernel counts it; 0 where there is no /proc. */
function residentMb(pid: number | undefined): number {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Math.round(Number(kilobytes ?? 0) / 1024);
  } catch {
    // No /proc on this system: the figure is left out.
    return 0;
  }
}
