import { readFileSync } from 'node:fs';

const LOOK_EVERY_MS = 500;
const SHELL = /^(sh|dash|bash|ash|zsh|busybox)$/;

/**
 * Calls back once when the npm that started this process is gone. npm runs scripts through a shell and hands signals on
 * to that shell only, which dies of them without telling anybody: `kill` of npm would leave the instance running.
 */
export function onNpmGone(callback) {
  if (!process.env.npm_lifecycle_event) return;
  const before = ancestors();
  const timer = setInterval(() => {
    if (ancestors() === before) return;
    clearInterval(timer);
    callback();
  }, LOOK_EVERY_MS);
  timer.unref();
}

/** The parent and, where that is npm's shell and the system tells, its parent; npm is one of the two. */
function ancestors() {
  const parent = process.ppid;
  if (process.platform !== 'linux') return String(parent);
  try {
    // "pid (name) state ppid …"; the name may hold anything, so it ends at the last bracket.
    const status = readFileSync(`/proc/${parent}/stat`, 'utf8');
    const end = status.lastIndexOf(')');
    const name = status.slice(status.indexOf('(') + 1, end);
    return SHELL.test(name) ? `${parent} ${status.slice(end).split(' ')[2]}` : String(parent);
  } catch {
    return 'gone';
  }
}
