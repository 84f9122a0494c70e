import { eq } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { people, peopleContacts, peopleMarks, peopleMoments, peopleNotes } from '#db/schema/index.ts';
import { fold } from '#app/kernel/az-text.ts';
import { newId } from '#app/kernel/ids.ts';
import { indexOfContact, sealContact, sealNote } from './contact.server.ts';
import type { Decision } from './import-plan.server.ts';
import { matchKey } from './rules/match.ts';
import { addContacts, addMarks, tagIds } from './write-person.server.ts';

export type ImportedBy = { organisationId: string; userId: string; now: Date };

/** Writes what was decided for some rows: new people in a few statements, what known ones gain one by one. */
export async function writeRows(tx: Tx, by: ImportedBy, decisions: readonly Decision[]): Promise<void> {
  const { organisationId, userId, now } = by;
  const fresh = decisions.flatMap((decision) =>
    decision.outcome === 'new' ? [{ id: newId(), ...decision.person }] : [],
  );
  const changed = decisions.filter((decision) => decision.outcome === 'changed');
  const names = [...fresh.flatMap(({ tags }) => tags), ...changed.flatMap(({ adds }) => adds.tags)];
  const tags = await tagIds(tx, organisationId, [...new Map(names.map((name) => [fold(name), name])).values()]);
  const tagsOf = (list: readonly string[]) => [...new Set(list.map((name) => tags.get(fold(name)) as string))];

  if (fresh.length > 0) {
    await tx.insert(people).values(
      fresh.map((row) => ({
        id: row.id,
        organisationId,
        name: row.name,
        region: row.region,
        place: row.place,
        ageBand: row.ageBand,
        gender: row.gender,
        matchKey: matchKey(row),
        createdBy: userId,
        createdAt: now,
      })),
    );
    const its = (id: string) => ({ originId: id, personId: id, organisationId });
    const contacts = fresh.flatMap((row) =>
      row.contacts.map((contact) => ({
        ...its(row.id),
        id: newId(),
        kind: contact.kind,
        cipher: sealContact(organisationId, contact),
        contactIndex: indexOfContact(contact),
      })),
    );
    if (contacts.length > 0) await tx.insert(peopleContacts).values(contacts);
    const marks = fresh.flatMap((row) => [
      ...row.roles.map((value) => ({ ...its(row.id), kind: 'role' as const, value })),
      ...row.languages.map((value) => ({ ...its(row.id), kind: 'language' as const, value })),
      ...tagsOf(row.tags).map((value) => ({ ...its(row.id), kind: 'tag' as const, value })),
    ]);
    if (marks.length > 0) await tx.insert(peopleMarks).values(marks);
    const notes = fresh
      .filter(({ note }) => note !== '')
      .map((row) => ({ ...its(row.id), id: newId(), cipher: sealNote(organisationId, row.note), authorId: userId }));
    if (notes.length > 0) await tx.insert(peopleNotes).values(notes);
    await tx
      .insert(peopleMoments)
      .values(
        fresh.map(({ id }) => ({ ...its(id), id: newId(), kind: 'imported' as const, at: now, recordedBy: userId })),
      );
  }
  for (const { personId, filled, adds } of changed) {
    const [before] = await tx.select().from(people).where(eq(people.id, personId));
    if (!before) continue;
    await tx
      .update(people)
      .set({ ...filled, matchKey: matchKey({ ...before, ...filled }), updatedAt: now })
      .where(eq(people.id, personId));
    await addContacts(tx, organisationId, personId, adds.contacts);
    await addMarks(tx, organisationId, personId, 'role', adds.roles);
    await addMarks(tx, organisationId, personId, 'language', adds.languages);
    await addMarks(tx, organisationId, personId, 'tag', tagsOf(adds.tags));
  }
}
