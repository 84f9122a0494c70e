import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { hashedId, seal } from '#app/platform/crypto.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { putFile } from '#app/platform/files.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { planImport, readTable, type TableRefusal } from '../import-plan.server.ts';
import type { ImportColumn } from '../rules/import-table.ts';
import { mayHere, type StaffWork } from '#app/platform/staff-work.server.ts';
import type { ImportPreview } from '../staff-views.ts';

/** How long a checked table waits for its confirmation. */
const KEPT_MS = 2 * 3_600_000;

type Refused = TableRefusal | 'common.error.not-allowed';
type MemberScope = Extract<Scope, { kind: 'member' }>;

/** Where a checked table waits, encrypted: it may hold what people said about each other. */
export function importKeyOf({ organisationId, userId }: MemberScope, fileId: string): { key: string; place: string } {
  const name = hashedId(`issue-import/${organisationId}/${userId}/${fileId}`);
  return { key: `imports/${name}`, place: `issue-imports:${name}` };
}

/**
 * The dry run of an import: reads an uploaded table, says row by row what would happen, and writes no report. The text
 * is kept for two hours under the form's id, so that confirming imports exactly what was looked at.
 */
export async function checkImport(
  work: StaffWork,
  { clientId, bytes }: { clientId: string; bytes: Uint8Array },
): Promise<Result<ImportPreview, Refused> & { missing?: ImportColumn[] }> {
  if (!mayHere(work, 'issue.import')) return refuse('common.error.not-allowed');
  const table = readTable(bytes);
  if (!table.ok) return table;
  const { key, place } = importKeyOf(work.scope, clientId);
  await putFile(key, new TextEncoder().encode(seal(table.value.text, place)));
  const { ready: _ready, ...preview } = await withScope(work.scope, async (tx) => {
    await enqueue(tx, 'files:delete', { keys: [key] }, { key, runAt: new Date(work.now.getTime() + KEPT_MS) });
    return planImport(tx, work.scope.organisationId, table.value, work.now);
  });
  return ok(preview);
}
