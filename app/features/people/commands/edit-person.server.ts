import { eq } from 'drizzle-orm';
import { people } from '#db/schema/index.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import type { PersonForm } from '../forms.ts';
import { matchKey } from '../rules/match.ts';
import { addContacts, lockPerson, setMarks, tagIds, touch } from '../write-person.server.ts';
import { contactsOf } from './add-person.server.ts';

type Refused = 'common.error.not-allowed' | 'people.error.gone';

/** Changes the facts and adds contacts; a contact is taken off on the person's page. Notes stay as they are. */
export function editPerson(
  work: StaffWork,
  personId: string,
  { clientId, ...form }: PersonForm,
): Promise<Result<undefined, Refused>> {
  return workOnce<undefined, Refused>(
    work,
    { command: 'people.edit', clientId, content: [personId, form] },
    async (tx) => {
      if (!mayHere(work, 'people.write')) return refuse('common.error.not-allowed');
      if (!(await lockPerson(tx, work, personId))) return refuse('people.error.gone');
      const { organisationId } = work.scope;
      const { name, region, place, ageBand, gender } = form;
      await tx
        .update(people)
        .set({ name, region, place, ageBand, gender, matchKey: matchKey(form) })
        .where(eq(people.id, personId));
      await addContacts(tx, organisationId, personId, contactsOf({ ...form }));
      await setMarks(tx, organisationId, personId, 'role', form.roles);
      await setMarks(tx, organisationId, personId, 'language', form.languages);
      await setMarks(tx, organisationId, personId, 'skill', form.skills);
      await setMarks(tx, organisationId, personId, 'time', form.times);
      const tags = await tagIds(tx, organisationId, form.tags);
      await setMarks(tx, organisationId, personId, 'tag', [...tags.values()]);
      await touch(tx, personId);
      await audit(tx, work.scope, { action: 'people.edited', subjectType: 'person', subjectId: personId });
      return ok();
    },
  );
}
