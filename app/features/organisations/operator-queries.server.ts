import { and, count, desc, eq, inArray, ne, sql } from 'drizzle-orm';
import { organisationRegions, organisations, settings } from '#db/schema/index.ts';
import type { OrganisationKind } from '#app/kernel/actor.ts';
import { compareAz } from '#app/kernel/az-text.ts';
import { isId } from '#app/kernel/ids.ts';
import type { Names } from '#app/kernel/regions.ts';
import { unseal } from '#app/platform/crypto.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { APPLICANT_EMAIL } from './commands/submit-application.server.ts';
import { aboutOf, namesOf } from './names.ts';
import type { OrganisationState } from './rules/lifecycle.ts';
import { readNumbers, readOperator, type EmergencyNumber, type InstanceOperator } from './settings.ts';

type OperatorScope = Extract<Scope, { kind: 'operator' }>;

export type OperatorRow = {
  id: string;
  slug: string;
  kind: OrganisationKind;
  state: OrganisationState;
  names: Names;
  town: string;
  createdAt: Date;
};

/** What the operator decides on: every organisation but teams, which are not the operator's to see. */
export async function listForOperator(
  scope: OperatorScope,
  states: readonly OrganisationState[],
): Promise<OperatorRow[]> {
  const rows = await withScope(scope, (tx) =>
    tx
      .select()
      .from(organisations)
      .where(and(inArray(organisations.state, [...states]), ne(organisations.kind, 'team')))
      .orderBy(desc(organisations.createdAt)),
  );
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    kind: row.kind,
    state: row.state,
    names: namesOf(row),
    town: row.town,
    createdAt: row.createdAt,
  }));
}

/** How many organisations there are in each state. */
export async function countByState(scope: OperatorScope): Promise<Partial<Record<OrganisationState, number>>> {
  const rows = await withScope(scope, (tx) =>
    tx
      .select({ state: organisations.state, count: count() })
      .from(organisations)
      .where(ne(organisations.kind, 'team'))
      .groupBy(organisations.state),
  );
  return Object.fromEntries(rows.map((row) => [row.state, row.count]));
}

/** One organisation as the operator reads it, the applicant's address opened; null when it is none of the operator's. */
export async function getForOperator(scope: OperatorScope, organisationId: string | undefined) {
  if (!isId(organisationId)) return null;
  return withScope(scope, async (tx) => {
    const [row] = await tx.select().from(organisations).where(eq(organisations.id, organisationId));
    if (!row) return null;
    const regions = await tx
      .select({ region: organisationRegions.region })
      .from(organisationRegions)
      .where(eq(organisationRegions.organisationId, organisationId));
    const { applicantEmailCipher, clientId: _form, ...rest } = row;
    return {
      ...rest,
      names: namesOf(row),
      about: aboutOf(row),
      regions: regions.map((entry) => entry.region),
      applicantEmail: applicantEmailCipher === null ? null : unseal(applicantEmailCipher, APPLICANT_EMAIL),
    };
  });
}

/** Networks that an organisation may join. */
export async function listNetworks(scope: OperatorScope): Promise<{ id: string; names: Names }[]> {
  const rows = await withScope(scope, (tx) =>
    tx
      .select()
      .from(organisations)
      .where(and(eq(organisations.kind, 'network'), eq(organisations.state, 'approved'))),
  );
  return rows.map((row) => ({ id: row.id, names: namesOf(row) })).sort((a, b) => compareAz(a.names.az, b.names.az));
}

export type InstanceSettings = {
  operator: InstanceOperator | null;
  operatorConfirmedAt: Date | null;
  /** Confirmed and not yet confirmed ones, in that order. */
  numbers: EmergencyNumber[];
};

export async function getInstanceSettings(scope: OperatorScope): Promise<InstanceSettings> {
  const rows = await withScope(scope, (tx) =>
    tx
      .select()
      .from(settings)
      .where(inArray(settings.key, ['public.operator', 'public.emergency', 'draft.emergency'])),
  );
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const operator = byKey.get('public.operator');
  const confirmed = byKey.get('public.emergency');
  const day = confirmed?.confirmedAt?.toISOString().slice(0, 10) ?? '';
  return {
    operator: operator ? readOperator(operator.value) : null,
    operatorConfirmedAt: operator?.confirmedAt ?? null,
    numbers: [
      ...readNumbers(confirmed?.value).map((entry) => ({ ...entry, confirmedOn: entry.confirmedOn || day })),
      ...readNumbers(byKey.get('draft.emergency')?.value),
    ],
  };
}

/** How far the audit trail is sealed, over the whole instance: entries that a seal covers, and when the last was made. */
export async function getSealState(scope: OperatorScope): Promise<{ sealed: number; lastAt: Date | null }> {
  return withScope(scope, async (tx) => {
    const [row] = await tx.execute<{ sealed: number; last_at: Date | null }>(
      sql`select count(*)::int as sealed, max(sealed_at) as last_at from audit_seals`,
    );
    return { sealed: row?.sealed ?? 0, lastAt: row?.last_at ? new Date(row.last_at) : null };
  });
}
