import { and, asc, eq } from 'drizzle-orm';
import { assignments, grants, staff } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import type { GrantReason, StaffRole } from './rules/desk.ts';

/** Ids of the desk's people who hold a key of the case. */
export async function holdersOf(tx: LegalTx, caseId: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ staffId: grants.holderId })
    .from(grants)
    .where(and(eq(grants.kind, 'case'), eq(grants.subjectId, caseId), eq(grants.holderKind, 'staff')));
  return rows.map((row) => row.staffId);
}

/** Who holds a key of the case and why, since when; who has or covers it. */
export type KeyHolder = {
  staffId: string;
  name: string;
  role: StaffRole;
  isBar: boolean;
  kind: 'case' | 'identity';
  reason: GrantReason;
  versions: number[];
  since: string;
};
export type Assignment = typeof assignments.$inferSelect & { name: string };

export async function listKeyHolders(tx: LegalTx, caseId: string): Promise<KeyHolder[]> {
  const rows = await tx
    .select({ grant: grants, name: staff.shownName, role: staff.role, isBar: staff.isBar })
    .from(grants)
    .innerJoin(staff, eq(staff.id, grants.holderId))
    .where(and(eq(grants.subjectId, caseId), eq(grants.holderKind, 'staff')))
    .orderBy(asc(grants.version));
  const found = new Map<string, KeyHolder>();
  for (const { grant, isBar, name, role } of rows) {
    if (grant.kind !== 'case' && grant.kind !== 'identity') continue;
    const key = `${grant.kind}/${grant.holderId}`;
    const earlier = found.get(key);
    if (earlier) earlier.versions.push(grant.version);
    else
      found.set(key, {
        staffId: grant.holderId,
        name,
        role,
        isBar,
        kind: grant.kind,
        reason: grant.reason,
        versions: [grant.version],
        since: grant.madeOn,
      });
  }
  return [...found.values()].sort((a, b) => a.kind.localeCompare(b.kind) || a.name.localeCompare(b.name, 'az'));
}

export async function listAssignments(tx: LegalTx, caseId: string): Promise<Assignment[]> {
  const rows = await tx
    .select({ assignment: assignments, name: staff.shownName })
    .from(assignments)
    .innerJoin(staff, eq(staff.id, assignments.staffId))
    .where(eq(assignments.caseId, caseId))
    .orderBy(asc(assignments.fromOn), asc(assignments.id));
  return rows.map(({ assignment, name }) => ({ ...assignment, name }));
}
