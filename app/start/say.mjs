/** A refusal that one clear sentence explains; printed without a stack, exit code 1. */
export class StartError extends Error {}

// A reader of our output that goes away (`npm start | head`) must not take the instance with it.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

/** One line of progress on the terminal. */
export function say(text) {
  process.stdout.write(`${text}\n`);
}

/** One line of trouble on the terminal. */
export function warn(text) {
  process.stderr.write(`${text}\n`);
}

/** Runs a step, printing what is done and, when it took noticeable time, how long. */
export async function step(title, work) {
  const from = performance.now();
  const result = await work();
  const seconds = (performance.now() - from) / 1000;
  say(`  ${title}${seconds >= 0.3 ? ` (${seconds.toFixed(1)} s)` : ''}`);
  return result;
}

/** Prints the error as a sentence when it is a refusal, with its stack when it is a fault. */
export function reportAndExit(error) {
  warn('');
  warn(error instanceof StartError ? error.message : (error?.stack ?? String(error)));
  process.exit(1);
}
