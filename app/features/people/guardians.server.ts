import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { organisations, people, peopleGuardians } from '#db/schema/index.ts';
import { newId } from '#app/kernel/ids.ts';
import { sealGuardian } from './contact.server.ts';
import { GUARDIAN_CONSENT_VERSION, isMinor, type Guardian } from './rules/kinds.ts';

/** Keeps a guardian's word for somebody under 18. One word stands at a time. */
export async function recordGuardian(
  tx: Tx,
  organisationId: string,
  { personId, guardian, at, by = null }: { personId: string; guardian: Guardian; at: Date; by?: string | null },
): Promise<boolean> {
  const standing = and(eq(peopleGuardians.personId, personId), isNull(peopleGuardians.withdrawnAt));
  if ((await tx.$count(peopleGuardians, standing)) > 0) return false;
  await tx.insert(peopleGuardians).values({
    id: newId(),
    originId: personId,
    personId,
    organisationId,
    cipher: sealGuardian(organisationId, guardian),
    textVersion: GUARDIAN_CONSENT_VERSION,
    givenAt: at,
    recordedBy: by,
  });
  return true;
}

/**
 * Why somebody may not be given work; undefined when they may. Under 18 one helps with a guardian's standing consent, and
 * not in a candidate's team at all: what a team does is campaigning for votes (facts: election law, section 4).
 */
export async function whyNotAtWork(
  tx: Tx,
  organisationId: string,
  personId: string,
): Promise<'people.error.gone' | 'people.error.minor-team' | 'people.error.guardian' | undefined> {
  const [row] = await tx
    .select({ ageBand: people.ageBand, kind: organisations.kind, state: people.state })
    .from(people)
    .innerJoin(organisations, eq(organisations.id, people.organisationId))
    .where(and(eq(people.id, personId), eq(people.organisationId, organisationId)));
  if (!row || row.state !== 'active') return 'people.error.gone';
  if (!isMinor(row.ageBand)) return undefined;
  if (row.kind === 'team') return 'people.error.minor-team';
  const standing = and(eq(peopleGuardians.personId, personId), isNull(peopleGuardians.withdrawnAt));
  return (await tx.$count(peopleGuardians, standing)) > 0 ? undefined : 'people.error.guardian';
}
