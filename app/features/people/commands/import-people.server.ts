import { and, desc, eq, inArray } from 'drizzle-orm';
import { peopleImports } from '#db/schema/index.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { deleteFile } from '#app/platform/files.server.ts';
import { enqueue, type Tasks } from '#app/platform/jobs.server.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import { inspectTable, keepTable, openTable, readRows } from '../import-file.server.ts';
import { decideRows, nothingSeen, type Seen } from '../import-plan.server.ts';
import { writeRows } from '../import-write.server.ts';
import {
  guessMapping,
  hasName,
  MOST_REFUSED,
  NO_REPORT,
  type ImportMapping,
  type ImportReport,
} from '../rules/import-columns.ts';
import { readImportRow, type ImportPerson } from '../rules/import-row.ts';

type MemberScope = Extract<Scope, { kind: 'member' }>;
type Row = typeof peopleImports.$inferSelect;
type Refused =
  'common.error.not-allowed' | 'people.error.gone' | 'people.import.error.busy' | 'people.import.error.mapping';

const CHUNK = 500;
/** Up to so many rows are worked on at once; a longer table is a job, and its page shows how far it is. */
const AT_ONCE = 1000;
/** A table that nobody confirmed is forgotten after two days. */
const KEPT_MS = 2 * 86_400_000;

/** Takes a table in, encrypted, with a guess of what its columns mean. Nothing of it is in the list yet. */
export async function startImport(work: StaffWork, { clientId, bytes }: { clientId: string; bytes: Uint8Array }) {
  if (!mayHere(work, 'people.import')) return refuse('common.error.not-allowed');
  const table = await inspectTable(bytes);
  if (!table.ok) return table;
  const { text, header, sample, rows } = table.value;
  return workOnce<{ importId: string }, never>(work, { command: 'people.import', clientId }, async (tx) => {
    const importId = newId();
    const { organisationId, userId } = work.scope;
    const fileKey = `imports/people/${importId}`;
    await keepTable(fileKey, importId, text);
    await enqueue(tx, 'files:delete', { keys: [fileKey] }, { runAt: new Date(work.now.getTime() + KEPT_MS) });
    await tx.insert(peopleImports).values({
      id: importId,
      organisationId,
      fileKey,
      header,
      rows,
      mapping: guessMapping(header, sample),
      createdBy: userId,
      createdAt: work.now,
    });
    await audit(tx, work.scope, { action: 'people.import-started', subjectType: 'people-import', subjectId: importId });
    return ok({ importId });
  });
}

export function getImport(scope: MemberScope, id: string): Promise<Row | undefined> {
  return withScope(scope, async (tx) => {
    const [row] = await tx
      .select()
      .from(peopleImports)
      .where(and(eq(peopleImports.id, id), eq(peopleImports.organisationId, scope.organisationId)));
    return row;
  });
}

export function listImports(scope: MemberScope) {
  return withScope(scope, (tx) =>
    tx
      .select({
        id: peopleImports.id,
        state: peopleImports.state,
        rows: peopleImports.rows,
        at: peopleImports.createdAt,
      })
      .from(peopleImports)
      .where(eq(peopleImports.organisationId, scope.organisationId))
      .orderBy(desc(peopleImports.createdAt))
      .limit(20),
  );
}

/** The first rows, so that whoever maps the columns sees what stands in them. */
export async function sampleOf({ fileKey, id }: Row): Promise<string[][]> {
  const text = await openTable(fileKey, id);
  const found: string[][] = [];
  if (text === undefined) return found;
  for await (const { cells } of readRows(text)) {
    found.push(cells);
    if (found.length > 3) break;
  }
  return found.slice(1);
}

/** Begins the dry run under a mapping, or, once that was shown, the writing. Each begins once. */
export async function advanceImport(
  work: StaffWork,
  importId: string,
  step: { to: 'checking'; mapping: ImportMapping } | { to: 'running' },
): Promise<Result<undefined, Refused>> {
  if (!mayHere(work, 'people.import')) return refuse('common.error.not-allowed');
  if (step.to === 'checking' && !hasName(step.mapping)) return refuse('people.import.error.mapping');
  const { organisationId } = work.scope;
  const begun = await withScope(work.scope, async (tx): Promise<Result<number, Refused>> => {
    const [row] = await tx
      .update(peopleImports)
      .set({ state: step.to, done: 0, ...(step.to === 'checking' ? { mapping: step.mapping, report: null } : {}) })
      .where(
        and(
          eq(peopleImports.id, importId),
          eq(peopleImports.organisationId, organisationId),
          inArray(peopleImports.state, step.to === 'checking' ? ['uploaded', 'checked', 'failed'] : ['checked']),
        ),
      )
      .returning({ rows: peopleImports.rows });
    if (!row) return refuse('people.import.error.busy');
    if (row.rows > AT_ONCE)
      await enqueue(tx, 'people:import', { organisationId, importId }, { key: `people-import/${importId}` });
    return ok(row.rows);
  });
  if (!begun.ok) return begun;
  if (begun.value <= AT_ONCE) await runImport({ organisationId, importId }, work.now);
  return ok();
}

/**
 * Reads the table from its beginning, in pieces: checks it or writes it, as its state says. Stopped in the middle it is
 * begun again, and finds what it wrote already among the known.
 */
export async function runImport({ organisationId, importId }: Tasks['people:import'], now: Date): Promise<void> {
  const scope: Scope = { kind: 'system', organisationId };
  const row = await withScope(
    scope,
    async (tx) => (await tx.select().from(peopleImports).where(eq(peopleImports.id, importId)))[0],
  );
  if (!row?.mapping || (row.state !== 'checking' && row.state !== 'running')) return;
  const isWriting = row.state === 'running';
  const text = await openTable(row.fileKey, importId);
  const finish = (state: Row['state'], report: ImportReport | null) =>
    withScope(scope, async (tx) => {
      await tx
        .update(peopleImports)
        .set({ state, report, done: row.rows, finishedAt: now })
        .where(eq(peopleImports.id, importId));
      if (state === 'done')
        await audit(tx, scope, { action: 'people.imported', subjectType: 'people-import', subjectId: importId });
    });
  if (text === undefined) return finish('failed', null);
  const report: ImportReport = structuredClone(NO_REPORT);
  const seen = nothingSeen();
  let waiting: ImportPerson[] = [];
  let read = -1;
  const flush = async () => {
    await workOn(scope, row, waiting, { seen, report, done: Math.max(read, 0), isWriting, now });
    waiting = [];
  };
  for await (const { cells, line } of readRows(text)) {
    read += 1;
    if (read === 0) continue;
    const result = readImportRow(cells, row.mapping);
    if ('person' in result) waiting.push(result.person);
    else {
      report.counts.refused += 1;
      if (report.refused.length < MOST_REFUSED) report.refused.push({ line, errors: result.errors });
    }
    if (waiting.length >= CHUNK) await flush();
  }
  await flush();
  await finish(isWriting ? 'done' : 'checked', report);
  if (isWriting) await deleteFile(row.fileKey);
}

type Run = { seen: Seen; report: ImportReport; done: number; isWriting: boolean; now: Date };

async function workOn(
  scope: Extract<Scope, { kind: 'system' }>,
  row: Row,
  rows: ImportPerson[],
  run: Run,
): Promise<void> {
  const { organisationId } = scope;
  await withScope(scope, async (tx) => {
    const decisions = await decideRows(tx, organisationId, rows, run.seen);
    for (const { outcome } of decisions) run.report.counts[outcome] += 1;
    if (run.isWriting) await writeRows(tx, { organisationId, userId: row.createdBy, now: run.now }, decisions);
    await tx.update(peopleImports).set({ done: run.done }).where(eq(peopleImports.id, row.id));
  });
}
