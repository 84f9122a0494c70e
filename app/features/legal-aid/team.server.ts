import { and, count, eq, inArray, isNotNull } from 'drizzle-orm';
import { cases, staff, userKeys } from '#db/schema/legal-aid.ts';
import type { LegalTx } from '#db/legal-aid-client.server.ts';
import type { DeskWork } from './desk-staff.server.ts';
import { listTrusted } from './holders.server.ts';
import { withLegalScope } from './legal-scope.server.ts';
import { rootOf } from './roots.server.ts';
import type { StaffRole } from './rules/desk.ts';
import { IN_HAND } from './rules/lifecycle.ts';
import { fingerprint } from './vault/vouching.ts';

export type TeamMember = {
  id: string;
  shownName: string;
  /** Signed for those who are vouched for; the row's word, which a lead has still to sign, for the others. */
  role: StaffRole;
  isBar: boolean;
  standing: 'trusted' | 'waiting' | 'no-keys' | 'revoked';
  isRoot: boolean;
  fingerprint: string | null;
  isOnDuty: boolean;
  capacity: number;
  openCases: number;
  regions: string[];
  joinedOn: string;
  isOneself: boolean;
};

/** The desk's people; those who left come last. */
export function readTeam(work: Pick<DeskWork, 'scope' | 'staff'>): Promise<TeamMember[]> {
  return withLegalScope(work.scope, async (tx) => {
    const { organisationId } = work.scope;
    const people = await tx
      .select()
      .from(staff)
      .where(eq(staff.organisationId, organisationId))
      .orderBy(staff.joinedOn);
    const keys = await tx
      .select()
      .from(userKeys)
      .where(and(eq(userKeys.organisationId, organisationId), eq(userKeys.isRevoked, false)));
    const trusted = await listTrusted(tx, organisationId);
    const open = await countOpen(tx, organisationId);
    const root = rootOf(organisationId);
    const team = people.map((person): TeamMember => {
      const key = keys.find((one) => one.staffId === person.id);
      const signed = trusted.find((one) => one.keyId === key?.id);
      const print = key ? fingerprint({ box: key.boxPublic, sign: key.signPublic }) : null;
      return {
        id: person.id,
        shownName: person.shownName,
        role: signed?.role ?? person.role,
        isBar: signed?.isBar ?? person.isBar,
        standing:
          person.state === 'revoked' ? 'revoked' : key === undefined ? 'no-keys' : signed ? 'trusted' : 'waiting',
        isRoot: print !== null && print === root,
        fingerprint: print,
        isOnDuty: person.isOnDuty,
        capacity: person.capacity,
        openCases: open.get(person.id) ?? 0,
        regions: person.regions,
        joinedOn: person.joinedOn,
        isOneself: person.id === work.staff.id,
      };
    });
    return team.sort((a, b) => Number(a.standing === 'revoked') - Number(b.standing === 'revoked'));
  });
}

async function countOpen(tx: LegalTx, organisationId: string): Promise<Map<string, number>> {
  const rows = await tx
    .select({ staffId: cases.claimedBy, n: count() })
    .from(cases)
    .where(
      and(eq(cases.organisationId, organisationId), isNotNull(cases.claimedBy), inArray(cases.state, [...IN_HAND])),
    )
    .groupBy(cases.claimedBy);
  return new Map(rows.map((row) => [row.staffId as string, row.n]));
}
