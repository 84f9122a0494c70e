import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { people, peopleConsents, peopleContacts, peopleMarks, peopleMoments, peopleNotes } from '#db/schema/index.ts';
import { noonOf } from '#app/kernel/dates.ts';
import { newId } from '#app/kernel/ids.ts';
import { ok, refuse, type Result } from '#app/kernel/result.ts';
import { audit } from '#app/platform/audit.server.ts';
import { withScope } from '#app/platform/db-scope.server.ts';
import { mayHere, workOnce, type StaffWork } from '#app/platform/staff-work.server.ts';
import { openContact, sealAbout, sealNote } from '../contact.server.ts';
import { recordGuardian } from '../guardians.server.ts';
import { PEOPLE_CONSENT_VERSION, type ConsentChannel, type ConsentPurpose, type MomentKind } from '../rules/kinds.ts';
import type { ContactLine } from '../views.ts';
import { addMarks, lockPerson, tagIds, touch } from '../write-person.server.ts';

/** What is kept on a person's page, one small deed each. */
export type Deed =
  | { intent: 'remove-contact'; clientId: string; contactId: string }
  | { intent: 'tag'; clientId: string; tag: string }
  | { intent: 'untag'; clientId: string; tagId: string }
  | { intent: 'note'; clientId: string; note: string }
  | { intent: 'remove-note'; clientId: string; noteId: string }
  | { intent: 'consent'; clientId: string; purpose: ConsentPurpose; channel: ConsentChannel; givenOn: string }
  | { intent: 'guardian'; clientId: string; guardianName: string; guardianContact: string; guardianOn: string }
  | { intent: 'withdraw'; clientId: string; consentId: string }
  | { intent: 'moment'; clientId: string; kind: MomentKind; on: string; about: string }
  | { intent: 'archive' | 'restore'; clientId: string };

type Refused = 'common.error.not-allowed' | 'people.error.gone' | 'people.error.consent-stands';

/** Does one deed on a person that stands for itself, and writes that it was done (never what it said). */
export function keepPerson(
  work: StaffWork,
  personId: string,
  { clientId, ...deed }: Deed,
): Promise<Result<undefined, Refused>> {
  return workOnce<undefined, Refused>(
    work,
    { command: 'people.keep', clientId, content: [personId, deed] },
    async (tx) => {
      if (!mayHere(work, 'people.write')) return refuse('common.error.not-allowed');
      if (!(await lockPerson(tx, work, personId))) return refuse('people.error.gone');
      const refusal = await act(tx, work, personId, deed);
      if (refusal) return refuse(refusal);
      await touch(tx, personId);
      await audit(tx, work.scope, { action: `people.${deed.intent}`, subjectType: 'person', subjectId: personId });
      return ok();
    },
  );
}

type Unkeyed<T> = T extends unknown ? Omit<T, 'clientId'> : never;

async function act(
  tx: Tx,
  { scope, now }: StaffWork,
  personId: string,
  deed: Unkeyed<Deed>,
): Promise<Refused | undefined> {
  const { organisationId, userId } = scope;
  const its = { id: newId(), originId: personId, personId, organisationId };
  switch (deed.intent) {
    case 'remove-contact':
      // The same contact may stand here from several merged people.
      await tx.delete(peopleContacts).where(
        and(
          eq(peopleContacts.personId, personId),
          inArray(
            peopleContacts.contactIndex,
            tx
              .select({ index: peopleContacts.contactIndex })
              .from(peopleContacts)
              .where(and(eq(peopleContacts.id, deed.contactId), eq(peopleContacts.personId, personId))),
          ),
        ),
      );
      return undefined;
    case 'tag':
      await addMarks(tx, organisationId, personId, 'tag', [...(await tagIds(tx, organisationId, [deed.tag])).values()]);
      return undefined;
    case 'untag':
      await tx
        .delete(peopleMarks)
        .where(and(eq(peopleMarks.personId, personId), eq(peopleMarks.kind, 'tag'), eq(peopleMarks.value, deed.tagId)));
      return undefined;
    case 'note':
      await tx
        .insert(peopleNotes)
        .values({ ...its, cipher: sealNote(organisationId, deed.note), authorId: userId, createdAt: now });
      return undefined;
    case 'remove-note':
      await tx.delete(peopleNotes).where(and(eq(peopleNotes.id, deed.noteId), eq(peopleNotes.personId, personId)));
      return undefined;
    case 'consent': {
      const standing = await tx.$count(
        peopleConsents,
        and(
          eq(peopleConsents.personId, personId),
          eq(peopleConsents.purpose, deed.purpose),
          eq(peopleConsents.channel, deed.channel),
          isNull(peopleConsents.withdrawnAt),
        ),
      );
      if (standing > 0) return 'people.error.consent-stands';
      await tx.insert(peopleConsents).values({
        ...its,
        purpose: deed.purpose,
        channel: deed.channel,
        textVersion: PEOPLE_CONSENT_VERSION,
        givenAt: noonOf(deed.givenOn),
        recordedBy: userId,
      });
      return undefined;
    }
    case 'guardian': {
      const guardian = { name: deed.guardianName, contact: deed.guardianContact };
      const isNew = await recordGuardian(tx, organisationId, {
        personId,
        guardian,
        at: noonOf(deed.guardianOn),
        by: userId,
      });
      return isNew ? undefined : 'people.error.consent-stands';
    }
    case 'withdraw':
      await withdraw(tx, personId, deed.consentId, now);
      return undefined;
    case 'moment':
      await tx.insert(peopleMoments).values({
        ...its,
        kind: deed.kind,
        at: noonOf(deed.on),
        aboutCipher: deed.about === '' ? null : sealAbout(organisationId, deed.about),
        recordedBy: userId,
      });
      return undefined;
    case 'archive':
    case 'restore':
      await tx
        .update(people)
        .set({ state: deed.intent === 'archive' ? 'archived' : 'active' })
        .where(eq(people.id, personId));
      return undefined;
  }
}

/** A word taken back is taken back for its purpose and channel, from whichever merge it stands here. */
async function withdraw(tx: Tx, personId: string, consentId: string, now: Date): Promise<void> {
  await tx.execute(sql`
    update people_consents c set withdrawn_at = ${now.toISOString()}::timestamptz from people_consents said
    where said.id = ${consentId} and said.person_id = ${personId} and c.person_id = said.person_id
      and c.purpose = said.purpose and c.channel = said.channel and c.withdrawn_at is null`);
}

/** Opens a person's contacts for somebody who may, and writes that they were seen. */
export function showContacts(work: StaffWork, personId: string): Promise<Result<ContactLine[], Refused>> {
  return withScope(work.scope, async (tx) => {
    if (!mayHere(work, 'people.see-contact')) return refuse('common.error.not-allowed');
    if (!(await lockPerson(tx, work, personId))) return refuse('people.error.gone');
    const rows = await tx
      .selectDistinctOn([peopleContacts.contactIndex])
      .from(peopleContacts)
      .where(eq(peopleContacts.personId, personId))
      .orderBy(peopleContacts.contactIndex, peopleContacts.createdAt);
    await audit(tx, work.scope, { action: 'people.contacts-seen', subjectType: 'person', subjectId: personId });
    return ok(
      rows
        .map(({ id, kind, cipher }) => ({ id, kind, value: openContact(work.scope.organisationId, cipher) }))
        .sort((a, b) => b.kind.localeCompare(a.kind) || a.value.localeCompare(b.value)),
    );
  });
}
