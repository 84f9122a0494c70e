import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine } from './processes.mjs';
import { StartError } from './say.mjs';

/**
 * Takes the data folder for this process, or says who has it: two starters on one database folder would
 * stop each other's server. A lock left by a killed process is recognised and replaced.
 * `kind` is `start` or `command`. Answers `{ holder }` when a starter is running and `allowRunning` is set.
 */
export function takeLock(dataDir, kind, { allowRunning = false } = {}) {
  const file = join(dataDir, 'run', 'lock.json');
  for (;;) {
    try {
      writeFileSync(file, JSON.stringify({ pid: process.pid, kind }), { flag: 'wx', mode: 0o600 });
      return { release: () => rmSync(file, { force: true }) };
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = readHolder(file);
    if (!holder || !isStarter(holder.pid)) {
      rmSync(file, { force: true });
    } else if (allowRunning && holder.kind === 'start') {
      return { holder };
    } else if (holder.kind === 'start') {
      throw new StartError(`İcma is already running on ${dataDir} (process ${holder.pid}); stop it first.`);
    } else {
      throw new StartError(`Another command is working on ${dataDir} (process ${holder.pid}); wait for it to end.`);
    }
  }
}

function readHolder(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function isStarter(pid) {
  if (pid === process.pid) return false;
  const command = commandLine(pid);
  return command === 'unknown' || /start(\.mjs|\/run\.mjs)|tests\/run\.mjs/.test(command);
}
