/**
 * Fills an empty instance: the reference tables in every mode, the story and its people in the demo only.
 * Safe to run again: what is there already stays. Needs DATABASE_ADMIN_URL besides the usual environment.
 * `--issues N` adds N invented reports for measuring.
 */
import { parseArgs } from 'node:util';
import postgres from 'postgres';
import { isDemo } from '#app/platform/env.server.ts';
import { closePools } from '../client.server.ts';
import { seedDemo } from './demo/seed-demo.ts';
import { seedRequests } from './demo/seed-legal.ts';
import { seedManyIssues } from './many-issues.ts';
import { loadReference } from './reference/load.ts';

const { values } = parseArgs({ options: { issues: { type: 'string' } } });
const adminUrl = process.env.DATABASE_ADMIN_URL;
if (!adminUrl) throw new Error('DATABASE_ADMIN_URL must be set');

const sql = postgres(adminUrl, { max: 1, onnotice: () => undefined });
try {
  await loadReference(sql);
  const [someone] = await sql`select 1 from users limit 1`;
  if (isDemo() && !someone) await seedRequests(await seedDemo(sql, new Date()));
  if (values.issues) await seedManyIssues(sql, Number(values.issues));
} finally {
  await sql.end();
  await closePools();
}
