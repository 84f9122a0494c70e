import { sql, type SQL } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { ruleOf } from './people-list.server.ts';
import type { ConsentChannel, ConsentPurpose, Spoken } from './rules/kinds.ts';
import type { SearchRule } from './rules/search-rule.ts';
import { wherePeople } from './where-people.server.ts';

/** A saved search by its id, or a rule itself; `all` is everybody on the list. */
export type Audience = { searchId: string } | { rule: SearchRule } | 'all';
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
  const rule =
    audience === 'all'
      ? null
      : 'rule' in audience
        ? audience.rule
        : await ruleOf(tx, { organisationId }, audience.searchId);
  if (rule === undefined) return undefined;
  const where = wherePeople({ organisationId, maySeeContact: false }, { state: 'active' }, rule);
  return sql`select distinct on (c.contact_index) c.person_id, c.name, c.cipher, c.contact_index, c.languages from (
    select distinct on (people.id) people.id as person_id, people.name, c.cipher, c.contact_index, c.created_at,
      array(select distinct k.value from people_marks k where k.person_id = people.id and k.kind = 'language') as languages
    from people join people_contacts c on c.person_id = people.id and c.kind = ${channel === 'email' ? 'email' : 'phone'}
    where ${where} and exists (select 1 from people_consents s where s.person_id = people.id and s.organisation_id = ${organisationId}
      and s.purpose = ${purpose} and s.channel = ${channel} and s.withdrawn_at is null)
    order by people.id, c.created_at, c.id
  ) c order by c.contact_index, c.created_at, c.person_id`;
}

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
