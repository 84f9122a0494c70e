import { and, eq, inArray, not, or, sql, type SQL } from 'drizzle-orm';
import { people } from '#db/schema/index.ts';
import { TIME_ZONE } from '#app/kernel/dates.ts';
import { regionsOfChoice } from '#app/kernel/regions.ts';
import { indexOfContact, readContact } from './contact.server.ts';
import type { MarkKind } from './rules/kinds.ts';
import type { PeopleFilters } from './rules/people-filters.ts';
import type { Condition, SearchRule } from './rules/search-rule.ts';

/** Whose people, and whether a whole contact in the search field may find its person. */
export type Seeker = { organisationId: string; maySeeContact: boolean };

/** The one `where` of the list, its count, saved searches and the export. */
export function wherePeople(
  { organisationId, maySeeContact }: Seeker,
  filters: PeopleFilters,
  rule: SearchRule | null = null,
): SQL | undefined {
  const { state, q, role, tag, region, language } = filters;
  return and(
    eq(people.organisationId, organisationId),
    eq(people.state, state),
    role ? hasMark(organisationId, 'role', role) : undefined,
    tag ? hasMark(organisationId, 'tag', tag) : undefined,
    language ? hasMark(organisationId, 'language', language) : undefined,
    region ? inRegion(region) : undefined,
    q ? matches(organisationId, q, maySeeContact) : undefined,
    rule ? compileRule(organisationId, rule) : undefined,
  );
}

/** A saved search as SQL over `people`. The rule has passed `searchRule`: values go as parameters, nothing else of it is sent. */
export function compileRule(organisationId: string, rule: SearchRule): SQL {
  if ('all' in rule) return and(...rule.all.map((part) => compileRule(organisationId, part))) ?? sql`true`;
  if ('any' in rule) return or(...rule.any.map((part) => compileRule(organisationId, part))) ?? sql`false`;
  if ('not' in rule) return not(sql`coalesce(${compileRule(organisationId, rule.not)}, false)`);
  return compileCondition(organisationId, rule);
}

function compileCondition(organisationId: string, condition: Condition): SQL {
  switch (condition.is) {
    case 'role':
      return hasMark(organisationId, 'role', condition.role);
    case 'language':
      return hasMark(organisationId, 'language', condition.language);
    case 'skill':
      return hasMark(organisationId, 'skill', condition.skill);
    case 'time':
      return hasMark(organisationId, 'time', condition.time);
    case 'subject':
      return sql`${people.id} in (select m.person_id from people_moments m where m.organisation_id = ${organisationId}
        and m.subject_id = ${condition.subjectId}::uuid)`;
    case 'tag':
      return hasMark(organisationId, 'tag', condition.tagId);
    case 'age':
      return eq(people.ageBand, condition.ageBand);
    case 'gender':
      return eq(people.gender, condition.gender);
    case 'place':
      return (
        and(
          condition.region ? inRegion(condition.region) : undefined,
          condition.words ? foldedLike(sql`${people.placeKey}`, condition.words) : undefined,
        ) ?? sql`true`
      );
    case 'consent':
      return sql`${people.id} in (select c.person_id from people_consents c where c.organisation_id = ${organisationId}
        and c.purpose = ${condition.purpose} and c.withdrawn_at is null ${condition.channel ? sql`and c.channel = ${condition.channel}` : sql``})`;
    case 'activity':
      return sql`${people.id} in (select m.person_id from people_moments m where m.organisation_id = ${organisationId}
        ${condition.kind ? sql`and m.kind = ${condition.kind}` : sql``}
        ${condition.from ? sql`and m.at >= ${condition.from}::timestamp at time zone ${TIME_ZONE}` : sql``}
        ${condition.until ? sql`and m.at < (${condition.until}::timestamp + interval '1 day') at time zone ${TIME_ZONE}` : sql``})`;
  }
}

function hasMark(organisationId: string, kind: MarkKind, value: string): SQL {
  return sql`${people.id} in (select k.person_id from people_marks k where k.organisation_id = ${organisationId} and k.kind = ${kind} and k.value = ${value})`;
}

const inRegion = (code: string): SQL => inArray(people.region, [...new Set([code, ...regionsOfChoice(code)])]);

function foldedLike(column: SQL, words: string): SQL {
  return sql`${column} like '%' || regexp_replace(app.fold(${words}), '([\\\\%_])', '\\\\\\1', 'g') || '%'`;
}

/** Each word in the name or the place; or a whole contact. */
function matches(organisationId: string, q: string, maySeeContact: boolean): SQL | undefined {
  const contact = maySeeContact ? readContact(q) : null;
  if (contact)
    return sql`${people.id} in (select c.person_id from people_contacts c where c.organisation_id = ${organisationId} and c.contact_index = ${indexOfContact(contact)})`;
  return and(
    ...q
      .split(/\s+/u)
      .slice(0, 6)
      .map((word) => or(foldedLike(sql`${people.nameKey}`, word), foldedLike(sql`${people.placeKey}`, word))),
  );
}
