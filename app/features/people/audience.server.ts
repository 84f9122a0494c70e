import { and, sql, type SQL } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { ruleOf } from './people-list.server.ts';
import type { ConsentChannel, ConsentPurpose, Spoken } from './rules/kinds.ts';
import type { SearchRule } from './rules/search-rule.ts';
import { wherePeople } from './where-people.server.ts';

/** A saved search by its id, a rule itself, or people by their ids (merged ones lead on); `all` is everybody on the list. */
export type Audience = { searchId: string } | { rule: SearchRule } | { personIds: readonly string[] } | 'all';
export type AudienceAsk = { purpose: ConsentPurpose; channel: ConsentChannel };
/** `cipher` opens with `openContact`; `contactIndex` is the keyed hash that is the same across organisations. */
export type AudiencePerson = {
  personId: string;
  name: string;
  cipher: string;
  contactIndex: string;
  languages: Spoken[];
};

/**
 * People on the list under a search who said yes to this purpose by this channel and have a contact for it, as SQL with
 * the columns of `AudiencePerson` (`person_id, name, cipher, contact_index, languages`). A contact that a family shares
 * stands once; of several contacts of one person the oldest. Undefined when the saved search is gone.
 */
export async function audienceQuery(
  tx: Tx,
  organisationId: string,
  audience: Audience,
  { purpose, channel }: AudienceAsk,
): Promise<SQL | undefined> {
  const where = await whereAudience(tx, organisationId, audience);
  if (!where) return undefined;
  return sql`select distinct on (c.contact_index) c.person_id, c.name, c.cipher, c.contact_index, c.languages from (
    select distinct on (people.id) people.id as person_id, people.name, c.cipher, c.contact_index, c.created_at,
      array(select distinct k.value from people_marks k where k.person_id = people.id and k.kind = 'language') as languages
    from people join people_contacts c on c.person_id = people.id and c.kind = ${channel === 'email' ? 'email' : 'phone'}
    where ${where} and exists (select 1 from people_consents s where s.person_id = people.id and s.organisation_id = ${organisationId}
      and s.purpose = ${purpose} and s.channel = ${channel} and s.withdrawn_at is null)
    order by people.id, c.created_at, c.id
  ) c order by c.contact_index, c.created_at, c.person_id`;
}

/** The audience's `where` over `people`; undefined when the saved search is gone. */
async function whereAudience(tx: Tx, organisationId: string, audience: Audience): Promise<SQL | undefined> {
  const seeker = { organisationId, maySeeContact: false };
  if (audience === 'all') return wherePeople(seeker, { state: 'active' });
  if ('personIds' in audience)
    return and(wherePeople(seeker, { state: 'active' }), isOneOf(organisationId, audience.personIds));
  const rule = 'rule' in audience ? audience.rule : await ruleOf(tx, { organisationId }, audience.searchId);
  return rule === undefined ? undefined : wherePeople(seeker, { state: 'active' }, rule);
}

const isOneOf = (organisationId: string, ids: readonly string[]): SQL => sql`people.id in (
  with recursive chain as (
    select id, merged_into from people where organisation_id = ${organisationId}
      and id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))
    union all select p.id, p.merged_into from people p join chain on p.id = chain.merged_into
  ) select id from chain where merged_into is null)`;

/** The people of `audienceQuery`; undefined when the saved search is gone. */
export async function readAudience(
  tx: Tx,
  organisationId: string,
  audience: Audience,
  ask: AudienceAsk,
): Promise<AudiencePerson[] | undefined> {
  const query = await audienceQuery(tx, organisationId, audience, ask);
  if (!query) return undefined;
  return [
    ...(await tx.execute<AudiencePerson>(sql`
      select person_id as "personId", name, cipher, contact_index as "contactIndex", languages from (${query}) a`)),
  ];
}

/** How many `audienceQuery` finds now; undefined when the saved search is gone. */
export async function countAudience(
  tx: Tx,
  organisationId: string,
  audience: Audience,
  ask: AudienceAsk,
): Promise<number | undefined> {
  const query = await audienceQuery(tx, organisationId, audience, ask);
  if (!query) return undefined;
  const rows = await tx.execute<{ n: number }>(sql`select count(*)::int as n from (${query}) a`);
  return rows[0]?.n ?? 0;
}

/** How many a search finds, and how many of them a message does not reach: without a yes, without a contact, sharing one. */
export type AudienceGap = { found: number; noConsent: number; noContact: number; sameContact: number };

/** Why `audienceQuery` finds fewer than the search, or `known` of them; undefined when the saved search is gone. */
export async function explainAudience(
  tx: Tx,
  organisationId: string,
  audience: Audience,
  ask: AudienceAsk,
  known?: number,
): Promise<AudienceGap | undefined> {
  const reached = known ?? (await countAudience(tx, organisationId, audience, ask));
  const where = await whereAudience(tx, organisationId, audience);
  if (reached === undefined || !where) return undefined;
  const [row] = await tx.execute<{ found: number; agreed: number; reachable: number }>(sql`
    select count(*)::int as found, count(*) filter (where agreed)::int as agreed,
      count(*) filter (where agreed and has_contact)::int as reachable
    from (select exists (select 1 from people_consents s where s.person_id = people.id and s.organisation_id = ${organisationId}
        and s.purpose = ${ask.purpose} and s.channel = ${ask.channel} and s.withdrawn_at is null) as agreed,
      exists (select 1 from people_contacts c where c.person_id = people.id
        and c.kind = ${ask.channel === 'email' ? 'email' : 'phone'}) as has_contact
      from people where ${where}) p`);
  const { found, agreed, reachable } = row ?? { found: 0, agreed: 0, reachable: 0 };
  return { found, noConsent: found - agreed, noContact: agreed - reachable, sameContact: reachable - reached };
}
