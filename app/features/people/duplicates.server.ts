import { sql } from 'drizzle-orm';
import type { Tx } from '#db/client.server.ts';
import { regionsOfChoice } from '#app/kernel/regions.ts';
import { indexOfContact, type Contact } from './contact.server.ts';
import { matchKey } from './rules/match.ts';
import type { Likely } from './views.ts';

/** How near two folded names have to be: “Aygün Məmmədova” and “Aygun Memmedova (Kijəbə)” are, two sisters are not. */
const NEAR = 0.6;
const MOST = 5;

/**
 * People who may be the one described: the same contact, the same name at the same place, or a near name in the same
 * district. The likeliest first.
 */
export async function findLikely(
  tx: Tx,
  organisationId: string,
  {
    name,
    region,
    place,
    contacts,
    except,
  }: { name: string; region: string; place: string; contacts: Contact[]; except?: string },
): Promise<Likely[]> {
  const indexes = contacts.map(indexOfContact);
  const regions = region === '' ? [] : [...new Set([region, ...regionsOfChoice(region)])];
  const key = matchKey({ name, region, place });
  return [
    ...(await tx.execute<Likely & { near: number }>(sql`
    select id, name, region, place, why from (
      select p.id, p.name, p.region, p.place, similarity(p.name_key, app.fold(${name})) as near,
        case when exists (select 1 from people_contacts c where c.person_id = p.id and c.contact_index = any(${listOf(indexes)})) then 'contact' else 'name' end as why
      from people p
      where p.organisation_id = ${organisationId} and p.state <> 'merged' and p.id is distinct from ${except ?? null}::uuid
        and (p.id in (select c.person_id from people_contacts c where c.organisation_id = ${organisationId} and c.contact_index = any(${listOf(indexes)}))
          or p.match_key = ${key}
          or (p.name_key % app.fold(${name}) and similarity(p.name_key, app.fold(${name})) >= ${NEAR}
            and (${regions.length === 0} or p.region = '' or p.region = any(${listOf(regions)}))))
    ) found order by why, near desc, name limit ${MOST}`)),
  ];
}

/** A list as a parameter: `any(array[…]::text[])` holds nothing when it is empty. */
function listOf(values: readonly string[]) {
  return sql`array(select jsonb_array_elements_text(${JSON.stringify(values)}::jsonb))`;
}
