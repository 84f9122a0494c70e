import { and, eq, inArray, notInArray, sql } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { people, peopleContacts, peopleMarks, peopleMoments, peopleTags } from '#db/schema/index.ts';
import { fold } from '#app/kernel/az-text.ts';
import { newId } from '#app/kernel/ids.ts';
import type { StaffWork } from '#app/platform/staff-work.server.ts';
import { indexOfContact, sealContact, type Contact } from './contact.server.ts';
import type { MarkKind } from './rules/kinds.ts';

/** What the commands share: rows of one person, written inside a command's transaction. */

/** Locks a person that stands for itself; false for a stranger's, a merged one and none. */
export async function lockPerson(tx: Tx, { scope }: StaffWork, id: string): Promise<boolean> {
  const [row] = await tx
    .select({ state: people.state })
    .from(people)
    .where(and(eq(people.id, id), eq(people.organisationId, scope.organisationId)))
    .for('update');
  return row !== undefined && row.state !== 'merged';
}

/** Identifiers of the tags with these names, made where the organisation has none of that name yet. */
export async function tagIds(tx: Tx, organisationId: string, names: readonly string[]): Promise<Map<string, string>> {
  if (names.length === 0) return new Map();
  const rows = names.map((name) => ({ id: newId(), organisationId, name }));
  await tx.insert(peopleTags).values(rows).onConflictDoNothing();
  const keys = [...new Set(names.map(fold))];
  const found = await tx
    .select({ id: peopleTags.id, key: peopleTags.nameKey })
    .from(peopleTags)
    .where(and(eq(peopleTags.organisationId, organisationId), inArray(peopleTags.nameKey, keys)));
  return new Map(found.map(({ id, key }) => [key, id]));
}

export async function addContacts(
  tx: Tx,
  organisationId: string,
  personId: string,
  contacts: readonly Contact[],
): Promise<void> {
  if (contacts.length === 0) return;
  const known = await tx
    .select({ index: peopleContacts.contactIndex })
    .from(peopleContacts)
    .where(eq(peopleContacts.personId, personId));
  const fresh = contacts.filter((contact) => !known.some(({ index }) => index === indexOfContact(contact)));
  if (fresh.length === 0) return;
  await tx
    .insert(peopleContacts)
    .values(
      fresh.map((contact) => ({
        id: newId(),
        originId: personId,
        personId,
        organisationId,
        kind: contact.kind,
        cipher: sealContact(organisationId, contact),
        contactIndex: indexOfContact(contact),
      })),
    )
    .onConflictDoNothing();
}

/** Adds marks that the person does not have yet, from whichever merge. */
export async function addMarks(
  tx: Tx,
  organisationId: string,
  personId: string,
  kind: MarkKind,
  values: readonly string[],
): Promise<void> {
  if (values.length === 0) return;
  await tx
    .insert(peopleMarks)
    .values(values.map((value) => ({ originId: personId, personId, organisationId, kind, value })))
    .onConflictDoNothing();
}

/** Makes the person's marks of a kind exactly these. */
export async function setMarks(
  tx: Tx,
  organisationId: string,
  personId: string,
  kind: MarkKind,
  values: readonly string[],
): Promise<void> {
  await tx
    .delete(peopleMarks)
    .where(
      and(
        eq(peopleMarks.personId, personId),
        eq(peopleMarks.kind, kind),
        values.length > 0 ? notInArray(peopleMarks.value, [...values]) : undefined,
      ),
    );
  const kept = await tx
    .select({ value: peopleMarks.value })
    .from(peopleMarks)
    .where(and(eq(peopleMarks.personId, personId), eq(peopleMarks.kind, kind)));
  await addMarks(
    tx,
    organisationId,
    personId,
    kind,
    values.filter((value) => !kept.some((row) => row.value === value)),
  );
}

/** A line of the timeline that the product writes itself. */
export async function addMoment(
  tx: Tx,
  { scope, now }: StaffWork,
  personId: string,
  kind: 'entered' | 'imported',
): Promise<void> {
  await tx.insert(peopleMoments).values({
    id: newId(),
    originId: personId,
    personId,
    organisationId: scope.organisationId,
    kind,
    at: now,
    recordedBy: scope.userId,
  });
}

export async function touch(tx: Tx, personId: string): Promise<void> {
  await tx
    .update(people)
    .set({ updatedAt: sql`now()` })
    .where(eq(people.id, personId));
}
