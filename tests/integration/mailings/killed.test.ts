import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { build } from 'vite';
import { getMailing } from '#app/features/mailings/queries.server.ts';
import { sendWaiting } from '#app/features/mailings/send-waiting.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { closeWorkerPool } from '#app/platform/worker-sql.server.ts';
import { ROOT } from '#tests/support/sources.ts';
import { adminConnection } from '#tests/support/story.ts';
import { astaraAtWork } from '../issues/staff-world.ts';
import { later, mailbox, NOON, sentMessage, somebody } from './mailings-world.ts';

const sql = adminConnection();
const at = astaraAtWork(sql);
const name = newId();
const folder = join(ROOT, 'build', `test-${name}`);
const program = join(folder, 'send.mjs');
const kept = join(folder, 'left.txt');
beforeAll(async () => {
  await sql`delete from people`;
  // Letters are written in tsx, which the runtime alone does not read.
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: 'tests/support/send-mailings-alone.ts',
      outDir: folder,
      target: 'esnext',
      rollupOptions: { output: { entryFileNames: 'send.mjs' } },
    },
  });
  writeFileSync(kept, '');
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await Promise.all([sql.end(), closeWorkerPool()]);
});

const addresses = [1, 2, 3, 4, 5, 6].map((n) => `olum${n}@sinaq.invalid`);
const leftSoFar = () => readFileSync(kept, 'utf8').split('\n').filter(Boolean);

it('sends each letter once when the mailer is killed in the middle, and says which one it cannot know', async () => {
  for (const address of addresses) await somebody(at.organisationId, address);
  const id = await sentMessage(at.organiser);
  const child = spawn(process.execPath, [program, kept, '3', NOON.toISOString()], { cwd: ROOT });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => chunk.toString().includes('stuck') && resolve());
    child.on('exit', () => reject(new Error(`ended by itself: ${said}`)));
  });
  const died = new Promise((resolve) => child.removeAllListeners('exit').on('exit', resolve));
  child.kill('SIGKILL');
  await died;
  expect(leftSoFar()).toHaveLength(3);

  const box = mailbox();
  const run = (minutes: number) => sendWaiting({ mailer: box, now: () => later(minutes), perMinute: 1000 });
  await run(1);
  await run(2);
  await run(30);
  const all = [...leftSoFar(), ...box.to()];
  expect(all.toSorted()).toEqual(addresses);
  expect(await getMailing(at.organiser.scope, id, later(31))).toMatchObject({
    state: 'sent',
    figures: { total: 6, sent: 5, unknown: 1, waiting: 0, failed: 0 },
  });
  // Whom nobody knows of is the one that was on its way.
  const [row] =
    await sql`select state, attempts from mailing_recipients where mailing_id = ${id} and state = 'claimed'`;
  expect(row).toEqual({ state: 'claimed', attempts: 1 });
}, 60_000);
