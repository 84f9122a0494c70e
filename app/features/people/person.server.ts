import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import {
  people,
  peopleConsents,
  peopleGuardians,
  peopleMarks,
  peopleMerges,
  peopleMoments,
  peopleNotes,
  peopleTags,
} from '#db/schema/index.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { openAbout, openGuardian, openNote } from './contact.server.ts';
import { UNDO_DAYS, type ContactKind, type PersonRole, type Skill, type Spoken, type Time } from './rules/kinds.ts';
import type { ConsentLine, GuardianLine, MergeLine, MomentLine, NoteLine, PersonFacts } from './views.ts';

type MemberScope = Extract<Scope, { kind: 'member' }>;
const DAY = 86_400_000;
/** A page shows so many of the latest; nobody reads on in a browser. */
const MOST_MOMENTS = 100;

export type PersonPage = {
  person: PersonFacts;
  /** How many of each there are; the contacts themselves are opened on purpose (commands/show-contacts). */
  contacts: Record<ContactKind, number>;
  /** Null for those who may not read them. */
  notes: NoteLine[] | null;
  consents: ConsentLine[];
  moments: MomentLine[];
  guardians: GuardianLine[];
  merges: MergeLine[];
};

/** A person of the organisation by id, with marks; undefined for a stranger's and for one that stands in another. */
export async function readPerson(
  tx: Tx,
  { organisationId }: MemberScope,
  id: string,
): Promise<PersonFacts | undefined> {
  const [row] = await tx
    .select()
    .from(people)
    .where(and(eq(people.id, id), eq(people.organisationId, organisationId)));
  if (!row || row.state === 'merged') return undefined;
  const marks = await tx
    .selectDistinct({ kind: peopleMarks.kind, value: peopleMarks.value, tag: peopleTags.name })
    .from(peopleMarks)
    .leftJoin(peopleTags, sql`${peopleMarks.kind} = 'tag' and ${peopleTags.id}::text = ${peopleMarks.value}`)
    .where(eq(peopleMarks.personId, id));
  const valuesOf = (kind: 'role' | 'language' | 'skill' | 'time') =>
    marks.filter((mark) => mark.kind === kind).map(({ value }) => value);
  return {
    id,
    state: row.state,
    name: row.name,
    region: row.region,
    place: row.place,
    ageBand: row.ageBand,
    gender: row.gender,
    roles: valuesOf('role') as PersonRole[],
    languages: valuesOf('language') as Spoken[],
    skills: valuesOf('skill') as Skill[],
    times: valuesOf('time') as Time[],
    tags: marks
      .filter(({ kind }) => kind === 'tag')
      .map(({ value, tag }) => ({ id: value, name: tag ?? '' }))
      .sort((a, b) => a.name.localeCompare(b.name, 'az')),
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}

export function getPerson(scope: MemberScope, id: string): Promise<PersonFacts | undefined> {
  return withScope(scope, (tx) => readPerson(tx, scope, id));
}

/** Where a merged person's old address leads now; undefined when nowhere. */
export function standsNowAs(scope: MemberScope, id: string): Promise<string | undefined> {
  return withScope(scope, async (tx) => {
    const rows = await tx.execute<{ id: string }>(sql`
      with recursive chain as (
        select id, merged_into, 0 as depth from people where id = ${id} and organisation_id = ${scope.organisationId}
        union all
        select p.id, p.merged_into, chain.depth + 1 from people p join chain on p.id = chain.merged_into
      ) select id from chain where merged_into is null and depth > 0`);
    return rows[0]?.id;
  });
}

/** Everything of a person's page. */
export function getPersonPage(
  scope: MemberScope,
  id: string,
  { maySeeContact, now }: { maySeeContact: boolean; now: Date },
): Promise<PersonPage | undefined> {
  return withScope(scope, async (tx) => {
    const person = await readPerson(tx, scope, id);
    if (!person) return undefined;
    const { organisationId } = scope;
    const counted = await tx.execute<{ kind: ContactKind; n: number }>(
      sql`select kind, count(distinct contact_index)::int as n from people_contacts where person_id = ${id} group by kind`,
    );
    const countOf = (kind: ContactKind) => counted.find((row) => row.kind === kind)?.n ?? 0;
    const notes = maySeeContact
      ? await tx
          .select({
            id: peopleNotes.id,
            cipher: peopleNotes.cipher,
            at: peopleNotes.createdAt,
            author: sql<string | null>`(select u.name from users u where u.id = people_notes.author_id)`,
          })
          .from(peopleNotes)
          .where(eq(peopleNotes.personId, id))
          .orderBy(desc(peopleNotes.createdAt))
      : null;
    const consents = await tx
      .select()
      .from(peopleConsents)
      .where(eq(peopleConsents.personId, id))
      .orderBy(sql`${peopleConsents.withdrawnAt} is not null`, desc(peopleConsents.givenAt));
    const moments = await tx
      .select()
      .from(peopleMoments)
      .where(eq(peopleMoments.personId, id))
      .orderBy(desc(peopleMoments.at), desc(peopleMoments.createdAt))
      .limit(MOST_MOMENTS);
    const guardians = await tx
      .select({ id: peopleGuardians.id, givenAt: peopleGuardians.givenAt, cipher: peopleGuardians.cipher })
      .from(peopleGuardians)
      .where(and(eq(peopleGuardians.personId, id), isNull(peopleGuardians.withdrawnAt)))
      .orderBy(desc(peopleGuardians.givenAt));
    const since = new Date(now.getTime() - UNDO_DAYS * DAY);
    // Also those that came along inside another merge: each can be taken back by itself.
    const merges = await tx
      .select({ id: peopleMerges.id, name: people.name, mergedAt: peopleMerges.mergedAt })
      .from(peopleMerges)
      .innerJoin(people, eq(people.id, peopleMerges.goneId))
      .where(
        and(
          sql`${peopleMerges.keptId} in (with recursive within as (
            select ${id}::uuid as id union all select p.id from people p join within on p.merged_into = within.id
          ) select id from within)`,
          gt(peopleMerges.mergedAt, since),
        ),
      )
      .orderBy(desc(peopleMerges.mergedAt));
    return {
      person,
      contacts: { email: countOf('email'), phone: countOf('phone') },
      notes: notes?.map(({ cipher, ...note }) => ({ ...note, text: openNote(organisationId, cipher) })) ?? null,
      consents: consents.map(({ id: consentId, purpose, channel, textVersion, givenAt, withdrawnAt }) => ({
        id: consentId,
        purpose,
        channel,
        textVersion,
        givenAt,
        withdrawnAt,
      })),
      moments: moments.map(({ id: momentId, kind, at, aboutCipher }) => ({
        id: momentId,
        kind,
        at,
        about: aboutCipher === null ? '' : openAbout(organisationId, aboutCipher),
      })),
      guardians: guardians.map(({ cipher, ...line }) => ({
        ...line,
        guardian: maySeeContact ? openGuardian(organisationId, cipher) : null,
      })),
      merges,
    };
  });
}
