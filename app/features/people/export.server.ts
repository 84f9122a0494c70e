import { stringify } from 'csv-stringify/sync';
import { and, asc, sql } from 'drizzle-orm';
import { people } from '#db/schema/index.ts';
import type { Translate } from '#app/i18n/words.ts';
import type { Locale } from '#app/kernel/locale.ts';
import { formatPhone } from '#app/kernel/phone.ts';
import { regionName } from '#app/kernel/regions.ts';
import { audit } from '#app/platform/audit.server.ts';
import { withScope, type Scope } from '#app/platform/db-scope.server.ts';
import { openContact } from './contact.server.ts';
import { lineColumns, ruleOf } from './people-list.server.ts';
import type { ExportPurpose, Spoken } from './rules/kinds.ts';
import type { PeopleFilters } from './rules/people-filters.ts';
import { wherePeople } from './where-people.server.ts';

type MemberScope = Extract<Scope, { kind: 'member' }>;
type Sealed = { kind: 'email' | 'phone'; cipher: string };
const CHUNK = 1000;

const columns = {
  ...lineColumns,
  ageBand: people.ageBand,
  gender: people.gender,
  languages: sql<
    Spoken[]
  >`array(select distinct k.value from people_marks k where k.person_id = people.id and k.kind = 'language')`,
  contacts: sql<Sealed[]>`coalesce((select jsonb_agg(jsonb_build_object('kind', c.kind, 'cipher', c.cipher)) from
    (select distinct on (contact_index) kind, cipher from people_contacts where person_id = people.id order by contact_index, created_at) c), '[]')`,
};

/**
 * The list under its filters as a table to take away, with contacts, equal to the list in rows and order. What it is for
 * stands in the trail. No cell that a table program would take for a formula. Undefined when the saved search is gone.
 */
export function exportPeople(
  scope: MemberScope,
  filters: PeopleFilters,
  { t, locale, purpose }: { t: Translate; locale: Locale; purpose: ExportPurpose },
): Promise<string | undefined> {
  return withScope(scope, async (tx) => {
    const rule = await ruleOf(tx, scope, filters.search);
    if (rule === undefined) return undefined;
    const where = wherePeople({ organisationId: scope.organisationId, maySeeContact: true }, filters, rule);
    await audit(tx, scope, { action: `people.exported.${purpose}`, subjectType: 'people' });
    const key = sql`(people.name collate "az-x-icu")`;
    const parts: string[] = [toTable([], true)];
    for (let last: string | undefined; ;) {
      const beyond = last
        ? sql`(${key}, people.id) > (select edge.name collate "az-x-icu", edge.id from people edge where edge.id = ${last})`
        : undefined;
      const rows = await tx
        .select(columns)
        .from(people)
        .where(and(where, beyond))
        .orderBy(asc(key), asc(people.id))
        .limit(CHUNK);
      parts.push(
        toTable(
          rows.map((row) => {
            const of = (kind: Sealed['kind']) =>
              row.contacts
                .filter((contact) => contact.kind === kind)
                .map(({ cipher }) => openContact(scope.organisationId, cipher));
            return [
              row.name,
              of('phone').map(formatPhone).join(', '),
              of('email').join(', '),
              row.region === '' ? '' : regionName(row.region, locale),
              row.place,
              row.roles.map((role) => t(`people.role.${role}`)).join(', '),
              row.languages.map((language) => t(`people.language.${language}`)).join(', '),
              row.tags.join(', '),
              row.ageBand ? t(`people.age.${row.ageBand}`) : '',
              row.gender ? t(`people.gender.${row.gender}`) : '',
            ];
          }),
          false,
        ),
      );
      last = rows.at(-1)?.id;
      if (rows.length < CHUNK) break;
    }
    return parts.join('');

    function toTable(rows: string[][], isHead: boolean): string {
      const head = (
        ['name', 'phone', 'email', 'region', 'place', 'roles', 'languages', 'tags', 'age', 'gender'] as const
      ).map((field) => t(`people.field.${field}`));
      return stringify(isHead ? [head] : rows, {
        bom: isHead,
        delimiter: ';',
        escape_formulas: true,
        record_delimiter: '\r\n',
      });
    }
  });
}
