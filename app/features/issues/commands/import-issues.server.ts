import { sql } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { issueEvents, issues } from '#db/schema/index.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { unseal } from '#app/platform/crypto.server.ts';
import { getFile } from '#app/platform/files.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { planImport, readTableText } from '../import-plan.server.ts';
import { publicPlace } from '../public-place.server.ts';
import { categoryByKey } from '../rules/categories.ts';
import { codeReason } from '../rules/event-codes.ts';
import type { ImportRow } from '../rules/import-table.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import { importKeyOf } from './check-import.server.ts';

type Refused =
  | 'issues.staff.import.error.gone'
  | 'issues.staff.import.error.wrong-rows'
  | 'issues.staff.import.error.nothing'
  | 'common.error.not-allowed';
export type Imported = { imported: number; duplicates: number };

const CHUNK = 200;

/**
 * Brings a checked table in, whole or not at all: one transaction, refused while a row is wrong. Each report waits as
 * `held` for a moderator; the day it was first made stands in its history. Confirming twice imports once.
 */
export function importIssues(
  work: StaffWork,
  { fileId, locale }: { fileId: string; locale: Locale },
): Promise<Result<Imported, Refused>> {
  return workOnce<Imported, Refused>(work, { command: 'issue.import', clientId: fileId }, async (tx) => {
    const { organisationId } = work.scope;
    if (!mayHere(work, 'issue.import')) return refuse('common.error.not-allowed');
    const { key, place } = importKeyOf(work.scope, fileId);
    const sealed = await getFile(key);
    const table = sealed ? readTableText(unseal(new TextDecoder().decode(sealed), place), 'utf-8') : undefined;
    if (!table?.ok) return refuse('issues.staff.import.error.gone');
    // Two colleagues with the same list: the second sees what the first brought in.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`issue-import/${organisationId}`}, 0))`);
    const plan = await planImport(tx, organisationId, table.value, work.now);
    if (plan.counts.wrong > 0) return refuse('issues.staff.import.error.wrong-rows');
    if (plan.ready.length === 0) return refuse('issues.staff.import.error.nothing');
    const rows = plan.ready.map(({ row }, at) => toIssue(work, row, locale, plan.ready.length - at));
    for (let from = 0; from < rows.length; from += CHUNK) await insertRows(tx, work, rows.slice(from, from + CHUNK));
    await enqueue(tx, 'files:delete', { keys: [key] }, { key });
    await audit(tx, work.scope, { action: 'issue.import', subjectType: 'issue-import', subjectId: fileId });
    return ok({ imported: rows.length, duplicates: plan.counts.duplicates });
  });
}

type NewRow = { issue: typeof issues.$inferInsert; reportedAt: Date };

/** `place` counts from the end: rows keep the file's order in the queue, a millisecond apart. */
function toIssue({ scope, now }: StaffWork, row: ImportRow, locale: Locale, place: number): NewRow {
  const category = categoryByKey(row.category);
  if (!category || category.sensitivity === 2) throw new Error('The plan let a category through that is never stored');
  const open = publicPlace(row.point, category.sensitivity, row.region, row.place);
  const at = new Date(now.getTime() - place);
  return {
    // Noon in the country: a day without an hour.
    reportedAt: new Date(`${row.date}T12:00:00+04:00`),
    issue: {
      id: newId(),
      organisationId: scope.organisationId,
      clientId: newId(),
      state: 'held',
      category: category.key,
      theme: category.theme,
      sensitivity: category.sensitivity,
      region: row.region,
      place: row.place,
      title: row.title,
      details: row.details,
      locale,
      source: 'import',
      enteredBy: scope.userId,
      exactLat: row.point?.lat ?? null,
      exactLng: row.point?.lng ?? null,
      publicLat: open?.lat ?? null,
      publicLng: open?.lng ?? null,
      createdAt: at,
      updatedAt: at,
    },
  };
}

async function insertRows(tx: Tx, { scope, now }: StaffWork, rows: readonly NewRow[]): Promise<void> {
  const who = {
    organisationId: scope.organisationId,
    actorId: scope.userId,
    actorRole: scope.role,
    kind: 'move' as const,
  };
  await tx.insert(issues).values(rows.map(({ issue }) => issue));
  await tx.insert(issueEvents).values(
    rows.flatMap(({ issue, reportedAt }) => [
      { ...who, id: newId(), issueId: issue.id, toState: 'received' as const, createdAt: reportedAt },
      {
        ...who,
        id: newId(),
        issueId: issue.id,
        fromState: 'received' as const,
        toState: 'held' as const,
        reason: codeReason('imported'),
        createdAt: now,
      },
    ]),
  );
}
