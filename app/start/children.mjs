import { spawn } from 'node:child_process';
import { closeSync, openSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT, pinnedNode } from './settings.mjs';
import { StartError, warn } from './say.mjs';

const LEASH = new URL('./leash.mjs', import.meta.url).href;
/** A child gets this long to finish its requests or its job before it is killed. */
const GRACE_MS = 10_000;
const LONGEST_BACKOFF_MS = 30_000;
/** A child that lived this long was healthy; its next crash is counted from one again. */
const HEALTHY_MS = 60_000;
/** A log file larger than this is emptied at the next start. */
const LOG_LIMIT = 5_000_000;

/** Scripts that run now. */
const scripts = new Set();

/** Has a process stopped with the others by `stopScripts`. */
export function trackScript(child) {
  scripts.add(child);
  child.on('close', () => scripts.delete(child));
}

/** Stops the scripts that run now (migration, seed, build, a command), and waits for them. */
export async function stopScripts() {
  const gone = [...scripts].map((child) => new Promise((resolve) => child.once('close', resolve)));
  for (const child of scripts) child.kill('SIGTERM');
  await Promise.all(gone);
}

/** Runs a script on the pinned Node.js to its end; `quiet` prints its output only when it fails. */
export function runNode(args, { env, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = quiet ? ['ignore', 'pipe', 'pipe'] : ['inherit', 'inherit', 'inherit'];
    const child = spawn(pinnedNode(), args, { cwd: ROOT, env, stdio });
    trackScript(child);
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) return resolve(output);
      if (quiet) process.stderr.write(output);
      const error = new StartError(`${args[0]} ended with ${signal ?? `code ${code}`}.`);
      reject(Object.assign(error, { exitCode: code ?? 1 }));
    });
  });
}

/** Opens the log file of a process for appending, emptied when it has grown too long. */
export function openLog(dataDir, name) {
  const file = join(dataDir, 'logs', `${name}.log`);
  const descriptor = openSync(file, 'a', 0o600);
  if (statSync(file).size > LOG_LIMIT) truncateSync(file);
  return descriptor;
}

/**
 * Keeps one process of the instance running: restarts it when it ends by itself (0.5 s, 1 s, 2 s … 30 s
 * between the tries) and stops it when asked.
 */
export class Child {
  #name;
  #args;
  #options;
  #process;
  #stopping = false;
  #failures = 0;

  /** `options`: `env`, and `log`, a file descriptor for its output, or undefined for the terminal. */
  constructor(name, args, options) {
    this.#name = name;
    this.#args = args;
    this.#options = options;
    this.#spawn();
  }

  /** How often it ended by itself since it was last healthy. */
  get failures() {
    return this.#failures;
  }

  #spawn() {
    const out = this.#options.log ?? 'inherit';
    const from = Date.now();
    this.#process = spawn(pinnedNode(), ['--import', LEASH, ...this.#args], {
      cwd: ROOT,
      env: this.#options.env,
      stdio: ['ignore', out, out, 'ipc'],
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    this.#process.on('exit', (code, signal) => void this.#onExit(code, signal, Date.now() - from));
  }

  async #onExit(code, signal, livedMs) {
    if (this.#stopping) return;
    this.#failures = livedMs > HEALTHY_MS ? 1 : this.#failures + 1;
    const wait = Math.min(500 * 2 ** (this.#failures - 1), LONGEST_BACKOFF_MS);
    warn(`${this.#name} ended by itself (${signal ?? `code ${code}`}); started again in ${wait / 1000} s.`);
    await sleep(wait);
    if (!this.#stopping) this.#spawn();
  }

  /** Asks it to stop and waits; after the grace it is killed. `force` kills at once. */
  async stop({ force = false } = {}) {
    this.#stopping = true;
    const child = this.#process;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(force ? 'SIGKILL' : 'SIGTERM');
    const patience = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
    await gone;
    clearTimeout(patience);
    if (typeof this.#options.log === 'number') closeSync(this.#options.log);
  }
}
