import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { contactFollowUps, mediaCoverage, mediaOutlets, partnerOrganisations } from '#db/schema/index.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { openFollowUp } from './about.server.ts';
import type { ContactPerson, CoverageLine, FollowUpLine, OutletLine, PartnerLine } from './views.ts';

type MemberScope = Extract<Scope, { kind: 'member' }>;
type Named = { id: string; name: string } | null;
type Choice = { id: string; name: string };

/** The newest of the log; a table to take away holds all of it. */
const MOST = 200;
const named = (column: unknown) =>
  sql<Named>`(select jsonb_build_object('id', p.id, 'name', p.name) from people p where p.id = app.person_now(${column}))`;

export type MediaPage = {
  coverage: CoverageLine[];
  journalists: ContactPerson[];
  outlets: OutletLine[];
  followUps: FollowUpLine[];
  campaigns: Choice[];
  events: Choice[];
};

/** The room for media: what was published, by whom, and to whom somebody meant to write again. */
export function getMedia(scope: MemberScope): Promise<MediaPage> {
  return withScope(scope, async (tx) => {
    const journalists = await peopleOfRole(tx, scope, 'journalist');
    const isOf = (people: ContactPerson[], of: string) => people.some(({ id }) => id === of);
    const partners = await peopleOfRole(tx, scope, 'partner');
    const followUps = await listFollowUps(tx, scope);
    return {
      coverage: await listCoverage(tx, scope, MOST),
      journalists,
      outlets: await listOutlets(tx, scope),
      // Whoever is no journalist any more, and no partner, is still to be called.
      followUps: followUps.filter(
        ({ whom }) => whom.kind === 'person' && (isOf(journalists, whom.id) || !isOf(partners, whom.id)),
      ),
      campaigns: await choicesOf(tx, scope, 'campaigns'),
      events: await choicesOf(tx, scope, 'events'),
    };
  });
}

export type PartnersPage = { partners: PartnerLine[]; people: ContactPerson[]; followUps: FollowUpLine[] };

/** The room for partners: organisations one works with, and the people one speaks with there. */
export function getPartners(scope: MemberScope): Promise<PartnersPage> {
  return withScope(scope, async (tx) => {
    const people = await peopleOfRole(tx, scope, 'partner');
    const followUps = await listFollowUps(tx, scope);
    return {
      partners: await listPartnerOrganisations(tx, scope),
      people,
      // A journalist's stands in the room for media.
      followUps: followUps.filter(({ whom }) => whom.kind === 'partner' || people.some(({ id }) => id === whom.id)),
    };
  });
}

export async function listCoverage(tx: Tx, scope: MemberScope, limit?: number): Promise<CoverageLine[]> {
  const query = tx
    .select({
      id: mediaCoverage.id,
      on: mediaCoverage.on,
      outlet: mediaOutlets.name,
      person: named(mediaCoverage.personId),
      title: mediaCoverage.title,
      url: mediaCoverage.url,
      tone: mediaCoverage.tone,
      campaign: sql<string | null>`(select c.title from campaigns c where c.id = ${mediaCoverage.campaignId})`,
      event: sql<string | null>`(select e.title from events e where e.id = ${mediaCoverage.eventId})`,
    })
    .from(mediaCoverage)
    .innerJoin(mediaOutlets, eq(mediaOutlets.id, mediaCoverage.outletId))
    .where(eq(mediaCoverage.organisationId, scope.organisationId))
    .orderBy(desc(mediaCoverage.on), desc(mediaCoverage.createdAt));
  return limit === undefined ? query : query.limit(limit);
}

function listOutlets(tx: Tx, scope: MemberScope): Promise<OutletLine[]> {
  return tx
    .select({
      id: mediaOutlets.id,
      name: mediaOutlets.name,
      kind: mediaOutlets.kind,
      region: mediaOutlets.region,
      url: mediaOutlets.url,
      coverage: sql<number>`(select count(*)::int from media_coverage c where c.outlet_id = media_outlets.id)`,
    })
    .from(mediaOutlets)
    .where(eq(mediaOutlets.organisationId, scope.organisationId))
    .orderBy(asc(sql`${mediaOutlets.name} collate "az-x-icu"`));
}

export function listPartnerOrganisations(tx: Tx, scope: MemberScope): Promise<PartnerLine[]> {
  return tx
    .select({
      id: partnerOrganisations.id,
      name: partnerOrganisations.name,
      kind: partnerOrganisations.kind,
      region: partnerOrganisations.region,
      url: partnerOrganisations.url,
      note: partnerOrganisations.note,
      person: named(partnerOrganisations.personId),
    })
    .from(partnerOrganisations)
    .where(eq(partnerOrganisations.organisationId, scope.organisationId))
    .orderBy(asc(sql`${partnerOrganisations.name} collate "az-x-icu"`));
}

/** The organisation's active people of a role. What was recorded with somebody who is merged by now counts for the one that stands. */
async function peopleOfRole(
  tx: Tx,
  { organisationId }: MemberScope,
  role: 'journalist' | 'partner',
): Promise<ContactPerson[]> {
  const rows = await tx.execute<ContactPerson>(sql`
    select p.id, p.name, p.region, p.place, coalesce(c.n, 0)::int as coverage, c.last::text as "lastOn"
    from people p
    left join (
      select app.person_now(person_id) as id, count(*) as n, max("on") as last from media_coverage
      where organisation_id = ${organisationId} and person_id is not null group by 1
    ) c on c.id = p.id
    where p.organisation_id = ${organisationId} and p.state = 'active' and exists (
      select 1 from people_marks m where m.person_id = p.id and m.kind = 'role' and m.value = ${role})
    order by (p.name collate "az-x-icu"), p.id limit 300`);
  return [...rows];
}

/** What is still to be done, the earliest first. */
async function listFollowUps(tx: Tx, { organisationId }: MemberScope): Promise<FollowUpLine[]> {
  const rows = await tx
    .select({
      id: contactFollowUps.id,
      dueOn: contactFollowUps.dueOn,
      cipher: contactFollowUps.aboutCipher,
      person: named(contactFollowUps.personId),
      partner: sql<Named>`(select jsonb_build_object('id', o.id, 'name', o.name) from partner_organisations o where o.id = ${contactFollowUps.partnerId})`,
    })
    .from(contactFollowUps)
    .where(and(eq(contactFollowUps.organisationId, organisationId), isNull(contactFollowUps.doneAt)))
    .orderBy(asc(contactFollowUps.dueOn), asc(contactFollowUps.createdAt))
    .limit(MOST);
  return rows.flatMap(({ id, dueOn, cipher, person, partner }): FollowUpLine[] => {
    const about = cipher === null ? '' : openFollowUp(organisationId, cipher);
    if (person) return [{ id, dueOn, about, whom: { kind: 'person', ...person } }];
    return partner ? [{ id, dueOn, about, whom: { kind: 'partner', ...partner } }] : [];
  });
}

/** What coverage may be about: the newest campaigns or events. */
async function choicesOf(tx: Tx, { organisationId }: MemberScope, table: 'campaigns' | 'events'): Promise<Choice[]> {
  const rows = await tx.execute<Choice>(
    sql`select id, title as name from ${sql.identifier(table)} where organisation_id = ${organisationId} and state <> 'draft' order by created_at desc limit 100`,
  );
  return [...rows];
}
