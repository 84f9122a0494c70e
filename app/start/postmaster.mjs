import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine, isAlive, waitGone } from './processes.mjs';
import { say, StartError } from './say.mjs';

/** The server's own note: process id, port and state. */
export function readPidFile(data) {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), status: lines[7]?.trim() };
  } catch {
    return undefined;
  }
}

/** Stops a server that outlived its starter, and removes a note whose process id now belongs to another program. */
export async function stopOrphan(data) {
  const file = readPidFile(data);
  if (!file?.pid || !isAlive(file.pid)) return;
  const command = commandLine(file.pid);
  if (command === 'unknown' || (command.includes('postgres') && command.includes(data))) {
    say('  A database server of an earlier run is still there; stopping it first.');
    await stopPid(file.pid);
  } else {
    rmSync(join(data, 'postmaster.pid'), { force: true });
  }
}

/** Stops the server of this data directory; `force` gives up on an orderly end. */
export async function stop(pid, { bin }, data, { force = false } = {}) {
  if (process.platform === 'win32') {
    execFileSync(join(bin, 'pg_ctl'), ['stop', '-D', data, '-m', force ? 'immediate' : 'fast'], {
      stdio: 'ignore',
    });
  } else {
    await stopPid(pid, { force });
  }
}

/** Fast shutdown; after 10 s an immediate one (the next start then recovers from the log); after 5 more, the end. */
async function stopPid(pid, { force = false } = {}) {
  for (const [signal, patience] of [
    ['SIGINT', force ? 0 : 10_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 2_000],
  ]) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    if (await waitGone(pid, patience)) return;
  }
  throw new StartError(`The database server (process ${pid}) does not stop.`);
}
