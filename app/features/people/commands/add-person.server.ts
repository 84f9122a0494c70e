import { people, peopleNotes } from '#db/schema/index.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import { readContact, sealNote, type Contact } from '../contact.server.ts';
import { findLikely } from '../duplicates.server.ts';
import type { PersonForm } from '../forms.ts';
import { matchKey } from '../rules/match.ts';
import type { Likely } from '../views.ts';
import { addContacts, addMarks, addMoment, tagIds } from '../write-person.server.ts';

type Refused = 'common.error.not-allowed';

export const contactsOf = ({ phone, email }: Pick<PersonForm, 'phone' | 'email'>): Contact[] =>
  [phone, email].map((value) => (value === '' ? null : readContact(value))).filter((contact) => contact !== null);

/** People who may be the one in the form; asked before it is saved. */
export function likelyDuplicates({ scope }: StaffWork, form: PersonForm, except?: string): Promise<Likely[]> {
  return withScope(scope, (tx) =>
    findLikely(tx, scope.organisationId, { ...form, contacts: contactsOf(form), except }),
  );
}

/** Enters somebody. Sent twice it is one person. */
export function addPerson(work: StaffWork, form: PersonForm): Promise<Result<{ personId: string }, Refused>> {
  const { clientId } = form;
  return workOnce<{ personId: string }, Refused>(work, { command: 'people.add', clientId }, async (tx) => {
    if (!mayHere(work, 'people.write')) return refuse('common.error.not-allowed');
    const { organisationId, userId } = work.scope;
    const personId = newId();
    const { name, region, place, ageBand, gender } = form;
    await tx.insert(people).values({
      id: personId,
      organisationId,
      name,
      region,
      place,
      ageBand,
      gender,
      matchKey: matchKey(form),
      createdBy: userId,
      createdAt: work.now,
    });
    await addContacts(tx, organisationId, personId, contactsOf(form));
    await addMarks(tx, organisationId, personId, 'role', form.roles);
    await addMarks(tx, organisationId, personId, 'language', form.languages);
    await addMarks(tx, organisationId, personId, 'skill', form.skills);
    await addMarks(tx, organisationId, personId, 'time', form.times);
    const tags = await tagIds(tx, organisationId, form.tags);
    await addMarks(tx, organisationId, personId, 'tag', [...tags.values()]);
    if (form.note !== '')
      await tx.insert(peopleNotes).values({
        id: newId(),
        originId: personId,
        personId,
        organisationId,
        cipher: sealNote(organisationId, form.note),
        authorId: userId,
      });
    await addMoment(tx, work, personId, 'entered');
    await audit(tx, work.scope, { action: 'people.added', subjectType: 'person', subjectId: personId });
    return ok({ personId });
  });
}
