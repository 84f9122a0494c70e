import { sql } from 'drizzle-orm';
import type { LegalTx } from '#db/legal-aid-client.server.ts';

/** Which of these cases may stand against another case of the desk. Says nothing about the other one (guarantee G23). */
export async function possibleConflicts(tx: LegalTx, caseIds: readonly string[]): Promise<Set<string>> {
  if (caseIds.length === 0) return new Set();
  const list = sql.join(
    caseIds.map((id) => sql`${id}::uuid`),
    sql`, `,
  );
  const rows = await tx.execute<{ id: string }>(sql`select app.legal_conflicts(array[${list}]) as id`);
  return new Set([...rows].map((row) => row.id));
}

/** For the lead: who has the cases on the other side and what was equal; `staffId` null where nobody has taken it. */
export type ConflictPerson = { staffId: string | null; kind: string; count: number };

export async function conflictPeople(tx: LegalTx, caseId: string): Promise<ConflictPerson[]> {
  const rows = await tx.execute<{ staff_id: string | null; kind: string; n: string }>(
    sql`select * from app.legal_conflict_people(${caseId})`,
  );
  return [...rows].map((row) => ({ staffId: row.staff_id, kind: row.kind, count: Number(row.n) }));
}
