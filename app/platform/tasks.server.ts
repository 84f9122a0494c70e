import { createHash } from 'node:crypto';
import type { Task } from 'graphile-worker';
import { now } from './clock.server.ts';
import { deleteFile } from './files.server.ts';
import type { Tasks } from './jobs.server.ts';
import { deliverMail, forgetOldMail } from './mail.server.ts';
import { workerDb, workerPool } from './worker-sql.server.ts';

/** A link of the chain: this entry's hash covers the one before it, so that nothing in between can change unseen. */
export function sealOf(previous: string, entry: { id: string; at: string; row: string }): string {
  return createHash('sha256').update(`${previous}\n${entry.id}\n${entry.at}\n${entry.row}`).digest('hex');
}

/** Appends entries that no seal covers yet, oldest first, to the chain. One run at a time, by an advisory lock. */
async function sealAudit(): Promise<void> {
  await workerPool().begin(async (sql) => {
    await sql`select pg_advisory_xact_lock(hashtext('icma-audit-seal'))`;
    const [last] = await sql<
      { position: string; hash: string }[]
    >`select position, hash from audit_seals order by position desc limit 1`;
    let position = Number(last?.position ?? 0);
    let hash = last?.hash ?? 'icma';
    const entries = await sql<{ id: string; at: string; row: string }[]>`
      select e.id, e.at::text as at, jsonb_build_array(organisation_id, actor_id, actor_role, action, subject_type, subject_id)::text as row
      from audit_entries e left join audit_seals s on s.entry_id = e.id where s.entry_id is null order by e.id limit 5000`;
    for (const entry of entries) {
      position += 1;
      hash = sealOf(hash, entry);
      await sql`insert into audit_seals (position, entry_id, hash) values (${position}, ${entry.id}, ${hash})`;
    }
  });
}

/** Forgets what has had its time: sessions, tokens, limits, form ids, the demo's letters. */
async function housekeep(): Promise<void> {
  const sql = workerPool();
  await sql`delete from sessions where expires_at < now() or created_at < now() - interval '30 days'`;
  await sql`delete from account_tokens where expires_at < now() - interval '1 day'`;
  await sql`delete from rate_limits where expire < ${Date.now() - 3_600_000}`;
  await sql`delete from submissions where created_at < now() - interval '30 days'`;
  await forgetOldMail(workerDb(), now());
}

const payloadOf = <Name extends keyof Tasks>(payload: unknown) => payload as Tasks[Name];

export const platformTasks: Record<string, Task> = {
  'mail:send': async (payload) => deliverMail(workerDb(), payloadOf<'mail:send'>(payload).mailId, now()),
  'files:delete': async (payload) => {
    for (const key of payloadOf<'files:delete'>(payload).keys) await deleteFile(key);
  },
  'audit:seal': sealAudit,
  housekeeping: housekeep,
};
