import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type postgres from 'postgres';

/** The built web process on a free port, with this test file's database. */
export interface TestServer {
  url: string;
  /** What it printed so far: one JSON object a line. */
  output: () => string;
  stop: () => Promise<void>;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Starts `app/server.ts` from the last build and waits until it is ready. */
export async function startServer(env: Record<string, string> = {}): Promise<TestServer> {
  const port = await freePort();
  const child = spawn(process.execPath, ['app/server.ts'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      VITEST: '',
      PORT: String(port),
      HOST: '127.0.0.1',
      LOG_LEVEL: 'info',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk));
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 200 && child.exitCode === null; tries += 1) {
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok) {
      return {
        url,
        output: () => text,
        stop: async () => {
          child.kill('SIGTERM');
          await gone;
        },
      };
    }
    await sleep(100);
  }
  child.kill('SIGKILL');
  throw new Error(`The web process did not start:\n${text}`);
}

/** A signed-in person's `Cookie` header, without going through the sign-in page. */
export async function cookieOf(sql: postgres.Sql, userId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const now = new Date();
  await sql`insert into sessions ${sql({
    id: createHash('sha256').update(token).digest('hex'),
    user_id: userId,
    expires_at: new Date(now.getTime() + 86_400_000),
    created_at: now,
    last_seen_at: now,
    proved_at: now,
  })}`;
  return `session=${token}`;
}

/** A person of the demo story by the key of their e-mail address (`rena`). */
export async function personId(sql: postgres.Sql, key: string): Promise<string> {
  const { readFileSync } = await import('node:fs');
  const people = JSON.parse(readFileSync(`${process.env.DATA_DIR}/demo-people.json`, 'utf8')) as {
    id: string;
    email: string | null;
  }[];
  const found = people.find((person) => person.email?.startsWith(`${key}@`));
  if (!found) throw new Error(`Nobody called ${key} in the story`);
  const [row] = await sql`select 1 from users where id = ${found.id}`;
  if (!row) throw new Error(`${key} is not in this database`);
  return found.id;
}
