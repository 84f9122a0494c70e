import { sql } from 'drizzle-orm';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { proveOneself } from '#app/features/accounts/public.server.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { mayHere, type StaffWork } from '#app/platform/staff-work.server.ts';

type Refused =
  | 'common.error.not-allowed'
  | 'teams.erase.error.name'
  | 'teams.erase.error.code'
  | 'accounts.error.password'
  | 'common.error.too-many';

/**
 * Takes the team out of the instance: every row in every table, its mails, forms and jobs; its files follow. What stays says
 * only that some team was erased. Refuses anybody but the candidate, a name typed otherwise than it is, and whoever cannot
 * prove to be her by password or, where she has one, by the second factor.
 */
export async function eraseTeam(
  work: StaffWork & { teamName: string },
  { name, proof }: { name: string; proof: string },
): Promise<Result<undefined, Refused>> {
  const { actor, now, scope, teamName } = work;
  if (!mayHere(work, 'team.erase')) return refuse('common.error.not-allowed');
  if (name.normalize('NFC') !== teamName.normalize('NFC')) return refuse('teams.erase.error.name', 'name');
  const fault = await proveOneself(actor, proof, now);
  if (fault) return refuse(fault === 'code' ? 'teams.erase.error.code' : fault, 'proof');
  return withScope<Result<undefined, Refused>>(scope, async (tx) => {
    const [row] = await tx.execute<{ keys: string[] | null }>(sql`select app.erase_team() as keys`);
    if (!row?.keys) return refuse('common.error.not-allowed');
    if (row.keys.length > 0) await enqueue(tx, 'files:delete', { keys: row.keys });
    return ok();
  });
}
