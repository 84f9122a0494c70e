import { and, eq, isNull, sql, type SQL } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { people, peopleConsents, peopleMoments } from '#db/schema/index.ts';
import { newId } from '#app/kernel/ids.ts';
import { indexOfContact, readContact, sealAbout, type Contact } from './contact.server.ts';
import {
  LIMITS,
  PEOPLE_CONSENT_VERSION,
  type AgeBand,
  type ConsentChannel,
  type ConsentPurpose,
  type Gender,
  type MomentKind,
  type PersonRole,
  type Skill,
  type Spoken,
  type Time,
} from './rules/kinds.ts';
import { matchKey, shareAWord } from './rules/match.ts';
import { fillGaps } from './rules/merge.ts';
import { addContacts, addMarks } from './write-person.server.ts';

/** What other pillars write into an organisation's people; they reach it through public.server.ts. */
export type KnownPerson = {
  name: string;
  /** As people write them; what cannot be read as an address or a number is left out. */
  email?: string | null;
  phone?: string | null;
  region?: string;
  place?: string;
  ageBand?: AgeBand | null;
  gender?: Gender | null;
  roles?: readonly PersonRole[];
  languages?: readonly Spoken[];
  skills?: readonly Skill[];
  times?: readonly Time[];
};

/**
 * Who this is on the organisation's list: somebody with the same contact and a word of the name in common (a family shares
 * a telephone), else a new person. Contacts, roles and languages are added, gaps filled, nothing overwritten; somebody
 * archived comes back. Two that ask for one contact at once get one person. `by` is null for whoever came by themselves.
 */
export async function personForContact(
  tx: Tx,
  organisationId: string,
  known: KnownPerson,
  { now, by = null }: { now: Date; by?: string | null },
): Promise<string> {
  const name = known.name.trim().replaceAll(/\s+/gu, ' ').slice(0, LIMITS.name);
  const contacts = [known.email, known.phone]
    .map((value) => (value ? readContact(value) : null))
    .filter((contact): contact is Contact => contact !== null);
  const indexes = contacts.map(indexOfContact).sort();
  for (const index of indexes)
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`person/${organisationId}/${index}`}, 0))`);
  const facts = {
    region: known.region ?? '',
    place: (known.place ?? '').slice(0, LIMITS.place),
    ageBand: known.ageBand ?? null,
    gender: known.gender ?? null,
  };
  const found = (await listWithContact(tx, organisationId, indexes)).find((row) => shareAWord(row.name, name));
  const personId = found?.id ?? newId();
  if (found) {
    const filled = fillGaps(found, facts);
    await tx
      .update(people)
      .set({ ...filled, state: 'active', matchKey: matchKey({ ...found, ...filled }), updatedAt: now })
      .where(eq(people.id, personId));
  } else {
    const row = { ...facts, id: personId, organisationId, name, matchKey: matchKey({ name, ...facts }) };
    await tx.insert(people).values({ ...row, createdBy: by, createdAt: now });
    await recordMoment(tx, organisationId, { personId, kind: 'entered', at: now, by });
  }
  await addContacts(tx, organisationId, personId, contacts);
  await addMarks(tx, organisationId, personId, 'role', known.roles ?? []);
  await addMarks(tx, organisationId, personId, 'language', known.languages ?? []);
  await addMarks(tx, organisationId, personId, 'skill', known.skills ?? []);
  await addMarks(tx, organisationId, personId, 'time', known.times ?? []);
  return personId;
}

async function listWithContact(tx: Tx, organisationId: string, indexes: string[]) {
  if (indexes.length === 0) return [];
  return tx
    .select()
    .from(people)
    .where(
      and(
        eq(people.organisationId, organisationId),
        sql`${people.state} <> 'merged'`,
        sql`${people.id} in (select c.person_id from people_contacts c where c.organisation_id = ${organisationId}
          and c.contact_index in ${inList(indexes)})`,
      ),
    )
    .orderBy(people.createdAt, people.id)
    .for('update');
}

const inList = (values: readonly string[]): SQL =>
  sql`(select jsonb_array_elements_text(${JSON.stringify(values)}::jsonb))`;

/** With whom a person's records stand now: the end of the chain of merges; undefined for a stranger's and for none. */
async function standsWith(tx: Tx, organisationId: string, personId: string): Promise<string | undefined> {
  const rows = await tx.execute<{ id: string }>(sql`
    with recursive chain as (
      select id, merged_into from people where id = ${personId} and organisation_id = ${organisationId}
      union all select p.id, p.merged_into from people p join chain on p.id = chain.merged_into
    ) select id from chain where merged_into is null`);
  return rows[0]?.id;
}

/**
 * Writes into a person's timeline. `subjectId` (an event, a task, a campaign) makes it stand once, whoever tells it again.
 * `about` is a few words, kept encrypted. A person that is gone is passed over in silence: erasing comes first.
 */
export async function recordMoment(
  tx: Tx,
  organisationId: string,
  moment: {
    personId: string;
    kind: MomentKind;
    about?: string;
    subjectId?: string | null;
    at: Date;
    by?: string | null;
  },
): Promise<void> {
  const personId = await standsWith(tx, organisationId, moment.personId);
  if (personId === undefined) return;
  const about = (moment.about ?? '').trim().slice(0, LIMITS.about);
  await tx
    .insert(peopleMoments)
    .values({
      id: newId(),
      originId: moment.personId,
      personId,
      organisationId,
      kind: moment.kind,
      at: moment.at,
      aboutCipher: about === '' ? null : sealAbout(organisationId, about),
      subjectId: moment.subjectId ?? null,
      recordedBy: moment.by ?? null,
    })
    .onConflictDoNothing();
}

/** Keeps a person's yes for one purpose by one channel; false when it stands already or the person is gone. */
export async function recordConsent(
  tx: Tx,
  organisationId: string,
  consent: {
    personId: string;
    purpose: ConsentPurpose;
    channel: ConsentChannel;
    at: Date;
    by?: string | null;
    textVersion?: string;
  },
): Promise<boolean> {
  const { purpose, channel } = consent;
  const personId = await standsWith(tx, organisationId, consent.personId);
  if (personId === undefined) return false;
  if ((await tx.$count(peopleConsents, standing(organisationId, personId, { purpose, channel }))) > 0) return false;
  await tx.insert(peopleConsents).values({
    id: newId(),
    originId: consent.personId,
    personId,
    organisationId,
    purpose,
    channel,
    textVersion: consent.textVersion ?? PEOPLE_CONSENT_VERSION,
    givenAt: consent.at,
    recordedBy: consent.by ?? null,
  });
  return true;
}

const standing = (
  organisationId: string,
  personId: string,
  { purpose, channel }: { purpose?: ConsentPurpose; channel: ConsentChannel },
) =>
  and(
    eq(peopleConsents.organisationId, organisationId),
    eq(peopleConsents.personId, personId),
    eq(peopleConsents.channel, channel),
    purpose ? eq(peopleConsents.purpose, purpose) : undefined,
    isNull(peopleConsents.withdrawnAt),
  );

/** Ends what a person said yes to by a channel: for one purpose, or for all of them. */
export async function withdrawConsent(
  tx: Tx,
  organisationId: string,
  personId: string,
  { channel, purpose, now }: { channel: ConsentChannel; purpose?: ConsentPurpose; now: Date },
): Promise<number> {
  const stands = await standsWith(tx, organisationId, personId);
  if (stands === undefined) return 0;
  const ended = await tx
    .update(peopleConsents)
    .set({ withdrawnAt: now })
    .where(standing(organisationId, stands, { channel, purpose }))
    .returning({ id: peopleConsents.id });
  return ended.length;
}

/** Names by the ids asked for; a merged person's id leads to the name that stands now. Strangers' ids are left out. */
export async function namesOf(tx: Tx, organisationId: string, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.execute<{ asked: string; name: string }>(sql`
    with recursive chain as (
      select id as asked, id, merged_into from people where organisation_id = ${organisationId} and id in (
        select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))
      union all select chain.asked, p.id, p.merged_into from people p join chain on p.id = chain.merged_into
    ) select chain.asked, p.name from chain join people p on p.id = chain.id where chain.merged_into is null`);
  return new Map(rows.map(({ asked, name }) => [asked, name]));
}
